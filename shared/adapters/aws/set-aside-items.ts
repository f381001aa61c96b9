import { createHash } from 'node:crypto'
import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { SetAside } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { packText, unpackText } from './compression.ts'
import { batchWrite, type Item, keyOf, num, partition, str, type Table } from './table.ts'

export const PARTITION = 'ASIDE'
/** A larger event is deflated. */
const PLAIN_BODY_BYTES = 16 * 1024
/** An item holds 400 KB. Events may have 1 MB, so what does not fit is stored in pieces. */
const PIECE_BYTES = 300 * 1024

/** The items of what is set aside: a head with its content, in pieces where that is large, and an index item beside each member. */
export function setAsideItems(table: Table) {
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

  return { headOf, entryOf, index, forget, erasePieces, clear }
}

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
