import { createHash } from 'node:crypto'
import { shortHash } from '../standards/hash.ts'
import type { Raw } from './connector.ts'

const CHARS_AT_MOST = 70
const HASH_CHARS = 16

/**
 * The id under which a message's events go: what the message calls itself, or, where it has no name, a hash of what it says.
 * The same message gives the same id however often it comes; `known` is short and of letters that ids may have.
 */
export function identityOf(kind: string, known: string | undefined, { bytes }: Raw): string {
  if (known === undefined) return `${kind}:${hashOf(bytes)}`
  const isId = known.length <= CHARS_AT_MOST && /^[\w.:/#@+~=-]+$/.test(known)
  return `${kind}:${isId ? known : shortHash(known, HASH_CHARS)}`
}

/** Of the text without what transports change: line ends, and blanks around it. */
function hashOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n').trim()
  return createHash('sha256').update(text).digest('base64url').slice(0, HASH_CHARS)
}
