import { canonicalAddress } from '../../contract/address.ts'
import type { HashKeeper } from '../../domain/keyed-hash.ts'
import type { SuppressedAddress, Suppressions } from '../../ports/index.ts'
import { batchGet, IS_NEW, type Item, keyOf, num, putIf, str, type Table } from './table.ts'
import { together } from './together.ts'

/**
 * Suppressed addresses in DynamoDB: one item `ADDRESS#<keyed hash>` each, for ever. Emails of a batch ask for theirs at about the
 * same time, each once it is claimed: few calls answer all.
 */
export function createSuppressions(table: Table, hashes: HashKeeper): Suppressions {
  const readName = together(async (names: readonly string[]) => {
    const items = await batchGet(
      table,
      names.map((name) => keyOf(name, 'S')),
      { consistent: true },
    )
    return new Map(items.map((item) => [item.pk!.S!, suppressedIn(item)]))
  })

  return {
    async add(address, { why, at }) {
      await putIf(table, { ...keyOf(await nameOf(address), 'S'), why: str(why), at: num(at) }, IS_NEW)
    },
    read: async (address) => readName(await nameOf(address)),
  }

  async function nameOf(address: string): Promise<string> {
    const hash = await hashes()
    return `ADDRESS#${hash('address', canonicalAddress(address))}`
  }
}

function suppressedIn({ why, at }: Item): SuppressedAddress {
  return { why: why!.S as SuppressedAddress['why'], at: Number(at!.N) }
}
