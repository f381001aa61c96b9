import { createHmac } from 'node:crypto'

/**
 * Hashes with a secret key. Card numbers and e-mail addresses are few enough to be counted through: whoever reads a plain
 * hash of one finds it within a second. Under a key nobody can who has not the key as well.
 *
 * There is one key, and it never changes: what is stored under its hashes would not be found any more, and one cause
 * could be paid twice. Who needs such a hash:
 *
 * 1. names a purpose here;
 * 2. in an adapter takes a {@link HashKeeper} (`createTablePorts` and `createMemoryPorts` have one) and calls
 *    `const hash = await hashes()`, then `hash('purpose', text)`;
 * 3. says `keyedHashes: true` in the row of each function that comes to it (shared/pipeline.ts), and there takes
 *    `keyedTablePorts()` instead of `tablePorts()`, or `keyedHash()` itself (shared/lambda/keyed-hash.ts).
 *
 * The key is a secret of its own in AWS, the file `hash-key` of a local run's data, and any text in memory.
 */
export type KeyedHash = (purpose: HashPurpose, text: string) => string

/** Where the hash is got from. The key is only asked for where a hash is needed, and once a process. */
export type HashKeeper = () => Promise<KeyedHash>

/** What a hash stands for. The same text has another hash for another purpose. Never renamed: see above. */
export type HashPurpose =
  /** A card, in the ledger. */
  | 'ledger card'
  /** An action, in the ledger: its id is a hash of the card's number, without a key. */
  | 'ledger action'
  /** An e-mail address (as `canonicalAddress` has it): whether it may be written to, whoever has it. */
  | 'address'
  /** The key itself, so that another one is noticed. */
  | 'key'

/** 132 bits: nobody meets another's by chance. */
const CHARS = 22
const KEY_CHARS_AT_LEAST = 16

/** @param key what the hashes rest on. Throws where it is so short that it was surely not meant. */
export function keyedHashWith(key: string): KeyedHash {
  if (key.length < KEY_CHARS_AT_LEAST)
    throw new RangeError(`a key for hashes has ${KEY_CHARS_AT_LEAST} characters at least: this has ${key.length}`)
  return (purpose, text) =>
    createHmac('sha256', key).update(`wingback hash 1\n${purpose}\n${text}`).digest('base64url').slice(0, CHARS)
}
