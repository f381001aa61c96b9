import type { HashKeeper } from '../../domain/keyed-hash.ts'
import { GROUPS, groupOf } from './ledger-items.ts'
import { batchGet, type Item, partition, type Table } from './table.ts'

/** Where the ledger's items are, and the hashes that stand for persons and actions there. */
export interface Shelf {
  table: Table
  hashes: HashKeeper
}

export async function personsOf({ hashes }: Shelf, memberIds: readonly string[]): Promise<string[]> {
  const hash = await hashes()
  return memberIds.map((memberId) => hash('ledger card', memberId))
}

export async function actionsOf({ hashes }: Shelf, actionIds: readonly string[]): Promise<string[]> {
  const hash = await hashes()
  return actionIds.map((actionId) => hash('ledger action', actionId))
}

/** The items of these cards' grants. */
export async function standingOf(shelf: Shelf, memberIds: readonly string[]): Promise<Item[]> {
  const cards = await personsOf(shelf, [...new Set(memberIds)])
  const items = await Promise.all(cards.map((person) => partition(shelf.table, `L#${person}`, 'G#')))
  return items.flat().filter(({ grant }) => grant !== undefined)
}

export async function shardsOf({ table }: Shelf, book: string): Promise<Item[]> {
  const groups = Array.from({ length: GROUPS }, (_, group) => partition(table, groupOf(book, group)))
  return (await Promise.all(groups)).flat()
}

/** In the order of the keys, which may repeat. */
export async function itemsAt({ table }: Shelf, keys: readonly Item[]): Promise<(Item | undefined)[]> {
  const unique = new Map(keys.map((key) => [nameOfKey(key), key]))
  const found = await batchGet(table, [...unique.values()], { consistent: true })
  const byName = new Map(found.map((item) => [nameOfKey(item), item]))
  return keys.map((key) => byName.get(nameOfKey(key)))
}

export function nameOfKey({ pk, sk }: Item): string {
  return `${pk!.S}\n${sk!.S}`
}
