import type { Member } from '../member/member.ts'

/**
 * What began campaigns lately, the rarest first: a member is counted under the first that is true of them. A plain random
 * sample would be mostly people to whom nothing happened, and would tell nothing of a campaign on complaints.
 */
const STRATA = {
  complained: ({ complaints }, since) => complaints.some(({ filed }) => filed && filed.at > since),
  disrupted: ({ disruptions }, since) =>
    disruptions.some(({ troubles }) => Object.values(troubles).some(({ at }) => at > since)),
  answered: ({ surveys }, since) => surveys.some(({ at }) => at > since),
  cancelled: ({ bookings }, since) => bookings.some(({ cancelled }) => cancelled && cancelled.at > since),
  /** Into an audience. That they left one is not kept. */
  moved: ({ audiences }, since) => Object.values(audiences).some((at) => at > since),
  flew: ({ flights }, since) => flights.some(({ at }) => at > since),
  booked: ({ bookings }, since) => bookings.some(({ created }) => created && created.at > since),
  nothing: () => true,
} satisfies Record<string, (member: Member, since: number) => boolean | undefined>

export type Stratum = keyof typeof STRATA

export const STRATUM_NAMES = Object.keys(STRATA) as Stratum[]

/** Under what a member is counted. */
export function stratumOf(member: Member, since: number): Stratum {
  return STRATUM_NAMES.find((name) => STRATA[name](member, since))!
}

export function ofEachStratum<T>(made: (name: Stratum) => T): Record<Stratum, T> {
  return Object.fromEntries(STRATUM_NAMES.map((name) => [name, made(name)])) as Record<Stratum, T>
}
