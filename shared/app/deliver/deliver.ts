import * as z from 'zod'
import { ownEvent } from '../../contract/own-event.ts'
import type { WingbackEventType, wingbackEvents } from '../../contract/wingback.ts'
import { type ActionKind, type ActionPlan, traitsOf } from '../../domain/actions/kinds.ts'
import { type Claim, claim } from '../../domain/campaign/claim.ts'
import type { WorldHints } from '../../domain/campaign/world.ts'
import { decodeMember, encodeMember } from '../../domain/member/codec.ts'
import type { Member, PendingAction } from '../../domain/member/member.ts'
import type { QueueName } from '../../pipeline.ts'
import type { Ports, StoredMember } from '../../ports/index.ts'
import { jsonOf } from '../../standards/json.ts'
import type { QueueMessage } from '../each-alone.ts'
import type { RulebookCache } from '../rulebooks.ts'
import { type Counted, withinLimits, withPlace } from './limits.ts'
import type { KindOn } from './queue-of.ts'

/** A message that asks for an action to be done: the action itself stands in the member's item. */
export interface Order {
  messageId: string
  memberId: string
  actionId: string
  /** The queue brings it once more: whoever had it before has died, or has said that it failed. */
  retried: boolean
}

/** What every delivery is given. */
export interface DeliveryDependencies {
  ports: Pick<Ports, 'members' | 'limits' | 'queues' | 'bus'>
  rulebooks: RulebookCache
  hints: WorldHints
  now: number
  /** Told of what goes wrong with one order alone: the others are not harmed. */
  onError(error: unknown): void
}

/** What came of an action, as an event; or the same, to be said a little later, where somebody else usually says it first. */
export type Outcome = string | { event: string; afterSeconds: number }

/** What a delivery has made of its orders, and those that are to come again. */
export interface Delivered {
  outcomes: Outcome[]
  failed: string[]
}

/** No longer than a key of the table takes. */
const order = z.object({ memberId: z.string().min(1).max(128), actionId: z.string() })

/**
 * Reads orders from messages. What is none is tried again until it is dead, where somebody sees it: only our own
 * functions write to these queues.
 */
function ordersOf(messages: readonly QueueMessage[]): { orders: Order[]; unreadable: string[] } {
  const orders: Order[] = []
  const unreadable: string[] = []
  for (const { messageId, body, receives = 1 } of messages) {
    const parsed = order.safeParse(jsonOf(body))
    if (parsed.success) orders.push({ messageId, ...parsed.data, retried: receives > 1 })
    else unreadable.push(messageId)
  }
  return { orders, unreadable }
}

/**
 * What a delivery does with an action it may do: gives the outcome as an event, `again` to be asked later, or `conflict`
 * where the member was written in between and nothing was done: the claim is asked anew at once.
 */
type Perform<K extends ActionKind> = (
  member: Member,
  claimed: Claim & { claim: 'go'; action: { plan: ActionPlan<K> } },
  stored: StoredMember,
) => Promise<Outcome[] | 'again' | 'conflict'>

type Performs<K extends ActionKind> = { readonly [E in K]: Perform<E> }

/** What was done of an action before a gate closed, as events; undefined: nothing was. */
export type Recall = (member: Member, action: PendingAction) => Promise<string[] | undefined>

/** How often a member is read again where somebody else has written. */
export const TRIES_AT_MOST = 8

/**
 * Delivers a batch: one read for all members, then for each order the claim and, where it says go, the action itself.
 * Outcomes are sent to the queue of events before a message is done with. Every kind of action that the queue brings has to
 * be performed: a kind that is not does not compile.
 */
export async function deliver<Q extends QueueName>(
  queue: Q,
  messages: readonly QueueMessage[],
  dependencies: DeliveryDependencies,
  performs: Performs<KindOn<Q>>,
  recall?: Recall,
): Promise<string[]> {
  const { ports } = dependencies
  const perform = performOf(queue, performs)
  const { orders, unreadable } = ordersOf(messages)
  if (unreadable.length > 0) dependencies.onError(new Error(`${unreadable.length} messages are no orders`))
  const members = await ports.members.read([...new Set(orders.map((each) => each.memberId))], { consistent: true })
  const byMember = [...Map.groupBy(orders, (each) => each.memberId).values()]
  const delivered = await Promise.all(
    byMember.map(async (some) => {
      const done: Delivered = { outcomes: [], failed: [] }
      for (const each of some) {
        try {
          const outcomes = await deliverOne(each, members, dependencies, perform, recall)
          if (outcomes === 'again') done.failed.push(each.messageId)
          else done.outcomes.push(...outcomes)
        } catch (error) {
          dependencies.onError(error)
          done.failed.push(each.messageId)
        }
      }
      return done
    }),
  )
  await sendOutcomes(
    delivered.flatMap((each) => each.outcomes),
    ports,
  )
  return [...unreadable, ...delivered.flatMap((each) => each.failed)]
}

