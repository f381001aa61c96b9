import type * as z from 'zod'
import type { CompensationPlan } from '../../domain/actions/compensation/compensation.ts'
import type { Member, PendingAction } from '../../domain/member/member.ts'
import { say } from '../../domain/texts/say.ts'
import type { GrantOutcome, Ports } from '../../ports/index.ts'
import { jsonOf } from '../../standards/json.ts'
import type { Alert } from '../alerts.ts'
import { eachAlone, type QueueMessage } from '../each-alone.ts'
import { noticeOf } from '../ledger/notice.ts'
import { telling } from '../ledger/telling.ts'
import { goodwillTerms, requesterOf, thresholdOf } from '../ledger/terms.ts'
import { type DeliveryDependencies, deliver, outcomeOf } from './deliver.ts'
import { deliverEntitlement } from './entitlement.ts'

export interface CompensationDependencies extends DeliveryDependencies {
  ports: Pick<Ports, 'members' | 'limits' | 'queues' | 'bus' | 'ledger' | 'legNames' | 'tasks' | 'world'>
  /** Raises an alarm that a person sees. */
  alert(what: Alert): void
}

/**
 * Grants compensation in the ledger, each once, announces it on the bus and tells the member. One that a second person
 * must approve is reserved; its action waits in the outbox until it is decided or its time is over.
 */
export async function deliverCompensations(
  messages: readonly QueueMessage[],
  dependencies: CompensationDependencies,
): Promise<string[]> {
  const asked = messages.map((message) => ({ ...message, telling: telling.safeParse(jsonOf(message.body)).data }))
  const failed = await eachAlone(
    asked.filter(({ telling }) => telling),
    ({ telling }) => tell(telling!, dependencies),
    dependencies.onError,
  )
  const orders = asked.filter(({ telling }) => !telling)
  const recall = (member: Member, action: PendingAction) => toldBefore(member, action, dependencies)
  const undone = await deliver(
    'compensations',
    orders,
    dependencies,
    {
      compensation: (member, { action }) => grant(member, action, dependencies),
      entitlement: (member, { action }) => deliverEntitlement(member, action, dependencies),
    },
    { recall },
  )
  return [...failed, ...undone]
}

async function grant(
  member: Member,
  action: PendingAction & { plan: CompensationPlan },
  dependencies: CompensationDependencies,
): Promise<string[]> {
  const { ports, now } = dependencies
  const { plan, actionId } = action
  const outcome = await settled(await ask(member, action, plan, dependencies), member, dependencies)
  if (outcome.granted || outcome.code === 'awaits-approval') {
    return announced(outcome.grant, member.memberId, dependencies)
  }
  const { memberId } = member
  const { code, reason } = outcome
  const { campaign, rulebook } = action
  const about = { memberId, campaign, rulebook, occurredAt: new Date(now).toISOString() }
  await ports.bus.publish([
    { type: 'compensation.refused', detail: { id: `${actionId}:refused`, ...about, code, reason: say(reason) } },
  ])
  return [outcomeOf({ memberId, actionId }, 'compensation.refused', { code, reason }, now)]
}

async function ask(
  { memberId }: Member,
  action: PendingAction,
  plan: CompensationPlan,
  { ports, rulebooks, hints, now }: CompensationDependencies,
): Promise<GrantOutcome> {
  const { actionId, campaign, key: entry, rulebook: version } = action
  const { grantKey: key, alsoKeyed, reason, pays: kind, amount, currency, costMinor, approval } = plan
  const requestedBy = await requesterOf(version, ports.world)
  const what = {
    key,
    ...(alsoKeyed && { alsoKeyed }),
    actionId,
    campaign,
    entry,
    rulebook: version,
    reason,
    kind,
    amount,
    costMinor,
    requestedBy,
    now,
  }
  const own = await rulebooks.load(version)
  const live = hints.rulebook === undefined ? undefined : await rulebooks.load(hints.rulebook)
  const request = { ...what, memberId, ...(approval && { approval: thresholdOf(approval, live ?? own, now) }) }
  if (plan.basis === 'statutory') return ports.ledger.grant({ ...request, basis: 'statutory', currency: currency! })
  const terms = goodwillTerms(plan.budget!, { own, live, asOf: hints.version, now })
  return ports.ledger.grant({ ...request, basis: 'goodwill', ...(currency !== undefined && { currency }), ...terms })
}

/**
 * A reservation that nobody decided on in time is given back. If somebody decides at the same moment and is first, that
 * stands.
 */
async function settled(
  outcome: GrantOutcome,
  { memberId, aliases }: Member,
  { ports, now }: CompensationDependencies,
): Promise<GrantOutcome> {
  if (outcome.granted || outcome.code !== 'awaits-approval' || now < outcome.grant.until!) return outcome
  const { grantId } = outcome.grant
  const memberIds = [memberId, ...aliases]
  const change = await ports.ledger.change({ memberIds, grantId, change: { what: 'lapsed' }, now })
  const grant = 'grant' in change ? change.grant : undefined
  return grant?.state === 'granted'
    ? { granted: true, grantId, again: true, grant }
    : { granted: false, code: 'approval-lapsed', reason: { is: 'approval.lapsed' } }
}

/** What was granted before a gate closed stands, and the member is told. */
async function toldBefore(
  { memberId, aliases }: Member,
  { actionId }: PendingAction,
  dependencies: CompensationDependencies,
): Promise<string[] | undefined> {
  const grants = await dependencies.ports.ledger.grants([memberId, ...aliases])
  const own = grants.find((each) => each.actionId === actionId)
  return own && own.state !== 'pending' ? announced(own, memberId, dependencies) : undefined
}

async function tell(
  { memberId, grantId }: z.output<typeof telling>,
  dependencies: CompensationDependencies,
): Promise<void> {
  const grants = await dependencies.ports.ledger.grants([memberId])
  const grant = grants.find((each) => each.grantId === grantId)
  const events = grant ? await announced(grant, memberId, dependencies) : []
  if (events.length > 0) await dependencies.ports.queues.send('events', events)
}

async function announced(
  grant: Parameters<typeof noticeOf>[0],
  memberId: string,
  { ports, now }: CompensationDependencies,
): Promise<string[]> {
  const notice = noticeOf(grant, memberId, now)
  if (!notice) return []
  await ports.bus.publish([notice.announcement])
  return [notice.event]
}
