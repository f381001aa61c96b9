import type { Basis } from '../../contract/index.ts'
import { grantKeyOf } from '../../domain/actions/compensation/compensation.ts'
import { calendarOf } from '../../domain/calendar.ts'
import { namesOfCause } from '../../domain/ledger/cause.ts'
import { BY_HAND, type GrantKind } from '../../domain/ledger/grant.ts'
import { namedComplaint } from '../../domain/ledger/named-complaint.ts'
import { namedFlight } from '../../domain/ledger/named-flight.ts'
import type { Member } from '../../domain/member/member.ts'
import { USUAL_TIME } from '../../domain/rulebook/approval.ts'
import { costOfMiles, mileValueOn, minorOf } from '../../domain/rulebook/mile-value.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { Saying } from '../../domain/texts/saying.ts'
import type { GrantRequest } from '../../ports/index.ts'
import { shortHash } from '../../standards/hash.ts'
import { nearest } from '../../standards/nearest.ts'
import { goodwillTerms, thresholdOf, trancheOf } from './terms.ts'

/** What an agent grants. */
export interface HandGrant {
  basis: Basis
  kind: GrantKind
  /** Miles, or minor units of `currency`. */
  amount: number
  currency?: string
  /** Goodwill only. */
  budget?: string | undefined
  /** The cause: one of these. */
  complaintId?: string | undefined
  leg?: string | undefined
  /** The leg is right, although nothing says that the member was on it. */
  unknownLeg?: boolean
  /** The complaint exists, although nothing is known of it here. */
  unknownComplaint?: boolean
  cause?: string | undefined
  reason: string
  by: string
}

export type HandRequest =
  | { ok: true; request: GrantRequest }
  | { ok: false; code: string; message: Saying | string; hint?: Saying | string | undefined }

/** Grants by law have no threshold: by hand they always take two persons. */
const ALWAYS = { aboveMinor: 0, within: USUAL_TIME }

/**
 * The request for an agent's grant. Its key is a campaign's, so that one cause is paid once, and the same grant asked
 * for twice is one.
 */
export function handRequest(
  grant: HandGrant,
  member: Member,
  live: Rulebook | undefined,
  { asOf, paymentsResumedAt, now }: Omit<World, 'live'>,
): HandRequest {
  if (!live) return wrong('nothing-live', ({ api }) => api.nothingLiveNoBudget)
  const world = { live, asOf, paymentsResumedAt, now }
  const { basis, kind, amount, currency, reason, by } = grant
  const flight =
    grant.leg === undefined
      ? undefined
      : namedFlight(grant.leg, member, { ...live.settings, unknownToo: grant.unknownLeg === true })
  if (flight && !flight.ok) return flight
  const complaint =
    grant.complaintId === undefined
      ? undefined
      : namedComplaint(grant.complaintId, member, { unknownToo: grant.unknownComplaint === true })
  if (complaint && !complaint.ok) return complaint
  const names = namesOfCause({ ...grant, leg: flight?.leg }, basis, member, live.settings)
  const [cause = `${BY_HAND}:${grant.cause}`, ...others] = names
  const key = grantKeyOf(cause, basis)
  const actionId = `hand-${shortHash([member.memberId, key, kind, String(amount), currency ?? ''], 22)}`
  const common = {
    key,
    ...(others.length > 0 && { alsoKeyed: others.map((each) => grantKeyOf(each, basis)) }),
    memberId: member.memberId,
    actionId,
    campaign: BY_HAND,
    rulebook: live.version,
    reason,
    kind,
    amount,
    requestedBy: by,
    now,
  }
  return basis === 'statutory' ? owedByLaw(grant, common, world) : goodwill(grant, common, world)
}

/** The fields that both kinds of grant have. */
type Common = Omit<GrantRequest, 'basis' | 'costMinor' | 'currency'>

interface World {
  live: Rulebook
  asOf: number
  paymentsResumedAt: number | undefined
  now: number
}

function owedByLaw(
  { budget, currency, amount }: HandGrant,
  common: Common,
  { live, paymentsResumedAt, now }: World,
): HandRequest {
  if (budget !== undefined)
    return wrong(
      'budget-of-a-debt',
      ({ api }) => api.budgetOfADebt,
      ({ api }) => api.budgetOfADebtHint,
    )
  if (currency === undefined) return wrong('not-in-miles', ({ api }) => api.notInMiles)
  const perHourMinor = live.settings.law?.automaticPerHour[currency]
  const tranche = perHourMinor && trancheOf(currency, perHourMinor, { paymentsResumedAt }, now)
  const approval = thresholdOf(ALWAYS, live, now)
  return {
    ok: true,
    request: { ...common, basis: 'statutory', currency, costMinor: amount, approval, ...(tranche && { tranche }) },
  }
}

function goodwill(grant: HandGrant, common: Common, { live, asOf, now }: World): HandRequest {
  const { kind, amount, currency } = grant
  if (grant.budget === undefined) return wrong('missing-budget', ({ api }) => api.missingBudget, listed(live.budgets))
  const budget = live.budgets[grant.budget]
  if (!budget) {
    const meant = nearest(grant.budget, Object.keys(live.budgets))
    const { budget: asked } = grant
    const hint: Saying = meant ? ({ hints }) => hints.meant(meant) : listed(live.budgets)
    return wrong('no-such-budget', ({ api }) => api.noSuchBudget(asked), hint)
  }
  if (kind !== 'miles' && currency !== budget.currency)
    return wrong('wrong-currency', ({ api }) => api.wrongCurrency(budget.id, budget.currency))
  const day = calendarOf(live.settings.zone).dateOf(now)
  const mileValue = kind === 'miles' ? mileValueOn(budget, day) : undefined
  if (kind === 'miles' && !mileValue) return wrong('missing-mile-value', ({ api }) => api.noMiles(budget.id))
  const costMinor = mileValue ? costOfMiles(amount, mileValue) : amount
  const rule = budget.approval?.[0]
  const request: GrantRequest = {
    ...common,
    basis: 'goodwill',
    costMinor,
    ...(currency !== undefined && { currency }),
    ...goodwillTerms(budget.id, { own: live, live, asOf, now }),
    ...(rule && { approval: thresholdOf({ ...rule, aboveMinor: minorOf(rule.above, budget, day) }, live, now) }),
  }
  return { ok: true, request }
}

function listed(budgets: Rulebook['budgets']): Saying {
  return ({ hints }) => hints.thereAre(Object.keys(budgets).join(', '))
}

function wrong(code: string, message: Saying, hint?: Saying): HandRequest {
  return { ok: false, code, message, hint }
}
