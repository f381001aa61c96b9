import type { Announcement } from '../../contract/announcements.ts'
import { ownEvent } from '../../contract/own-event.ts'
import type { PendingAction } from '../../domain/member/member.ts'
import type { Ports } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import type { Alert } from '../alerts.ts'
import { queueOf } from '../deliver/queue-of.ts'
import { noteHeard } from '../feedback/reputation.ts'
import { erasureOf } from '../privacy/erase.ts'
import type { RulebookCache } from '../rulebooks.ts'
import type { Arrival } from './arrival.ts'
import type { MemberTurn } from './member-turn.ts'
import { sumCounts } from './tally.ts'

/** A member's turn that was written, with the events it was for. */
export interface Done {
  turn: MemberTurn
  arrivals: readonly Arrival[]
}

/** What a reaction touches beside the member. */
export type FollowUpPorts = Pick<
  Ports,
  'audiences' | 'seats' | 'records' | 'setAsides' | 'tally' | 'reputation' | 'suppressions' | 'world' | 'queues' | 'bus'
>

export interface FollowUpDependencies {
  ports: FollowUpPorts
  rulebooks: RulebookCache
  /** The live rulebook's version. */
  rulebook: string | undefined
  now: number
  alert(what: Alert): void
}

/** Hands over what the turns came to; the records last, because they say that all of it was. */
export async function followUp(done: readonly Done[], dependencies: FollowUpDependencies): Promise<void> {
  const { ports, now } = dependencies
  const turns = done.map(({ turn }) => turn)
  for (const { address, ...suppressed } of turns.flatMap((turn) => turn.suppressed))
    await ports.suppressions.add(address, suppressed)
  for (const [kind, actions] of Map.groupBy(uniqueActions(turns), ({ action }) => action.kind)) {
    await ports.queues.send(
      queueOf[kind],
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
  const seats = turns.flatMap((turn) => turn.seats)
  if (seats.length > 0) await ports.seats.put(seats, now)
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
    for (const { memberId, id, delivery } of turn.duplicates) {
      if (await ports.records.noteDuplicate(memberId, id, delivery, expiryOf('records', now)))
        counts.push({ duplicates: 1 })
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
  const heard = turns.flatMap((turn) => turn.heard)
  if (heard.length > 0) await noteHeard(heard, dependencies)
}

function uniqueActions(turns: readonly MemberTurn[]): { memberId: string; action: PendingAction }[] {
  const byId = new Map<string, { memberId: string; action: PendingAction }>()
  for (const turn of turns)
    for (const action of turn.actions) byId.set(action.actionId, { memberId: turn.memberId, action })
  return [...byId.values()]
}
