import { type Item, keyOf, num, partition, type Table } from './table.ts'

/** An item holds 400 KB at most. */
const CHUNK_BYTES = 350 * 1024

/** Bytes that are larger than an item, in pieces of their own; a head that is written last says how many they are. */
export function piecesOf(pk: string, prefix: string, bytes: Uint8Array): Item[] {
  return Array.from({ length: countOf(bytes) }, (_, n) => ({
    ...keyOf(pk, `${prefix}${String(n).padStart(4, '0')}`),
    bytes: { B: bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES) },
  }))
}

/** For the head. */
export function chunksOf(bytes: Uint8Array): Item {
  return { chunks: num(countOf(bytes)) }
}

export async function readPieces(table: Table, pk: string, prefix: string, { chunks }: Item): Promise<Uint8Array> {
  const items = await partition(table, pk, prefix)
  return new Uint8Array(Buffer.concat(items.slice(0, Number(chunks!.N)).map((item) => item.bytes!.B!)))
}

function countOf(bytes: Uint8Array): number {
  return Math.ceil(bytes.length / CHUNK_BYTES)
}
