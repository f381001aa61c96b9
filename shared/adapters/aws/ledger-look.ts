import { isOneCause } from '../../domain/ledger/cause.ts'
import type { Grant } from '../../domain/ledger/grant.ts'
import { cardsOf, goingOn } from '../../domain/ledger/person.ts'
import { type GrantRequest, poolOf } from '../../ports/index.ts'
import { personKeyAt, personOfItem } from './cards.ts'
import { dayKey, grantOf, SHARDS, shardKey, shardOf, yearKey } from './ledger-items.ts'
import { itemsAt, type Shelf } from './ledger-shelf.ts'
import type { Known } from './ledger-writes.ts'
import { partition } from './table.ts'

/**
 * Reads everything the decision needs. For a person with several cards that takes two steps: first which cards they are,
 * then their grants; nothing new is granted under those cards any more. The shards are read only if the first one tried did
 * not do.
 */
export async function look(shelf: Shelf, request: GrantRequest, person: string, withShards: boolean): Promise<Known> {
  const pool = withShards ? poolOf(request) : undefined
  const shards = pool ? Array.from({ length: SHARDS }, (_, n) => shardKey(pool.id, n)) : []
  const countsOf = (cards: readonly string[]) =>
    cards.flatMap((card) => [yearKey(card, request), dayKey(card, request)])
  const [own, [known, year, day, ...ofShards]] = await Promise.all([
    grantsFor(shelf, request, [person]),
    itemsAt(shelf, [personKeyAt(person), ...countsOf([person]), ...shards]),
  ])
  const holder = goingOn(personOfItem(person, known))
  const [, ...cards] = cardsOf(holder)
  const [others, ofOthers] = await Promise.all([grantsFor(shelf, request, cards), itemsAt(shelf, countsOf(cards))])
  const counts = [year, day, ...ofOthers].map((item) => Number(item?.spentMinor?.N ?? 0))
  return {
    holder,
    seen: {
      grants: [...own, ...others],
      yearSpentMinor: counts.filter((_, i) => i % 2 === 0),
      dayAskedMinor: counts.filter((_, i) => i % 2 === 1),
      shards: pool ? ofShards.map((item, n) => shardOf(n, item)) : undefined,
    },
  }
}

/**
 * Earlier grants of these cards for the same cause. A cause had other names before, more than can be looked up one by one,
 * so all grants of a card are read; there are few. A plain read is enough for old keys, because nobody writes them any more.
 * Current keys are written on condition that they are new.
 */
async function grantsFor({ table }: Shelf, request: GrantRequest, cards: readonly string[]): Promise<Grant[]> {
  const items = await Promise.all(cards.map((card) => partition(table, `L#${card}`, 'G#')))
  return items.flat().flatMap((item) => {
    const grant = grantOf(item)
    return grant && isOneCause(request, grant) ? [grant] : []
  })
}
