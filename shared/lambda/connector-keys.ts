import { type LinkKeys, linkKeys } from '../app/links/keys.ts'
import { secretKeys } from './secret-keys.ts'

let keys = secretKeys('CONNECTOR_KEYS_PARAMETER')

/** The keys with which other systems sign their messages, from Secrets Manager. */
export function keysOfConnectors(): LinkKeys {
  return keys
}

/** Only for the local run, which has no Secrets Manager. */
export function useConnectorKeys(text: string): void {
  keys = linkKeys(async () => text)
}
