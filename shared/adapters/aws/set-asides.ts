import { createHash } from 'node:crypto'
import { type AttributeValue, QueryCommand } from '@aws-sdk/client-dynamodb'
import type { SetAside, SetAsides } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { packText, unpackText } from './compression.ts'
import {
  batchGet,
  batchWrite,
  cursorOf,
  deleteItem,
  getItem,
  IS_NEW,
  type Item,
  keyOf,
  keyOfCursor,
  num,
  partition,
  putIf,
  str,
  type Table,
} from './table.ts'

const PARTITION = 'ASIDE'
/** A larger event is deflated. */
const PLAIN_BODY_BYTES = 16 * 1024
/** An item holds 400 KB. Events may have 1 MB, so what does not fit is stored in pieces. */
const PIECE_BYTES = 300 * 1024

/**
 * Set-asides in DynamoDB: a head in one partition, sorted by key; large content in pieces, `ASIDE#<key>`; and an index item
 * beside each member, `A#<key>`. The head is written after its pieces, and the index after the head; they are deleted in the
 * same order. If an erasure finds an index without a head, it deletes what a crash left behind.
 */
export function createSetAsides(table: Table): SetAsides {
  /** The head, to be written once the pieces are stored. */
  async function headOf({ key, cards, ...body }: SetAside): Promise<Item> {
    const expiresAt = expiryFor(cards, body.setAsideAt)
    const packed = packText(JSON.stringify(body), PLAIN_BODY_BYTES)
    const large = packed.B && packed.B.length > PIECE_BYTES ? packed.B : undefined
    if (large) await writePieces(key, large, expiresAt)
    return {
      ...keyOf(PARTITION, key),
      ...(large ? { pieces: str(printOf(large)) } : { body: packed }),
      ...(cards.length > 0 && { cards: { SS: [...cards] } }),
      expiresAt,
    }
  }

  async function index({ key, cards, setAsideAt }: SetAside): Promise<void> {
    const expiresAt = expiryFor(cards, setAsideAt)
    await batchWrite(
      table,
      cards.map((card) => ({ PutRequest: { Item: { ...indexKey(card, key), expiresAt } } })),
    )
  }

  async function writePieces(key: string, bytes: Uint8Array, expiresAt: AttributeValue): Promise<void> {
    const count = Math.ceil(bytes.length / PIECE_BYTES)
    const pieces = Array.from({ length: count }, (_, n) => bytes.subarray(n * PIECE_BYTES, (n + 1) * PIECE_BYTES))
    await batchWrite(
      table,
      pieces.map((piece, n) => {
        const sk = `${printOf(bytes)}#${String(n).padStart(3, '0')}`
        const Item = { ...keyOf(piecesOf(key), sk), bytes: { B: piece }, expiresAt }
        return { PutRequest: { Item } }
      }),
    )
  }

  async function entryOf(head: Item): Promise<SetAside> {
    const key = head.sk!.S!
    const body = head.body ?? { B: await together(key, head.pieces!.S!) }
    return { key, ...(JSON.parse(unpackText(body)) as Omit<SetAside, 'key' | 'cards'>), cards: head.cards?.SS ?? [] }
  }

  async function together(key: string, print: string): Promise<Uint8Array> {
    const pieces = await partition(table, piecesOf(key), `${print}#`)
    return Buffer.concat(pieces.map(({ bytes }) => bytes!.B!))
  }

  /** Deletes what belongs to a deleted head. */
  async function clear(key: string, cards: readonly string[]): Promise<void> {
    await erasePieces(key)
    await forget(key, cards)
  }

  async function erasePieces(key: string, except?: string): Promise<void> {
    const pieces = await partition(table, piecesOf(key), '', 'pk, sk')
    const gone = pieces.filter(({ sk }) => except === undefined || !sk!.S!.startsWith(`${except}#`))
    await batchWrite(
      table,
      gone.map((Key) => ({ DeleteRequest: { Key } })),
    )
  }

  async function forget(key: string, cards: readonly string[]): Promise<void> {
    await batchWrite(
      table,
      cards.map((card) => ({ DeleteRequest: { Key: indexKey(card, key) } })),
    )
  }

  return {
    async put(entry) {
      const isThere = (await getItem(table, keyOf(PARTITION, entry.key))) !== undefined
      const put = !isThere && (await putIf(table, await headOf(entry), IS_NEW))
      await index(entry)
      return put
    },
    async replace(entry) {
      const before = await getItem(table, keyOf(PARTITION, entry.key))
      if (!before) return false
      const head = await headOf(entry)
      if (!(await putIf(table, head, IS_THERE))) return false
      if (before.pieces) await erasePieces(entry.key, head.pieces?.S)
      const kept = new Set(entry.cards)
      await forget(
        entry.key,
        (before.cards?.SS ?? []).filter((card) => !kept.has(card)),
      )
      return true
    },
    async list({ cursor, limit, chars = Number.POSITIVE_INFINITY }) {
      const { Items: heads = [], LastEvaluatedKey } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': str(PARTITION) },
          Limit: limit,
          ExclusiveStartKey: keyOfCursor(cursor),
        }),
      )
      const entries: SetAside[] = []
      let size = 0
      for (const head of heads) {
        const entry = await entryOf(head)
        size += JSON.stringify(entry).length
        if (entries.length > 0 && size > chars) return { entries, cursor: cursorOf(heads[entries.length - 1]) }
        entries.push(entry)
      }
      return { entries, cursor: cursorOf(LastEvaluatedKey) }
    },
    async about(card) {
      const keys = (await partition(table, `M#${card}`, 'A#', 'sk')).map(({ sk }) => sk!.S!.slice('A#'.length))
      const heads = await batchGet(
        table,
        keys.map((key) => keyOf(PARTITION, key)),
        { consistent: true },
      )
      const there = new Set(heads.map(({ sk }) => sk!.S!))
      for (const key of keys) if (!there.has(key)) await clear(key, [card])
      return Promise.all(heads.map(entryOf))
    },
    async read(key) {
      const head = await getItem(table, keyOf(PARTITION, key))
      return head && entryOf(head)
    },
    async remove(key) {
      const head = await deleteItem(table, keyOf(PARTITION, key))
      if (!head) return false
      if (head.pieces) await clear(key, head.cards?.SS ?? [])
      else await forget(key, head.cards?.SS ?? [])
      return true
    },
  }
}

const IS_THERE = { expression: 'attribute_exists(pk)' }

function expiryFor(cards: readonly string[], at: number): AttributeValue {
  return num(expiryOf(cards.length > 0 ? 'setAsides' : 'setAsidesOfNobody', at))
}

/** The pieces of one content share a prefix, so that they never mix with those of another. */
function printOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 10)
}

function piecesOf(key: string): string {
  return `${PARTITION}#${key}`
}

function indexKey(card: string, key: string): Item {
  return keyOf(`M#${card}`, `A#${key}`)
}
