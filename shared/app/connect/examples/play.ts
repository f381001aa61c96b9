import type { Airline, Said, Silent } from '../../../connectors/connector.ts'
import type { Fault } from '../../../contract/index.ts'
import { canonical } from '../../../domain/audience/canonical.ts'
import type { ConnectorSettings } from '../../../domain/rulebook/connectors.ts'
import { translate } from '../translate.ts'
import { type KnownThings, smallWorld } from './known.ts'

/** A message, and what it must become: as it stands beside it, an array of events and of what is set aside. */
export interface MessageExample {
  /** Path of the message, for people. */
  file: string
  bytes: Uint8Array
  receivedAt: number
  expected: readonly Expected[]
}

/** An event as it goes on the bus; or that nothing comes of the message, or that a part of it is set aside. */
export interface Expected {
  Source?: string | undefined
  DetailType?: string | undefined
  Detail?: Record<string, unknown> | undefined
  NoEvent?: string | undefined
  SetAside?: string | undefined
}

export interface Played {
  file: string
  passed: boolean
  /** Of what was expected, what did not come; and what came without being expected. */
  missing: Expected[]
  unexpected: Expected[]
  amiss: Fault[]
  silent: Silent[]
}

/** Plays messages one after the other, each with what was learnt of those before it. */
export async function playExamples(
  examples: readonly MessageExample[],
  connector: ConnectorSettings,
  airline: Airline,
  known: KnownThings,
): Promise<Played[]> {
  const world = smallWorld(known)
  const played: Played[] = []
  for (const { file, bytes, receivedAt, expected } of examples) {
    const { events, amiss, silent, learnt } = await translate({ bytes, receivedAt }, connector, airline, world.lookUp)
    world.learn(learnt)
    const came = [...events.map((event) => asEntry(event, connector)), ...amiss.map(({ code }) => ({ SetAside: code }))]
    const { missing, unexpected } = compare(expected, came)
    played.push({ file, passed: missing.length + unexpected.length === 0, missing, unexpected, amiss, silent })
  }
  return played
}

/** An event as `PutEvents` takes it, and as `wingback replay` reads it. */
export function asEntry({ type, detail }: Said, { source }: Pick<ConnectorSettings, 'source'>) {
  return { Source: source, DetailType: type, Detail: detail }
}

/** In whatever order. What explains to people why nothing comes, or what was needed, is not compared. */
function compare(expected: readonly Expected[], came: readonly Expected[]): Pick<Played, 'missing' | 'unexpected'> {
  const left = came.map((each) => ({ each, key: canonical(each) }))
  const missing: Expected[] = []
  for (const each of expected) {
    const wanted = each.SetAside === undefined ? eventIn(each) : { SetAside: each.SetAside }
    if (!wanted) continue
    const at = left.findIndex(({ key }) => key === canonical(wanted))
    if (at < 0) missing.push(wanted)
    else left.splice(at, 1)
  }
  return { missing, unexpected: left.map(({ each }) => each) }
}

function eventIn({ Source, DetailType, Detail }: Expected): Expected | undefined {
  return DetailType === undefined ? undefined : { Source, DetailType, Detail }
}
