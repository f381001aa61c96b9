import pMap from 'p-map'
import {
  type Airline,
  type Answers,
  type Known,
  type Need,
  nothing,
  type Raw,
  type Said,
  type Translation,
} from '../../connectors/connector.ts'
import { parseMessage } from '../../connectors/index.ts'
import { parseFlight } from '../../contract/flight.ts'
import { type Envelope, type Fault, parseEnvelope } from '../../contract/index.ts'
import { isOfAFlight } from '../../contract/of-a-flight.ts'
import type { ConnectorSettings } from '../../domain/rulebook/connectors.ts'

/** Looks up what a translation asks for. */
export type LookUp = <N extends Need>(need: N) => Promise<Answers[N['need']]>

/** Each answer may lead to another question; a kind of message asks for three things in a row at most. */
const ROUNDS_AT_MOST = 5
/** A file of members asks of each. */
const AT_ONCE = 50

/**
 * Translates one message: reads it, looks up what it asks for, and reads it again with the answers. What the contract would
 * not take of it is amiss too, here already: once the mapping is mended it can be translated again.
 */
export async function translate(
  raw: Raw,
  connector: ConnectorSettings,
  airline: Airline,
  lookUp: LookUp,
): Promise<Translation> {
  const answers = new Map<string, unknown>()
  const known: Known = {
    airline,
    answerTo: <N extends Need>(need: N) => answers.get(JSON.stringify(need)) as Answers[N['need']] | undefined,
  }
  for (let round = 0; round < ROUNDS_AT_MOST; round++) {
    const translation = parseMessage(raw, connector, known)
    const asked = new Map(translation.needs.map((need) => [JSON.stringify(need), need]))
    if (asked.size === 0) return checked(translation, connector, raw.receivedAt)
    await pMap([...asked], async ([key, need]) => answers.set(key, await lookUp(need)), { concurrency: AT_ONCE })
  }
  throw new Error(`a message of ${connector.name} asks for more and more`)
}

/** The same with what the contract refuses among what is amiss. */
function checked(translation: Translation, { source }: ConnectorSettings, now: number): Translation {
  const faults = new Map<Said, Fault>()
  for (const event of translation.events) {
    const fault = faultOf(event, source, now)
    if (fault) faults.set(event, { ...fault, path: `${event.type} ${event.detail.id}: ${fault.path}` })
  }
  if (faults.size === 0) return translation
  return {
    ...nothing(),
    ...translation,
    events: translation.events.filter((event) => !faults.has(event)),
    amiss: [...translation.amiss, ...faults.values()],
  }
}

/** What the contract has against an event. */
export function faultOf(event: Said, source: string, now: number): Fault | undefined {
  const envelope = envelopeOf(event, source, now)
  const parsed = isOfAFlight(event.type) ? parseFlight(envelope, now) : parseEnvelope(envelope, now)
  return parsed.ok ? undefined : parsed.fault
}

function envelopeOf({ type, detail }: Said, source: string, now: number): Envelope {
  return { id: detail.id, source, 'detail-type': type, time: new Date(now).toISOString(), detail }
}
