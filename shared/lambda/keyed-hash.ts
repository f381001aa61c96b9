import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { createSecretsClient } from '../adapters/aws/clients.ts'
import { createTablePorts } from '../adapters/aws/index.ts'
import { patient } from '../adapters/aws/retry.ts'
import { type KeyedHash, keyedHashWith } from '../domain/keyed-hash.ts'
import { required } from './environment.ts'
import { once } from './once.ts'
import { dynamo } from './table.ts'

let known: Promise<KeyedHash> | undefined

/** The keyed hash, its key from Secrets Manager. The key never changes, so it is read once a process. */
function keyedHash(): Promise<KeyedHash> {
  known ??= fromSecret().catch((error) => {
    known = undefined
    throw error
  })
  return known
}

/** Only for the local run, which has no Secrets Manager. */
export function useHashKey(key: string): void {
  known = Promise.resolve(keyedHashWith(key))
}

/** The ports that are kept in the table, for functions whose row says `keyedHashes`. */
export const keyedTablePorts = once(() => createTablePorts(dynamo(), required('TABLE_NAME'), patient, keyedHash))

async function fromSecret(): Promise<KeyedHash> {
  const SecretId = required('HASH_KEY_PARAMETER')
  const client = createSecretsClient()
  try {
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId }))
    return keyedHashWith(SecretString.trim())
  } finally {
    client.destroy()
  }
}
