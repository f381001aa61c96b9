import * as z from 'zod'
import type { Answers, Learnt, Need, ToldThing } from '../../../connectors/connector.ts'
import { type LegName, type LegState, legId } from '../../../connectors/legs/leg.ts'
import { canonicalAddress } from '../../../contract/address.ts'
import { cabin, memberId, pnr } from '../../../contract/fields.ts'
import { LEG_FORM, parseLeg } from '../../../domain/member/legs.ts'
import { partsOf } from '../../../standards/flight-number.ts'
import { instantOf } from '../../../standards/local-time.ts'
import type { LookUp } from '../translate.ts'

/** What is known beside the messages of examples, and of a message that is tried: `known.yaml` in their folder. */

const instant = z.string({ error: 'must be a time such as 2026-10-01T08:30Z' }).transform((text, context) => {
  const at = instantOf(text, 'UTC')
  if (at !== undefined) return at
  context.addIssue({ code: 'custom', message: `"${text}" is not a time such as 2026-10-01T08:30Z`, input: text })
  return z.NEVER
})

const leg = z.string().refine((text) => nameIn(text) !== undefined, { error: `a leg is written ${LEG_FORM}` })
const booked = z.array(z.strictObject({ memberId, pnr, cabin })).max(1000)

export const knownSchema = z.strictObject({
  legs: z
    .record(
      leg,
      z.strictObject({ departs: instant.optional(), arrives: instant.optional(), booked: booked.optional() }),
    )
    .optional(),
  /** By booking reference. */
  holders: z.record(z.string(), booked).optional(),
  /** By e-mail address. */
  cards: z.record(z.string(), memberId).optional(),
  /** When messages came in, by the name of their file; `*` stands for all others. */
  receivedAt: z.record(z.string(), instant).optional(),
})

export type KnownThings = z.output<typeof knownSchema>

/** A world in memory that knows these things, and what it learns. */
export interface SmallWorld {
  lookUp: LookUp
  learn(learnt: readonly Learnt[]): void
}

export function smallWorld({ legs = {}, holders = {}, cards = {} }: KnownThings): SmallWorld {
  const states = new Map<string, LegState>()
  for (const [text, { departs, arrives }] of Object.entries(legs)) {
    const name = nameIn(text)!
    states.set(legId(name), {
      ...name,
      ...(departs !== undefined && { scheduledDeparture: departs }),
      ...(arrives !== undefined && { scheduledArrival: arrives }),
      told: {},
      asOf: Number.NEGATIVE_INFINITY,
    })
  }
  const things = new Map<string, ToldThing>()
  const seats = new Map(Object.entries(legs).map(([text, each]) => [legId(nameIn(text)!), each.booked ?? []]))
  const byMail = new Map(Object.entries(cards).map(([mail, card]) => [canonicalAddress(mail), card]))
  const answers: { [K in Need['need']]: (need: Extract<Need, { need: K }>) => Answers[K] } = {
    legs: ({ carrier, flightNumber }) =>
      [...states.values()].filter((each) => each.carrier === carrier && each.flightNumber === flightNumber),
    booked: ({ leg }) => seats.get(legId(leg)) ?? [],
    holders: ({ pnr }) => holders[pnr] ?? [],
    thing: ({ name, says }) => {
      const last = things.get(name)
      return last ? { asOf: last.asOf, isSame: last.says === says } : null
    },
    card: ({ email }) => {
      const found = byMail.get(canonicalAddress(email))
      return found === undefined ? 'nobody' : { memberId: found }
    },
  }
  return {
    lookUp: async <N extends Need>(need: N) => (answers[need.need] as unknown as (need: N) => Answers[N['need']])(need),
    learn: (learnt) => {
      for (const each of learnt) {
        if ('leg' in each) states.set(legId(each.leg), each.leg)
        else things.set(each.thing.name, each.thing)
      }
    },
  }
}

function nameIn(text: string): LegName | undefined {
  const { number, from, to, date } = parseLeg(text) ?? {}
  const parts = number === undefined ? undefined : partsOf(number)
  if (!parts?.carrier || !from || !to || !date) return undefined
  return { carrier: parts.carrier, flightNumber: `${parts.number}${parts.suffix}`, from, to, date }
}
