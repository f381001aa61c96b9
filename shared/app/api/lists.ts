import { RULEBOOK_AT_MOST } from '../../domain/rulebook/size.ts'
import type { RouteOf } from './http.ts'
import type { RouteName } from './rights.ts'
import type { routes } from './routes.ts'

/**
 * Why a list is never long: it comes a page at a time from an index; it has a bound that does not grow with the members; or it is what is
 * kept of one member, in a partition of their own.
 */
export type Bound = { index: string } | { atMost: number; why: string } | { ofOneMember: string }

type AnswerOf<N extends RouteName> = (typeof routes)[N] extends RouteOf<infer _I, infer A> ? A : never
type KeysOf<A> = A extends unknown ? keyof A : never
type ValueOf<A, K extends PropertyKey> = A extends unknown ? (K extends keyof A ? A[K] : never) : never
type ListsIn<A> = { [K in KeysOf<A> as NonNullable<ValueOf<A, K>> extends readonly unknown[] ? K : never]: Bound }

/** Every list that an answer has. */
type Lists = { [N in RouteName as keyof ListsIn<AnswerOf<N>> extends never ? never : N]: ListsIn<AnswerOf<N>> }

const inRulebook = { atMost: RULEBOOK_AT_MOST.documents, why: 'as many documents as a rulebook has' } as const
const inWords = { atMost: 1000, why: 'lines that say what a rulebook changes' } as const
const behindNumber = { atMost: 100, why: 'of those whom a counter remembers' } as const
const ofPeople = { atMost: 20, why: 'at most as many rights as there are' } as const

