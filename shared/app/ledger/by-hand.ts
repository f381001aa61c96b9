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
  /** Of goodwill. */
  budget?: string | undefined
  /** What for: one of these. */
  complaintId?: string | undefined
  leg?: string | undefined
  /** The leg is right, though the member is not known on it. */
  unknownLeg?: boolean
  /** There is such a complaint, though nothing is known of it. */
  unknownComplaint?: boolean
  cause?: string | undefined
  reason: string
  by: string
}

export type HandRequest =
  | { ok: true; request: GrantRequest }
  | { ok: false; code: string; message: string; hint?: string | undefined }

/** What the law is said to owe has no threshold: by hand it takes two persons, whatever it is. */
const ALWAYS = { aboveMinor: 0, within: USUAL_TIME }

/**
 * The request an agent's grant makes. It has the same key as a campaign's, so that one cause pays once; the same grant
 * asked for again is the same.
 */
export function handRequest(
  grant: HandGrant,
  member: Member,
  live: Rulebook | undefined,
  { asOf, paymentsResumedAt, now }: { asOf: number; paymentsResumedAt: number | undefined; now: number },
): HandRequest {
  if (!live) return wrong('nothing-live', 'no rulebook is live yet, and with it no budget')
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
  if (basis === 'statutory' && grant.budget !== undefined)
    return wrong('budget-of-a-debt', 'what the law owes is a debt without a budget', 'leave out either of the two')
  if (basis === 'statutory') {
    if (currency === undefined) return wrong('not-in-miles', 'what the law owes is paid in money')
    const perHourMinor = live.settings.law?.automaticPerHour[currency]
    const tranche = perHourMinor && trancheOf(currency, perHourMinor, { paymentsResumedAt }, now)
    const approval = thresholdOf(ALWAYS, live, now)
    return {
      ok: true,
      request: { ...common, basis, currency, costMinor: amount, approval, ...(tranche && { tranche }) },
    }
  }
  if (grant.budget === undefined)
    return wrong('missing-budget', 'goodwill is paid from a budget: name it', listed(live.budgets))
  const budget = live.budgets[grant.budget]
  if (!budget) {
    const meant = nearest(grant.budget, Object.keys(live.budgets))
    const hint = meant ? `did you mean "${meant}"?` : listed(live.budgets)
    return wrong('no-such-budget', `no budget of the live rulebook is called "${grant.budget}"`, hint)
  }
  if (kind !== 'miles' && currency !== budget.currency)
    return wrong('wrong-currency', `${budget.id} is in ${budget.currency}`)
  const day = calendarOf(live.settings.zone).dateOf(now)
  const mileValue = kind === 'miles' ? mileValueOn(budget, day) : undefined
  if (kind === 'miles' && !mileValue) return wrong('missing-mile-value', `${budget.id} does not pay miles`)
  const costMinor = mileValue ? costOfMiles(amount, mileValue) : amount
  const rule = budget.approval?.[0]
  const request: GrantRequest = {
    ...common,
    basis,
    costMinor,
    ...(currency !== undefined && { currency }),
    ...goodwillTerms(budget.id, { own: live, live, asOf, now }),
    ...(rule && { approval: thresholdOf({ ...rule, aboveMinor: minorOf(rule.above, budget, day) }, live, now) }),
  }
  return { ok: true, request }
}

function listed(budgets: Rulebook['budgets']): string {
  return `there are: ${Object.keys(budgets).join(', ') || 'none yet'}`
}

function wrong(code: string, message: string, hint?: string): HandRequest {
  return { ok: false, code, message, hint }
}
