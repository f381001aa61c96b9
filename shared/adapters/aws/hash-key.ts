import type { HashKeeper, KeyedHash } from '../../domain/keyed-hash.ts'
import { keyOf, putIf, str, type Table } from './table.ts'

/**
 * Checks that a table is used with its own key: the table stores a hash of the first key it was used with. With another key,
 * say of a table restored beside a new secret, nothing stored would be found, and what was paid could be paid again. That is
 * an error, not an empty answer.
 */
export function keeperOf(table: Table, load: HashKeeper): HashKeeper {
  let checked: Promise<KeyedHash> | undefined
  return () => {
    checked ??= checkedWith(table, load).catch((error) => {
      checked = undefined
      throw error
    })
    return checked
  }
}

/** For functions whose row in `pipeline.ts` does not say `keyedHashes`. */
export const notGiven: HashKeeper = async () => {
  throw new Error('a hash is asked for by a function that was not given the key: see keyedHashes in pipeline.ts')
}

async function checkedWith(table: Table, load: HashKeeper): Promise<KeyedHash> {
  const hash = await load()
  const ofKey = str(hash('key', ''))
  const same = await putIf(
    table,
    { ...keyOf('K', 'hash'), ofKey },
    { expression: 'attribute_not_exists(pk) OR ofKey = :ofKey', values: { ':ofKey': ofKey } },
  )
  if (!same) throw new Error('the key of hashes is not the one that the table was begun with: restore that one')
  return hash
}
