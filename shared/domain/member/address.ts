import { canonicalAddress } from '../../contract/address.ts'
import { shortHash } from '../../standards/hash.ts'

/** A hash that stands for an address without revealing it. */
export function addressHash(email: string): string {
  return shortHash(canonicalAddress(email), 16)
}
