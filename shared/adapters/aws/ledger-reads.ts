import { DECISIONS } from '../../domain/ledger/grant.ts'
import { entryWith, grantWith } from '../../domain/ledger/personal.ts'
import type { Ledger, PendingGrant } from '../../ports/index.ts'
import {
  APPROVALS,
  BOOKS,
  bookOfShards,
  entryOfItem,
  grantKeyAt,
  grantOf,
  journalKey,
  MONTHS,
  PARTS,
  partOf,
  personalIn,
  yearKeyAt,
} from './ledger-items.ts'
import { itemsAt, type Shelf, shardsOf, standingOf } from './ledger-shelf.ts'
import { type Item, partition } from './table.ts'

const APPROVALS_AT_MOST = 100

export type LedgerReads = Pick<
  Ledger,
  'grants' | 'entries' | 'pending' | 'waiting' | 'decided' | 'spent' | 'books' | 'journal' | 'standing' | 'years'
>

/** The ledger's queries, which change nothing. */
export function createLedgerReads(shelf: Shelf): LedgerReads {
  const { table } = shelf
  return {
    async grants(memberIds) {
      const grants = (await standingOf(shelf, memberIds)).map(grantOf)
      return grants.filter((grant) => grant !== undefined).sort((a, b) => a.at - b.at)
    },
    async entries(memberIds) {
      const ofGrants = (await standingOf(shelf, memberIds)).map(async (item) => {
        const { grantId, at } = grantOf(item)!
        const entries = await partition(table, journalKey(grantId, at, '').pk!.S!, `${grantId}#`)
        return entries.map((entry) => entryWith(entryOfItem(entry), personalIn(item)))
      })
      return (await Promise.all(ofGrants)).flat().sort((a, b) => a.at - b.at)
    },
    async pending() {
      return withWords(shelf, (await partition(table, APPROVALS)).slice(0, APPROVALS_AT_MOST))
    },
    async waiting(grantId) {
      const item = (await partition(table, APPROVALS)).find((each) => grantOf(each)!.grantId === grantId)
      return item && (await withWords(shelf, [item]))[0]
    },
    async decided(grantId, now) {
      const keys = lastMonths(now).flatMap((asked) => DECISIONS.map((what) => journalKey(grantId, asked, what)))
      const entry = (await itemsAt(shelf, keys)).find((item) => item !== undefined)
      return entry && entryOfItem(entry)
    },
    async spent(books) {
      const totals = books.map(async (book) => {
        const shards = await shardsOf(shelf, book)
        return [book, shards.reduce((total, item) => total + Number(item.spentMinor?.N ?? 0), 0)] as const
      })
      return Object.fromEntries(await Promise.all(totals))
    },
    async books() {
      const books = await partition(table, BOOKS)
      return Promise.all(
        books.map(async (item) => bookOfShards(item.sk!.S!, item.currency!.S!, await shardsOf(shelf, item.sk!.S!))),
      )
    },
    async *journal() {
      for (const { sk } of await partition(table, MONTHS)) {
        for (let part = 0; part < PARTS; part++) {
          yield (await partition(table, partOf(sk!.S!, part))).map(entryOfItem)
        }
      }
    },
    async standing(asked) {
      const keys = asked.map(({ person, key }) => grantKeyAt(person, key))
      return (await itemsAt(shelf, keys)).map(grantOf)
    },
    async years(asked) {
      const keys = asked.map(({ person, year, book }) => yearKeyAt(person, year, book))
      return (await itemsAt(shelf, keys)).map((item) => Number(item?.spentMinor?.N ?? 0))
    },
  }
}

/** What waits, with the personal data that is still kept. */
async function withWords(shelf: Shelf, items: readonly Item[]): Promise<PendingGrant[]> {
  const waiting = items.map((item) => ({ memberId: item.memberId!.S!, grant: grantOf(item)! }))
  const standing = await itemsAt(
    shelf,
    waiting.map(({ grant }) => grantKeyAt(grant.person, grant.key)),
  )
  return waiting.map(({ memberId, grant }, i): PendingGrant => {
    return { memberId, grant: grantWith(grant, personalIn(standing[i] ?? {})) }
  })
}

/** An instant in each month in which a recently decided grant may have been requested: it waits thirty days at most. */
function lastMonths(now: number): number[] {
  const at = new Date(now)
  return [0, 1, 2].map((back) => Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back))
}
