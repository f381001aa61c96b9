import type { Announcement } from '../../contract/announcements.ts'
import { apartKeyOf } from '../../contract/apart.ts'
import { ownEvent } from '../../contract/own-event.ts'
import { legNamed } from '../../domain/member/finders.ts'
import type { PendingAction } from '../../domain/member/member.ts'
import { monthsIn } from '../../domain/receipt.ts'
import { addMonths, type CountsByMonth } from '../../domain/targets/counts.ts'
import type { Departure, FinderWord, Ports } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import type { Alert } from '../alerts.ts'
import { queueOf } from '../deliver/queue-of.ts'
import { sumMails } from '../feedback/deliverability.ts'
import { noteHeard } from '../feedback/reputation.ts'
import { erasureOf } from '../privacy/erase.ts'
import type { RulebookCache } from '../rulebooks.ts'
import type { Arrival } from './arrival.ts'
import type { TurnResult } from './member-turn.ts'
import { type Counts, sumCounts } from './tally.ts'

/** A member's turn that was written, with its events. */
export interface Done {
  turn: TurnResult
  arrivals: readonly Arrival[]
}

/** The ports that a reaction needs beside the members. */
export type FollowUpPorts = Pick<
  Ports,
  | 'audiences'
  | 'finders'
  | 'departures'
  | 'results'
  | 'records'
  | 'setAsides'
  | 'tally'
  | 'counters'
  | 'months'
  | 'mails'
  | 'mailCounts'
  | 'reputation'
  | 'suppressions'
  | 'world'
  | 'queues'
  | 'bus'
>

export interface FollowUpDependencies {
  ports: FollowUpPorts
  rulebooks: RulebookCache
  /** The live rulebook's version. */
  rulebook: string | undefined
  now: number
  alert(what: Alert): void
  onError(error: unknown): void
}

/** Hands over what the turns came to. The records come last: a record says that everything was handed over. */
export async function followUp(done: readonly Done[], dependencies: FollowUpDependencies): Promise<void> {
  const counted = await handOver(done, dependencies)
  await moveCounters(
    done.map(({ turn }) => turn),
    counted,
    dependencies,
  )
}

async function handOver(done: readonly Done[], dependencies: FollowUpDependencies): Promise<Counted> {
  const { ports, now } = dependencies
  const turns = done.map(({ turn }) => turn)
  for (const { address, ...suppressed } of turns.flatMap((turn) => turn.suppressed))
    await ports.suppressions.add(address, suppressed)
  for (const [kind, actions] of Map.groupBy(uniqueActions(turns), ({ action }) => action.kind)) {
    await ports.queues.send(
      queueOf(kind),
      actions.map(({ memberId, action }) => JSON.stringify({ memberId, actionId: action.actionId })),
    )
  }
  const erased = turns.filter((turn) => turn.erased)
  if (erased.length > 0)
    await ports.queues.send(
      'erasures',
      erased.map(({ memberId }) => erasureOf(memberId)),
    )
  const memberships = turns.flatMap((turn) => turn.memberships)
  if (memberships.length > 0) await ports.audiences.put(memberships, now)
  // Events about members go before what is only kept beside them. Otherwise an answer to a merged card's email could
  // come before the card's emails have reached the card that goes on.
  const messages = turns.flatMap((turn) => turn.messages)
  if (messages.length > 0)
    await ports.queues.send(
      'events',
      messages.map((message) => ownEvent(message, now)),
    )
  const announcements = turns.flatMap((turn) => turn.announcements)
  if (announcements.length > 0) await ports.bus.publish(announcements.map((text) => JSON.parse(text) as Announcement))
  const finders = turns.flatMap((turn) => turn.finders)
  if (finders.length > 0) await ports.finders.put(finders, now)
  const departures = finders.flatMap((word) => departureOf(word, now))
  if (departures.length > 0) await ports.departures.note(departures)
  await noteResults(turns, ports, now)
  const words = turns.flatMap((turn) => turn.mailWords)
  if (words.length > 0) await ports.mails.note(words)

  const counted: Counted = { counts: turns.map((turn) => turn.counts), months: {} }
  for (const turn of turns) addMonths(counted.months, turn.months)
  for (const each of done) await noteDeliveries(each, counted, dependencies)
  const records = turns.flatMap((turn) => turn.records)
  if (records.length > 0) await ports.records.put(records)
  return counted
}

