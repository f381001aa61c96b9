import type { FactName } from '../../audience/facts/index.ts'
import type { ComplaintCategory, UNSURE } from '../../scores/complaints/categories.ts'
import { cabins } from './cabins.ts'

type Words = Readonly<Record<string, string>>

/** Whether something is so, of facts whose name is not a sentence. */
export const soOrNot: Readonly<Record<string, { so: string; not: string }>> = {
  booking: { so: 'a flight is booked', not: 'nothing is booked' },
  openComplaint: { so: 'a complaint is open', not: 'no complaint is open' },
  losesTier: { so: 'loses the tier', not: 'keeps the tier' },
  consent: { so: 'agreed to marketing email', not: 'did not agree to marketing email' },
  serviceMail: { so: 'takes email about own flights', not: 'opted out of email about own flights' },
  hasEmail: { so: 'an email address is known', not: 'no email address is known' },
} satisfies Partial<Record<FactName, { so: string; not: string }>>

/** Facts that say how long ago something was. */
export const AGO: readonly string[] = [
  'lastFlight',
  'lastBooking',
  'lastDisruption',
  'lastComplaint',
  'lastMail',
  'lastMessage',
] satisfies FactName[]

const categories = {
  delay: 'delay',
  cancellation: 'cancellation',
  baggage: 'baggage',
  crew: 'crew',
  onboard: 'on board',
  airport: 'airport',
  booking: 'booking',
  service: 'customer service',
  other: 'something else',
  unsure: 'not told by the text',
} satisfies Record<ComplaintCategory | typeof UNSURE, string>

const troubles: Words = {
  delay: 'delay',
  cancellation: 'cancellation',
  diversion: 'diversion',
  deniedBoarding: 'denied boarding',
  downgrade: 'downgrade',
  baggageDelay: 'late baggage',
  miles: 'miles',
  voucher: 'voucher',
  cash: 'cash',
}

/** Values that are written as a code, by the fact or field. */
export const valueNames: Readonly<Record<string, Words>> = {
  cabin: cabins,
  mostFlownCabin: cabins,
  category: categories,
  kind: troubles,
  outcome: { done: 'done', notReached: 'not reached', notNeeded: 'not needed' },
  team: { service: 'customer service', callCentre: 'call centre', care: 'member care' },
  oncePer: {
    flightNews: 'piece of news about a flight',
    ever: 'member, ever',
  },
}

/** `arrivalDelayMinutes` is arrival delay minutes. */
export function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
