import { actions as actionKinds } from '../actions/plans.ts'
import { decodeMember } from '../domain/member/codec.ts'
import { LIMITS, type PendingAction } from '../domain/member/member.ts'
import type { WorldHints } from '../domain/react.ts'
import { type Envelope, type Fault, type MemberEvent, parseEnvelope } from '../events/index.ts'
import { type Announcement, type Ports, recordKey, type StoredMember } from '../ports.ts'
import { type Arrival, type MemberTurn, recordsToAsk, type TurnContext, takeTurn } from './member-turn.ts'
import { ownEvent } from './own-event.ts'
import type { RulebookCache } from './rulebooks.ts'
import { envelopeOf, setAsideOf } from './set-aside.ts'
import { addTo, type Counts, sumCounts } from './tally.ts'

/** A message of the queue of events. */
export interface Message {
  messageId: string
  body: string
}

export interface ReactDependencies {
  ports: Pick<Ports, 'members' | 'records' | 'setAsides' | 'tally' | 'queues' | 'bus'>
  rulebooks: RulebookCache
  hints: WorldHints
  /** The live rulebook's version. */
  rulebook: string | undefined
  now: number
  /** Told of what goes wrong with one member alone: the others are not harmed. */
  onError(error: unknown): void
}

/** A card that was merged sends its events on; so many times at most, so that cards merged in a circle come to an end. */
const HOPS_AT_MOST = 4
/** Conflicts are met by reading again, not by using up the queue's receives. */
const TRIES_AT_MOST = 12
/** Members are written side by side, so many at once. */
const AT_ONCE = 16

/**
 * Reacts to a batch: one read for all its members, one write each, then everything that follows, then the records.
 * Gives the ids of the messages to be tried again.
 */
export async function reactToBatch(messages: readonly Message[], dependencies: ReactDependencies): Promise<string[]> {
  const { arrivals, faults } = sort(messages, dependencies.now)
  await setAside(faults, dependencies)
  const byMember = Map.groupBy(arrivals, ({ event }) => event.memberId)
  const stored = await dependencies.ports.members.read([...byMember.keys()])
  const failed: string[] = []
  const done: { turn: MemberTurn; arrivals: Arrival[] }[] = []
  const groups = [...byMember].map(([memberId, all]) => ({ memberId, all }))
  const recorded = await deliveriesOf(groups, stored, dependencies)

  await inParallel(groups, AT_ONCE, async ({ memberId, all }) => {
    for (const some of chunks(all, LIMITS.seen)) {
      try {
        const turn = await writeTurn(memberId, some, stored, recorded, dependencies)
        if (turn) done.push({ turn, arrivals: some })
      } catch (error) {
        dependencies.onError(error)
        failed.push(...some.map(({ messageId }) => messageId))
      }
    }
  })
  await followUp(done, dependencies)
  return failed
}

interface Faulty {
  envelope: Envelope
  fault: Fault
}

function sort(messages: readonly Message[], now: number): { arrivals: Arrival[]; faults: Faulty[] } {
  const arrivals: Arrival[] = []
  const faults: Faulty[] = []
  for (const { messageId, body } of messages) {
    const { envelope, fault } = envelopeOf(body, messageId)
    if (fault) {
      faults.push({ envelope, fault })
      continue
    }
    const parsed = parseEnvelope(envelope, now)
    if (!parsed.ok) faults.push({ envelope, fault: parsed.fault })
    else if (parsed.event.type === 'flight.disrupted') faults.push({ envelope, fault: wholeFlight })
    else arrivals.push({ messageId, envelope, event: parsed.event as MemberEvent })
  }
  return { arrivals, faults }
}

const wholeFlight: Fault = {
  code: 'unprocessable',
  path: 'detail-type',
  message: 'a whole flight came to the queue of members',
}

async function setAside(faults: readonly Faulty[], { ports, now }: ReactDependencies): Promise<void> {
  const counts: Counts = {}
  for (const { envelope, fault } of faults) {
    if (await ports.setAsides.put(setAsideOf(envelope, fault, now))) addTo(counts, 'setAside', 1)
  }
  if (faults.length > 0) await ports.tally.add(counts)
}

type Deliveries = Map<string, string>

async function deliveriesOf(
  groups: readonly { memberId: string; all: Arrival[] }[],
  stored: Map<string, StoredMember>,
  { ports }: ReactDependencies,
): Promise<Deliveries> {
  const keys = groups.flatMap(({ memberId, all }) => keysToAsk(memberId, stored.get(memberId), all))
  return keys.length > 0 ? ports.records.deliveries(keys) : new Map()
}

/** A record may be under the member's own id or, from before a merge, under a card that was absorbed. */
function keysToAsk(
  memberId: string,
  stored: StoredMember | undefined,
  arrivals: readonly Arrival[],
): { memberId: string; id: string }[] {
  const ids = recordsToAsk(stored, arrivals)
  if (ids.length === 0 || !stored) return []
  return [memberId, ...decodeMember(stored).aliases].flatMap((card) => ids.map((id) => ({ memberId: card, id })))
}

