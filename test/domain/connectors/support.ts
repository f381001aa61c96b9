import { type KnownThings, smallWorld } from '../../../shared/app/connect/examples/known.ts'
import { translate } from '../../../shared/app/connect/translate.ts'
import type { Airline } from '../../../shared/connectors/connector.ts'
import type { ConnectorSettings } from '../../../shared/domain/rulebook/connectors.ts'
import { loadConnectors } from '../../../shared/domain/rulebook/connectors-alone.ts'

const airline: Airline = { carriers: [], zone: 'Asia/Shanghai', delayBands: [15, 30, 60, 120, 180, 240] }

/** A mapping as people write it, checked. Throws where it has problems: a mistake in the test. */
export function connectorOf(yaml: string): ConnectorSettings {
  const { connectors, problems } = loadConnectors({ 'connectors/it.yaml': yaml })
  if (problems.length > 0)
    throw new Error(problems.map(({ line, message, hint }) => `${line} ${message} ${hint}`).join('\n'))
  return Object.values(connectors)[0]!
}

/** What becomes of messages, one after the other, each with what was learnt of those before. */
export function translator(connector: ConnectorSettings, known: KnownThings = {}) {
  const world = smallWorld(known)
  return async (message: string | Uint8Array, receivedAt = Date.UTC(2026, 11, 1)) => {
    const bytes = typeof message === 'string' ? Buffer.from(message) : message
    const translation = await translate({ bytes, receivedAt }, connector, airline, world.lookUp)
    world.learn(translation.learnt)
    return translation
  }
}