/** Of who is booked on a leg that is yet to depart. */
function departureOf({ name, finder }: FinderWord, now: number): Departure[] {
  const leg = legNamed(name)
  const departsAt = finder?.seat?.departsAt
  return leg !== undefined && departsAt !== undefined && departsAt > now ? [{ leg, departsAt }] : []
}

/**
 * Moves the counters. This is not tried again: what is handed over again would be counted twice. After a failure they
 * are too low until they are counted anew.
 */
async function moveCounters(
  turns: readonly TurnResult[],
  { counts, months }: Counted,
  dependencies: FollowUpDependencies,
): Promise<void> {
  const { ports, now, onError } = dependencies
  const sum = sumCounts(counts)
  if (Object.keys(sum).length > 0) await ports.tally.add(sum).catch(onError)
  if (Object.keys(months).length > 0) await ports.months.add(months, monthsOfErased(turns)).catch(onError)
  const mails = sumMails(turns.map((turn) => turn.mails))
  for (const [month, tallies] of Object.entries(mails)) await ports.mailCounts.add(month, tallies).catch(onError)
  const changes = turns.flatMap((turn) => turn.counted)
  if (changes.length > 0) await ports.counters.add(changes, now).catch(onError)
  const heard = turns.flatMap((turn) => turn.heard)
  if (heard.length > 0) await noteHeard(heard, dependencies).catch(onError)
}

/** Figures of erased members: no record of theirs is kept to count them from. */
function monthsOfErased(turns: readonly TurnResult[]): CountsByMonth {
  const months: CountsByMonth = {}
  for (const turn of turns) if (turn.erased) addMonths(months, turn.months)
  return months
}

/** How the counters move. */
interface Counted {
  counts: Counts[]
  months: CountsByMonth
}

/** Notes repeated deliveries, and removes entries of what was set aside and is accepted now. */
async function noteDeliveries(
  { turn, arrivals }: Done,
  { counts, months }: Counted,
  { ports, now }: FollowUpDependencies,
): Promise<void> {
  for (const { memberId, id, delivery } of turn.duplicates) {
    if (await ports.records.noteDuplicate(memberId, id, delivery, expiryOf('records', now)))
      counts.push({ duplicates: 1 })
  }
  for (const record of turn.again) {
    if (!(await ports.records.putNew(record))) continue
    counts.push({ [`accepted.${record.type}`]: 1 })
    addMonths(months, monthsIn(record.body))
  }
  for (const { envelope } of arrivals) {
    for (const key of new Set([envelope.setAsideKey, apartKeyOf(envelope)]))
      if (key && (await ports.setAsides.remove(key))) counts.push({ setAside: -1 })
  }
}

/** The index of assignments comes first: a touched cohort is counted from it. */
async function noteResults(
  turns: readonly TurnResult[],
  { results }: Pick<Ports, 'results'>,
  now: number,
): Promise<void> {
  const analyses = turns.flatMap((turn) => turn.analyses)
  if (analyses.length > 0) await results.define(analyses)
  const assignments = turns.flatMap((turn) => turn.assignments)
  if (assignments.length > 0) await results.note(assignments, now)
  const touched = turns.flatMap((turn) => turn.touched)
  if (touched.length > 0) await results.touch(touched)
}

function uniqueActions(turns: readonly TurnResult[]): { memberId: string; action: PendingAction }[] {
  const byId = new Map<string, { memberId: string; action: PendingAction }>()
  for (const turn of turns)
    for (const action of turn.actions) byId.set(action.actionId, { memberId: turn.memberId, action })
  return [...byId.values()]
}
