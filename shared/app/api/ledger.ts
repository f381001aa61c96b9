import { setTimeout } from 'node:timers/promises'
import * as z from 'zod'
import * as fields from '../../contract/fields.ts'
import { rootCursor } from '../../domain/cursor.ts'
import type { Change, Entry, Grant, GrantKind } from '../../domain/ledger/grant.ts'
import { entryIn, grantIn } from '../../domain/ledger/in-words.ts'
import type { Member } from '../../domain/member/member.ts'
import type { Finding } from '../../domain/problem.ts'
import { readMoney } from '../../domain/rulebook/read.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { saying } from '../../domain/texts/say.ts'
import type { Saying } from '../../domain/texts/saying.ts'
import type { Book, ChangeOutcome, GrantRefusal, PendingGrant } from '../../ports/index.ts'
import { notPaidOn } from '../../standards/currency.ts'
import { handRequest } from '../ledger/by-hand.ts'
import { reconcile } from '../ledger/reconcile.ts'
import { statementOf } from '../ledger/statement.ts'
import { tellingOf } from '../ledger/telling.ts'
import { survivorOf } from '../survivor.ts'
import { type ApiContext, type ApiPorts, ok, type Refusal, refuse, route, WAIT_AT_MOST_MS } from './http.ts'
import { liveRulebook, zoneOf } from './live-rulebook.ts'
import { noSuchMember } from './members.ts'
import { seesPeople } from './who.ts'

const why = z.string().min(1).max(300)
const grantId = z.string().regex(/^[\w-]{22}$/, 'a grant is named by 22 letters, as `ledger entries` shows')

/** Every book: what is left of budgets, what is reserved, owed, redeemed and expired, by campaign. */
export const showBalance = route(z.object({}), async (_input, context) => {
  const [books, live] = await Promise.all([context.ports.ledger.books(), liveRulebook(context)])
  const all = [...books, ...untouched(live, books)]
  return ok({ books: all.map((book) => statementOf(book, live, context.now())) })
})

/** Budgets of the live rulebook from which nothing was granted yet. */
function untouched(live: Rulebook | undefined, books: readonly Book[]): Book[] {
  const budgets = Object.values(live?.budgets ?? {}).filter(({ id }) => !books.some(({ book }) => book === id))
  return budgets.map(({ id, currency, limitMinor }) => {
    return { book: id, currency, limitMinor, leftMinor: limitMinor, spentMinor: 0, balances: [] }
  })
}

export const listEntries = route(
  z.object({ memberId: fields.memberId }),
  async ({ memberId }, context, { language }) => {
    const { ports } = context
    const member = await holderOf(memberId, ports)
    if (!member) return noSuchMember(memberId)
    const cards = [member.memberId, ...member.aliases]
    const [journal, held, zone] = await Promise.all([
      ports.ledger.entries(cards),
      ports.ledger.grants(cards),
      zoneOf(context),
    ])
    const grants = held.map((each) => grantIn(each, language))
    const entries = journal.map((each) => entryIn(each, language))
    return ok({ memberId: member.memberId, zone, grants, entries })
  },
)

/**
 * What waits for a second person, at most 100, with what one member may get from its budget in a year. Who may not see personal
 * data decides about a hash.
 */
export const listApprovals = route(z.object({}), async (_input, context, { who, language }) => {
  const { ports } = context
  const [pending, zone, live] = await Promise.all([ports.ledger.pending(), zoneOf(context), liveRulebook(context)])
  const shown: (PendingGrant | MaskedGrant)[] = seesPeople(who) ? pending : pending.map(masked)
  const perYear = ({ book }: Grant) => live?.budgets[book]?.perMemberYearMinor ?? null
  return ok({
    zone,
    pending: shown.map(({ grant, ...each }) => ({
      ...each,
      grant: grantIn(grant, language),
      perMemberYearMinor: perYear(grant),
    })),
  })
})

interface MaskedGrant {
  memberId: null
  grant: Grant
}

