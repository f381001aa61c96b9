import pMap from 'p-map'
import type { MemberEvent } from '../../contract/index.ts'
import { LIMITS, type Member } from '../../domain/member/member.ts'
import { recall } from '../../domain/member/seen.ts'
import type { WorldHints } from '../../domain/react.ts'
import { type AcceptedAs, type Ports, recordKey } from '../../ports/index.ts'
import type { Alert } from '../alerts.ts'
import type { Fail, QueueMessage } from '../each-alone.ts'
import type { RulebookCache } from '../rulebooks.ts'
import type { Arrival } from './arrival.ts'
import { readMessages } from './arrivals.ts'
import { type Done, type FollowUpPorts, followUp } from './follow-up.ts'
import { type OnHand, onHandOf, type RecordsToAsk, recordsToAsk, type TurnContext, takeTurn } from './member-turn.ts'
import { askMerge, onward } from './merges.ts'
import { alertsOf, conflictOf, type Faulty, setAside } from './set-aside.ts'

export interface ReactDependencies {
  ports: Pick<Ports, 'members' | 'cards'> & FollowUpPorts
  rulebooks: RulebookCache
  hints: WorldHints
  /** The live rulebook's version. */
  rulebook: string | undefined
  now: number
  /** Called for an error that concerns one member only; the others go on. */
  onError(error: unknown): void
  /** Waits for a random time up to this, so that writers that collided do not collide again. */
  pause(atMostMs: number): Promise<void>
  /** Raises an alarm that a person sees. */
  alert(what: Alert): void
  /** Called with the number of SES's reports on emails that are not ours. */
  notOurs?(count: number): void
}

/** After a conflict the member is read again here. The message's receive count is left for real failures. */
const TRIES_AT_MOST = 12
/** So many members are written at the same time. */
const AT_ONCE = 16

/**
 * Reacts to a batch of messages: reads all members in one call, writes each, hands over everything that follows, and
 * puts the records last. Gives the ids of the messages to be tried again.
 */
export async function reactToBatch(
  messages: readonly QueueMessage[],
  dependencies: ReactDependencies,
): Promise<string[]> {
  const failed = new Set<string>()
  const fail: Fail = (error, some) => {
    dependencies.onError(error)
    for (const { messageId } of some) failed.add(messageId)
  }
  const { arrivals, faults, notOurs } = await readMessages(messages, dependencies, fail)
  if (notOurs > 0) dependencies.notOurs?.(notOurs)
  await putAside(faults, dependencies, fail)
  const byMember = Map.groupBy(arrivals, ({ event }) => event.memberId)
  const stored = await dependencies.ports.members.read([...byMember.keys()])
  const groups: { onHand: OnHand; all: Arrival[] }[] = []
  for (const [memberId, all] of byMember) {
    try {
      groups.push({ onHand: onHandOf(memberId, stored.get(memberId)), all })
    } catch (error) {
      fail(error, all)
    }
  }
  const keys = groups.map(({ onHand, all }) => keysToAsk(onHand, all))
  const recorded = await recordedAt(keys, dependencies)
  const done: Done[] = []
  await pMap(
    groups,
    async ({ onHand, all }) => {
      const last = await takeTurns(onHand, all, recorded, dependencies, fail)
      if (last) done.push(last)
    },
    { concurrency: AT_ONCE },
  )
  await followUpAll(done, dependencies, fail)
  return [...failed]
}

/** When so many turns in a row fail alone, the fault is not in one of them, and the rest is not tried. */
const FAILURES_IN_A_ROW = 3

/**
 * Follows up all turns together, which is cheapest. Where that fails, each is tried alone, so that a bad one harms no
 * other.
 */
