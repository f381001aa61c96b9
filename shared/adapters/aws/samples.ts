import type { Samples } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { shortHash } from '../../standards/hash.ts'
import { chunksOf, piecesOf, readPieces } from './pieces.ts'
import { batchWrite, erasePartition, getItem, keyOf, num, str, type Table } from './table.ts'

const PK = 'SAMPLE'
const HASH_CHARS = 22

/**
 * The sample in DynamoDB, in pieces `C#<hash>#<n>`; the head `H` names those that count. Pieces of the one before stay for whoever
 * is reading them: all expire by themselves.
 */
export function createSamples(table: Table): Samples {
  return {
    async read() {
      const head = await getItem(table, keyOf(PK, 'H'))
      return head && readPieces(table, PK, `C#${head.hash!.S}#`, head)
    },
    async write(bytes, now) {
      const hash = shortHash(Buffer.from(bytes).toString('base64'), HASH_CHARS)
      const expiresAt = num(expiryOf('samples', now))
      for (const piece of piecesOf(PK, `C#${hash}#`, bytes))
        await batchWrite(table, [{ PutRequest: { Item: { ...piece, expiresAt } } }])
      const head = { ...keyOf(PK, 'H'), hash: str(hash), ...chunksOf(bytes), expiresAt }
      await batchWrite(table, [{ PutRequest: { Item: head } }])
    },
    async remove() {
      await erasePartition(table, PK, 'H')
      await erasePartition(table, PK, 'C#')
    },
  }
}
