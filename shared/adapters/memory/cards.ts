import type { HashKeeper } from '../../domain/keyed-hash.ts'
import { joining, type PersonOfCard } from '../../domain/ledger/person.ts'
import type { Cards } from '../../ports/index.ts'

export interface MemoryCards extends Cards {
  of(person: string): PersonOfCard
}

/** Cards and their persons in memory; the ledger reads them too. */
export function createMemoryCards(hashes: HashKeeper): MemoryCards {
  const known = new Map<string, PersonOfCard>()
  const of = (person: string) => known.get(person) ?? { person, cards: [] }
  const survivorOf = (person: string): PersonOfCard => {
    const { into } = of(person)
    return into === undefined ? of(person) : survivorOf(into)
  }
  return {
    of,
    async join({ card, into }) {
      const hash = await hashes()
      const said = hash('ledger card', into)
      const decided = joining(of(hash('ledger card', card)), said, survivorOf(said))
      if (typeof decided === 'string') return decided
      for (const each of [decided.card, decided.survivor]) known.set(each.person, each)
      return 'joined'
    },
  }
}
