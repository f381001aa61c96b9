import { amiss } from '../../connectors/words.ts'
import type { Envelope, Fault } from '../../contract/index.ts'
import { RAW_SOURCE } from '../../contract/raw-source.ts'
import { airlineOf } from '../../domain/rulebook/connectors-alone.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { rawStore } from '../../pipeline.ts'
import type { Ports } from '../../ports/index.ts'
import { shortHash } from '../../standards/hash.ts'
import type { Alert } from '../alerts.ts'
import { eachAlone, type QueueMessage } from '../each-alone.ts'
import { envelopeOf, setOneAside } from '../react/set-aside.ts'
import { addTo, type Counts } from '../react/tally.ts'
import { lookUpIn } from './look-up.ts'
import { connectorIn, keyOfRaw } from './raw-key.ts'
import { translate } from './translate.ts'

export interface TakeDependencies {
  ports: Pick<Ports, 'raw' | 'told' | 'inbound' | 'finders' | 'members' | 'setAsides' | 'tally'>
  /** The live rulebook: its mappings are those that count. */
  rulebook: Rulebook | undefined
  now: number
  onError(error: unknown): void
  /** Tells a person. */
  alert(what: Alert): void
}

/** No kind of message is larger; the readers have bounds of their own below it. */
const BYTES_AT_MOST = 50 * 1024 * 1024
/** Somebody else may tell of the same leg meanwhile: it is read again then. */
const TRIES = 5

/**
 * Translates messages of other systems: takes each from the store, puts what it means on the bus, and then remembers what was
 * told. A crash in between puts the same events there again, under the same ids.
 */
export async function takeMessages(
  messages: readonly QueueMessage[],
  dependencies: TakeDependencies,
): Promise<string[]> {
  const counts: Counts = {}
  const { ports, onError } = dependencies
  const failed = await eachAlone(messages, (message) => takeOne(message, dependencies, counts), onError)
  if (Object.keys(counts).length > 0) await ports.tally.add(counts)
  return failed
}

async function takeOne(
  { messageId, body }: QueueMessage,
  dependencies: TakeDependencies,
  counts: Counts,
): Promise<void> {
  const { ports } = dependencies
  const { envelope, fault } = envelopeOf(body, messageId)
  const key = keyOfRaw(envelope)
  if (fault || key === undefined) {
    const why = fault ?? { code: 'unprocessable', path: '', message: 'the message names nothing in the store' }
    await keep({ envelope, fault: why }, dependencies, counts)
    return
  }
  const faults = await faultsOf(key, dependencies, counts)
  const aside = new Set<string>()
  for (const each of faults.found) {
    const entry = entryOf(key, each, faults.version, dependencies.now)
    aside.add(entry.setAsideKey)
    await keep({ envelope: entry, fault: each }, dependencies, counts)
  }
  const { setAsideKey } = envelope
  // What was set aside of it before, and can be read now, is done with.
  if (setAsideKey && !aside.has(setAsideKey) && (await ports.setAsides.remove(setAsideKey)))
    addTo(counts, 'setAside', -1)
}

/** What is set aside for the first time is counted, and somebody hears of it. */
async function keep(
  aside: { envelope: Envelope; fault: Fault },
  dependencies: TakeDependencies,
  counts: Counts,
): Promise<void> {
  if (!(await setOneAside(aside, dependencies))) return
  addTo(counts, 'setAside', 1)
  dependencies.alert('message-set-aside')
}

interface Faults {
  found: readonly Fault[]
  /** Of the mapping. */
  version?: string
}

/** Translates the message under a key, and says what of it cannot be. */
async function faultsOf(key: string, { ports, rulebook, now }: TakeDependencies, counts: Counts): Promise<Faults> {
  const name = connectorIn(key) ?? ''
  const connector = rulebook && Object.hasOwn(rulebook.connectors, name) ? rulebook.connectors[name] : undefined
  if (!rulebook || !connector) return { found: [unknownConnector(name)] }
  const { version, source } = connector
  const raw = await ports.raw.get(key, BYTES_AT_MOST)
  if (raw === undefined) return { found: [gone], version }
  if (raw === 'too-large') return { found: [tooLarge], version }
  for (let tries = 0; tries < TRIES; tries++) {
    const { events, amiss, learnt } = await translate(raw, connector, airlineOf(rulebook.settings), lookUpIn(ports))
    if (events.length > 0) await ports.inbound.put(events.map(({ type, detail }) => ({ source, type, detail })))
    if (learnt.length > 0 && (await ports.told.learn(learnt, now)) === 'conflict') continue
    addTo(counts, 'messages.translated', 1)
    addTo(counts, 'messages.events', events.length)
    return { found: amiss, version }
  }
  throw new Error(`others tell of the same things as a message of ${name}`)
}

const KEY_CHARS = 22

/** What is kept of a part that cannot be read: where the message is, and which part. Of what it says nothing, since it may name people. */
function entryOf(
  key: string,
  { path, code }: Fault,
  mapping: string | undefined,
  now: number,
): Envelope & { setAsideKey: string } {
  const setAsideKey = `raw#${shortHash([key, path, code], KEY_CHARS)}`
  return {
    id: setAsideKey,
    source: `${RAW_SOURCE}${connectorIn(key) ?? ''}`,
    'detail-type': 'message',
    time: new Date(now).toISOString(),
    detail: { key, place: path, ...(mapping !== undefined && { mapping }) },
    setAsideKey,
  }
}

function unknownConnector(name: string): Fault {
  return amiss('unknown-connector', 'message', 'connectorUnknown', { name: name.slice(0, 64) })
}

const gone = amiss('raw-is-gone', 'message', 'rawGone', { days: rawStore.keptDays })
const tooLarge = amiss('too-large', 'message', 'tooLarge', { most: BYTES_AT_MOST })
