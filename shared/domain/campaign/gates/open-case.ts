import type { Complaint } from '../../member/member.ts'
import { type Gate, go, hold, isMarketing, sells } from './gate.ts'

/**
 * Nobody is sold anything while a complaint of theirs is open. A complaint without a resolution mutes for a configured time
 * at most. Compensation and tasks are not selling, and a campaign may be about the case itself.
 */
export const openCase: Gate = {
  name: 'openCase',
  atClaim: false,
  releasedBy: ['complaint.resolved'],
  concerns: (context) => isMarketing(context) && sells(context) && !context.campaign.guardrails.whileCaseOpen,
  ask: ({ member, settings, now }) => {
    const open = member.complaints.filter((each) => isOpen(each, now, settings.openCaseMutes))
    if (open.length === 0) return go({ is: 'openCase.none' })
    const until = Math.max(...open.map((each) => each.filed!.at + settings.openCaseMutes))
    return hold({ is: 'openCase.open', complaint: open[0]!.complaintId }, until)
  },
}

function isOpen(complaint: Complaint, now: number, mutesFor: number): boolean {
  return !!complaint.filed && !complaint.resolved && complaint.filed.at + mutesFor > now
}
