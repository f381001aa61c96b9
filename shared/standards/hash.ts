import { createHash } from 'node:crypto'

/** FNV-1a, 32 bits: quick and even, for shards and for spreading work. Not for arms, not against an adversary. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** A derived id: the first `chars` characters (6 bits each) of the SHA-256 of the parts, base64url. */
export function shortHash(parts: string | readonly string[], chars: number): string {
  const text = typeof parts === 'string' ? parts : parts.join('\n')
  return createHash('sha256').update(text).digest('base64url').slice(0, chars)
}

/** A share in [0, 1), the same for the same text for ever: arms and holdouts. 48 bits of SHA-256. */
export function fraction(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 6) / 2 ** 48
}
