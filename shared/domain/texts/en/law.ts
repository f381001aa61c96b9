import { moneySaid } from '../../units.ts'
import { type ByLaw, type Found, foundIn } from '../findings.ts'

/** Of extraordinary circumstances: there were none, or nobody proved any. */
type Cause = 'none' | 'unproven'

const EXTRAORDINARY = 'extraordinary circumstances, so no compensation'

/**
 * What an answer of the law rests on: each a clause, without its stop. Values are minutes unless their name says
 * otherwise; amounts are minor units of `currency`.
 */
export const law = {
  /** Of before reasons were codes: as it was written then. */
  written: ({ text }: { text: string }) => text,

  // EU261 and UK261.
  outOfScope: ({ from, to, licence }: { from: string; to: string; licence: string }) =>
    `${from} to ${to} with a carrier licensed "${licence}" is out of scope`,
  noArrivalKnown: 'no arrival known, so nothing for lateness',
  lateUnder: ({ late, km, under }: { late: number; km: number; under: number }) =>
    `${arrived(late, km)}: under ${span(under)}`,
  lateExcused: ({ late, km }: { late: number; km: number }) => `${arrived(late, km)}: ${EXTRAORDINARY}`,
  /** `under`: half for being under it. */
  latePaid: ({ late, km, cause, under }: { late: number; km: number; cause: Cause; under?: number }) =>
    `${arrived(late, km)}, ${ordinary(cause)}${under === undefined ? '' : `: half, being under ${span(under)}`}`,
  careDue: ({ from }: { from: number }) => `care is due (from ${span(from)})`,
  fareBack: ({ from }: { from: number }) => `so is the fare back, if not travelled (from ${span(from)})`,
  told: ({ days }: { days: number }) => `cancelled, told ${days} days before`,
  toldAtMost: ({ days }: { days: number }) => `cancelled, told ${days} days before at most`,
  reroutedClosely: 're-routed closely enough',
  toldInTime: ({ days }: { days: number }) => `${days} days or more are free`,
  cancelExcused: EXTRAORDINARY,
  /** `under`: half for a replacement that arrives no later than so much. */
  cancelPaid: (values: { km: number; cause: Cause; rerouted: 'late' | 'no'; under?: number }) =>
    `${values.rerouted === 'no' ? 'no re-routing' : 'not re-routed closely enough'}, ${distance(values.km)}, ${ordinary(values.cause)}${halved(values.under)}`,
  refundOrReroute: 'refund or re-routing is due, and care while waiting',
  volunteer: 'a volunteer: what was agreed, and refund or re-routing',
  deniedPaid: ({ km, under }: { km: number; under?: number }) =>
    `denied boarding against their will, ${distance(km)}${halved(under)}`,
  notLower: 'not in a lower class than paid for',
  lowerPaid: ({ km, percent }: { km: number; percent: number }) =>
    `in a lower class than paid for, ${distance(km)}: ${percent} % of the price`,

  // China.
  notChina: 'neither from nor to the Chinese mainland, nor with a carrier licensed there',
  noDelay: ({ upTo }: { upTo: number }) => `up to ${span(upTo)} is no delay`,
  cancelled: 'cancelled',
  noSubstitute: 'the published tables pay for lateness, and no substitute flight is known',
  noTableNamed: 'the carrier’s fault; the money is in its published conditions, and no table is named',
  notCarrier: 'not the carrier’s fault: no money',
  carrierUnder: ({ late, under }: { late: number; under: number }) =>
    `the carrier’s fault, ${span(late)}: under ${span(under)}`,
  carrierPaid: ({ late, from }: { late: number; from: number }) =>
    `the carrier’s fault, ${span(late)}: ${span(from)} or more`,
  careOnTheWay: ({ place }: { place: 'stopover' | 'diversion' }) =>
    `care at a ${place} of a domestic flight, whatever the cause`,
  careByCarrier: 'care is the carrier’s',
  careArranged: 'care is arranged, at the passenger’s cost',
  fareBackFree: 'the fare back without a fee if the passenger wishes',
  /** `water`, `off`: from when they are due. */
  onBoard: (values: { minutes: number; departure: 'known' | 'unknown'; water?: number; off?: number }) =>
    [
      `on board ${span(values.minutes)}, departure time ${values.departure}: news every 30 min`,
      ...(values.water === undefined ? [] : [`water and food from ${span(values.water)}`]),
      ...(values.off === undefined
        ? []
        : [`off the aircraft from ${span(values.off)}, safety and security permitting`]),
    ].join(', '),
  toldAfter: ({ minutes, within }: { minutes: number; within: number }) =>
    `told after ${span(minutes)}: ${span(within)} is the limit`,
  neverTold: ({ within }: { within: number }) => `never told: ${span(within)} is the limit`,

  // The United States.
  notUs: 'neither from nor to the United States',
  alternativeAccepted: 'cancelled, the alternative accepted',
  noAlternative: 'cancelled, no alternative accepted',
  noChange: ({ under }: { under: number }) =>
    `no significant change: no ${span(under)} earlier or later, nor otherwise`,
  changeAccepted: (change: Change) =>
    `${changed(change)}, but the passenger accepted it; no cash compensation in US rules`,
  changeNotAccepted: (change: Change) => `${changed(change)}, and not accepted`,
  bagNotReported: 'the bag was not reported missing',
  bagWithin: ({ hours, within }: { hours: number; within: number }) =>
    `the bag came after ${hours} h: within ${within} h`,
  bagOver: ({ hours, within }: { hours: number; within: number }) => `the bag came after ${hours} h: over ${within} h`,
  extraProvided: 'the extra was provided',
  extraNotProvided: 'an extra that was paid for was not provided',
  volunteered: 'a volunteer: what was agreed',
  notAtUsAirport: 'not at an airport of the United States',
  reroutedWithin: ({ within }: { within: number }) => `re-routed to within ${span(within)}`,
  deniedShare: (values: { trip: 'domestic' | 'international'; percent: number; amount: number; currency: string }) =>
    `denied boarding, ${values.trip}: ${values.percent} % of the fare, at most ${moneySaid(values.amount, values.currency)}`,
  onBoardUs: ({ minutes, water, off }: { minutes: number; water: number; off: number }) =>
    `on board ${span(minutes)}: water and food by ${span(water)}, off by ${span(off)}, safety permitting`,

  // Why there is no answer. `regimes`, `events` and `tables`: a list with commas.
  noRules: ({ law, event, events }: { law: string; event: string; events: string }) =>
    `${law} has no rules for ${event} here; it has ${listed(events)}`,
  noRuleThen: ({ day, kept }: { day: string; kept: string }) =>
    `no rule is kept for ${day}; the table has ${periods(kept)}`,
  unknownAirport: ({ airport }: { airport: string }) => `"${airport}" is not a known airport`,
  isNeeded: ({ event, law }: { event: string; law: string }) => `is needed for ${event} under ${law}`,
  orChangeNeeded: ({ event, law }: { event: string; law: string }) =>
    `or another change is needed for ${event} under ${law}`,
  noTable: ({ table, tables }: { table: string; tables: string }) =>
    `no table of "${table}" is kept; there is ${listed(tables)}`,
  noTableThen: ({ table, day }: { table: string; day: string }) => `no table of "${table}" is kept for ${day}`,
  lacks: ({ fact, event, law }: { fact: string; event: string; law: string }) =>
    `${FACTS[fact] ?? fact} is needed for ${event} under ${law}`,

  // What is known of the flight.
  noLaw: 'no law that is kept here covers it',
  noLeg: ({ leg }: { leg: string }) => `"${leg}" names no flight leg`,
  notEnrolled: 'nobody has enrolled with the card',
  deniedAndFlown: 'denied boarding, and has flown it',
  replacementUnknown: 'when the flight was to arrive that was given instead is not known',
  notConfirmed: 'the passenger had no confirmed booking (Art. 3(2) of EU261 and UK261)',
  notOnBoard: 'the passenger was not on board (Art. 3(2) of EU261 and UK261)',
  operated: 'the flight was operated',
  onlyComplaint: 'nothing is known of the flight but a complaint',
  latenessUnread: 'how late it arrived cannot be read',
  causeUnknown: ({ late }: { late: number }) => `it arrived ${span(late)} late, and the cause is not known`,
  /** The questions, with commas. */
  unread: ({ questions }: { questions: string }) => `what was told of it cannot be read (${listed(questions)})`,
  confirmationUnknown: 'nobody has said that the booking was confirmed',
  insteadUnknown: 'nobody has said how late the flight arrived that was given instead',
  mayBePutOn: 'it may be put on again before it was to depart',
  arrivalUnknown: 'nobody has said how late it arrived',
  boardingUnknown: 'nobody has said whether the passenger was on board',

  // What was paid, and what there is to decide.
  owes: ({ amount, currency, law }: { amount: number; currency: string; law: string }) =>
    `${moneySaid(amount, currency)} under ${law}`,
  owesLess: ({ paid, owed, currency }: { paid: number; owed: number; currency: string }) =>
    `${moneySaid(paid, currency)} was granted, and ${moneySaid(owed, currency)} is owed by what is known now`,
  owesNothing: ({ paid, currency }: { paid: number; currency: string }) =>
    `${moneySaid(paid, currency)} was granted, and nothing is owed by what is known now`,
  otherCurrency: 'another currency was paid for it before',
  takenBackBefore: 'it was granted before and taken back',
}

