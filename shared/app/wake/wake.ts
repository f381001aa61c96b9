import { ownEvent } from '../../contract/own-event.ts'
import { MINUTE } from '../../domain/calendar.ts'
import type { Ports } from '../../ports/index.ts'

/** Members in one run at most, once a minute: 333 a second. The rest is due in the next run. */
const AT_MOST = 20_000

interface Wake {
  memberId: string
  wakeAt: number
}

/**
 * Wakes the members that are due. They stay in the index until they have reacted; a second wake finds nothing to do.
 * Gives how many were woken.
 */
export async function wakeDue({
  ports,
  now,
  sent,
}: {
  ports: Pick<Ports, 'members' | 'queues'>
  now: number
  /** Wakes of earlier runs, if this process remembers them. */
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

/** A wake is left to the queue for so long before it is sent again. */
const SENT_AGAIN_AFTER = 15 * MINUTE
const REMEMBERED_AT_MOST = 200_000

/**
 * Wakes that this process has sent. When many wait in the queue, the same ones are not added each minute. A new process
 * may send them again, which does no harm.
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
