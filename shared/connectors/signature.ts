import { createHmac, timingSafeEqual } from 'node:crypto'

/** How a sender signs what it posts: HMAC-SHA256 of the time and the body. */
export interface SignatureScheme {
  /** Headers, in small letters. */
  signature: string
  timestamp: string
  /** What is signed, before the body. */
  signed: (timestamp: string) => string
  encoding: 'hex' | 'base64'
}

/** `X-Wingback-Timestamp: 1790000000` (seconds), `X-Wingback-Signature`: hex of the HMAC of `1790000000.<body>`. */
export const USUAL_SCHEME: SignatureScheme = {
  signature: 'x-wingback-signature',
  timestamp: 'x-wingback-timestamp',
  signed: (timestamp) => `${timestamp}.`,
  encoding: 'hex',
}

/** How old a signature may be, and how far ahead of us: who records a message cannot send it again tomorrow. */
const REPLAY_WINDOW_MS = 5 * 60_000

export type Checked = 'good' | 'unsigned' | 'stale' | 'wrong'

/**
 * Whether a message is from who it says, and of now. Compared in constant time, with every key that holds: while a key is
 * changed the old one and the new one do.
 */
export function checkSignature(
  { headers, body }: { headers: Readonly<Record<string, string | undefined>>; body: Uint8Array },
  keys: readonly string[],
  scheme: SignatureScheme,
  now: number,
): Checked {
  const [given, timestamp] = [headers[scheme.signature], headers[scheme.timestamp]]
  if (!given || !timestamp) return 'unsigned'
  const at = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) * 1000 : Date.parse(timestamp)
  if (!(Math.abs(now - at) <= REPLAY_WINDOW_MS)) return 'stale'
  const bytes = Buffer.from(given, scheme.encoding)
  const isRight = keys.map((key) => {
    const right = createHmac('sha256', key).update(scheme.signed(timestamp)).update(body).digest()
    return bytes.length === right.length && timingSafeEqual(bytes, right)
  })
  return isRight.includes(true) ? 'good' : 'wrong'
}
