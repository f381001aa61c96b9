import { NOBODY } from '../../contract/task.ts'
import { grantKeyOf } from '../../domain/actions/compensation/compensation.ts'
import {
  type AskedOfAPerson,
  type EntitlementPlan,
  type PaidByItself,
  planNow,
  type TakenBack,
} from '../../domain/actions/entitlement/entitlement.ts'
import type { OwnTask } from '../../domain/actions/service-task/own.ts'
import { paymentsStopped } from '../../domain/campaign/gates/paused.ts'
import { isStatutory } from '../../domain/campaign/owed-to-member.ts'
import { PAYMENTS, type WorldHints } from '../../domain/campaign/world.ts'
import type { Grant } from '../../domain/ledger/grant.ts'
import type { Member, PendingAction } from '../../domain/member/member.ts'
import type { Reason } from '../../domain/reason.ts'
import { ownTaskIn } from '../../domain/texts/own-tasks.ts'
import { say } from '../../domain/texts/say.ts'
import type { Ports } from '../../ports/index.ts'
import { shortHash } from '../../standards/hash.ts'
import type { Alert } from '../alerts.ts'
import { noticeOf } from '../ledger/notice.ts'
import { requesterOf, trancheOf } from '../ledger/terms.ts'
import { allNames } from '../react/leg-names.ts'
import { changeWorld } from '../world/change-world.ts'
import { outcomeOf } from './deliver.ts'
import { openTask } from './open-task.ts'

export interface EntitlementDependencies {
  ports: Pick<Ports, 'bus' | 'ledger' | 'legNames' | 'tasks' | 'world'>
  hints: WorldHints
  now: number
  /** Raises an alarm that a person sees. */
  alert(what: Alert): void
}

type Entitled = PendingAction & { plan: EntitlementPlan }

/** Grants what the law owes, or opens a task where a person has to decide. Gives the outcomes as events. */
export async function deliverEntitlement(
  member: Member,
  action: Entitled,
  dependencies: EntitlementDependencies,
): Promise<string[]> {
  const plan = planNow(action.plan)
  if ('asks' in plan) return ask(member, action, plan, dependencies)
  return 'takesBack' in plan ? takeBack(member, action, plan, dependencies) : pay(member, action, plan, dependencies)
}

/** One task per flight and matter, however often it is asked for. */
async function ask(
  { memberId }: Member,
  action: Entitled,
  { asks, matter }: AskedOfAPerson,
  { ports, now }: EntitlementDependencies,
): Promise<string[]> {
  const { actionId, plan } = action
  const about = [memberId, grantKeyOf(plan.leg, 'statutory')]
  const name = shortHash(matter === undefined ? about : [...about, matter], 22)
  const { leg, within } = plan
  const own: OwnTask = { is: 'owed', leg, asks }
  const opened = await openTask({ name, memberId, about: action, ...inEnglish(own), own, within }, ports, now)
  return [outcomeOf({ memberId, actionId }, 'task.opened', opened, now)]
}

/** How often another grant for the same flight may interfere. */
const TRIES_AT_MOST = 4

/**
 * Grants the difference to what was granted for the flight before: a later report may raise what is owed, and nothing
 * is paid twice. The key of each step names the sum it starts from, so that only one of two simultaneous steps is
 * granted.
 */
async function pay(
  member: Member,
  action: Entitled,
  { owes, perHourMinor }: PaidByItself,
  dependencies: EntitlementDependencies,
): Promise<string[]> {
  const { ports, hints, now } = dependencies
  const { memberId, aliases } = member
  const { actionId, campaign, key: entry, rulebook, plan } = action
  const { currency, amountMinor, regime, source, findings } = owes
  const names = await allNames([plan.leg, ...(plan.otherNames ?? [])], ports)
  for (let tries = 0; tries < TRIES_AT_MOST; tries++) {
    const before = (await ports.ledger.grants([memberId, ...aliases])).filter((each) => isStatutory(names, each.key))
    const own = before.find((each) => each.actionId === actionId)
    if (own) return granted(own)
    if (before.some((each) => each.currency !== currency))
      return ask(
        member,
        action,
        { asks: [{ is: 'otherCurrency' }, ...findings], matter: 'another currency' },
        dependencies,
      )
    if (before.some(({ state }) => state === 'reversed'))
      return ask(member, action, { asks: [{ is: 'takenBackBefore' }, ...findings], matter: 'owed again' }, dependencies)
    const paid = before.reduce((sum, each) => sum + each.amount, 0)
    const amount = amountMinor - paid
    if (amount <= 0) return refused('already-compensated', { is: 'ledger.owedBefore', amount: paid, currency })
    const outcome = await ports.ledger.grant({
      basis: 'statutory',
      key: stepOf(plan.leg, paid),
      alsoKeyed: names.slice(1).map((name) => stepOf(name, paid)),
      memberId,
      actionId,
      campaign,
      entry,
      rulebook,
      law: { regime, source, findings },
      kind: 'cash',
      amount,
      currency,
      costMinor: amount,
      tranche: trancheOf(currency, perHourMinor, hints, now),
      requestedBy: await requesterOf(rulebook, ports.world),
      now,
    })
    if (outcome.granted) return granted(outcome.grant)
    if (outcome.code === 'tranche-exhausted') return stop(member, action, currency, perHourMinor, dependencies)
    if (outcome.code !== 'already-compensated') return refused(outcome.code, outcome.reason)
  }
  throw new Error(`${actionId}: others were granted for the same flight ${TRIES_AT_MOST} times in a row`)

  async function granted(grant: Grant): Promise<string[]> {
    const notice = noticeOf(grant, memberId, now)
    if (!notice) return []
    await ports.bus.publish([notice.announcement])
    return [notice.event]
  }

  async function refused(code: string, reason: Reason): Promise<string[]> {
    const about = { id: `${actionId}:refused`, memberId, campaign, rulebook, occurredAt: new Date(now).toISOString() }
    await ports.bus.publish([
      { type: 'compensation.refused', detail: { ...about, basis: 'statutory', code, reason: say(reason) } },
    ])
    return [outcomeOf({ memberId, actionId }, 'compensation.refused', { code, reason }, now)]
  }
}

