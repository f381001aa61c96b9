import { gunzipSync } from 'node:zlib'
import type { Fault } from '../contract/index.ts'
import { amiss } from './words.ts'

/** What a packed message may become: a small file can unpack to more than a function has memory. */
const BYTES_AT_MOST = 50 * 1024 * 1024

/** The message as it was before gzip packed it, or as it came. */
export function unpacked(bytes: Uint8Array): { ok: true; bytes: Uint8Array } | { ok: false; fault: Fault } {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { ok: true, bytes }
  try {
    return { ok: true, bytes: gunzipSync(bytes, { maxOutputLength: BYTES_AT_MOST }) }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? { ok: false, fault: amiss('too-large', 'message', 'unpackedTooLarge', { most: BYTES_AT_MOST }) }
      : { ok: false, fault: amiss('not-this-kind', 'message', 'notUnpacked') }
  }
}
