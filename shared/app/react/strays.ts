import type { Fault } from '../../contract/index.ts'
import { bus } from '../../pipeline.ts'
import type { Ports } from '../../ports/index.ts'
import type { Alert } from '../alerts.ts'
import { eachAlone, type QueueMessage } from '../each-alone.ts'
import { envelopeOf, setOneAside } from './set-aside.ts'

export interface StraysDependencies {
  ports: Pick<Ports, 'members' | 'setAsides' | 'tally'>
  now: number
  /** Called for an error that concerns one event only; the others go on. */
  onError(error: unknown): void
  /** Raises an alarm that a person sees. */
  alert(what: Alert): void
}

/**
 * Sets aside events whose source is no airline system. They are never sent on, not even by a replay: the right to put
 * events is given by source, and `wingback` is Wingback itself.
 */
export async function setStraysAside(
  messages: readonly QueueMessage[],
  { ports, now, onError, alert }: StraysDependencies,
): Promise<string[]> {
  let count = 0
  const failed = await eachAlone(
    messages,
    async ({ messageId, body }) => {
      const { envelope, fault = unknownSource(envelope.source) } = envelopeOf(body, messageId)
      if (await setOneAside({ envelope, fault }, { ports, now })) count++
    },
    onError,
  )
  if (count > 0) {
    await ports.tally.add({ setAside: count })
    alert('unknown-source')
  }
  return failed
}

function unknownSource(source: string): Fault {
  return {
    code: 'unknown-source',
    path: 'source',
    message: `no airline system is called "${source.slice(0, 100)}": sources begin with "${bus.sourcePrefix}"`,
    hint: `have the system send it again with the right source${meantBy(source)}`,
  }
}

/** `airlines.ops`, `Airline.ops` and `ops` were probably meant to be `airline.ops`. */
function meantBy(source: string): string {
  const system = source.toLowerCase().replace(/^air-?lines?[._:/-]?/, '')
  return /^[a-z0-9-]{1,40}$/.test(system) ? `, maybe ${bus.sourcePrefix}${system}` : ''
}
