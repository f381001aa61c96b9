import type { Rulebooks } from '../../ports/index.ts'
import { getItem, IS_NEW, keyOf, num, partition, putIf, type Table } from './table.ts'

/** An item holds 400 KB at most. */
const CHUNK_BYTES = 350 * 1024

/**
 * Rulebooks in DynamoDB, in pieces `C#<n>`. The head `H`, which says how many there are, is put last:
 * where it is, all of it is.
 */
export function createRulebooks(table: Table): Rulebooks {
  return {
    async read(version) {
      const head = await getItem(table, keyOf(partitionOf(version), 'H'))
      if (!head) return undefined
      const items = await partition(table, partitionOf(version), 'C#')
      const pieces = items.slice(0, Number(head.chunks!.N)).map((item) => item.bytes!.B!)
      return new Uint8Array(Buffer.concat(pieces))
    },
    async write(version, bytes) {
      const pk = partitionOf(version)
      const head = keyOf(pk, 'H')
      if (await getItem(table, head)) return
      const chunks = Math.ceil(bytes.length / CHUNK_BYTES)
      for (let n = 0; n < chunks; n++) {
        const piece = bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES)
        await putIf(table, { ...keyOf(pk, `C#${String(n).padStart(4, '0')}`), bytes: { B: piece } }, IS_NEW)
      }
      await putIf(table, { ...head, chunks: num(chunks) }, IS_NEW)
    },
  }
}

function partitionOf(version: string): string {
  return `R#${version}`
}
