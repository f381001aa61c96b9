import * as z from 'zod'
import { ownEvent } from '../../contract/own-event.ts'
import type { WingbackEventType, wingbackEvents } from '../../contract/wingback.ts'
import { traitsOf } from '../../domain/actions/index.ts'
import type { ActionKind, ActionPlan } from '../../domain/actions/kinds.ts'
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

/** A message that asks for an action. The action itself is in the member's item. */
export interface Order {
  messageId: string
  memberId: string
  actionId: string
  /** The queue delivers it again: an earlier worker died or reported a failure. */
  retried: boolean
}

/** What every delivery needs. */
export interface DeliveryDependencies {
  ports: Pick<Ports, 'members' | 'limits' | 'queues' | 'bus'>
  rulebooks: RulebookCache
  hints: WorldHints
  now: number
  /** Called for an error that concerns one order only; the others go on. */
  onError(error: unknown): void
}

/** The outcome of an action, as an event; with a delay where somebody else usually reports it first. */
export type Outcome = string | { event: string; afterSeconds: number }

/** The outcomes of a batch, and the messages to be tried again. */
export interface Delivered {
  outcomes: Outcome[]
  failed: string[]
}

/** Ids fit into a key of the table. */
const order = z.object({ memberId: z.string().min(1).max(128), actionId: z.string() })

/**
 * Reads orders from messages. Only our own functions write to these queues, so a message that is no order goes to the
 * dead-letter queue, where somebody sees it.
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
 * Does an action that was claimed. Gives its outcomes; `again` to be tried later; or `conflict` where the member was
 * written meanwhile and nothing was done, so that the claim is made anew at once. `isFresh`: the member was read with strong
 * consistency.
 */
type Perform<K extends ActionKind> = (
  member: Member,
  claimed: Claim & { claim: 'go'; action: { plan: ActionPlan<K> } },
  stored: StoredMember,
  isFresh: boolean,
) => Promise<Outcome[] | 'again' | 'conflict'>

export type Performs<K extends ActionKind> = { readonly [E in K]: Perform<E> }

interface HowToDeliver {
  recall?: Recall
  /**
   * An action is only done once its claim was written over the member that was read. So that one may be older: then nothing is
   * written, and what it says of the action is asked anew. Such a read costs half.
   */
  writesFirst?: boolean
}

/** What an action had done before a gate closed, as events; undefined: nothing. */
export type Recall = (member: Member, action: PendingAction) => Promise<string[] | undefined>

/** How often a member is read again after a conflict. */
export const TRIES_AT_MOST = 8

/**
 * Delivers a batch: reads all members in one call, then claims each action and, if the claim says go, does it. Outcomes
 * are in the queue of events before a message is done with. A kind of action that the queue brings and nothing here
 * performs does not compile.
 */
