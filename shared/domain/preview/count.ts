import type { Calendar } from '../calendar.ts'
import type { Member } from '../member/member.ts'
import { profileOf } from '../member/profile.ts'
import type { Audience } from '../rulebook/rulebook.ts'

/** How many are in an audience, and to how many of them marketing mail may go. */
export interface Counted {
  members: number
  /** They have an address and have agreed. */
  agreed: number
}

/** Counts members in each audience, as of an instant. */
export function countIn(
  members: Iterable<Member>,
  audiences: readonly Audience[],
  { now, calendar }: { now: number; calendar: Calendar },
): Record<string, Counted> {
  const counts = Object.fromEntries(audiences.map(({ id }) => [id, { members: 0, agreed: 0 }]))
  for (const member of members) {
    const subject = { member, now, calendar, until: Number.POSITIVE_INFINITY }
    const { email, consentEmail } = profileOf(member)
    for (const { id, condition } of audiences) {
      if (!condition.holds(subject)) continue
      counts[id]!.members += 1
      if (email !== undefined && consentEmail === true) counts[id]!.agreed += 1
    }
  }
  return counts
}

/** Adds up what was counted of one page of members and of the next. */
export function sumCounted(one: Record<string, Counted>, other: Record<string, Counted>): Record<string, Counted> {
  const ids = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  const sum = (id: string, key: keyof Counted) => (one[id]?.[key] ?? 0) + (other[id]?.[key] ?? 0)
  return Object.fromEntries(ids.map((id) => [id, { members: sum(id, 'members'), agreed: sum(id, 'agreed') }]))
}
