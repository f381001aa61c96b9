import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { createSecretsClient } from '../adapters/aws/clients.ts'
import type { LinkSettings } from '../app/deliver/email.ts'
import { required } from './environment.ts'
import { once } from './once.ts'

const REREAD_AFTER_MS = 10 * 60_000

const secrets = once(() => createSecretsClient())

let kept: { keys: string[]; at: number } | undefined
let given: string[] | undefined

/**
 * Where links lead and the keys that sign them, from Secrets Manager: one key a line, the first one signs. Read again
 * every ten minutes, so that a key can be put first without a deployment.
 */
export async function linkSettings(): Promise<LinkSettings> {
  return { baseUrl: required('LINK_BASE_URL'), keys: given ?? (await keysFromSecret()) }
}

/** Only for the local run, which has no Secrets Manager. */
export function useLinkKeys(keys: string[]): void {
  given = keys
}

async function keysFromSecret(): Promise<string[]> {
  if (kept && Date.now() - kept.at < REREAD_AFTER_MS) return kept.keys
  const SecretId = required('LINK_KEY_PARAMETER')
  const { SecretString } = await secrets().send(new GetSecretValueCommand({ SecretId }))
  const keys = (SecretString ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  kept = { keys, at: Date.now() }
  return keys
}
