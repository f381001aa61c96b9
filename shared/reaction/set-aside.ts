import { type Envelope, EVENT_BYTES_AT_MOST, type Fault } from '../events/index.ts'
import type { SetAside } from '../ports.ts'

/** An event set aside, whole. Its key is derived from its delivery and begins with its time, so that it is there once and in order. */
export function setAsideOf(envelope: Envelope, fault: Fault, now: number): SetAside {
  const { setAsideKey, ...original } = envelope
  return { key: setAsideKey ?? `${original.time}#${original.id}`, setAsideAt: now, fault, envelope: original }
}

/** Reads a queue's message. What is no envelope becomes one, so that it can be set aside as it came. */
export function envelopeOf(body: string, messageId: string): { envelope: Envelope; fault?: Fault } {
  if (body.length > EVENT_BYTES_AT_MOST) return tooLarge(body, messageId)
  try {
    const parsed: unknown = JSON.parse(body)
    if (isEnvelope(parsed)) return { envelope: parsed }
  } catch {
    // falls through: not JSON is one of the ways not to be an envelope
  }
  const envelope = { id: messageId, source: 'unknown', 'detail-type': 'unknown', time: '', detail: body }
  return {
    envelope,
    fault: { code: 'not-json', path: '', message: 'the message is not an event as the bus hands it on' },
  }
}

/** More than is kept of one event: its beginning, as text. The bus takes up to four times as much. */
function tooLarge(body: string, messageId: string): { envelope: Envelope; fault: Fault } {
  const message = `the event has ${body.length} characters, at most ${EVENT_BYTES_AT_MOST} are taken`
  const envelope = {
    id: messageId,
    source: 'unknown',
    'detail-type': 'unknown',
    time: '',
    detail: body.slice(0, EVENT_BYTES_AT_MOST / 4),
  }
  return { envelope, fault: { code: 'too-large', path: 'detail', message, hint: 'only the beginning was kept' } }
}

function isEnvelope(value: unknown): value is Envelope {
  if (value === null || typeof value !== 'object') return false
  const { id, source, time } = value as Record<string, unknown>
  return (
    typeof id === 'string' &&
    typeof source === 'string' &&
    typeof time === 'string' &&
    'detail-type' in value &&
    'detail' in value
  )
}