/** A grant without what its member could be told by: the card, and the complaint or flight it is for. */
function masked({ grant }: PendingGrant): MaskedGrant {
  const { entry: _entry, actionId: _actionId, law: _law, ...plain } = grant
  return { memberId: null, grant: { ...plain, key: '', reason: '' } }
}

const DECIDED_HINT: Saying = ({ api }) => api.decidedHint

/** Who decided on it before, where somebody has. */
function notWaiting(decided: Entry | undefined): Refusal {
  if (!decided) return refuse(404, 'no-such-approval', ({ api }) => api.noSuchApproval, DECIDED_HINT)
  const { what, by, at } = decided
  const when = new Date(at).toISOString()
  const decision = what === 'approved' || what === 'refused' ? what : 'other'
  return refuse(
    409,
    'not-pending',
    ({ api }) => (what === 'lapsed' ? api.lapsed(when) : api.decided(decision, by, when)),
    DECIDED_HINT,
  )
}

const decision = z.object({ grantId, decision: z.enum(['approve', 'refuse']), why: why.optional() })

/** A decision on an approval. The waiting journey is notified; its next step may be an email. */
export const decideApproval = route(decision, async (input, context, { by }) => {
  const { ledger } = context.ports
  const waiting = await ledger.waiting(input.grantId)
  if (!waiting) return notWaiting(await ledger.decided(input.grantId, context.now()))
  if (input.decision === 'refuse' && !input.why) return refuse(400, 'missing-reason', ({ api }) => api.missingReason)
  const { member } = await survivorOf(waiting.memberId, context.ports)
  // Of a person who was erased nothing is written down any more.
  const words = member?.erasedAt === undefined ? input.why : undefined
  const change: Change = {
    what: input.decision === 'approve' ? 'approved' : 'refused',
    by,
    ...(words !== undefined && { why: words }),
  }
  return changeGrant([waiting.memberId], input.grantId, change, context)
})

const reversal = z.object({ grantId, memberId: fields.memberId, why, keepBudget: z.boolean().default(false) })

/** A mistake is taken back by an entry of its own. */
export const reverseGrant = route(reversal, async ({ grantId, memberId, why, keepBudget }, context, { by }) => {
  const member = await holderOf(memberId, context.ports)
  if (!member) return noSuchMember(memberId)
  const change: Change = { what: 'reversed', by, why, release: !keepBudget }
  return changeGrant([member.memberId, ...member.aliases], grantId, change, context)
})

const settlement = z.object({
  grantId,
  memberId: fields.memberId,
  /** Names the report: told again, it counts once. */
  key: fields.id,
  amount: z.int().min(1).optional(),
})

const settle = (what: 'redeemed' | 'expired') =>
  route(settlement, async ({ grantId, memberId, key, amount }, context, { by }) => {
    const member = await holderOf(memberId, context.ports)
    if (!member) return noSuchMember(memberId)
    const change: Change = { what, by, key, ...(amount !== undefined && { amount }) }
    return changeGrant([member.memberId, ...member.aliases], grantId, change, context)
  })

/** What the airline's systems report of what was granted. */
export const redeemGrant = settle('redeemed')
export const expireGrant = settle('expired')

const byHand = z
  .object({
    memberId: fields.memberId,
    basis: z.enum(['goodwill', 'statutory']).default('goodwill'),
    miles: z.int().min(1).max(10_000_000).optional(),
    voucher: z.string().max(40).optional(),
    cash: z.string().max(40).optional(),
    budget: z.string().max(64).optional(),
    complaint: z.string().max(128).optional(),
    flight: z.string().max(128).optional(),
    /** The flight is right, though the member is not known on it. */
    unknownFlight: z.boolean().default(false),
    /** So is the complaint. */
    unknownComplaint: z.boolean().default(false),
    cause: fields.id.optional(),
    reason: z.string().min(1).max(100),
  })
  .refine(({ miles, voucher, cash }) => [miles, voucher, cash].filter((each) => each !== undefined).length === 1, {
    error: 'one of miles, voucher, cash',
  })
  .refine(
    ({ complaint, flight, cause }) => [complaint, flight, cause].filter((each) => each !== undefined).length === 1,
    {
      error: 'what for: one of complaint, flight, cause',
    },
  )

