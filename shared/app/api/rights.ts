/**
 * The operators' API as plain data: every route, the right it needs, and whether it needs a person. `routes.ts` answers
 * them, `infra/aws` makes a route and a policy of each; a route without a right does not compile.
 */

/** What somebody may be let do. In AWS each is a policy of its own. */
export const RIGHTS = {
  read: 'May see counts, rules, budgets and the history: nothing of any member',
  edit: 'May report lines that are no events, and send what was set aside once more',
  approve: 'May approve or refuse what somebody else asked for: grants and rulebooks',
  publish: 'May make a rulebook the live one, and roll back',
  pause: 'May pause, stop and resume campaigns, and pause and resume payments and the sender',
  pay: 'May grant by hand, reverse, and report what was redeemed or has expired',
  personalData: 'May see what is kept of members, and have a mail made of it sent to a colleague',
} as const

export type Right = keyof typeof RIGHTS

export interface Need {
  /** `local`: only on one machine, where everybody may do everything. */
  right: Right | 'local'
  /** Somebody decides, and must be known as a person. Otherwise a machine may do it too: it reads, reports or stops. */
  decides?: true
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** `{name}` in a path is an input of that name. */
export const needs = {
  'GET /v1/status': { right: 'read' },
  'GET /v1/history': { right: 'read' },
  'GET /v1/members': { right: 'personalData' },
  'GET /v1/members/{memberId}': { right: 'personalData' },
  'GET /v1/members/{memberId}/export': { right: 'personalData' },
  'GET /v1/members/{memberId}/explain': { right: 'personalData' },
  'GET /v1/audiences': { right: 'read' },
  'GET /v1/audiences/{audience}': { right: 'personalData' },
  'GET /v1/rulebooks/live': { right: 'read' },
  'POST /v1/rulebooks/preview': { right: 'read' },
  'POST /v1/rulebooks/count': { right: 'read' },
  'PUT /v1/rulebooks': { right: 'publish', decides: true },
  'POST /v1/rulebooks/rollback': { right: 'publish', decides: true },
  'GET /v1/rulebooks/approvals': { right: 'read' },
  'POST /v1/rulebooks/approvals/{version}': { right: 'approve', decides: true },
  'POST /v1/pauses': { right: 'pause' },
  'POST /v1/stops': { right: 'pause', decides: true },
  'DELETE /v1/pauses/{campaign}': { right: 'pause', decides: true },
  'GET /v1/set-asides': { right: 'personalData' },
  'POST /v1/set-asides': { right: 'edit' },
  'POST /v1/set-asides/replay': { right: 'edit' },
  'POST /v1/test-sends': { right: 'personalData' },
  'GET /v1/ledger/balance': { right: 'read' },
  'GET /v1/ledger/entries/{memberId}': { right: 'personalData' },
  'GET /v1/ledger/approvals': { right: 'approve' },
  'POST /v1/ledger/approvals/{grantId}': { right: 'approve', decides: true },
  'POST /v1/ledger/grants': { right: 'pay', decides: true },
  'POST /v1/ledger/grants/{grantId}/reverse': { right: 'pay', decides: true },
  'POST /v1/ledger/grants/{grantId}/redeem': { right: 'pay' },
  'POST /v1/ledger/grants/{grantId}/expire': { right: 'pay' },
  'POST /v1/ledger/reconcile': { right: 'read' },
  'GET /v1/run': { right: 'local' },
  'GET /v1/clock': { right: 'local' },
  'POST /v1/clock': { right: 'local' },
  'POST /v1/drain': { right: 'local' },
  'POST /v1/recount': { right: 'local' },
} as const satisfies Record<`${Method} /v1/${string}`, Need>

export type RouteName = keyof typeof needs