/** What is done of any kind. Where a queue brings one that it should not, the order is tried again until it is dead, where somebody sees it. */
function performOf(queue: QueueName, performs: Partial<Performs<ActionKind>>): Perform<ActionKind> {
  return (member, claimed, stored) => {
    const { kind } = claimed.action.plan
    const perform = performs[kind] as Perform<ActionKind> | undefined
    if (!perform) throw new Error(`the queue ${queue} has an action of the kind ${kind}, which nothing does there`)
    return perform(member, claimed, stored)
  }
}

async function sendOutcomes(outcomes: readonly Outcome[], { queues }: Pick<Ports, 'queues'>): Promise<void> {
  const said = outcomes.map((each) => (typeof each === 'string' ? { event: each, afterSeconds: 0 } : each))
  for (const [delaySeconds, some] of Map.groupBy(said, (each) => each.afterSeconds)) {
    const events = some.map(({ event }) => event)
    await queues.send('events', events, delaySeconds > 0 ? { delaySeconds } : undefined)
  }
}

/** `members` holds those that were read and have not been dealt with since. */
async function deliverOne(
  order: Order,
  members: Map<string, StoredMember>,
  dependencies: DeliveryDependencies,
  perform: Perform<ActionKind>,
  recall: Recall | undefined,
): Promise<Outcome[] | 'again'> {
  const { ports, rulebooks, hints, now } = dependencies
  const { memberId, actionId, retried } = order
  const counted: Counted = { minute: false, journey: false }
  for (let tries = 0; tries < TRIES_AT_MOST; tries++) {
    const read = members.get(memberId) ?? (await ports.members.read([memberId], { consistent: true })).get(memberId)
    members.delete(memberId)
    if (!read) return []
    const member = decodeMember(read)
    const action = member.pending.find((each) => each.actionId === actionId)
    const rulebook = action && (await rulebooks.load(action.rulebook))
    const live = rulebook && hints.rulebook !== undefined ? await rulebooks.load(hints.rulebook) : rulebook
    const asked = claim(member, actionId, rulebook, hints, now, live, retried)
    const claimed = asked.claim === 'go' ? await withinLimits(asked, live, counted, ports, now) : asked
    if (claimed === 'count') {
      const placed = asWrite(withPlace(member, actionId), read)
      if ((await ports.members.write(placed)) === 'written') members.set(memberId, placed)
      continue
    }
    const stopped = claimed.claim === 'hold' || claimed.claim === 'skip'
    const done = stopped && action && (await recall?.(member, action))
    if (done) return done
    const outcomes = await answer(claimed, order, member, read, now, perform)
    if (outcomes !== 'conflict') return outcomes
  }
  return 'again'
}

async function answer(
  claimed: Claim,
  order: Order,
  member: Member,
  stored: StoredMember,
  now: number,
  perform: Perform<ActionKind>,
): ReturnType<Perform<ActionKind>> {
  switch (claimed.claim) {
    case 'go':
      return perform(member, claimed, stored)
    case 'gone':
      return []
    // It has a message of its own, which comes again where nothing comes of it.
    case 'busy':
      return []
    case 'unknown':
      return [notKnown(order, claimed.action, now)]
    case 'hold': {
      const { gate, reason, until } = claimed
      return [outcomeOf(order, 'action.held', { gate, reason, until: new Date(until).toISOString() }, now)]
    }
    case 'skip': {
      const { gate, reason } = claimed
      return [outcomeOf(order, 'action.skipped', { gate, reason }, now)]
    }
  }
}

/** Nobody has said what came of a claim. */
function notKnown(order: Order, { kind }: PendingAction, now: number): string {
  const type = traitsOf(kind).notKnown ?? 'email.unknown'
  const reason = { is: type === 'message.unknown' ? 'message.senderStopped' : 'mail.senderStopped' } as const
  return outcomeOf(order, type, { reason }, now)
}

/** What one type of outcome says beside whose it is. */
export type OutcomeFields<T extends WingbackEventType> = Omit<
  z.input<(typeof wingbackEvents)[T]>,
  'id' | 'occurredAt' | 'memberId' | 'actionId'
>

/** An action's outcome as an event about the member. */
export function outcomeOf<T extends WingbackEventType>(
  { memberId, actionId }: Pick<Order, 'memberId' | 'actionId'>,
  type: T,
  fields: OutcomeFields<T>,
  now: number,
): string {
  const what = type.split('.')[1]
  const id = REPEATABLE.has(type) ? `${actionId}:${what}:${now}` : `${actionId}:${what}`
  return ownEvent({ type, id, memberId, fields: { ...fields, actionId } }, now)
}

/** What can become of one action more than once: each time is an event of its own. */
const REPEATABLE = new Set<string>(['action.held', 'email.unknown', 'message.unknown'])

/** The member as claimed (or unclaimed), ready to be written over what was read. */
export function asWrite(member: Member, stored: StoredMember): StoredMember {
  return { ...stored, version: stored.version + 1, state: encodeMember(member) }
}