/** Reverses what is no longer owed, if the member was not told and nothing was paid. Otherwise a person decides. */
async function takeBack(
  member: Member,
  action: Entitled,
  { takesBack: { amountMinor, currency }, because }: TakenBack,
  dependencies: EntitlementDependencies,
): Promise<string[]> {
  const { ports, now } = dependencies
  const { memberId, aliases, mails } = member
  const { actionId, plan } = action
  const memberIds = [memberId, ...aliases]
  const names = await allNames([plan.leg, ...(plan.otherNames ?? [])], ports)
  const grants = (await ports.ledger.grants(memberIds)).filter(({ key }) => isStatutory(names, key))
  const standing = grants.filter(({ state }) => state === 'granted')
  const isTold = standing.some(({ campaign, at }) =>
    mails.some((mail) => mail.campaign === campaign && mail.claimedAt >= at),
  )
  if (isTold || standing.some((each) => each.owed < each.amount))
    return ask(
      member,
      action,
      { asks: [{ is: 'owesNothing', paid: amountMinor, currency }, ...because], matter: 'nothing owed' },
      dependencies,
    )
  const words: string[] = []
  for (const { grantId } of standing) {
    const change = { what: 'reversed', by: 'wingback', because, release: true } as const
    const { grant } = await ports.ledger.change({ memberIds, grantId, change, now })
    const notice = grant && noticeOf(grant, memberId, now)
    if (!notice) continue
    await ports.bus.publish([notice.announcement])
    words.push(notice.event)
  }
  const reason = { is: 'owed.takenBack', amount: amountMinor, currency } as const
  return [...words, outcomeOf({ memberId, actionId }, 'action.skipped', { gate: 'owed', reason }, now)]
}

/** As it is announced, and kept for whoever cannot read its code. */
function inEnglish(own: OwnTask): { title: string; detail: string } {
  return { detail: '', ...ownTaskIn(own, 'en') }
}

/** The key of a grant for a leg on top of a sum. */
function stepOf(leg: string, paid: number): string {
  const key = grantKeyOf(leg, 'statutory')
  return paid === 0 ? key : `${key}+${paid}`
}

/**
 * Stops payments by themselves: more would be granted in an hour than the airline allows without a person. Somebody is
 * told, and whatever else is owed waits; nothing is lost. Each part may be done again.
 */
async function stop(
  { memberId }: Member,
  action: Entitled,
  currency: string,
  perHourMinor: number,
  { ports, hints, now, alert }: EntitlementDependencies,
): Promise<string[]> {
  const { id } = trancheOf(currency, perHourMinor, hints, now)
  const own: OwnTask = { is: 'paymentsStopped', perHourMinor, currency, resume: PAYMENTS }
  const name = shortHash([id, 'stopped'], 22)
  await openTask({ name, memberId: NOBODY, about: action, ...inEnglish(own), own }, ports, now)
  await changeWorld(
    ports.world,
    (before) => {
      const resumedSince = (before.paymentsResumedAt ?? 0) > (hints.paymentsResumedAt ?? 0)
      if (Object.hasOwn(before.paused, PAYMENTS) || resumedSince) return undefined
      // First the alarm: once the stop is written, nothing comes here again.
      alert('payments-stopped')
      const paused = { ...before.paused, [PAYMENTS]: { since: now, by: 'wingback' } }
      return { state: { ...before, paused }, what: { is: 'pausedPayments', perHourMinor, currency } }
    },
    { at: now, by: 'wingback' },
  )
  const { reason, until } = paymentsStopped(now)
  const held = { gate: 'paused' as const, reason, until: new Date(until).toISOString() }
  return [outcomeOf({ memberId, actionId: action.actionId }, 'action.held', held, now)]
}