/** Findings in words. */
export function found(findings: readonly Found[]): string {
  return foundIn(findings, { words: law, between: '; ', under: (regime) => `${regime}: ` })
}

/** What the law said, as it stands in a reason. */
export function byLaw({ said, findings = [] }: ByLaw): string {
  return said ?? found(findings)
}

export type Change =
  | { what: 'earlier' | 'later'; minutes: number }
  | { what: 'airport'; airport: string }
  | { what: 'connections' | 'class' }

function changed(change: Change): string {
  switch (change.what) {
    case 'earlier':
      return `leaves ${span(change.minutes)} earlier`
    case 'later':
      return `arrives ${span(change.minutes)} later`
    case 'airport':
      return `another airport, ${change.airport}`
    case 'connections':
      return 'more connections'
    case 'class':
      return 'a lower class'
  }
}

/** Facts that a person has to find out. */
const FACTS: Readonly<Record<string, string>> = {
  ticketPriceMinor: 'the fare',
  bagLateHours: 'how late the bag came',
  reported: 'whether the bag was reported',
  noticeDays: 'when the passenger was told of it',
  carrierCaused: 'why it happened',
  extraordinary: 'why it happened',
}

/** `2 h 59`, `45 min`, `4 h`. */
function span(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`
}

function arrived(late: number, km: number): string {
  const when = late === 0 ? 'on time' : late > 0 ? `${span(late)} late` : `${span(-late)} early`
  return `${when} at the final destination, ${distance(km)}`
}

function distance(km: number): string {
  return `${km.toLocaleString('en-US')} km`
}

function ordinary(cause: Cause): string {
  return `no extraordinary circumstances${cause === 'unproven' ? ' proven' : ''}`
}

function halved(under: number | undefined): string {
  return under === undefined ? '' : `: half, arriving no more than ${span(under)} late`
}

/** `2020-01-01..2020-12-31,2021-01-01..`. */
function periods(kept: string): string {
  const one = (period: string) => {
    const [from, to] = period.split('..')
    return to ? `${from} to ${to}` : `${from} on`
  }
  return kept.split(',').map(one).join(', ')
}

function listed(list: string): string {
  return list.replaceAll(',', ', ')
}
