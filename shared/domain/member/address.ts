import { shortHash } from '../hash.ts'

/** Names an address without telling it. Case does not count. */
export function addressHash(email: string): string {
  return shortHash(email.toLowerCase(), 16)
}
