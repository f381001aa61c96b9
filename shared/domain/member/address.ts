import { canonicalAddress } from '../../contract/address.ts'
import { shortHash } from '../../standards/hash.ts'

/** Names an address without telling it. */
export function addressHash(email: string): string {
  return shortHash(canonicalAddress(email), 16)
}
