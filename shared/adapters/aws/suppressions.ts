import { canonicalAddress } from '../../contract/address.ts'
import type { HashKeeper } from '../../domain/keyed-hash.ts'
import type { SuppressedAddress, Suppressions } from '../../ports/index.ts'
import { getItem, IS_NEW, type Item, keyOf, num, putIf, str, type Table } from './table.ts'

/** Suppressed addresses in DynamoDB: one item `ADDRESS#<keyed hash>` each, for ever. */
export function createSuppressions(table: Table, hashes: HashKeeper): Suppressions {
  return {
    async add(address, { why, at }) {
      await putIf(table, { ...(await key(address)), why: str(why), at: num(at) }, IS_NEW)
    },
    async read(address) {
      const item = await getItem(table, await key(address))
      return item && { why: item.why!.S as SuppressedAddress['why'], at: Number(item.at!.N) }
    },
  }

  async function key(address: string): Promise<Item> {
    const hash = await hashes()
    return keyOf(`ADDRESS#${hash('address', canonicalAddress(address))}`, 'S')
  }
}
