import { legNow, namesOf, parseLeg, type SuffixRule } from '../member/legs.ts'
import type { Member } from '../member/member.ts'

/**
 * What a compensation is for, however it is come by: the flight leg where it is known, also by what the complaint told
 * when it was filed; else the complaint. With all its names, the one that it is granted under first: a complaint may have
 * been compensated before anybody told its flight.
 */
export function namesOfCause(
  { leg, complaintId }: { leg?: string; complaintId?: string },
  member: Pick<Member, 'complaints' | 'disruptions'>,
  suffix: SuffixRule,
): string[] {
  const told = member.complaints.find((each) => each.complaintId === complaintId)?.filed?.leg
  const flight = leg ?? told
  const complaint = complaintId === undefined ? [] : [`complaint:${complaintId}`]
  return flight === undefined ? complaint : [...namesOf(flight, member, suffix), ...complaint]
}

/** Whether a grant's key names a leg: only legs were ever called otherwise than they are now. */
export function isOfLeg(key: string): boolean {
  return parseLeg(key.slice(0, key.indexOf('+'))) !== undefined
}

/** The key of a grant with the leg in it named as legs are now. One that was granted keeps the key it has. */
export function grantKeyNow(key: string): string {
  const basis = key.indexOf('+')
  return basis < 0 ? key : `${legNow(key.slice(0, basis))}${key.slice(basis)}`
}
