import { createHmac } from 'node:crypto'

/**
 * Hashes with a secret key. There are so few card numbers and email addresses that anybody could try them all: a plain hash
 * is reversed within a second. With a key that is impossible for those who do not have it.
 *
 * There is one key, and it never changes: data stored under its hashes would not be found any more, and one cause could be
 * paid twice. To use such a hash:
 *
 * 1. add a purpose here;
 * 2. in an adapter take a {@link HashKeeper} (`createTablePorts` and `createMemoryPorts` have one) and call `const hash =
 * await hashes()`, then `hash('purpose', text)`;
 * 3. write `keyedHashes: true` in the row of each function that needs it (shared/pipeline.ts), and there take
 * `keyedTablePorts()` instead of `tablePorts()`, or `keyedHash()` itself (shared/lambda/keyed-hash.ts).
 *
 * The key is a secret of its own in AWS, the file `hash-key` in a local run's data, and any text in memory.
 */
export type KeyedHash = (purpose: HashPurpose, text: string) => string

/** The source of the hash. The key is read only when a hash is needed, once per process. */
export type HashKeeper = () => Promise<KeyedHash>

/** What a hash stands for. The same text has a different hash for each purpose. Never rename one: see above. */
export type HashPurpose =
  /** A card, in the ledger. */
  | 'ledger card'
  /** An action, in the ledger: its id is a plain hash of the card's number. */
  | 'ledger action'
  /** An email address in its canonical form: whether it may be written to, whoever has it. */
  | 'address'
  /** The beginning of a family name: who is called so. */
  | 'family name'
  /** A card or another id in a night's sample of history, together with that night: no two samples can be joined. */
  | 'sample'
  /** A booking of a card, or another thing reported once: what was reported of it. */
  | 'told'
  /** The key itself, so that a different one is noticed. */
  | 'key'

/** 132 bits: no collisions by chance. */
const CHARS = 22
const KEY_CHARS_AT_LEAST = 16

/** @param key the secret. Throws if it is so short that it must be a mistake. */
export function keyedHashWith(key: string): KeyedHash {
  if (key.length < KEY_CHARS_AT_LEAST)
    throw new RangeError(`a key for hashes has ${KEY_CHARS_AT_LEAST} characters at least: this has ${key.length}`)
  return (purpose, text) =>
    createHmac('sha256', key).update(`wingback hash 1\n${purpose}\n${text}`).digest('base64url').slice(0, CHARS)
}
