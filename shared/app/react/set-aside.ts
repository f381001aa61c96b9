import { nameOf } from '../../contract/identity.ts'
import { type Envelope, EVENT_BYTES_AT_MOST, type Fault, type SetAsideCode } from '../../contract/index.ts'
import type { Ports, SetAside } from '../../ports/index.ts'
import { DEPTH_AT_MOST, isTooDeep, jsonOf } from '../../standards/json.ts'
import type { Alert } from '../alerts.ts'
import type { Fail } from '../each-alone.ts'
import { erasedAmong, withoutPerson } from '../privacy/set-asides.ts'
import { addTo, type Counts } from './tally.ts'

/** A message that is to be set aside, and why. */
export interface Faulty {
  messageId: string
  envelope: Envelope
  fault: Fault
}

/** Another event under a name that was told before: one of them would be lost, did it count as the same. */
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

/** Sets each aside by itself: one that cannot be is tried again alone. */
export async function setAside(
  faults: readonly Faulty[],
  { ports, now }: { ports: Pick<Ports, 'members' | 'setAsides' | 'tally'>; now: number },
  fail: Fail,
): Promise<void> {
  if (faults.length === 0) return
  const counts: Counts = {}
  const erased = await erasedAmong(
    faults.map(({ envelope }) => envelope),
    ports,
  )
  for (const faulty of faults) {
    const { envelope, fault } = faulty
    const kept = erased.has(envelope) ? withoutPerson(envelope) : envelope
    try {
      if (await ports.setAsides.put(setAsideOf(kept, fault, now))) addTo(counts, 'setAside', 1)
    } catch (error) {
      fail(error, [faulty])
    }
  }
  await ports.tally.add(counts)
}

/** Who said no to mails, or wants to be forgotten, is not kept waiting until somebody looks. */
const RIGHTS = new Set(['consent.changed', 'member.erased', 'email.bounced', 'email.complained'])

/** What a person is told at once of what is set aside. */
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

/** An event set aside, whole. Its key is derived from its delivery and begins with its time, so that it is there once and in order. */
export function setAsideOf(envelope: Envelope, fault: Fault, now: number): SetAside {
  const { setAsideKey, ...original } = envelope
  const key = fault.code === 'bad-passenger' ? passengerKeyOf(original) : `${original.time}#${original.id}`
  return { key: setAsideKey ?? key, setAsideAt: now, fault, envelope: original }
}

/** That of a passenger who cannot be read is made of their event's name: once it is accepted, the entry goes. */
export function passengerKeyOf({ source, 'detail-type': type, detail }: Envelope): string {
  return `passenger#${nameOf(source, type, (detail as { id: string }).id)}`
}

/** Reads a queue's message. What is no envelope becomes one, so that it can be set aside as it came. */
export function envelopeOf(body: string, messageId: string): { envelope: Envelope; fault?: Fault } {
  if (body.length > EVENT_BYTES_AT_MOST) return tooLarge(body, messageId)
  if (isTooDeep(body)) return { envelope: asText(body, messageId), fault: tooDeep }
  const parsed = jsonOf(body)
  return isEnvelope(parsed) ? { envelope: parsed } : { envelope: asText(body, messageId), fault: notAnEvent }
}

/** What cannot be read as an event is kept as the text that it is. */
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
  const { id, source, time, 'detail-type': type } = value as Record<string, unknown>
  return [id, source, time, type].every((each) => typeof each === 'string') && 'detail' in value
}
