import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { DICTIONARIES, LATEST } from './compression-dictionary.ts'

/** Hardly larger than the best level, and faster. The window has room for the dictionary and a member who waits for an email. */
const EFFORT = { level: 6, windowBits: 14, memLevel: 6 }

/**
 * A long text as an attribute. Write units are counted by the KB, and our texts (JSON with the same names again and again)
 * shrink to a fifth. A text longer than `plainBytes` is stored deflated; a shorter one stays readable.
 */
export function packText(text: string, plainBytes: number): AttributeValue {
  if (Buffer.byteLength(text) <= plainBytes) return { S: text }
  const dictionary = DICTIONARIES[LATEST]
  return { B: Buffer.concat([Buffer.of(LATEST), deflateRawSync(text, { ...EFFORT, dictionary })]) }
}

/** The text of an attribute made by {@link packText}. Throws if it does not know the dictionary. */
export function unpackText({ S, B }: AttributeValue): string {
  if (S !== undefined) return S
  const dictionary = DICTIONARIES[B?.[0] ?? 0]
  if (!B || !dictionary) throw new Error(`a packed text has dictionary ${B?.[0]}, this version reads up to ${LATEST}`)
  return inflateRawSync(B.subarray(1), { dictionary }).toString()
}
