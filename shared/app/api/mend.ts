import * as z from 'zod'
import { parseEnvelope } from '../../contract/index.ts'
import { changeWorld } from '../world/change-world.ts'
import { ok, refuse, route } from './http.ts'
import { queueFor } from './set-asides.ts'

const mending = z.object({
  key: z.string().min(1).max(200),
  /** The event's type, where that was wrong. */
  type: z.string().min(1).max(100).optional(),
  /** The whole detail as it should have been. */
  detail: z.record(z.string(), z.unknown()),
})

/**
 * Sends an event that was set aside once more, as somebody has mended it. What would be set aside again is refused, with
 * what is still wrong. The entry goes when the event is accepted, as with a replay; who mended it stays in the history.
 */
export const mendSetAside = route(mending, async ({ key, type, detail }, { ports, now }, { by }) => {
  const entry = await ports.setAsides.read(key)
  if (!entry)
    return refuse(
      404,
      'no-such-set-aside',
      ({ api }) => api.noSuchSetAside,
      ({ api }) => api.noSuchSetAsideHint,
    )
  const envelope = { ...entry.envelope, detail, ...(type !== undefined && { 'detail-type': type }) }
  const at = now()
  const parsed = parseEnvelope(envelope, at)
  if (!parsed.ok) {
    const { fault } = parsed
    return refuse(422, 'still-wrong', fault.message, fault.hint, () => ({ fault }))
  }
  const queue = queueFor({ ...entry, envelope })
  if (!queue) return refuse(422, 'never-an-event', ({ api }) => api.noQueue)
  await ports.queues.send(queue, [JSON.stringify({ ...envelope, setAsideKey: key })])
  const what = { is: 'mended', key, code: entry.fault.code } as const
  await changeWorld(ports.world, (before) => ({ state: before, what }), { at, by })
  return ok({ sent: true })
})
