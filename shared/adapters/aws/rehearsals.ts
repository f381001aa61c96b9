import type { EverybodyRehearsal, Rehearsals } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { chunksOf, piecesOf, readPieces } from './pieces.ts'
import { batchWrite, getItem, IS_NEW, type Item, keyOf, num, partition, putIf, str, type Table } from './table.ts'

const HEAD = 'H'
const DIGITS = 6

/**
 * Rehearsals on everybody in DynamoDB, under their draft: the head `H`, of each part a line `P#<at>#<n>`, and its figures in pieces
 * `C#<at>#<n>#…`. Parts of an earlier one stay until they expire.
 */
export function createRehearsals(table: Table): Rehearsals {
  return {
    async read(draft) {
      const item = await getItem(table, keyOf(pkOf(draft), HEAD))
      return item && rehearsalOf(item)
    },
    async write(next, before) {
      const item: Item = {
        ...keyOf(pkOf(next.draft), HEAD),
        kept: str(JSON.stringify(next)),
        expiresAt: num(expiryOf('rehearsals', next.at)),
      }
      const unchanged = before && {
        expression: 'kept = :before',
        values: { ':before': str(JSON.stringify(before)) },
      }
      return (await putIf(table, item, unchanged ?? IS_NEW)) ? 'written' : 'conflict'
    },
    async keep(of, { n, looked, isLast }, figures) {
      const expiresAt = num(expiryOf('rehearsals', of.at))
      const pk = pkOf(of.draft)
      for (const piece of piecesOf(pk, piecesPrefix(of, n), figures))
        await batchWrite(table, [{ PutRequest: { Item: { ...piece, expiresAt } } }])
      const line = { looked: num(looked), last: { BOOL: isLast }, ...chunksOf(figures), expiresAt }
      const Item = { ...keyOf(pk, `${linesPrefix(of)}${digits(n)}`), ...line }
      await batchWrite(table, [{ PutRequest: { Item } }])
    },
    async parts(of) {
      return (await linesOf(table, of)).map((item) => ({
        n: numberOf(item),
        looked: Number(item.looked!.N),
        isLast: item.last!.BOOL!,
      }))
    },
    async figures(of) {
      const all: Uint8Array[] = []
      for (const item of await linesOf(table, of))
        all.push(await readPieces(table, pkOf(of.draft), piecesPrefix(of, numberOf(item)), item))
      return all
    },
  }
}

function linesOf(table: Table, of: EverybodyRehearsal): Promise<Item[]> {
  return partition(table, pkOf(of.draft), linesPrefix(of))
}

function pkOf(draft: string): string {
  return `REHEARSAL#${draft}`
}

function linesPrefix({ at }: EverybodyRehearsal): string {
  return `P#${at}#`
}

function piecesPrefix({ at }: EverybodyRehearsal, n: number): string {
  return `C#${at}#${digits(n)}#`
}

function digits(n: number): string {
  return String(n).padStart(DIGITS, '0')
}

function numberOf(line: Item): number {
  return Number(line.sk!.S!.slice(-DIGITS))
}

function rehearsalOf(item: Item): EverybodyRehearsal {
  return JSON.parse(item.kept!.S!) as EverybodyRehearsal
}
