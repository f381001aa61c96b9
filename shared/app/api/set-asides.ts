import * as z from 'zod'
import { matches } from '../../bus-rule.ts'
import { type Envelope, type Fault, SET_ASIDE_CODES } from '../../contract/index.ts'
import { RAW_SOURCE } from '../../contract/raw-source.ts'
import { notedReason } from '../../contract/reason.ts'
import { faultIn } from '../../domain/texts/message-words.ts'
import { type QueueName, queues } from '../../pipeline.ts'
import type { SetAside } from '../../ports/index.ts'
import type { Queue } from '../../queue.ts'
import { shortHash } from '../../standards/hash.ts'
import { setOneAside } from '../react/set-aside.ts'
import { ok, route } from './http.ts'
import { zoneOf } from './live-rulebook.ts'
import { page, turn } from './page.ts'

const code = z.enum(SET_ASIDE_CODES)

/** The most of a raw line that is kept: enough to see what it was. */
export const RAW_AT_MOST = 4000

/** Events may be of a megabyte, and an answer of six: a page ends where it would become too large. */
const PAGE_CHARS = 3 * 1024 * 1024

/** Source of what never was an event: a line of a file. */
const LINE_SOURCE = 'file'

export const listSetAsides = route(z.object(page(100)), async ({ cursor, limit }, context, { language }) => {
  const { ports } = context
  const turned = await turn('set-asides', cursor, (from) =>
    ports.setAsides.list({ cursor: from, limit, chars: PAGE_CHARS }),
  )
  if (!turned.ok) return turned.refused
  const entries = turned.found.entries.map((entry) => ({ ...entry, fault: faultIn(language, entry.fault) }))
  return ok({ zone: await zoneOf(context), entries, cursor: turned.cursor })
})

const line = z.object({
  /** File and line, so that the same line reported again is the same entry. */
  where: z.string().min(1).max(500),
  raw: z.string().max(RAW_AT_MOST),
  code,
  path: z.string().max(200),
  message: z.string().max(500),
  hint: z.string().max(500).optional(),
  said: notedReason.optional(),
})

/** Keeps lines of a file that no bus would take, with the reason. */
export const setLinesAside = route(
  z.object({ lines: z.array(line).min(1).max(25) }),
  async ({ lines }, { ports, now }) => {
    const at = now()
    const put = await Promise.all(lines.map((each) => setOneAside(asEvent(each, at), { ports, now: at })))
    const added = put.filter(Boolean).length
    if (added > 0) await ports.tally.add({ setAside: added })
    return ok({ added, known: lines.length - added })
  },
)

/**
 * Sends a page of what was set aside to its queue once more. An entry goes when the function that reads it accepts it
 * (it finds the key in the envelope), so nothing is lost in between; what is refused again stays as it is.
 */
export const replaySetAsides = route(
  z.object({ ...page(100), code: code.optional() }),
  async ({ cursor, limit, code }, { ports }) => {
    const turned = await turn('set-asides', cursor, (from) =>
      ports.setAsides.list({ cursor: from, limit, chars: PAGE_CHARS }),
    )
    if (!turned.ok) return turned.refused
    const asked = turned.found.entries.filter((entry) => code === undefined || entry.fault.code === code)
    const routed = asked.map((entry) => ({ entry, queue: queueFor(entry) }))
    for (const queue of Object.keys(queues) as QueueName[]) {
      const bodies = routed.filter((each) => each.queue === queue).map(({ entry }) => again(entry))
      if (bodies.length > 0) await ports.queues.send(queue, bodies)
    }
    const unsendable = routed.filter((each) => each.queue === undefined).length
    return ok({ sent: asked.length - unsendable, unsendable, cursor: turned.cursor })
  },
)

function asEvent({ where, raw, ...fault }: z.output<typeof line>, at: number): { envelope: Envelope; fault: Fault } {
  const key = `line#${shortHash([where, raw], 22)}`
  const envelope = {
    id: key,
    source: LINE_SOURCE,
    'detail-type': 'line',
    time: new Date(at).toISOString(),
    detail: { where, raw },
    setAsideKey: key,
  }
  return { envelope, fault }
}

/** The queue whose rule would have matched the event on the bus. What is from no airline system is never taken. */
export function queueFor({ envelope }: SetAside): QueueName | undefined {
  if (envelope.source.startsWith(RAW_SOURCE)) return 'raw'
  const names = Object.keys(queues) as QueueName[]
  return names.find((name) => {
    const { rule }: Queue = queues[name]
    return name !== 'strays' && rule !== undefined && matches(rule, envelope.source, String(envelope['detail-type']))
  })
}

function again(entry: SetAside): string {
  return JSON.stringify({ ...entry.envelope, setAsideKey: entry.key })
}