/** Each list of the API, with the index it is read from or what bounds it. One that is missing here does not compile. */
export const lists = {
  'GET /v1/me': { rights: ofPeople },
  'GET /v1/status': {
    history: { atMost: 5, why: 'the latest changes' },
    rounds: inRulebook,
    limits: inRulebook,
  },
  'GET /v1/history': { history: { index: 'changes of the world, newest first' } },
  'GET /v1/members': { members: { index: 'the table itself, page by page, for an export of everybody' } },
  'GET /v1/find/members': { members: { index: 'members by address, booking and beginning of the family name' } },
  'GET /v1/members/{memberId}': { timeline: { ofOneMember: 'their records, a page at a time' } },
  'GET /v1/masked-members/{memberId}': {
    timeline: { ofOneMember: 'their records, a page at a time' },
    explanations: inRulebook,
  },
  'GET /v1/members/{memberId}/export': { cards: { ofOneMember: 'their cards, for their right to all that is kept' } },
  'GET /v1/members/{memberId}/explain': { explanations: { ofOneMember: 'their journeys and the campaigns there are' } },
  'GET /v1/members/{memberId}/consents': { consents: { ofOneMember: 'a consent for each purpose and channel' } },
  'POST /v1/member-examples/{memberId}': { differences: inWords, problems: inWords },
  'GET /v1/pictures': { pictures: { index: 'pictures by the time of their upload' } },
  'GET /v1/flights/{flight}/{date}/briefing': { legs: { atMost: 20, why: 'the legs of one flight on one day' } },
  'GET /v1/audiences': { audiences: inRulebook },
  'GET /v1/audiences/{audience}': { page: { index: 'members by audience, in 8 shards' } },
  'GET /v1/audience-counts/{audience}': {
    who: inWords,
    days: { atMost: 31, why: 'the latest days that are kept' },
    usedBy: inRulebook,
  },
  'GET /v1/audiences/{audience}/moves': { members: behindNumber },
  'GET /v1/campaigns': { campaigns: inRulebook },
  'GET /v1/campaigns/{campaign}': {
    who: inWords,
    emailSteps: { atMost: 200, why: 'as many steps as a campaign has' },
  },
  'GET /v1/campaigns/{campaign}/examples': {
    examples: { atMost: 100, why: 'the first, all of them run' },
    problems: inWords,
  },
  'GET /v1/campaigns/{campaign}/journey': { kept: { atMost: 5000, why: 'steps of a campaign, by gate' } },
  'GET /v1/journey-members/{campaign}': { members: behindNumber },
  'GET /v1/today/members': { members: behindNumber },
  'GET /v1/results': {
    reports: { atMost: 10_000, why: 'an analysis for each version of a campaign that was measured' },
  },
  'GET /v1/results/{campaign}': { reports: { atMost: 1000, why: 'an analysis for each version of the campaign' } },
  'POST /v1/results/recount': { differences: { atMost: 1000, why: 'day cohorts that are not as they were counted' } },
  'GET /v1/targets': {
    targets: inRulebook,
    months: { atMost: 36, why: 'the months asked for' },
  },
  'GET /v1/rulebooks/diff': { changes: inWords },
  'POST /v1/rulebooks/preview': {
    stopped: inRulebook,
    asked: inRulebook,
    loosens: inWords,
    changed: inRulebook,
    overlaps: inRulebook,
  },
  'PUT /v1/rulebooks': { loosens: inWords },
  'POST /v1/rulebooks/rollback': { loosens: inWords },
  'GET /v1/rulebooks/approvals': { pending: { atMost: 1, why: 'one rulebook waits at a time' } },
  'GET /v1/drafts': { drafts: { index: 'drafts by state, newest first' } },
  'GET /v1/drafts/{draft}': { behind: inRulebook },
  'GET /v1/drafts/{draft}/lines': { lines: { index: 'what was done on one draft' } },
  'GET /v1/settings': { files: inRulebook },
  'GET /v1/rights': {
    ways: { atMost: 1000, why: 'roles and groups that are set up' },
    rights: ofPeople,
    mine: ofPeople,
  },
  'GET /v1/ledger/spending': {
    budgets: { atMost: 200, why: 'budgets of the rulebook, and those that were used before' },
  },
  'GET /v1/drafts/{draft}/outlook': { campaigns: inRulebook, loosens: inWords },
  'GET /v1/fits': { fits: { atMost: 50, why: 'two a month, kept for two years' } },
  'GET /v1/satisfaction': {
    topics: { atMost: 100, why: 'the topics that surveys ask of' },
    places: { atMost: 100, why: 'those with most answers' },
    hotSpots: { atMost: 100, why: 'the worst of a week' },
  },
  'POST /v1/drafts/{draft}/renders': { problems: inWords, checks: { atMost: 20, why: 'one for each kind of check' } },
  'POST /v1/member-renders/{draft}': { problems: inWords, checks: { atMost: 20, why: 'one for each kind of check' } },
  'POST /v1/drafts/{draft}/examples': { examples: { atMost: 100, why: 'as many as one call runs' }, problems: inWords },
  'POST /v1/drafts/{draft}/steps': {
    problems: inWords,
    behind: inRulebook,
  },
  'GET /v1/set-asides': { entries: { index: 'what was set aside, by key' } },
  'GET /v1/tasks': { tasks: { index: 'tasks by team and state' } },
  'GET /v1/mails': { mails: { index: 'mails by what came of them' } },
  'GET /v1/masked-mails': { mails: { index: 'mails by what came of them' } },
  'GET /v1/deliverability': {
    campaigns: { atMost: 1000, why: 'campaigns that sent in a month' },
    domains: { atMost: 101, why: 'domains that are counted by themselves' },
  },
  'GET /v1/ledger/balance': { books: { atMost: 200, why: 'budgets of the rulebook, and those that were used before' } },
  'GET /v1/ledger/entries/{memberId}': {
    entries: { ofOneMember: 'what was booked of them' },
    grants: { ofOneMember: 'what they were granted' },
  },
  'GET /v1/ledger/approvals': { pending: { atMost: 100, why: 'the first that wait, in the order of their deadline' } },
  'POST /v1/ledger/reconcile': { findings: { atMost: 1000, why: 'the first that are found' } },
  'POST /v1/recount': { corrected: { atMost: 100_000, why: 'counters that were off, on one machine' } },
} as const satisfies Lists
