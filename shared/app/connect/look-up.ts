import type { Answers, Booked, Need } from '../../connectors/connector.ts'
import { type LegName, legId } from '../../connectors/legs/leg.ts'
import { byBooking, byLeg, byMail } from '../../domain/member/finders.ts'
import type { Found, Ports } from '../../ports/index.ts'
import { daysAfter } from '../../standards/local-time.ts'
import type { LookUp } from './translate.ts'

/** Answers what a translation asks for, out of what is kept. */
export function lookUpIn({ told, finders }: Pick<Ports, 'told' | 'finders'>): LookUp {
  const answers: { [K in Need['need']]: (need: Extract<Need, { need: K }>) => Promise<Answers[K]> } = {
    legs: ({ carrier, flightNumber, date }) =>
      told.legs({ carrier, flightNumber, from: daysAfter(date, -1), to: daysAfter(date, 1) }),
    booked: async ({ leg }) => booked(await finders.by(byLeg(nameOf(leg)))),
    holders: async ({ pnr }) => booked(await finders.by(byBooking(pnr))),
    thing: async ({ name, says }) => (await told.thing(name, says)) ?? null,
    card: async ({ email }) => {
      const found = await finders.by(byMail(email))
      if (found.length > 1) return 'several'
      return found[0] ? { memberId: found[0].memberId } : 'nobody'
    },
  }
  return async <N extends Need>(need: N) =>
    (answers[need.need] as unknown as (need: N) => Promise<Answers[N['need']]>)(need)
}

function nameOf(leg: LegName): string {
  return legId(leg)
}

function booked(found: readonly Found[]): Booked[] {
  return found.flatMap(({ memberId, pnr, cabin }) => (pnr && cabin ? [{ memberId, pnr, cabin }] : []))
}
