import { createHash } from 'node:crypto'
import type { Envelope } from '../../contract/index.ts'
import { RAW_SOURCE } from '../../contract/raw-source.ts'
import { rawStore } from '../../pipeline.ts'

/** Messages that came over HTTP; and those that somebody put there themselves: `drop/<connector>/<any name>`. */
const PREFIXES = ['in', 'drop']

const HASH_CHARS = 22

/** Where a message is kept: by its day and what it says, so that the same one is kept once. */
export function rawKeyOf(connector: string, bytes: Uint8Array, now: number): string {
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, HASH_CHARS)
  return `in/${connector}/${new Date(now).toISOString().slice(0, 10)}/${hash}`
}

/** Whose message it is, by its key. */
export function connectorIn(key: string): string | undefined {
  const [prefix = '', connector, ...rest] = key.split('/')
  return PREFIXES.includes(prefix) && rest.length > 0 ? connector : undefined
}

/** The key of a raw message: as the store tells of one that was kept, or as one that was set aside. */
export function keyOfRaw({ source, detail }: Envelope): string | undefined {
  const said = Object(detail) as { key?: unknown; object?: { key?: unknown } }
  const key = source.startsWith(RAW_SOURCE) ? said.key : source === rawStore.source ? said.object?.key : undefined
  return typeof key === 'string' ? key : undefined
}