async function followUpAll(done: readonly Done[], dependencies: ReactDependencies, fail: Fail): Promise<void> {
  try {
    return await followUp(done, dependencies)
  } catch (error) {
    if (done.length === 1) return fail(error, done[0]!.arrivals)
  }
  let inARow = 0
  for (const each of done) {
    try {
      if (inARow >= FAILURES_IN_A_ROW)
        throw new Error('what follows from a turn is not tried: it failed for others too')
      await followUp([each], dependencies)
      inARow = 0
    } catch (error) {
      inARow++
      fail(error, each.arrivals)
    }
  }
}

/**
 * Takes a member's events in turns of at most `LIMITS.seen`: the member remembers no more until their records are put.
 * Each turn is followed up before the next begins; the last one is returned, to be followed up together with those of
 * other members.
 */
async function takeTurns(
  first: OnHand,
  all: readonly Arrival[],
  recorded: Recorded,
  dependencies: ReactDependencies,
  fail: Fail,
): Promise<Done | undefined> {
  let onHand = first
  let left = all
  try {
    for (;;) {
      const some = nextOf(left)
      const done = await writeTurn(onHand, some, recorded, dependencies, fail)
      const rest = left.filter(({ messageId }) => !done.took.has(messageId))
      if (rest.length === 0) return done
      // Outside of any catch of its own: if it fails, this turn's messages are tried again too. A second delivery alone
      // would be taken for a duplicate.
      await followUp([done], dependencies)
      left = rest
      for (const record of done.turn.records) recorded.set(recordKey(record.memberId, record.id), record)
      if (done.turn.write) onHand = onHandOf(onHand.memberId, done.turn.write)
    }
  } catch (error) {
    fail(error, left)
    return undefined
  }
}

/** A turn ends with a merge: what comes after it belongs to the card that goes on. */
function nextOf(arrivals: readonly Arrival[]): Arrival[] {
  const some = arrivals.slice(0, LIMITS.seen)
  const merge = some.findIndex(({ event }) => event.type === 'member.merged')
  return merge < 0 ? some : some.slice(0, merge + 1)
}

type Recorded = Map<string, AcceptedAs>
type RecordKey = { memberId: string; id: string }
type KeysToAsk = Record<keyof RecordsToAsk, RecordKey[]>

async function recordedAt(all: readonly KeysToAsk[], { ports }: ReactDependencies): Promise<Recorded> {
  const [unsure, unrecorded] = [all.flatMap((keys) => keys.unsure), all.flatMap((keys) => keys.unrecorded)]
  const found = await Promise.all([
    unsure.length > 0 ? ports.records.accepted(unsure, { consistent: true }) : [],
    unrecorded.length > 0 ? ports.records.accepted(unrecorded) : [],
  ])
  return new Map(found.flatMap((some) => [...some]))
}

/** A record is kept under the member's own id or, from before a merge, under that of a merged card. */
function keysToAsk({ memberId, member, stored }: OnHand, arrivals: readonly Arrival[]): KeysToAsk {
  if (!stored) return { unsure: [], unrecorded: [] }
  const cards = [memberId, ...member.aliases]
  const keysOf = (ids: readonly string[]) => cards.flatMap((card) => ids.map((id) => ({ memberId: card, id })))
  const { unsure, unrecorded } = recordsToAsk(member, arrivals)
  return { unsure: keysOf(unsure), unrecorded: keysOf(unrecorded) }
}

/**
 * Reacts and writes; after a conflict reads the member and starts again. Of a merged card, sends its events on to the
 * card that goes on.
 */
