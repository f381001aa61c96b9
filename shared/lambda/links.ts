import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { createSecretsClient } from '../adapters/aws/clients.ts'
import type { LinkSettings } from '../app/deliver/links-of.ts'
import { type LinkKeys, linkKeys } from '../app/links/keys.ts'
import { required } from './environment.ts'
import { once } from './once.ts'

const secrets = /* @__PURE__ */ once(() => createSecretsClient())

/** The keys that sign links, from Secrets Manager. */
let keys = linkKeys(async () => {
  const SecretId = required('LINK_KEY_PARAMETER')
  const { SecretString } = await secrets().send(new GetSecretValueCommand({ SecretId }))
  return SecretString ?? ''
})

export function keysOfLinks(): LinkKeys {
  return keys
}

/** Where links lead and the keys that sign them: a key can be put first without a deployment. */
export async function linkSettings(): Promise<LinkSettings> {
  return { baseUrl: required('LINK_BASE_URL'), keys: await keys.known() }
}

/** Only for the local run, which has no Secrets Manager. */
export function useLinkKeys(text: string): void {
  keys = linkKeys(async () => text)
}
