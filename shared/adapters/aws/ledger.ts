import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { HashKeeper } from '../../domain/keyed-hash.ts'
import { isOneCause } from '../../domain/ledger/cause.ts'
import { type BudgetShard, checkRequest, decide, entryOf, freshOutcome, grantIdOf } from '../../domain/ledger/decide.ts'
import { afterEntry, changed, DECISIONS, type Grant, nameOf } from '../../domain/ledger/grant.ts'
import { cardsOf, goingOn } from '../../domain/ledger/person.ts'
import { entryWith, grantWith } from '../../domain/ledger/personal.ts'
import { bookOf, currencyOf, type GrantRequest, type Ledger, type PendingGrant, poolOf } from '../../ports/index.ts'
import { personKeyAt, personOfItem } from './cards.ts'
import {
  APPROVALS,
  BOOKS,
  bookOfShards,
  dayKey,
  entryOfItem,
  GROUPS,
  grantKeyAt,
  grantOf,
  groupOf,
  journalKey,
  MONTHS,
  monthOf,
  PARTS,
  partOf,
  personalIn,
  SHARDS,
  shardKey,
  shardOf,
  yearKey,
  yearKeyAt,
} from './ledger-items.ts'
import { changeParts, cutPart, grantParts, type Known, type Part } from './ledger-writes.ts'
import { backOff } from './retry.ts'
import { spread } from './spread.ts'
import { batchGet, getItem, IS_NEW, type Item, keyOf, partition, putIf, str, type Table } from './table.ts'
import { transact } from './transaction.ts'

/** Each try that fails means that somebody else's went through, or that a neighbour's was under way. */
const ATTEMPTS = 24
/** All tries together end well before a function's time is up. */
const LONGEST_DELAY_MS = 400
const APPROVALS_AT_MOST = 200

/** `onShard`: a shard is not as it was hoped to be; `other`: something else is not, or others were at it just then. */
type Written = 'written' | 'onShard' | 'other'

/**
 * The ledger in DynamoDB. Look, decide, write in one transaction on condition that what was seen still holds; where
 * it does not, look again. Idempotence rests on the grant's own item, never on a transaction's token, which lives
 * ten minutes.
 */
