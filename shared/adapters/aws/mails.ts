import { QueryCommand, type WriteRequest } from '@aws-sdk/client-dynamodb'
import type { MailList, MailWord } from '../../domain/sending/mail-words.ts'
import type { Mails } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { chunks } from '../../standards/chunks.ts'
import { shortHash } from '../../standards/hash.ts'
import {
  batchWrite,
  cursorOf,
  deleteItem,
  type Item,
  keyOf,
  keyOfCursor,
  num,
  partition,
  str,
  type Table,
} from './table.ts'

/** Words in an item: one of a kilobyte or two is read with others of its time. */
const WORDS_PER_ITEM = 25

/** A word without what its item's key says. */
type Row = [memberId: string, actionId: string, campaign: string, reason?: MailWord['reason']]

/**
 * What came of mails, in DynamoDB: `MAILS#<list>`, in the order of time. What one batch has to say of an instant is one item, so
 * that a list costs a twentieth of a write for each mail. Words of a member are found again by their instants, and taken out.
 */
export function createMails(table: Table): Mails {
  return {
    async note(words) {
      const together = Map.groupBy(words, ({ list, at }) => `${list} ${at}`)
      const items = [...together.values()].flatMap((some) => {
        const sorted = some.toSorted((a, b) => (a.actionId < b.actionId ? -1 : 1))
        return chunks(sorted, WORDS_PER_ITEM).map(itemOf)
      })
      await batchWrite(table, items)
    },
    async page({ list, cursor, limit }) {
      const words: MailWord[] = []
      let from = keyOfCursor(cursor)
      do {
        const { Items = [], LastEvaluatedKey } = await table.client.send(
          new QueryCommand({
            TableName: table.name,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': str(partitionOf(list)) },
            ScanIndexForward: false,
            Limit: limit,
            ExclusiveStartKey: from,
          }),
        )
        for (const item of Items) {
          words.push(...wordsIn(item))
          from = keyIn(item)
          if (words.length >= limit) return { words, cursor: cursorOf(from) }
        }
        from = LastEvaluatedKey
      } while (from)
      return { words }
    },
    async read({ list, at, actionId }) {
      const items = await partition(table, partitionOf(list), `${at}#`)
      return items.flatMap(wordsIn).find((word) => word.actionId === actionId)
    },
    async forget(memberId, marks) {
      const places = new Map(marks.map(({ list, at }) => [`${list} ${at}`, { list, at }]))
      for (const { list, at } of places.values())
        for (const item of await partition(table, partitionOf(list), `${at}#`)) await without(memberId, item)
    },
  }

  async function without(memberId: string, item: Item): Promise<void> {
    const rows = rowsIn(item)
    const others = rows.filter(([of]) => of !== memberId)
    if (others.length === rows.length) return
    if (others.length === 0) await deleteItem(table, keyIn(item))
    else await batchWrite(table, [{ PutRequest: { Item: { ...item, rows: str(JSON.stringify(others)) } } }])
  }
}

/** The same words are the same item, however often they are noted. */
function itemOf(words: readonly MailWord[]): WriteRequest {
  const { list, at } = words[0]!
  const rows = words.map(({ memberId, actionId, campaign, reason }): Row => {
    return reason ? [memberId, actionId, campaign, reason] : [memberId, actionId, campaign]
  })
  const key = keyOf(
    partitionOf(list),
    `${at}#${shortHash(
      words.map(({ actionId }) => actionId),
      12,
    )}`,
  )
  return { PutRequest: { Item: { ...key, rows: str(JSON.stringify(rows)), expiresAt: num(expiryOf('records', at)) } } }
}

function partitionOf(list: MailList): string {
  return `MAILS#${list}`
}

function keyIn({ pk, sk }: Item): Item {
  return { pk: pk!, sk: sk! }
}

function rowsIn(item: Item): Row[] {
  return JSON.parse(item.rows!.S!) as Row[]
}

function wordsIn(item: Item): MailWord[] {
  const list = item.pk!.S!.slice(partitionOf('' as MailList).length) as MailList
  const at = Number(item.sk!.S!.split('#')[0])
  return rowsIn(item).map(([memberId, actionId, campaign, reason]) => {
    return { list, at, memberId, actionId, campaign, ...(reason && { reason }) }
  })
}
