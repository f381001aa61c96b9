import { legAs, legNow, type SuffixRule } from '../member/legs.ts'
import type { Member } from '../member/member.ts'

/**
 * What a compensation is for, however it is come by: the flight leg where it is known, also by what the complaint told
 * when it was filed; else the complaint.
 */
export function canonicalCause(
  { leg, complaintId }: { leg?: string; complaintId?: string },
  { complaints }: Pick<Member, 'complaints'>,
  suffix: SuffixRule,
): string | undefined {
  const told = complaints.find((each) => each.complaintId === complaintId)?.filed?.leg
  const flight = leg ?? told
  if (flight !== undefined) return legAs(flight, suffix)
  return complaintId === undefined ? undefined : `complaint:${complaintId}`
}

/** The key of a grant with the leg in it named as legs are now. One that was granted keeps the key it has. */
export function grantKeyNow(key: string): string {
  const basis = key.indexOf('+')
  return basis < 0 ? key : `${legNow(key.slice(0, basis))}${key.slice(basis)}`
}
