import type { Rulebooks } from '../../ports/index.ts'
import { shortHash } from '../../standards/hash.ts'
import { chunksOf, piecesOf, readPieces } from './pieces.ts'
import { batchWrite, getItem, IS_NEW, keyOf, putIf, str, type Table } from './table.ts'

const HASH_CHARS = 22

/**
 * Rulebooks in DynamoDB, in pieces `C#<n>`. The head `H`, with the number of pieces, is written last: if it exists, all
 * pieces do. The source files of a rulebook are stored beside it, in pieces `F#<hash>#<n>`; the head `F` names the latest.
 */
export function createRulebooks(table: Table): Rulebooks {
  return {
    async read(version) {
      const pk = partitionOf(version)
      const head = await getItem(table, keyOf(pk, 'H'))
      return head && readPieces(table, pk, 'C#', head)
    },
    async write(version, bytes) {
      const pk = partitionOf(version)
      const head = keyOf(pk, 'H')
      if (await getItem(table, head)) return
      for (const piece of piecesOf(pk, 'C#', bytes)) await putIf(table, piece, IS_NEW)
      await putIf(table, { ...head, ...chunksOf(bytes) }, IS_NEW)
    },
    async readFiles(version) {
      const pk = partitionOf(version)
      const head = await getItem(table, keyOf(pk, 'F'))
      return head && readPieces(table, pk, `F#${head.hash!.S}#`, head)
    },
    async writeFiles(version, bytes) {
      const pk = partitionOf(version)
      const hash = shortHash(Buffer.from(bytes).toString('base64'), HASH_CHARS)
      for (const piece of piecesOf(pk, `F#${hash}#`, bytes)) await putIf(table, piece, IS_NEW)
      const head = { ...keyOf(pk, 'F'), hash: str(hash), ...chunksOf(bytes) }
      await batchWrite(table, [{ PutRequest: { Item: head } }])
    },
  }
}

function partitionOf(version: string): string {
  return `R#${version}`
}
