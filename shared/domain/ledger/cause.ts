import type { Member } from '../member/member.ts'

/**
 * What a compensation is for, however it is come by: the flight leg where it is known, also by what the complaint told
 * when it was filed; else the complaint.
 */
export function canonicalCause(
  { leg, complaintId }: { leg?: string; complaintId?: string },
  { complaints }: Pick<Member, 'complaints'>,
): string | undefined {
  const told = complaints.find((each) => each.complaintId === complaintId)?.filed?.leg
  return leg ?? told ?? (complaintId === undefined ? undefined : `complaint:${complaintId}`)
}
