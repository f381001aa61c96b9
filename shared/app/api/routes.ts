import { listAudienceMoves, showAudienceCounts, showOverlap } from './audience-counts.ts'
import { listAudiences, showAudience } from './audiences.ts'
import { showBriefing } from './briefing.ts'
import { listJourneyMembers, showJourney } from './campaign-journey.ts'
import { diffVersions, listCampaigns, showCampaign } from './campaigns.ts'
import { listConsents, tellConsent } from './consents.ts'
import { showDeliverability } from './deliverability.ts'
import { runDraftExamples } from './draft-examples.ts'
import { renderDraftMail, renderForMember, testSendDraftMail } from './draft-mails.ts'
import { cancelRehearsal, rehearseOnEverybody, showOnEverybody } from './draft-rehearsals.ts'
import {
  createDraft,
  listDraftLines,
  listDrafts,
  publishOrSchedule,
  reviewDraft,
  saveFile,
  showDraft,
  showOutlook,
  showText,
  stepOnDraft,
} from './drafts.ts'
import { eraseMember, showErasure } from './erasure.ts'
import { runExamples } from './examples.ts'
import { findMembers } from './find-members.ts'
import { listFits } from './fits.ts'
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
import { showMail, showMaskedMail } from './mail.ts'
import { listMails, listMaskedMails } from './mails.ts'
import { showMasked } from './masked.ts'
import { showMe } from './me.ts'
import { makeMemberExample } from './member-examples.ts'
import { explainMember, exportMember, listMembers, showMember } from './members.ts'
import { mendSetAside } from './mend.ts'
import { mergeMember } from './merging.ts'
import { pause, resume, stop } from './pauses.ts'
import { showRights } from './people.ts'
import { listPictures, uploadPicture } from './pictures.ts'
import { count, preview } from './preview.ts'
import { listResults, recountResults, showResults } from './results.ts'
import type { RouteName } from './rights.ts'
import { decideAsked, listAsked } from './rulebook-approvals.ts'
import { publish, rollback, showFiles, showLive } from './rulebooks.ts'
import { drain, moveClock, recount, showClock, showRun } from './run.ts'
import { showSample } from './sample.ts'
import { showSatisfaction } from './satisfaction.ts'
import { showSetAsideMessage } from './set-aside-message.ts'
import { listSetAsides, replaySetAsides, setLinesAside } from './set-asides.ts'
import { showSettings } from './settings.ts'
import { showSpending } from './spending.ts'
import { status } from './status.ts'
import { showTargets } from './targets.ts'
import { listTasks, stepOnTask } from './tasks.ts'
import { testSend } from './test-send.ts'
import { listTodayMembers, showToday } from './today.ts'

/** What answers each route of `rights.ts`. */
export const routes = {
  'GET /v1/me': showMe,
  'GET /v1/status': status,
  'GET /v1/today': showToday,
  'GET /v1/today/members': listTodayMembers,
  'GET /v1/history': listHistory,
  'GET /v1/members': listMembers,
  'GET /v1/find/members': findMembers,
  'GET /v1/members/{memberId}': showMember,
  'GET /v1/masked-members/{memberId}': showMasked,
  'GET /v1/members/{memberId}/export': exportMember,
  'GET /v1/members/{memberId}/explain': explainMember,
  'GET /v1/members/{memberId}/consents': listConsents,
  'POST /v1/members/{memberId}/consents': tellConsent,
  'POST /v1/member-examples/{memberId}': makeMemberExample,
  'POST /v1/members/{memberId}/merge': mergeMember,
  'GET /v1/members/{memberId}/erasure': showErasure,
  'POST /v1/members/{memberId}/erasure': eraseMember,
  'GET /v1/flights/{flight}/{date}/briefing': showBriefing,
  'GET /v1/audiences': listAudiences,
  'GET /v1/audiences/{audience}': showAudience,
  'GET /v1/audience-counts/{audience}': showAudienceCounts,
  'GET /v1/audiences/{audience}/moves': listAudienceMoves,
  'GET /v1/audience-overlaps/{audience}': showOverlap,
  'GET /v1/campaigns': listCampaigns,
  'GET /v1/campaigns/{campaign}': showCampaign,
  'GET /v1/campaigns/{campaign}/examples': runExamples,
  'GET /v1/campaigns/{campaign}/journey': showJourney,
  'GET /v1/journey-members/{campaign}': listJourneyMembers,
  'GET /v1/results': listResults,
  'GET /v1/results/{campaign}': showResults,
  'POST /v1/results/recount': recountResults,
  'GET /v1/targets': showTargets,
  'GET /v1/satisfaction': showSatisfaction,
  'GET /v1/fits': listFits,
  'GET /v1/rulebooks/diff': diffVersions,
  'GET /v1/rulebooks/live': showLive,
  'POST /v1/rulebooks/preview': preview,
  'POST /v1/rulebooks/count': count,
  'PUT /v1/rulebooks': publish,
  'POST /v1/rulebooks/rollback': rollback,
  'GET /v1/rulebooks/approvals': listAsked,
  'POST /v1/rulebooks/approvals/{version}': decideAsked,
  'GET /v1/rulebooks/files': showFiles,
  'GET /v1/sample': showSample,
  'GET /v1/drafts': listDrafts,
  'POST /v1/drafts': createDraft,
  'GET /v1/drafts/{draft}': showDraft,
  'GET /v1/drafts/{draft}/lines': listDraftLines,
  'GET /v1/drafts/{draft}/outlook': showOutlook,
  'GET /v1/drafts/{draft}/texts/{text}': showText,
  'PUT /v1/drafts/{draft}/files': saveFile,
  'POST /v1/drafts/{draft}/renders': renderDraftMail,
  'POST /v1/member-renders/{draft}': renderForMember,
  'POST /v1/drafts/{draft}/examples': runDraftExamples,
  'POST /v1/drafts/{draft}/test-sends': testSendDraftMail,
  'GET /v1/pictures': listPictures,
  'POST /v1/pictures': uploadPicture,
  'GET /v1/rehearsals/{draft}': showOnEverybody,
  'POST /v1/rehearsals/{draft}': rehearseOnEverybody,
  'DELETE /v1/rehearsals/{draft}': cancelRehearsal,
  'POST /v1/drafts/{draft}/steps': stepOnDraft,
  'POST /v1/drafts/{draft}/reviews': reviewDraft,
  'POST /v1/drafts/{draft}/publications': publishOrSchedule,
  'POST /v1/pauses': pause,
  'POST /v1/stops': stop,
  'DELETE /v1/pauses/{campaign}': resume,
  'GET /v1/set-asides': listSetAsides,
  'GET /v1/set-asides/message': showSetAsideMessage,
  'POST /v1/set-asides': setLinesAside,
  'POST /v1/set-asides/replay': replaySetAsides,
  'POST /v1/set-asides/mend': mendSetAside,
  'GET /v1/tasks': listTasks,
  'POST /v1/tasks/steps': stepOnTask,
  'GET /v1/settings': showSettings,
  'GET /v1/rights': showRights,
  'GET /v1/mails': listMails,
  'GET /v1/mails/{mail}': showMail,
  'GET /v1/masked-mails': listMaskedMails,
  'GET /v1/masked-mails/{mail}': showMaskedMail,
  'GET /v1/deliverability': showDeliverability,
  'POST /v1/test-sends': testSend,
  'GET /v1/ledger/balance': showBalance,
  'GET /v1/ledger/spending': showSpending,
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