export async function deliver<Q extends QueueName>(
  queue: Q,
  messages: readonly QueueMessage[],
  dependencies: DeliveryDependencies,
  performs: Performs<KindOn<Q>>,
  { recall, writesFirst = false }: HowToDeliver = {},
): Promise<string[]> {
  const { ports } = dependencies
  const perform = performOf(queue, performs)
  const { orders, unreadable } = ordersOf(messages)
  if (unreadable.length > 0) dependencies.onError(new Error(`${unreadable.length} messages are no orders`))
  const members = await ports.members.read([...new Set(orders.map((each) => each.memberId))], {
    consistent: !writesFirst,
  })
  const older = writesFirst ? new Set(members.values()) : new Set<StoredMember>()
  const byMember = [...Map.groupBy(orders, (each) => each.memberId).values()]
  const delivered = await Promise.all(
    byMember.map(async (some) => {
      const done: Delivered = { outcomes: [], failed: [] }
      for (const each of some) {
        try {
          const outcomes = await deliverOne(each, { members, older }, dependencies, perform, recall)
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

/**
 * The function for any kind of action. One that does not belong in this queue is an error: its order ends in the
 * dead-letter queue, where somebody sees it.
 */
function performOf(queue: QueueName, performs: Partial<Performs<ActionKind>>): Perform<ActionKind> {
  return (member, claimed, stored, isFresh) => {
    const { kind } = claimed.action.plan
    const perform = performs[kind] as Perform<ActionKind> | undefined
    if (!perform) throw new Error(`the queue ${queue} has an action of the kind ${kind}, which nothing does there`)
    return perform(member, claimed, stored, isFresh)
  }
}

async function sendOutcomes(outcomes: readonly Outcome[], { queues }: Pick<Ports, 'queues'>): Promise<void> {
  const said = outcomes.map((each) => (typeof each === 'string' ? { event: each, afterSeconds: 0 } : each))
  for (const [delaySeconds, some] of Map.groupBy(said, (each) => each.afterSeconds)) {
    const events = some.map(({ event }) => event)
    await queues.send('events', events, delaySeconds > 0 ? { delaySeconds } : undefined)
  }
}

/** Members that were read and not yet used, and which of them may be older than what is stored. */
interface Read {
  members: Map<string, StoredMember>
  older: ReadonlySet<StoredMember>
}

async function deliverOne(
  order: Order,
  { members, older }: Read,
  dependencies: DeliveryDependencies,
  perform: Perform<ActionKind>,
  recall: Recall | undefined,
): Promise<Outcome[] | 'again'> {
  const { ports, rulebooks, hints, now } = dependencies
  const { memberId, actionId, retried } = order
  const counted: Counted = { minute: false, journey: false }
  for (let tries = 0; tries < TRIES_AT_MOST; tries++) {
    const known = members.get(memberId)
    const isFresh = !known || !older.has(known)
    const read = known ?? (await ports.members.read([memberId], { consistent: true })).get(memberId)
    members.delete(memberId)
    if (!read) return []
    const member = decodeMember(read)
    const action = member.pending.find((each) => each.actionId === actionId)
    const rulebook = action && (await rulebooks.load(action.rulebook))
    const live = rulebook && hints.rulebook !== undefined ? await rulebooks.load(hints.rulebook) : rulebook
    const asked = claim(member, actionId, { rulebook, world: hints, now, live, retried })
    if (asked.claim !== 'go' && !isFresh) continue
    const claimed = asked.claim === 'go' ? await withinLimits(asked, live, counted, ports, now) : asked
    if (claimed === 'count') {
      const placed = asWrite(withPlace(member, actionId), read)
      if ((await ports.members.write(placed)) === 'written') members.set(memberId, placed)
      continue
    }
    const stopped = claimed.claim === 'hold' || claimed.claim === 'skip'
    const done = stopped && action && (await recall?.(member, action))
    if (done) return done
    const outcomes = await answer(claimed, order, now, (going) => perform(member, going, read, isFresh))
    if (outcomes !== 'conflict') return outcomes
  }
  return 'again'
}

async function answer(
  claimed: Claim,
  order: Order,
  now: number,
  go: (claimed: Claim & { claim: 'go' }) => ReturnType<Perform<ActionKind>>,
): ReturnType<Perform<ActionKind>> {
  switch (claimed.claim) {
    case 'go':
      return go(claimed)
    case 'gone':
      return []
    // Another message has claimed it, and comes again if nothing comes of it.
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

/** An action that was claimed, and nobody reported its outcome. */
function notKnown(order: Order, { kind }: PendingAction, now: number): string {
  const type = traitsOf(kind).notKnown ?? 'email.unknown'
  const reason = { is: type === 'message.unknown' ? 'message.senderStopped' : 'mail.senderStopped' } as const
  return outcomeOf(order, type, { reason }, now)
}

/** The fields of an outcome beside those that say whose it is. */
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

/** Outcomes that one action may have more than once: each time is an event of its own. */
const REPEATABLE = new Set<string>(['action.held', 'email.unknown', 'message.unknown'])

/** The member as claimed (or unclaimed), ready to be written over what was read. */
export function asWrite(member: Member, stored: StoredMember): StoredMember {
  return { ...stored, version: stored.version + 1, state: encodeMember(member) }
}
