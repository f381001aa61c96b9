import type { Basis } from '../../contract/index.ts'
import { legAs, legNow, namesOf, parseLeg, type SuffixRule } from '../member/legs.ts'
import { LIMITS, type Member } from '../member/member.ts'

const COMPLAINT = 'complaint:'

/** How many complaints one cause may have: all that are remembered, and the one it is about. */
export const COMPLAINTS_OF_A_CAUSE = LIMITS.complaints + 1

/**
 * What a compensation is for. First the name it is granted under: the flight leg if known, else the complaint. Then all its
 * other names, because it may have been named differently before, or will be later: a complaint's flight may be reported or
 * corrected after it was compensated, and a complaint may be forgotten. What the law owes is owed for one flight, whatever
 * else the complaint is about.
 */
export function namesOfCause(
  { leg, complaintId }: { leg?: string | undefined; complaintId?: string | undefined },
  basis: Basis,
  member: Pick<Member, 'complaints' | 'disruptions'>,
  suffix: SuffixRule,
): string[] {
  const told = member.complaints.find((each) => each.complaintId === complaintId)?.filed?.leg
  const flights = basis === 'statutory' ? [leg ?? told] : [leg, told]
  const legs = flights.flatMap((each) => (each === undefined ? [] : namesOf(each, member, suffix)))
  const ofThem = member.complaints.filter(({ filed }) => filed?.leg && legs.includes(legAs(filed.leg, suffix)))
  const complaints = [...(complaintId === undefined ? [] : [complaintId]), ...ofThem.map((each) => each.complaintId)]
  return [...new Set([...legs, ...complaints.map((id) => `${COMPLAINT}${id}`)])]
}

/** A grant or a request, by its keys. */
interface Keyed {
  basis: Basis
  key: string
  alsoKeyed?: readonly string[]
}

/**
 * Whether two are for the same cause: they share a name, old or new. What the law owes for one flight differs from what it
 * owes for another, even if the same complaint was about both.
 */
export function isOneCause(a: Keyed, b: Keyed): boolean {
  const [ours, theirs] = [keysOf(a), keysOf(b)]
  const [ourLegs, theirLegs] = [ours.filter(isOfLeg), theirs.filter(isOfLeg)]
  const byLeg = a.basis === 'statutory' && ourLegs.length > 0 && theirLegs.length > 0
  return byLeg ? ourLegs.some((key) => theirLegs.includes(key)) : ours.some((key) => theirs.includes(key))
}

/**
 * Further keys that a grant takes for ever, so that of two simultaneous requests that share one only one is granted. Nothing
 * is ever granted under a leg's other names.
 */
export function alsoTaken({ basis, alsoKeyed = [] }: Keyed): string[] {
  return basis === 'goodwill' ? alsoKeyed.filter((key) => key.startsWith(COMPLAINT)) : []
}

function keysOf({ key, alsoKeyed = [] }: Keyed): string[] {
  return [key, ...alsoKeyed].map(grantKeyNow)
}

function isOfLeg(key: string): boolean {
  return parseLeg(key.slice(0, key.indexOf('+'))) !== undefined
}

/** A grant's key with its leg in today's notation. A stored grant keeps the key it has. */
export function grantKeyNow(key: string): string {
  const basis = key.indexOf('+')
  return basis < 0 ? key : `${legNow(key.slice(0, basis))}${key.slice(basis)}`
}
