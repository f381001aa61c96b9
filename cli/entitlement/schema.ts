import * as z from 'zod'
import { CABINS, type Cabin, HAPPENINGS, type Incident, LICENCES } from '../../shared/domain/law/incident.ts'
import { REGIMES } from '../../shared/domain/law/regime.ts'
import { parseTimeOfDay } from '../../shared/domain/units.ts'
import { nearest } from '../../shared/standards/nearest.ts'

/** A case as files write it. Texts are converted to the rules' terms. Amounts are in major units of the regime's currency. */

const minutes = z.int().min(-100_000).max(100_000)
const money = z.number().min(0).max(1_000_000)
const airport = z.string().regex(/^[A-Z]{3}$/, { error: 'must be an IATA airport such as FRA' })

export const given = z.object({
  arrival_delay_min: minutes.optional(),
  departure_delay_min: minutes.optional(),
  delay_min: minutes.optional(),
  touchdown_delay_min: minutes.optional(),
  first_leg_departure_delay_min: minutes.optional(),
  via: z.array(airport).max(10).optional(),
  place: text(placeOf, 'must be "origin", "stopover" or "diversion"').optional(),
  cause: z.string().max(300).optional(),
  extraordinary: z.boolean().optional(),
  carrier_caused: z.boolean().optional(),
  notice_days: z.int().min(0).max(1000).optional(),
  reroute: z
    .object({ departs_earlier_min: minutes.default(0), arrives_later_min: minutes.optional() })
    .nullable()
    .optional(),
  voluntary: z.boolean().optional(),
  class_change: text(classChangeOf, `must be such as "business to economy", of ${CABINS.join(', ')}`).optional(),
  ticket_price: money.optional(),
  standard: z.string().max(300).optional(),
  on_board_min: minutes.min(0).optional(),
  departure_time_known: z.boolean().optional(),
  carrier_knew_at: text(parseTimeOfDay, 'must be a time such as 09:30').optional(),
  passengers_told_at: text(parseTimeOfDay, 'must be a time such as 09:30').nullable().optional(),
  passenger: text(choiceOf, 'must say what the passenger accepts or declines').optional(),
  paid_by: text(paidByOf, 'must name a form of payment').optional(),
  arrival_change_min: minutes.optional(),
  departure_change_min: minutes.optional(),
  added_connections: z.int().min(-10).max(10).optional(),
  arrival_airport_changed_to: airport.optional(),
  bag_late_hours: z.number().min(0).max(10_000).optional(),
  flight_hours: z.number().min(0).max(48).optional(),
  reported: z.boolean().optional(),
  service: z.string().max(300).optional(),
  fee: money.optional(),
  provided: z.boolean().optional(),
})

export const caseSchema = z.object({
  id: z.string().min(1).max(200),
  regime: oneOf(REGIMES),
  event: oneOf(HAPPENINGS),
  date: z.iso.date({ error: 'must be a day such as 2025-06-01' }).optional(),
  from: airport,
  to: airport,
  distance_km: z.number().min(0).max(21_000).optional(),
  carrier_licence: oneOf(LICENCES),
  given,
})

export type Case = z.output<typeof caseSchema>

function oneOf<T extends string>(words: readonly [T, ...T[]]) {
  return z.enum(words, {
    error: ({ input }) => {
      const meant = typeof input === 'string' ? nearest(input, words) : undefined
      return `must be one of ${words.join(', ')}${meant ? ` (${meant}?)` : ''}`
    },
  })
}

/** A text that must have a meaning. */
function text<T>(read: (text: string) => T | undefined, error: string) {
  return z
    .string({ error })
    .max(300)
    .transform((written, context): T => {
      const meaning = read(written)
      if (meaning === undefined) context.addIssue({ code: 'custom', message: error })
      return meaning ?? z.NEVER
    })
}

function placeOf(written: string): Incident['place'] {
  if (/stop-?over|intermediate|经停/i.test(written)) return 'stopover'
  if (/diver|alternate|备降/i.test(written)) return 'diversion'
  return /origin|departure|始发/i.test(written) ? 'origin' : undefined
}

function classChangeOf(written: string): Incident['classChange'] {
  const [from, to] = written.split(/ to | ?-> ?| ?→ ?/).map(cabinOf)
  return from && to && { from, to }
}

function cabinOf(written: string): Cabin | undefined {
  const word = written
    .trim()
    .toLowerCase()
    .replace(/ class$/, '')
  return CABINS.find((cabin) => cabin === word) ?? OTHER_NAMES[word]
}

const OTHER_NAMES: Record<string, Cabin> = {
  f: 'first',
  c: 'business',
  w: 'premium economy',
  y: 'economy',
  coach: 'economy',
}

/** "declines the new itinerary", "does not travel" before "accepts rebooking", "travels on the delayed flight". */
function choiceOf(written: string): Incident['choice'] {
  const chosen = written.replace(/\b(instead of|rather than|in place of|in lieu of)\b.*/i, '')
  if (DECLINES.test(chosen)) return 'declines'
  return ACCEPTS.test(chosen) ? 'accepts' : undefined
}

const DECLINES =
  /declin|refus|reject|\bnot\b|n['’]t\b|\bno (answer|reply|response)\b|nothing|silen|cancels|gives? up|refund|money/i
const ACCEPTS = /accept|tak(es|en|ing)|took|travel|fl(ies|ew|own)|rebook|re-book|keeps?|kept|agree|stays|chooses|chose/i

function paidByOf(written: string): Incident['paidBy'] {
  if (written.trim() === '') return undefined
  return /credit card/i.test(written) ? 'creditCard' : 'other'
}
