import { nearest } from '../../standards/nearest.ts'
import { LIMITS, type Member } from '../member/member.ts'

export type NamedComplaint = { ok: true } | { ok: false; code: 'unknown-complaint'; message: string; hint: string }

/**
 * The complaint that an agent names as a cause. A cause pays once by its name, so a slip of the hand would pay it twice: it
 * is one of the member's, unless the agent says that they know better, or so many are remembered that it may be an older one.
 */
export function namedComplaint(
  complaintId: string,
  { complaints }: Pick<Member, 'complaints'>,
  { unknownToo }: { unknownToo: boolean },
): NamedComplaint {
  const known = complaints.map((each) => each.complaintId)
  if (unknownToo || known.includes(complaintId) || known.length >= LIMITS.complaints) return { ok: true }
  const meant = nearest(complaintId, known)
  const hint = `${meant ? `did you mean ${meant}? ` : ''}--unknown-complaint grants it all the same`
  return {
    ok: false,
    code: 'unknown-complaint',
    message: `no complaint is known for this member: ${complaintId}`,
    hint,
  }
}
