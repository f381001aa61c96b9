import type { Ports } from '../ports.ts'
import { ownEvent } from './own-event.ts'

/** So many in one run at most: the rest is due in the next. */
const AT_MOST = 2000

/**
 * Wakes the members that are due. A member stays in the index until it has reacted: one who is woken twice finds
 * nothing to do the second time. Gives how many.
 */
export async function wakeDue({
  ports,
  now,
}: {
  ports: Pick<Ports, 'members' | 'queues'>
  now: number
}): Promise<number> {
  const due = await ports.members.due(now, AT_MOST)
  const events = due.map(({ memberId, wakeAt }) =>
    ownEvent(
      { type: 'member.woken', id: `woken:${wakeAt}`, memberId, fields: { dueAt: new Date(wakeAt).toISOString() } },
      now,
    ),
  )
  if (events.length > 0) await ports.queues.send('events', events)
  return due.length
}
