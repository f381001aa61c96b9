import { isUtf8 } from 'node:buffer'

/** A text's bytes, read: as UTF-8, or, where they are not, by the encoding they probably are in. */
export interface Decoded {
  text: string
  /** Where the bytes are not UTF-8: what they probably are, such as `GBK`. */
  probably?: string
}

/** Reads bytes as UTF-8, without a byte order mark. What is not UTF-8 is for the caller to refuse: the guess may be wrong. */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Of(bytes)
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), probably: 'UTF-16' }
  if (isUtf8(bytes)) return { text: new TextDecoder().decode(bytes) }
  const gbk = gbkOf(bytes)
  if (gbk !== undefined) return { text: gbk, probably: 'GBK' }
  return { text: new TextDecoder('windows-1252').decode(bytes), probably: 'Latin-1 (Windows-1252)' }
}

/** By its byte order mark, or by the zero that every second byte of ASCII is then. */
function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || first === 0) return 'utf-16be'
  return undefined
}

/** In GBK letters are pairs of high bytes; a high byte by itself, between ASCII, is one of the accents of Latin-1. */
function gbkOf(bytes: Uint8Array): string | undefined {
  const inPairs = bytes.some((byte, index) => byte >= 0x80 && (bytes[index + 1] ?? 0) >= 0x80)
  if (!inPairs) return undefined
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The first line, from 1 on, that is not UTF-8. */
export function lineNotUtf8(bytes: Buffer): number {
  let line = 1
  for (let from = 0; from < bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, from)
    const end = newline < 0 ? bytes.length : newline
    if (!isUtf8(bytes.subarray(from, end))) return line
    from = end + 1
  }
  return 1
}