/** A grant by an agent, under the same keys, budgets and caps as a campaign's. */
export const grantByHand = route(byHand, async (input, context, { by }) => {
  const { ports, now } = context
  const {
    basis,
    budget,
    complaint: complaintId,
    flight: leg,
    unknownFlight: unknownLeg,
    unknownComplaint,
    cause,
    reason,
  } = input
  const member = await holderOf(input.memberId, ports)
  if (!member) return noSuchMember(input.memberId)
  const paid = paidOf(input, new Date(now()).toISOString().slice(0, 10))
  if ('code' in paid) return refuse(400, paid.code, paid.message, paid.hint)
  const [live, { version, paymentsResumedAt }] = await Promise.all([liveRulebook(context), ports.world.read()])
  const what = { basis, ...paid, budget, complaintId, leg, unknownLeg, unknownComplaint, cause, reason, by }
  const asked = handRequest(what, member, live, { asOf: version, paymentsResumedAt, now: now() })
  if (!asked.ok) return refuse(422, asked.code, asked.message, asked.hint)
  const outcome = await ports.ledger.grant(asked.request)
  if (!outcome.granted && outcome.code !== 'awaits-approval')
    return refuse(409, outcome.code, saying(outcome.reason), REFUSAL_HINTS[outcome.code])
  const { grant } = outcome
  await tell([member.memberId, ...member.aliases], grant, ports)
  const { zone } = live!.settings
  return ok({ grant, again: outcome.granted && outcome.again, waits: !outcome.granted, zone })
})

type Paid = { kind: GrantKind; amount: number; currency?: string }

const REFUSAL_HINTS: Partial<Record<GrantRefusal, Saying>> = { 'tranche-exhausted': ({ api }) => api.trancheHint }

function paidOf(
  { miles, voucher, cash }: z.output<typeof byHand>,
  today: string,
): Paid | Pick<Finding, 'code' | 'message' | 'hint'> {
  if (miles !== undefined) return { kind: 'miles', amount: miles }
  const findings: Finding[] = []
  const money = readMoney(rootCursor(voucher ?? cash, '', findings))
  if (!money) return findings[0]!
  const ended = notPaidOn(money.currency, today)
  if (ended) return { code: 'unknown-currency', ...ended }
  return { kind: voucher === undefined ? 'cash' : 'voucher', amount: money.amountMinor, currency: money.currency }
}

async function changeGrant(memberIds: readonly string[], grantId: string, change: Change, context: ApiContext) {
  const { ports, now } = context
  const outcome: ChangeOutcome = await ports.ledger.change({ memberIds, grantId, change, now: now() })
  const { grant } = outcome
  // Also where it was made before: whoever made it may have stopped before it was told.
  if (grant && (change.what === 'approved' || change.what === 'refused' || change.what === 'reversed'))
    await tell(memberIds, grant, ports)
  const zone = await zoneOf(context)
  if (outcome.changed) return ok({ grant, entry: outcome.entry, again: outcome.again, zone })
  const status = outcome.code === 'no-such-grant' ? 404 : 409
  return refuse(status, outcome.code, outcome.reason)
}

async function tell(memberIds: readonly string[], grant: { person: string; grantId: string }, ports: ApiPorts) {
  const persons = await ports.ledger.persons(memberIds)
  const card = memberIds[persons.indexOf(grant.person)]
  if (card) await ports.queues.send('compensations', [tellingOf(card, grant.grantId)])
}

/** The card that holds what a card had: of a merged one its survivor. */
async function holderOf(memberId: string, ports: ApiPorts): Promise<Member | undefined> {
  const { member } = await survivorOf(memberId, ports)
  return member?.erasedAt === undefined ? member : undefined
}

/** In a request there is time for a small airline's members; in AWS the nightly run has more. */
export const reconcileNow = route(z.object({}), async (_input, { ports, now }) => {
  const { results } = ports
  const msPerLook = WAIT_AT_MOST_MS / 2
  return ok(await reconcile({ ports, results, now: now(), msPerLook, pause: (ms) => setTimeout(ms) }))
})
