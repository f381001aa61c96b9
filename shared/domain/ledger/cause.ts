import type { Basis } from '../../contract/index.ts'
import { legAs, legNow, namesOf, parseLeg, type SuffixRule } from '../member/legs.ts'
import { LIMITS, type Member } from '../member/member.ts'

const COMPLAINT = 'complaint:'

/** How many complaints one cause may have: all that are remembered, and the one that it is about. */
export const COMPLAINTS_OF_A_CAUSE = LIMITS.complaints + 1

/**
 * What a compensation is for, however it is come by, the name that it is granted under first: the flight leg where it is
 * known, else the complaint. With all its other names, for it may have been called otherwise before and may be called
 * otherwise later: a complaint's flight may be told after it was compensated, or be corrected, and a complaint may be
 * forgotten. What the law owes is owed for one flight, whatever else the complaint was said to be of.
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

/** What is granted, or asked for: by its keys. */
interface Keyed {
  basis: Basis
  key: string
  alsoKeyed?: readonly string[]
}

/**
 * Whether two are for one cause: whichever of their names they share, and whatever it was called then. What the law owes
 * for one flight is not what it owes for another, though one complaint was said to be of either.
 */
export function isOneCause(a: Keyed, b: Keyed): boolean {
  const [ours, theirs] = [keysOf(a), keysOf(b)]
  const [ourLegs, theirLegs] = [ours.filter(isOfLeg), theirs.filter(isOfLeg)]
  const byLeg = a.basis === 'statutory' && ourLegs.length > 0 && theirLegs.length > 0
  return byLeg ? ourLegs.some((key) => theirLegs.includes(key)) : ours.some((key) => theirs.includes(key))
}

/**
 * The other keys that a grant takes for good, so that of two at once that share one of them one is granted. Nothing is
 * ever granted under a leg's other names.
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

/** The key of a grant with the leg in it named as legs are now. One that was granted keeps the key it has. */
export function grantKeyNow(key: string): string {
  const basis = key.indexOf('+')
  return basis < 0 ? key : `${legNow(key.slice(0, basis))}${key.slice(basis)}`
}
