import type { ToldThing } from '../../connectors/connector.ts'
import { type LegState, legId } from '../../connectors/legs/leg.ts'
import type { Inbound, InboundEvent, RawMessage, RawStore, Told } from '../../ports/index.ts'

/** Raw messages in memory. `told` is called with the key of each that is stored, as a queue would be. */
export function createMemoryRaw(now: () => number, told: (key: string) => Promise<void> = async () => {}): RawStore {
  const messages = new Map<string, RawMessage>()
  return {
    async put(key, bytes) {
      if (messages.has(key)) return 'known'
      messages.set(key, { bytes, receivedAt: now() })
      await told(key)
      return 'kept'
    },
    async get(key, bytesAtMost) {
      const message = messages.get(key)
      return message && message.bytes.length > bytesAtMost ? 'too-large' : message
    },
  }
}

export function createMemoryTold(): Told {
  const legs = new Map<string, LegState>()
  const things = new Map<string, ToldThing>()
  return {
    async legs({ carrier, flightNumber, from, to }) {
      const ofNumber = [...legs.values()].filter(
        (each) =>
          each.carrier === carrier && each.flightNumber === flightNumber && each.date >= from && each.date <= to,
      )
      return structuredClone(ofNumber)
    },
    async thing(name, says) {
      const last = things.get(name)
      return last && { asOf: last.asOf, version: last.version ?? 0, isSame: last.says === says }
    },
    async learn(learnt) {
      let isConflict = false
      for (const each of learnt) {
        const { version = 0 } = 'leg' in each ? each.leg : each.thing
        const is = 'leg' in each ? legs.get(legId(each.leg)) : things.get(each.thing.name)
        if ((is?.version ?? 0) !== version) isConflict = true
        else if ('leg' in each) legs.set(legId(each.leg), structuredClone({ ...each.leg, version: version + 1 }))
        else things.set(each.thing.name, { ...each.thing, version: version + 1 })
      }
      return isConflict ? 'conflict' : 'learnt'
    },
  }
}

export interface MemoryInbound extends Inbound {
  /** Events that were put and not taken yet. */
  take(): InboundEvent[]
}

export function createMemoryInbound(): MemoryInbound {
  let events: InboundEvent[] = []
  return {
    async put(more) {
      events.push(...more)
    },
    take() {
      const taken = events
      events = []
      return taken
    },
  }
}