/** Reads, reacts, writes; on a conflict again. Undefined: the events were sent on to another card. */
async function writeTurn(
  memberId: string,
  arrivals: Arrival[],
  read: Map<string, StoredMember>,
  recorded: Deliveries,
  dependencies: ReactDependencies,
): Promise<MemberTurn | undefined> {
  const { ports } = dependencies
  let stored = read.get(memberId)
  let deliveries = recorded
  for (let tries = 0; tries < TRIES_AT_MOST; tries++) {
    if (tries > 0) {
      await pause(tries)
      stored = (await ports.members.read([memberId], { consistent: true })).get(memberId)
      const keys = keysToAsk(memberId, stored, arrivals)
      deliveries = keys.length > 0 ? await ports.records.deliveries(keys) : new Map()
    }
    const mergedInto = stored && decodeMember(stored).mergedInto
    const here = mergedInto ? arrivals.filter(({ event }) => staysHere(event)) : arrivals
    const context = await contextOf(memberId, stored, deliveries, dependencies)
    const turn = takeTurn(memberId, stored, here, context)
    if (turn.write && (await ports.members.write(turn.write)) === 'conflict') continue
    if (turn.write) read.set(memberId, turn.write)
    if (mergedInto)
      await sendOn(
        arrivals.filter(({ event }) => !staysHere(event)),
        mergedInto,
        dependencies,
      )
    return turn
  }
  throw new Error(`a member was written by others ${TRIES_AT_MOST} times in a row`)
}

async function contextOf(
  memberId: string,
  stored: StoredMember | undefined,
  deliveries: Deliveries,
  { rulebooks, rulebook, hints, now }: ReactDependencies,
): Promise<TurnContext> {
  const member = stored && decodeMember(stored)
  const versions = new Set([...(member?.journeys ?? []), ...(member?.pending ?? [])].map((run) => run.rulebook))
  for (const version of versions) await rulebooks.load(version)
  const cards = [memberId, ...(member?.aliases ?? [])]
  return {
    rulebook: rulebook === undefined ? undefined : await rulebooks.load(rulebook),
    rulebookOf: (version) => rulebooks.get(version),
    world: hints,
    now,
    deliveryOf: (id) =>
      cards.map((card) => deliveries.get(recordKey(card, id))).find((delivery) => delivery !== undefined),
  }
}

/** What is said to a merged card itself. Everything else is the survivor's. */
function staysHere(event: MemberEvent): boolean {
  return event.type === 'member.woken' || event.type === 'member.released'
}

async function sendOn(arrivals: readonly Arrival[], survivor: string, dependencies: ReactDependencies): Promise<void> {
  const onward: string[] = []
  const lost: Faulty[] = []
  for (const { envelope } of arrivals) {
    const hops = (envelope.hops ?? 0) + 1
    const detail = { ...(envelope.detail as object), memberId: survivor }
    if (hops > HOPS_AT_MOST) lost.push({ envelope, fault: circle })
    else onward.push(JSON.stringify({ ...envelope, hops, detail }))
  }
  await setAside(lost, dependencies)
  if (onward.length > 0) await dependencies.ports.queues.send('events', onward)
}

const circle: Fault = {
  code: 'unprocessable',
  path: 'memberId',
  message: 'the card was merged into one that was merged in turn, in a circle or too far',
}

/** Hands over what the turns came to; the records last, because they say that all of it was. */
async function followUp(
  done: readonly { turn: MemberTurn; arrivals: Arrival[] }[],
  { ports, now }: ReactDependencies,
): Promise<void> {
  const turns = done.map(({ turn }) => turn)
  for (const [kind, actions] of Map.groupBy(uniqueActions(turns), ({ action }) => action.kind)) {
    await ports.queues.send(
      actionKinds[kind].queue,
      actions.map(({ memberId, action }) => JSON.stringify({ memberId, actionId: action.actionId })),
    )
  }
  const messages = turns.flatMap((turn) => turn.messages)
  if (messages.length > 0)
    await ports.queues.send(
      'events',
      messages.map((message) => ownEvent(message, now)),
    )
  const announcements = turns.flatMap((turn) => turn.announcements)
  if (announcements.length > 0) await ports.bus.publish(announcements.map((text) => JSON.parse(text) as Announcement))

  const counts = turns.map((turn) => turn.counts)
  for (const { turn, arrivals } of done) {
    if (turn.erased) await ports.records.erase(arrivals[0]!.event.memberId)
    for (const { memberId, id, delivery } of turn.duplicates) {
      if (await ports.records.noteDuplicate(memberId, id, delivery, expiry(now))) counts.push({ duplicates: 1 })
    }
    for (const record of turn.again) {
      if (await ports.records.putNew(record)) counts.push({ [`accepted.${record.type}`]: 1 })
    }
    for (const { envelope } of arrivals) {
      if (envelope.setAsideKey && (await ports.setAsides.remove(envelope.setAsideKey))) counts.push({ setAside: -1 })
    }
  }
  const records = turns.flatMap((turn) => turn.records)
  if (records.length > 0) await ports.records.put(records)
  const sum = sumCounts(counts)
  if (Object.keys(sum).length > 0) await ports.tally.add(sum)
}

function uniqueActions(turns: readonly MemberTurn[]): { memberId: string; action: PendingAction }[] {
  const byId = new Map<string, { memberId: string; action: PendingAction }>()
  for (const turn of turns)
    for (const action of turn.actions) byId.set(action.actionId, { memberId: turn.memberId, action })
  return [...byId.values()]
}

function expiry(now: number): number {
  return Math.floor(now / 1000) + 2 * 366 * 24 * 3600
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))
}

/** Waits a little longer each time, and not like the others. */
function pause(tries: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** Math.min(tries, 6)))
}

async function inParallel<T>(items: readonly T[], limit: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items]
  await Promise.all(
    Array.from({ length: Math.min(limit, items.length) }, async () => {
      for (let item = left.shift(); item; item = left.shift()) await work(item)
    }),
  )
}
