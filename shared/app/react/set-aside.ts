import { nameOf } from '../../contract/identity.ts'
import { type Envelope, EVENT_BYTES_AT_MOST, type Fault, type SetAsideCode } from '../../contract/index.ts'
import type { Ports } from '../../ports/index.ts'
import { shortHash } from '../../standards/hash.ts'
import { DEPTH_AT_MOST, isTooDeep, jsonOf } from '../../standards/json.ts'
import type { Alert } from '../alerts.ts'
import type { Fail } from '../each-alone.ts'
import { CARDS_AT_MOST, cardsIn } from '../privacy/cards.ts'
import { erasedAmong, withoutErased, withoutWords } from '../privacy/set-asides.ts'
import { addTo, type Counts } from './tally.ts'

/** A message that is to be set aside, and why. */
export interface Faulty {
  messageId: string
  envelope: Envelope
  fault: Fault
}

/** Another event under the name of one that was accepted. Taken for the same, one of them would be lost. */
export function conflictOf({ messageId, envelope }: Omit<Faulty, 'fault'>): Faulty {
  const { id } = envelope.detail as { id: string }
  const { source, 'detail-type': type } = envelope
  const fault: Fault = {
    code: 'id-conflict',
    path: 'id',
    message: `${type} "${id}" of ${source} was accepted before, with other content`,
    hint: 'an event that is new needs an id of its own; one that comes again says the same',
  }
  return { messageId, envelope, fault }
}

/** Sets each aside alone; one that fails is tried again alone. */
export async function setAside(
  faults: readonly Faulty[],
  { ports, now }: { ports: Pick<Ports, 'members' | 'setAsides' | 'tally'>; now: number },
  fail: Fail,
): Promise<void> {
  if (faults.length === 0) return
  const counts: Counts = {}
  for (const faulty of faults) {
    try {
      if (await setOneAside(faulty, { ports, now })) addTo(counts, 'setAside', 1)
    } catch (error) {
      fail(error, [faulty])
    }
  }
  await ports.tally.add(counts)
}

/** A person looks at these at once: somebody said no to emails, or wants to be erased. */
const RIGHTS = new Set(['consent.changed', 'consent.told', 'member.erased', 'email.bounced', 'email.complained'])

/** The alarms for what was set aside. */
export function alertsOf(faults: readonly Faulty[]): Set<Alert> {
  return new Set(
    faults.flatMap(({ envelope, fault }): Alert[] => {
      if (REFUSED_MERGES.has(fault.code)) return ['merge-refused']
      return RIGHTS.has(envelope['detail-type']) || saysConsent(envelope.detail) ? ['consent-not-applied'] : []
    }),
  )
}

const REFUSED_MERGES = new Set<SetAsideCode>(['merged-in-a-circle', 'too-many-cards'])

function saysConsent(detail: unknown): boolean {
  return detail !== null && typeof detail === 'object' && 'consent' in detail
}

/** `false` if it was set aside before. Nothing of an erased person is kept. */
export async function setOneAside(
  { envelope, fault }: Omit<Faulty, 'messageId'>,
  { ports, now }: { ports: Pick<Ports, 'members' | 'setAsides'>; now: number },
): Promise<boolean> {
  const { setAsideKey, ...original } = envelope
  const named = cardsIn(original.detail)
  const erased = await erasedAmong(named, ports)
  const key = setAsideKey ?? keyOf(original, fault)
  const cards = [...named].slice(0, CARDS_AT_MOST)
  const why = erased.size > 0 ? withoutWords(fault) : fault
  const entry = { key, setAsideAt: now, fault: why, envelope: withoutErased(original, erased), cards }
  return ports.setAsides.put(entry)
}

const ISO_TIME = /^[0-9T:.Z+-]{1,40}$/
const KEY_CHARS = 16

/**
 * Derived from the delivery and the content, since one delivery may hold a whole flight's passengers. Begins with the
 * time, so that the list is in order.
 */
function keyOf({ id, source, time, 'detail-type': type, detail }: Envelope, { code }: Fault): string {
  if (code === 'bad-passenger') return passengerKeyOf({ source, 'detail-type': type, detail })
  const at = ISO_TIME.test(time) ? time : ''
  return `${at}#${shortHash([id, source, type, JSON.stringify(detail)], KEY_CHARS)}`
}

/**
 * A passenger who cannot be read is kept under the name of their event: once that is accepted, the entry is removed.
 */
export function passengerKeyOf({
  source,
  'detail-type': type,
  detail,
}: Pick<Envelope, 'source' | 'detail-type' | 'detail'>): string {
  return `passenger#${nameOf(source, type, (detail as { id: string }).id)}`
}

/** Reads a message of the queue. If it is no envelope, it is wrapped in one, so that it can be set aside as it came. */
export function envelopeOf(body: string, messageId: string): { envelope: Envelope; fault?: Fault } {
  const bytes = Buffer.byteLength(body)
  if (bytes > EVENT_BYTES_AT_MOST) return { envelope: asText(body, messageId), fault: tooLarge(bytes) }
  if (isTooDeep(body)) return { envelope: asText(body, messageId), fault: tooDeep }
  const parsed = jsonOf(body)
  return isEnvelope(parsed) ? { envelope: parsed } : { envelope: asText(body, messageId), fault: notAnEvent }
}

/** A message that cannot be read as an event, kept as text. */
function asText(body: string, messageId: string): Envelope {
  return { id: messageId, source: 'unknown', 'detail-type': 'unknown', time: '', detail: body }
}

const notAnEvent: Fault = {
  code: 'not-json',
  path: '',
  message: 'the message is not an event as the bus hands it on',
}

const tooDeep: Fault = {
  code: 'unprocessable',
  path: '',
  message: `the event nests more than ${DEPTH_AT_MOST} levels deep`,
}

/** Too large to be sent on: kept whole, as text. */
function tooLarge(bytes: number): Fault {
  return {
    code: 'too-large',
    path: '',
    message: `the event has ${bytes} bytes, at most ${EVENT_BYTES_AT_MOST} are taken`,
  }
}

function isEnvelope(value: unknown): value is Envelope {
  if (value === null || typeof value !== 'object') return false
  const { id, source, time, 'detail-type': type } = value as Record<string, unknown>
  return [id, source, time, type].every((each) => typeof each === 'string') && 'detail' in value
}
