import { ownEvent } from '../../contract/own-event.ts'
import { MINUTE } from '../../domain/calendar.ts'
import type { Ports } from '../../ports/index.ts'

/** So many in one run at most, once a minute: 333 a second. The rest is due in the next. */
const AT_MOST = 20_000

interface Wake {
  memberId: string
  wakeAt: number
}

/**
 * Wakes the members that are due. A member stays in the index until it has reacted: one who is woken twice finds
 * nothing to do the second time. Gives how many.
 */
export async function wakeDue({
  ports,
  now,
  sent,
}: {
  ports: Pick<Ports, 'members' | 'queues'>
  now: number
  /** Those of earlier runs, where somebody remembers. */
  sent?: SentWakes
}): Promise<number> {
  const all = await ports.members.due(now, AT_MOST)
  const due = sent ? all.filter((wake) => !sent.lately(wake, now)) : all
  const events = due.map(({ memberId, wakeAt }) =>
    ownEvent(
      { type: 'member.woken', id: `woken:${wakeAt}`, memberId, fields: { dueAt: new Date(wakeAt).toISOString() } },
      now,
    ),
  )
  if (events.length > 0) await ports.queues.send('events', events)
  for (const wake of due) sent?.note(wake, now)
  return due.length
}

/** So long a wake is left to the queue before it is sent once more. */
const SENT_AGAIN_AFTER = 15 * MINUTE
const REMEMBERED_AT_MOST = 200_000

/**
 * Which wakes this process has sent: a storm of them that waits in the queue is not made longer each minute by the same
 * ones. What is forgotten with the process comes twice, which does no harm.
 */
export interface SentWakes {
  lately(wake: Wake, now: number): boolean
  note(wake: Wake, now: number): void
}

export function sentWakes(): SentWakes {
  const sentAt = new Map<string, number>()
  const keyOf = ({ memberId, wakeAt }: Wake) => `${memberId}\n${wakeAt}`
  return {
    lately(wake, now) {
      const age = now - (sentAt.get(keyOf(wake)) ?? Number.NEGATIVE_INFINITY)
      return age >= 0 && age < SENT_AGAIN_AFTER
    },
    note(wake, now) {
      if (sentAt.size >= REMEMBERED_AT_MOST) sentAt.delete(sentAt.keys().next().value!)
      sentAt.set(keyOf(wake), now)
    },
  }
}
