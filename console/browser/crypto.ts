import { Sha256 } from '@aws-crypto/sha256-js'

/**
 * What the pure floors use of `node:crypto`, in a browser: rulebooks are checked there by the same code, and their hashes are
 * the same. A browser's own hashes are promises, and checking waits for nothing.
 */
export function createHash(_kind: 'sha256') {
  return hashWith(new Sha256())
}

/** For the hashes of a rehearsal, whose key is no secret. */
export function createHmac(_kind: 'sha256', key: string) {
  return hashWith(new Sha256(key))
}

function hashWith(hash: Sha256) {
  const made = {
    update(text: string | Uint8Array) {
      hash.update(text)
      return made
    },
    digest(form?: 'hex' | 'base64url') {
      const bytes = hash.digestSync()
      const textAs = (as: 'hex' | 'base64url') => (as === 'hex' ? hexOf(bytes) : base64urlOf(bytes))
      return form === undefined ? { toString: textAs, readUIntBE: numberIn(bytes) } : textAs(form)
    },
  }
  return made
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function base64urlOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function numberIn(bytes: Uint8Array) {
  return (from: number, count: number) => bytes.slice(from, from + count).reduce((sum, byte) => sum * 256 + byte, 0)
}

export function randomUUID(): string {
  return crypto.randomUUID()
}

/** Links in mails are followed at the server. */
export function timingSafeEqual(): never {
  throw new Error('nothing that was signed is checked in a browser')
}