export function createLedger(table: Table, hashes: HashKeeper): Ledger {
  const patience = { ...table.patience, longestDelayMs: LONGEST_DELAY_MS }
  const listed = new Set<string>()

  const ledger: Ledger = {
    persons,
    actions,
    async grant(request) {
      checkRequest(request)
      const [person] = (await persons([request.memberId])) as [string]
      const [action] = (await actions([request.actionId])) as [string]
      const grantId = grantIdOf(person, request.key)
      await list(keyOf(MONTHS, monthOf(request.now)))
      await list({ ...keyOf(BOOKS, bookOf(request)), currency: str(currencyOf(request)) })
      let withShards = false
      return persist(bookOf(request), async (attempt) => {
        // Somebody else was at this shard just then: another one is likelier to be free.
        const preferred = spread(`${grantId} ${attempt}`, SHARDS)
        const known = await look(request, person, withShards)
        const decision = decide(request, known.seen, preferred)
        if (decision.do === 'answer') return decision.outcome
        if (decision.do === 'cut') {
          await cut(poolOf(request)!.id, known.seen.shards!, decision.shards)
          return undefined
        }
        const entry = entryOf(request, { person, action }, decision.waits)
        const grant = afterEntry(undefined, entry)
        const written = await write(grantParts(table.name, request, known, decision.takes, { entry, grant }))
        withShards ||= written === 'onShard'
        return written === 'written' ? freshOutcome(grant) : undefined
      })
    },

    async change({ memberIds, grantId, change, now }) {
      let cutAnew = false
      return persist(grantId, async (attempt) => {
        const item = (await standingOf(memberIds)).find((each) => grantOf(each)?.grantId === grantId)
        const grant = grantOf(item)
        if (!item || !grant)
          return { changed: false, code: 'no-such-grant', reason: `no grant ${grantId} of this member` }
        const made = await getItem(table, journalKey(grantId, grant.at, nameOf(change)))
        if (made && change.what !== 'reversed')
          return { changed: true, again: true, grant, entry: entryWith(entryOfItem(made), personalIn(item)) }
        const next = changed(grant, change, now)
        if (!next.ok) return { changed: false, code: next.code, reason: next.reason, grant }
        const shard = spread(`${grantId} ${attempt}`, SHARDS)
        const written = await write(changeParts(table.name, grant, next, shard, cutAnew))
        cutAnew ||= written === 'onShard'
        return written === 'written' ? { changed: true, again: false, grant: next.grant, entry: next.entry } : undefined
      })
    },

    async grants(memberIds) {
      const grants = (await standingOf(memberIds)).map(grantOf)
      return grants.filter((grant) => grant !== undefined).sort((a, b) => a.at - b.at)
    },
    async entries(memberIds) {
      const ofGrants = (await standingOf(memberIds)).map(async (item) => {
        const { grantId, at } = grantOf(item)!
        const entries = await partition(table, journalKey(grantId, at, '').pk!.S!, `${grantId}#`)
        return entries.map((entry) => entryWith(entryOfItem(entry), personalIn(item)))
      })
      return (await Promise.all(ofGrants)).flat().sort((a, b) => a.at - b.at)
    },
    async pending() {
      return withWords((await partition(table, APPROVALS)).slice(0, APPROVALS_AT_MOST))
    },
    async waiting(grantId) {
      const item = (await partition(table, APPROVALS)).find((each) => grantOf(each)!.grantId === grantId)
      return item && (await withWords([item]))[0]
    },
    async decided(grantId, now) {
      const keys = lastMonths(now).flatMap((asked) => DECISIONS.map((what) => journalKey(grantId, asked, what)))
      const entry = (await itemsAt(keys)).find((item) => item !== undefined)
      return entry && entryOfItem(entry)
    },
    async forget(memberIds) {
      for (const item of await standingOf(memberIds)) {
        await table.client.send(
          new UpdateItemCommand({
            TableName: table.name,
            Key: keyOf(item.pk!.S!, item.sk!.S!),
            UpdateExpression: 'REMOVE actionId, #entry SET texts = :none',
            ExpressionAttributeNames: { '#entry': 'entry' },
            ExpressionAttributeValues: { ':none': { M: {} } },
          }),
        )
      }
    },

    async spent(books) {
      const totals = books.map(async (book) => {
        const shards = await shardsOf(book)
        return [book, shards.reduce((total, item) => total + Number(item.spentMinor?.N ?? 0), 0)] as const
      })
      return Object.fromEntries(await Promise.all(totals))
    },
    async books() {
      const books = await partition(table, BOOKS)
      return Promise.all(
        books.map(async (item) => bookOfShards(item.sk!.S!, item.currency!.S!, await shardsOf(item.sk!.S!))),
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
      return (await itemsAt(keys)).map(grantOf)
    },
    async years(asked) {
      const keys = asked.map(({ person, year, book }) => yearKeyAt(person, year, book))
      return (await itemsAt(keys)).map((item) => Number(item?.spentMinor?.N ?? 0))
    },
  }
  return ledger

  async function persons(memberIds: readonly string[]): Promise<string[]> {
    const hash = await hashes()
    return memberIds.map((memberId) => hash('ledger card', memberId))
  }

  async function actions(actionIds: readonly string[]): Promise<string[]> {
    const hash = await hashes()
    return actionIds.map((actionId) => hash('ledger action', actionId))
  }

  /** What waits, with what is still kept of the person. */
  async function withWords(items: readonly Item[]): Promise<PendingGrant[]> {
    const waiting = items.map((item) => ({ memberId: item.memberId!.S!, grant: grantOf(item)! }))
    const standing = await itemsAt(waiting.map(({ grant }) => grantKeyAt(grant.person, grant.key)))
    return waiting.map(({ memberId, grant }, i): PendingGrant => {
      return { memberId, grant: grantWith(grant, personalIn(standing[i] ?? {})) }
    })
  }

  /** The items of these cards' grants. */
  async function standingOf(memberIds: readonly string[]): Promise<Item[]> {
    const cards = await persons([...new Set(memberIds)])
    const items = await Promise.all(cards.map((person) => partition(table, `L#${person}`, 'G#')))
    return items.flat().filter(({ grant }) => grant !== undefined)
  }

  /** Tries until there is an answer; those who collide wait a little longer each time. */
  async function persist<T>(what: string, attempt: (n: number) => Promise<T | undefined>): Promise<T> {
    for (let n = 0; n < ATTEMPTS; n++) {
      if (n > 1) await backOff(n - 2, patience)
      const answer = await attempt(n)
      if (answer !== undefined) return answer
    }
    throw new Error(`${what}: still in conflict with others after ${ATTEMPTS} tries`)
  }

  /**
   * Everything the decision needs; of a person with several cards in two steps, the second after it is known which they
   * are: nothing new is granted under those any more. The shards are looked at only after one was not as hoped.
   */
  async function look(request: GrantRequest, person: string, withShards: boolean): Promise<Known> {
    const pool = withShards ? poolOf(request) : undefined
    const shards = pool ? Array.from({ length: SHARDS }, (_, n) => shardKey(pool.id, n)) : []
    const countsOf = (cards: readonly string[]) =>
      cards.flatMap((card) => [yearKey(card, request), dayKey(card, request)])
    const [own, [known, year, day, ...ofShards]] = await Promise.all([
      grantsFor(request, [person]),
      itemsAt([personKeyAt(person), ...countsOf([person]), ...shards]),
    ])
    const holder = goingOn(personOfItem(person, known))
    const [, ...cards] = cardsOf(holder)
    const [others, ofOthers] = await Promise.all([grantsFor(request, cards), itemsAt(countsOf(cards))])
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
   * What was granted under these cards for what is asked for. A cause was called otherwise before, in more ways than can be
   * asked for one by one: all grants of a card are read, which are few. A key as it was is never written any more, so that
   * to read it is enough; the keys as they are now are written on condition that they are new.
   */
  async function grantsFor(request: GrantRequest, cards: readonly string[]): Promise<Grant[]> {
    const items = await Promise.all(cards.map((card) => partition(table, `L#${card}`, 'G#')))
    return items.flat().flatMap((item) => {
      const grant = grantOf(item)
      return grant && isOneCause(request, grant) ? [grant] : []
    })
  }

  /** Cuts the pool anew, unless somebody else spent or cut in between. */
  async function cut(pool: string, before: readonly BudgetShard[], after: readonly BudgetShard[]): Promise<void> {
    await write(after.map((shard, i) => cutPart(table.name, pool, before[i]!, shard)))
  }

  async function write(parts: readonly Part[]): Promise<Written> {
    const cancelled = await transact(
      table,
      parts.map((part) => part.write),
    )
    if (!cancelled) return 'written'
    const failed = (part: Part, i: number) => part.onShard && cancelled[i]?.Code === 'ConditionalCheckFailed'
    return parts.some(failed) ? 'onShard' : 'other'
  }

  /** Months and books are listed before anything is written into them; once a process. */
  async function list(item: Item): Promise<void> {
    const name = nameOfKey(item)
    if (listed.has(name)) return
    await putIf(table, item, IS_NEW)
    listed.add(name)
  }

  async function shardsOf(book: string): Promise<Item[]> {
    const groups = Array.from({ length: GROUPS }, (_, group) => partition(table, groupOf(book, group)))
    return (await Promise.all(groups)).flat()
  }

  /** In the order asked for; keys may repeat. */
  async function itemsAt(keys: readonly Item[]): Promise<(Item | undefined)[]> {
    const unique = new Map(keys.map((key) => [nameOfKey(key), key]))
    const found = await batchGet(table, [...unique.values()], { consistent: true })
    const byName = new Map(found.map((item) => [nameOfKey(item), item]))
    return keys.map((key) => byName.get(nameOfKey(key)))
  }
}

/** An instant in each of the months in which what was decided of late may have been asked for: it waits thirty days at most. */
function lastMonths(now: number): number[] {
  const at = new Date(now)
  return [0, 1, 2].map((back) => Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back))
}

function nameOfKey({ pk, sk }: Item): string {
  return `${pk!.S}\n${sk!.S}`
}
