import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { DICTIONARY_1 } from './dictionary.ts'

/** Stands before what is deflated and names its dictionary, so that another one can follow. */
const WITH_DICTIONARY_1 = 1
const dictionary = Buffer.from(DICTIONARY_1)
/** Hardly larger than at the best, and faster: most of the time goes into making room for a window. */
const EFFORT = { level: 3, windowBits: 13, memLevel: 5 }

/**
 * A long text as an attribute. Write units are counted by the KB, and what we keep (JSON with ever the same names)
 * deflates to a fifth: beyond `plainBytes` it is stored deflated, below it stays readable.
 */
export function packText(text: string, plainBytes: number): AttributeValue {
  if (Buffer.byteLength(text) <= plainBytes) return { S: text }
  return { B: Buffer.concat([Buffer.of(WITH_DICTIONARY_1), deflateRawSync(text, { ...EFFORT, dictionary })]) }
}

/** The text of an attribute made by {@link packText}. Throws on a dictionary it does not know. */
export function unpackText({ S, B }: AttributeValue): string {
  if (S !== undefined) return S
  if (B?.[0] !== WITH_DICTIONARY_1) throw new Error(`a packed text has dictionary ${B?.[0]}, this version reads 1`)
  return inflateRawSync(B.subarray(1), { dictionary }).toString()
}
