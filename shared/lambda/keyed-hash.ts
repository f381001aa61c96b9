import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import { createCards } from '../adapters/aws/cards.ts'
import { createSecretsClient } from '../adapters/aws/clients.ts'
import { createFinders } from '../adapters/aws/finders.ts'
import { keeperOf } from '../adapters/aws/hash-key.ts'
import { createTablePorts } from '../adapters/aws/index.ts'
import { createLedger } from '../adapters/aws/ledger.ts'
import { patient } from '../adapters/aws/retry.ts'
import { createSuppressions } from '../adapters/aws/suppressions.ts'
import { createTold } from '../adapters/aws/told.ts'
import { type KeyedHash, keyedHashWith } from '../domain/keyed-hash.ts'
import { required } from './environment.ts'
import { once } from './once.ts'
import { dynamo, table } from './table.ts'

let known: Promise<KeyedHash> | undefined

/** The keyed hash, with its key from Secrets Manager. The key never changes, so it is read once per process. */
export function keyedHash(): Promise<KeyedHash> {
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

const hashes = /* @__PURE__ */ once(() => keeperOf(table(), keyedHash))

/** Ports that use hashes, for functions whose row says `keyedHashes`. */
export const cards = /* @__PURE__ */ once(() => createCards(table(), hashes()))
export const finders = /* @__PURE__ */ once(() => createFinders(table(), hashes()))
export const ledger = /* @__PURE__ */ once(() => createLedger(table(), hashes()))
export const told = /* @__PURE__ */ once(() => createTold(table(), hashes()))
export const suppressions = /* @__PURE__ */ once(() => createSuppressions(table(), hashes()))

/** All ports stored in the table, for functions whose row says `keyedHashes`. */
export const keyedTablePorts = /* @__PURE__ */ once(() =>
  createTablePorts(dynamo(), required('TABLE_NAME'), patient, keyedHash),
)

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
