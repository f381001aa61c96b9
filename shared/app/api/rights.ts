/**
 * The operators' API as plain data: every route, the right it needs, and whether it needs a person. `routes.ts` answers
 * them, `infra/aws` makes a route and a policy of each; a route without a right does not compile.
 */

/** What somebody may be let do. In AWS each is a policy of its own. */
export const RIGHTS = {
  read: 'May see counts, rules, budgets and the history: nothing of any member',
  rehearse:
    'May read the sample of history with which drafts are rehearsed: of some members, without their names, texts, birth dates and ids; and rehearse a draft on everybody',
  edit: 'May write drafts and ask for their review, report lines that are no events, send what was set aside once more, and count results again',
  approve: 'May approve or refuse what somebody else asked for: grants, rulebooks and drafts',
  publish: 'May make a rulebook or an approved draft the live one, schedule it, and roll back',
  pause: 'May pause, stop and resume campaigns, and pause and resume payments and the sender',
  pay: 'May grant by hand, reverse, and report what was redeemed or has expired',
  personalData:
    'May see what is kept of members, see to their tasks, their consents and their cards, erase them, and have a mail made of it sent to a colleague',
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
  'GET /v1/me': { right: 'read' },
  'GET /v1/status': { right: 'read' },
  'GET /v1/today': { right: 'read' },
  'GET /v1/today/members': { right: 'personalData' },
  'GET /v1/history': { right: 'read' },
  'GET /v1/members': { right: 'personalData' },
  'GET /v1/find/members': { right: 'personalData' },
  'GET /v1/members/{memberId}': { right: 'personalData' },
  'GET /v1/masked-members/{memberId}': { right: 'read' },
  'GET /v1/members/{memberId}/export': { right: 'personalData' },
  'GET /v1/members/{memberId}/explain': { right: 'personalData' },
  'GET /v1/members/{memberId}/consents': { right: 'personalData' },
  'POST /v1/members/{memberId}/consents': { right: 'personalData', decides: true },
  'POST /v1/member-examples/{memberId}': { right: 'personalData' },
  'POST /v1/members/{memberId}/merge': { right: 'personalData', decides: true },
  'GET /v1/members/{memberId}/erasure': { right: 'personalData' },
  'POST /v1/members/{memberId}/erasure': { right: 'personalData', decides: true },
  'GET /v1/flights/{flight}/{date}/briefing': { right: 'personalData' },
  'GET /v1/audiences': { right: 'read' },
  'GET /v1/audiences/{audience}': { right: 'personalData' },
  'GET /v1/audience-counts/{audience}': { right: 'read' },
  'GET /v1/audiences/{audience}/moves': { right: 'personalData' },
  'GET /v1/audience-overlaps/{audience}': { right: 'read' },
  'GET /v1/campaigns': { right: 'read' },
  'GET /v1/campaigns/{campaign}': { right: 'read' },
  'GET /v1/campaigns/{campaign}/examples': { right: 'read' },
  'GET /v1/campaigns/{campaign}/journey': { right: 'read' },
  'GET /v1/journey-members/{campaign}': { right: 'personalData' },
  'GET /v1/results': { right: 'read' },
  'GET /v1/results/{campaign}': { right: 'read' },
  'POST /v1/results/recount': { right: 'edit' },
  'GET /v1/targets': { right: 'read' },
  'GET /v1/satisfaction': { right: 'read' },
  'GET /v1/fits': { right: 'read' },
  'GET /v1/rulebooks/diff': { right: 'read' },
  'GET /v1/rulebooks/live': { right: 'read' },
  'POST /v1/rulebooks/preview': { right: 'read' },
  'POST /v1/rulebooks/count': { right: 'read' },
  'PUT /v1/rulebooks': { right: 'publish', decides: true },
  'POST /v1/rulebooks/rollback': { right: 'publish', decides: true },
  'GET /v1/rulebooks/approvals': { right: 'read' },
  'POST /v1/rulebooks/approvals/{version}': { right: 'approve', decides: true },
  'GET /v1/rulebooks/files': { right: 'read' },
  'GET /v1/sample': { right: 'rehearse' },
  'GET /v1/drafts': { right: 'read' },
  'POST /v1/drafts': { right: 'edit', decides: true },
  'GET /v1/drafts/{draft}': { right: 'read' },
  'GET /v1/drafts/{draft}/lines': { right: 'read' },
  'GET /v1/drafts/{draft}/outlook': { right: 'read' },
  'GET /v1/drafts/{draft}/texts/{text}': { right: 'read' },
  'PUT /v1/drafts/{draft}/files': { right: 'edit', decides: true },
  'POST /v1/drafts/{draft}/renders': { right: 'read' },
  'POST /v1/member-renders/{draft}': { right: 'personalData' },
  'POST /v1/drafts/{draft}/examples': { right: 'read' },
  'POST /v1/drafts/{draft}/test-sends': { right: 'edit', decides: true },
  'GET /v1/pictures': { right: 'read' },
  'POST /v1/pictures': { right: 'edit', decides: true },
  'GET /v1/rehearsals/{draft}': { right: 'rehearse' },
  'POST /v1/rehearsals/{draft}': { right: 'rehearse' },
  'DELETE /v1/rehearsals/{draft}': { right: 'rehearse' },
  'POST /v1/drafts/{draft}/steps': { right: 'edit', decides: true },
  'POST /v1/drafts/{draft}/reviews': { right: 'approve', decides: true },
  'POST /v1/drafts/{draft}/publications': { right: 'publish', decides: true },
  'POST /v1/pauses': { right: 'pause' },
  'POST /v1/stops': { right: 'pause', decides: true },
  'DELETE /v1/pauses/{campaign}': { right: 'pause', decides: true },
  'GET /v1/set-asides': { right: 'personalData' },
  'GET /v1/set-asides/message': { right: 'personalData' },
  'POST /v1/set-asides': { right: 'edit' },
  'POST /v1/set-asides/replay': { right: 'edit' },
  'POST /v1/set-asides/mend': { right: 'edit', decides: true },
  'GET /v1/tasks': { right: 'personalData' },
  'POST /v1/tasks/steps': { right: 'personalData', decides: true },
  'GET /v1/settings': { right: 'read' },
  'GET /v1/rights': { right: 'read' },
  'GET /v1/mails': { right: 'personalData' },
  'GET /v1/mails/{mail}': { right: 'personalData' },
  'GET /v1/masked-mails': { right: 'read' },
  'GET /v1/masked-mails/{mail}': { right: 'read' },
  'GET /v1/deliverability': { right: 'read' },
  'POST /v1/test-sends': { right: 'personalData' },
  'GET /v1/ledger/balance': { right: 'read' },
  'GET /v1/ledger/spending': { right: 'read' },
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
