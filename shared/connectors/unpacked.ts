import { gunzipSync } from 'node:zlib'
import type { Fault } from '../contract/index.ts'

/** What a packed message may become: a small file can unpack to more than a function has memory. */
const BYTES_AT_MOST = 50 * 1024 * 1024

/** The message as it was before gzip packed it, or as it came. */
export function unpacked(bytes: Uint8Array): { ok: true; bytes: Uint8Array } | { ok: false; fault: Fault } {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { ok: true, bytes }
  try {
    return { ok: true, bytes: gunzipSync(bytes, { maxOutputLength: BYTES_AT_MOST }) }
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? bad('too-large', `unpacked, the message has more than ${BYTES_AT_MOST} bytes`)
      : bad('not-this-kind', 'the message is packed by gzip and cannot be unpacked', 'it may have been cut off')
  }
}

function bad(code: Fault['code'], message: string, hint?: string): { ok: false; fault: Fault } {
  return { ok: false, fault: { code, path: 'message', message, ...(hint && { hint }) } }
}
