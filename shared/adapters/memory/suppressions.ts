import { canonicalAddress } from '../../contract/address.ts'
import type { HashKeeper } from '../../domain/keyed-hash.ts'
import type { SuppressedAddress, Suppressions } from '../../ports/index.ts'

/** Suppressed addresses, in memory, by their keyed hash. */
export function createMemorySuppressions(hashes: HashKeeper): Suppressions {
  const all = new Map<string, SuppressedAddress>()
  const nameOf = async (address: string) => (await hashes())('address', canonicalAddress(address))
  return {
    async add(address, suppressed) {
      const name = await nameOf(address)
      if (!all.has(name)) all.set(name, { ...suppressed })
    },
    read: async (address) => all.get(await nameOf(address)),
  }
}
