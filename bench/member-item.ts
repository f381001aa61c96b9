import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { itemOf } from '../shared/adapters/aws/members.ts'
import type { Lived } from './lived.ts'

export interface ItemBytes {
  p50: number
  p99: number
  max: number
}

/** How large the items are by the end of the month, as DynamoDB counts: names and values, key included. */
export function measureItems({ members }: Lived): ItemBytes {
  const sizes = members.map((member) => sizeOf(itemOf(member))).sort((a, b) => a - b)
  const at = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))]!
  return { p50: at(0.5), p99: at(0.99), max: sizes.at(-1)! }
}

function sizeOf(item: Record<string, AttributeValue>): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + bytesOf(value), 0)
}

/** A number takes a byte, and one for every two digits. */
function bytesOf({ S, N, B }: AttributeValue): number {
  if (S !== undefined) return Buffer.byteLength(S)
  return N === undefined ? B!.byteLength : 1 + Math.ceil(N.length / 2)
}
