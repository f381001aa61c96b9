import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import type { HashKeeper } from '../../domain/keyed-hash.ts'
import { joining, type PersonOfCard } from '../../domain/ledger/person.ts'
import type { Cards } from '../../ports/index.ts'
import { backOff } from './retry.ts'
import { type Condition, getItem, IS_NEW, type Item, keyOf, num, str, type Table } from './table.ts'
import { transact } from './transaction.ts'

const ATTEMPTS = 24
/** All attempts together end well before a function times out. */
const LONGEST_DELAY_MS = 400

/** Where the cards of one person are stored: beside the card's grants. */
export function personKeyAt(person: string): Item {
  return keyOf(`L#${person}`, 'P')
}

export function personOfItem(person: string, item: Item | undefined): PersonOfCard {
  return {
    person,
    ...(item?.mergedInto && { into: item.mergedInto.S!, said: item.said!.S! }),
    cards: (item?.cards?.L ?? []).map((card) => card.S!),
  }
}

/** The condition that a card is still a survivor, with the same cards: their number only grows. */
export function stillGoesOn({ cards }: PersonOfCard): Condition {
  if (cards.length === 0) return IS_NEW
  const expression = 'attribute_not_exists(mergedInto) AND size(cards) = :cards'
  return { expression, values: { ':cards': num(cards.length) } }
}

/** Cards and their persons in DynamoDB: a join is one transaction over the merged card and the survivor. */
export function createCards(table: Table, hashes: HashKeeper): Cards {
  const patience = { ...table.patience, longestDelayMs: LONGEST_DELAY_MS }
  return {
    async join({ card, into }) {
      const hash = await hashes()
      const [person, said] = [hash('ledger card', card), hash('ledger card', into)]
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (attempt > 1) await backOff(attempt - 2, patience)
        const [own, survivor] = await Promise.all([read(person), survivorOf(said)])
        const decided = joining(own, said, survivor)
        if (typeof decided === 'string') return decided
        const cancelled = await transact(table, [put(decided.card, own), put(decided.survivor, survivor)])
        if (!cancelled) return 'joined'
      }
      throw new Error(`a merge is still in conflict with others after ${ATTEMPTS} tries`)
    },
  }

  async function read(person: string): Promise<PersonOfCard> {
    return personOfItem(person, await getItem(table, personKeyAt(person)))
  }

  /** It ends, because no circle can close and a person has a limited number of cards. */
  async function survivorOf(person: string): Promise<PersonOfCard> {
    let found = await read(person)
    while (found.into !== undefined) found = await read(found.into)
    return found
  }

  function put({ person, into, said, cards }: PersonOfCard, before: PersonOfCard): TransactWriteItem {
    const unchanged = stillGoesOn(before)
    return {
      Put: {
        TableName: table.name,
        Item: {
          ...personKeyAt(person),
          ...(into !== undefined && said !== undefined && { mergedInto: str(into), said: str(said) }),
          cards: { L: cards.map(str) },
        },
        ConditionExpression: unchanged.expression,
        ExpressionAttributeValues: unchanged.values,
      },
    }
  }
}
