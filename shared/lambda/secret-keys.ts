import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { createSecretsClient } from '../adapters/aws/clients.ts'
import { type LinkKeys, linkKeys } from '../app/links/keys.ts'
import { required } from './environment.ts'
import { once } from './once.ts'

const secrets = /* @__PURE__ */ once(() => createSecretsClient())

/** The keys of the secret that a variable names, from Secrets Manager. The secret is read when a key is needed. */
export function secretKeys(
  variable: 'LINK_KEY_PARAMETER' | 'CONNECTOR_KEYS_PARAMETER' | 'HELP_DESK_PARAMETER',
): LinkKeys {
  return linkKeys(async () => {
    const { SecretString } = await secrets().send(new GetSecretValueCommand({ SecretId: required(variable) }))
    return SecretString ?? ''
  })
}