async function writeTurn(
  first: OnHand,
  arrivals: Arrival[],
  known: Recorded,
  dependencies: ReactDependencies,
  fail: Fail,
): Promise<Done & { took: ReadonlySet<string> }> {
  const { ports } = dependencies
  let onHand = first
  let recorded = known
  for (let tries = 0; tries < TRIES_AT_MOST; tries++) {
    if (tries > 0) {
      await dependencies.pause(10 * 2 ** Math.min(tries, 6))
      const { memberId } = onHand
      onHand = onHandOf(memberId, (await ports.members.read([memberId], { consistent: true })).get(memberId))
      recorded = await recordedAt([keysToAsk(onHand, arrivals)], dependencies)
    }
    const { mergedInto } = onHand.member
    const sentOn = mergedInto === undefined ? [] : arrivals.filter(({ event }) => !staysHere(event, onHand.member))
    const stay = arrivals.filter((each) => !sentOn.includes(each))
    const asked = await askMerge(stay, onHand.member, ports)
    if (asked === 'again') continue
    const { here, refused } = asked
    const turn = takeTurn(onHand, here, await contextOf(onHand, recorded, dependencies))
    if (!turn.write && tries === 0 && here.some(({ event }) => isOfUnknownAction(event, onHand.member))) continue
    // Written before the member is: afterwards nothing says any more under which names they are found.
    if (turn.erased) await ports.finders.put(turn.finders, dependencies.now)
    if (turn.write && (await ports.members.write(turn.write)) === 'conflict') continue
    if (mergedInto !== undefined) await sendOn(sentOn, mergedInto, dependencies, fail)
    const tooLate = turn.refused.map(({ arrival, fault }) => ({ ...arrival, fault }))
    await putAside([...refused, ...turn.conflicts.map(conflictOf), ...tooLate], dependencies, fail)
    for (const { arrival, error } of turn.failed) fail(error, [arrival])
    const took = here.slice(0, turn.took)
    const undone = new Set([...turn.conflicts, ...[...turn.refused, ...turn.failed].map(({ arrival }) => arrival)])
    const done = took.filter((each) => !undone.has(each))
    return { turn, arrivals: done, took: new Set([...took, ...sentOn, ...refused].map(({ messageId }) => messageId)) }
  }
  throw new Error(`a member was written by others ${TRIES_AT_MOST} times in a row`)
}

/**
 * Whether the event reports on an action that this copy of the member does not know. The copy may be older than the
 * decision; then the report would be lost, since nothing is written and no condition fails. So the member is read once
 * more. A noted email was claimed, hence read after it was decided.
 */
function isOfUnknownAction(event: MemberEvent, { mails }: Member): boolean {
  return 'actionId' in event && !mails.some(({ actionId }) => actionId === event.actionId)
}

async function contextOf(
  { memberId, member }: OnHand,
  recorded: Recorded,
  { rulebooks, rulebook, hints, now }: ReactDependencies,
): Promise<TurnContext> {
  const versions = new Set([...member.journeys, ...member.pending].map((run) => run.rulebook))
  for (const version of versions) await rulebooks.load(version)
  const cards = [memberId, ...member.aliases]
  return {
    rulebook: rulebook === undefined ? undefined : await rulebooks.load(rulebook),
    rulebookOf: (version) => rulebooks.get(version),
    world: hints,
    now,
    acceptedAs: (id) => cards.map((card) => recorded.get(recordKey(card, id))).find((each) => each !== undefined),
  }
}

const STAYS = new Set<string>(['member.woken', 'member.released', 'member.forgotten'])

/** Events that stay with a merged card: those meant for the card itself, and those it has seen, the merge above all. */
function staysHere(event: MemberEvent, member: Member): boolean {
  return STAYS.has(event.type) || typeof recall(member, event.id, event.occurredAt) === 'object'
}

async function sendOn(
  arrivals: readonly Arrival[],
  mergedInto: string,
  dependencies: ReactDependencies,
  fail: Fail,
): Promise<void> {
  if (arrivals.length === 0) return
  const sent = await onward(arrivals, mergedInto, dependencies.ports)
  await putAside(sent.lost, dependencies, fail)
  if (sent.onward.length > 0) await dependencies.ports.queues.send('events', sent.onward)
}

/** Sets messages aside, and raises an alarm where somebody's rights depend on one. */
async function putAside(faults: readonly Faulty[], dependencies: ReactDependencies, fail: Fail): Promise<void> {
  await setAside(faults, dependencies, fail)
  for (const what of alertsOf(faults)) dependencies.alert(what)
}
