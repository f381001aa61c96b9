import type { Ports } from '../../ports/index.ts'
import { eachAlone, type QueueMessage } from '../each-alone.ts'
import { rawKeyOf } from './raw-key.ts'

export interface KeepSentDependencies {
  ports: Pick<Ports, 'raw'>
  now: number
  onError(error: unknown): void
}

/** The attribute of a queue's message that names the connector. */
const CONNECTOR_ATTRIBUTE = 'connector'
/** There is no connector of this name: the message is set aside when it is translated, and nothing of it is lost. */
const UNNAMED = 'unnamed'

/**
 * Keeps messages that other systems sent to our queue, as they came. Whoever may send was checked by the queue. A message to a
 * connector that nobody knows is kept too: its mapping may be published later.
 */
export function keepSent(
  messages: readonly QueueMessage[],
  { ports, now, onError }: KeepSentDependencies,
): Promise<string[]> {
  return eachAlone(
    messages,
    async ({ body, attributes = {} }) => {
      const bytes = Buffer.from(body)
      await ports.raw.put(rawKeyOf(connectorOf(attributes), bytes, now), bytes)
    },
    onError,
  )
}

function connectorOf(attributes: Readonly<Record<string, string>>): string {
  const name = attributes[CONNECTOR_ATTRIBUTE] ?? ''
  return /^[a-z0-9-]{1,64}$/.test(name) ? name : UNNAMED
}
