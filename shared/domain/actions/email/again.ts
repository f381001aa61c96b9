import type { PendingAction } from '../../member/member.ts'

/** Whether a service email may be sent a second time, because its campaign prefers twice to never. */
export function mayGoAgain(action: PendingAction): boolean {
  return (
    action.class === 'service' &&
    action.plan.kind === 'email' &&
    action.plan.resendIfUnknown &&
    (action.claims ?? 0) < 2
  )
}
