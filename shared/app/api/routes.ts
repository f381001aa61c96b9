import { listAudiences, showAudience } from './audiences.ts'
import { listHistory } from './history.ts'
import type { Route } from './http.ts'
import {
  decideApproval,
  expireGrant,
  grantByHand,
  listApprovals,
  listEntries,
  reconcileNow,
  redeemGrant,
  reverseGrant,
  showBalance,
} from './ledger.ts'
import { explainMember, exportMember, listMembers, showMember } from './members.ts'
import { pause, resume, stop } from './pauses.ts'
import { count, preview } from './preview.ts'
import type { RouteName } from './rights.ts'
import { decideAsked, listAsked } from './rulebook-approvals.ts'
import { publish, rollback, showLive } from './rulebooks.ts'
import { drain, moveClock, recount, showClock, showRun } from './run.ts'
import { listSetAsides, replaySetAsides, setLinesAside } from './set-asides.ts'
import { status } from './status.ts'
import { testSend } from './test-send.ts'

/** What answers each route of `rights.ts`. */
export const routes = {
  'GET /v1/status': status,
  'GET /v1/history': listHistory,
  'GET /v1/members': listMembers,
  'GET /v1/members/{memberId}': showMember,
  'GET /v1/members/{memberId}/export': exportMember,
  'GET /v1/members/{memberId}/explain': explainMember,
  'GET /v1/audiences': listAudiences,
  'GET /v1/audiences/{audience}': showAudience,
  'GET /v1/rulebooks/live': showLive,
  'POST /v1/rulebooks/preview': preview,
  'POST /v1/rulebooks/count': count,
  'PUT /v1/rulebooks': publish,
  'POST /v1/rulebooks/rollback': rollback,
  'GET /v1/rulebooks/approvals': listAsked,
  'POST /v1/rulebooks/approvals/{version}': decideAsked,
  'POST /v1/pauses': pause,
  'POST /v1/stops': stop,
  'DELETE /v1/pauses/{campaign}': resume,
  'GET /v1/set-asides': listSetAsides,
  'POST /v1/set-asides': setLinesAside,
  'POST /v1/set-asides/replay': replaySetAsides,
  'POST /v1/test-sends': testSend,
  'GET /v1/ledger/balance': showBalance,
  'GET /v1/ledger/entries/{memberId}': listEntries,
  'GET /v1/ledger/approvals': listApprovals,
  'POST /v1/ledger/approvals/{grantId}': decideApproval,
  'POST /v1/ledger/grants': grantByHand,
  'POST /v1/ledger/grants/{grantId}/reverse': reverseGrant,
  'POST /v1/ledger/grants/{grantId}/redeem': redeemGrant,
  'POST /v1/ledger/grants/{grantId}/expire': expireGrant,
  'POST /v1/ledger/reconcile': reconcileNow,
  // Only on one machine.
  'GET /v1/run': showRun,
  'GET /v1/clock': showClock,
  'POST /v1/clock': moveClock,
  'POST /v1/drain': drain,
  'POST /v1/recount': recount,
} as const satisfies Record<RouteName, Route>
