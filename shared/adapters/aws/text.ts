import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'

/**
 * A long text as an attribute. Write units are counted by the KB, and what we keep (JSON) deflates to a third:
 * beyond `plainBytes` it is stored deflated, below it stays readable.
 */
export function packText(text: string, plainBytes: number): AttributeValue {
  return Buffer.byteLength(text) <= plainBytes ? { S: text } : { B: deflateRawSync(text, { level: 1 }) }
}

/** The text of an attribute made by {@link packText}. */
export function unpackText(value: AttributeValue): string {
  return value.S ?? inflateRawSync(value.B!).toString()
}
