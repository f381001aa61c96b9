import type { LinkSettings } from '../app/deliver/links-of.ts'
import { type LinkKeys, linkKeys } from '../app/links/keys.ts'
import { required } from './environment.ts'
import { secretKeys } from './secret-keys.ts'

/** The keys that sign links, from Secrets Manager. */
let keys = secretKeys('LINK_KEY_PARAMETER')

export function keysOfLinks(): LinkKeys {
  return keys
}

/** The base URL of links and the keys that sign them. A new key takes effect without a deployment. */
export async function linkSettings(): Promise<LinkSettings> {
  return { baseUrl: required('LINK_BASE_URL'), keys: await keys.known() }
}

/** Only for the local run, which has no Secrets Manager. */
export function useLinkKeys(text: string): void {
  keys = linkKeys(async () => text)
}
