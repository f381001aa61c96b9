import { nearest } from '../../standards/nearest.ts'
import { LIMITS, type Member } from '../member/member.ts'
import type { Saying } from '../texts/saying.ts'

export type NamedComplaint = { ok: true } | { ok: false; code: 'unknown-complaint'; message: Saying; hint: Saying }

/**
 * The complaint that an agent names as a cause. A cause is paid once by its name, so a typo would pay it twice: it has to be
 * one of the member's complaints, unless the agent confirms it, or the member's list is full and it may be an older one.
 */
export function namedComplaint(
  complaintId: string,
  { complaints }: Pick<Member, 'complaints'>,
  { unknownToo }: { unknownToo: boolean },
): NamedComplaint {
  const known = complaints.map((each) => each.complaintId)
  if (unknownToo || known.includes(complaintId) || known.length >= LIMITS.complaints) return { ok: true }
  const meant = nearest(complaintId, known)
  return {
    ok: false,
    code: 'unknown-complaint',
    message: ({ api }) => api.unknownComplaint(complaintId),
    hint: ({ api }) => api.unknownComplaintHint(meant),
  }
}
