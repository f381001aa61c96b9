import type { PendingAction } from '../../member/member.ts'

/** A second try for service mail whose campaign prefers twice to never. */
export function mayGoAgain(action: PendingAction): boolean {
  return (
    action.class === 'service' &&
    action.plan.kind === 'email' &&
    action.plan.resendIfUnknown &&
    (action.claims ?? 0) < 2
  )
}
