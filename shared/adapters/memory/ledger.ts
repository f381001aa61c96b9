import type { HashKeeper } from '../../domain/keyed-hash.ts'
import { isOneCause } from '../../domain/ledger/cause.ts'
import { capOf, checkRequest, decide, entryOf, freshOutcome } from '../../domain/ledger/decide.ts'
import { afterEntry, changed, DECISIONS, nameOf } from '../../domain/ledger/grant.ts'
import { cardsOf, goingOn } from '../../domain/ledger/person.ts'
import { bookOf, currencyOf, type GrantRequest, type Ledger, poolOf } from '../../ports/index.ts'
import type { MemoryCards } from './cards.ts'
import { ledgerState, yearKey } from './ledger-state.ts'

/** The ledger in memory: the same decisions as in DynamoDB, one after the other, with budgets of a single shard. */
export function createMemoryLedger(hashes: HashKeeper, cards: MemoryCards): Ledger {
  const { grants, journal, years, books, pools, standing, entriesOf, grantsOf, add, forget } = ledgerState()
  /** By person and key. */
  const keys = new Map<string, string>()
  const days = new Map<string, number>()
  const memberIds = new Map<string, string>()

  async function persons(memberIds: readonly string[]): Promise<string[]> {
    const hash = await hashes()
    return memberIds.map((memberId) => hash('ledger card', memberId))
  }

  async function actions(actionIds: readonly string[]): Promise<string[]> {
    const hash = await hashes()
    return actionIds.map((actionId) => hash('ledger action', actionId))
  }

  const personsOnce = (memberIds: readonly string[]) => persons([...new Set(memberIds)])

  return {
    persons,
    actions,
    async grant(request) {
      checkRequest(request)
      const [person] = (await persons([request.memberId])) as [string]
      const [action] = (await actions([request.actionId])) as [string]
      const all = cardsOf(goingOn(cards.of(person)))
      const cap = capOf(request)
      const pool = poolOf(request)
      const seen = {
        grants: grantsOf(all).filter((grant) => isOneCause(request, grant)),
        yearSpentMinor: all.map((card) => (cap && years.get(yearKey(card, cap.year, bookOf(request)))) ?? 0),
        dayAskedMinor: all.map((card) => days.get(dayKey(card, request)) ?? 0),
      }
      const shards = pool && [pools.get(pool.id) ?? { shard: 0, asOf: 0, leftMinor: 0, spentMinor: 0 }]
      let decision = decide(request, { ...seen, shards }, 0)
      if (decision.do === 'cut') {
        pools.set(pool!.id, decision.shards[0]!)
        decision = decide(request, { ...seen, shards: decision.shards }, 0)
      }
      if (decision.do === 'answer') return decision.outcome
      if (decision.do === 'cut') throw new Error('a pool is cut anew once for a request')
      const entry = entryOf(request, { person, action }, decision.over)
      const grant = afterEntry(undefined, entry)
      keys.set(`${person}\n${request.key}`, entry.grantId)
      memberIds.set(entry.grantId, request.memberId)
      add(entry, grant, pool?.id ?? entry.book)
      const day = dayKey(person, request)
      if (request.approval) days.set(day, (days.get(day) ?? 0) + request.costMinor)
      return freshOutcome(grant)
    },
    async change({ memberIds, grantId, change, now }) {
      const cards = await personsOnce(memberIds)
      const grant = grantsOf(cards).find((each) => each.grantId === grantId)
      if (!grant) return { changed: false, code: 'no-such-grant', reason: `no grant ${grantId} of this member` }
      const made = entriesOf(grantId).find((entry) => entry.name === nameOf(change))
      if (made && change.what !== 'reversed') return { changed: true, again: true, grant, entry: made }
      const next = changed(grant, change, now)
      if (!next.ok) return { changed: false, code: next.code, reason: next.reason, grant }
      add(next.entry, next.grant, grant.book)
      return { changed: true, again: false, grant: next.grant, entry: next.entry }
    },
    async grants(memberIds) {
      return grantsOf(await personsOnce(memberIds))
    },
    async entries(memberIds) {
      return grantsOf(await personsOnce(memberIds))
        .flatMap(({ grantId }) => entriesOf(grantId))
        .sort((a, b) => a.at - b.at)
    },
    async pending() {
      return [...grants.keys()]
        .map((grantId) => standing(grantId)!)
        .filter(({ state }) => state === 'pending')
        .sort((a, b) => a.until! - b.until!)
        .slice(0, 100)
        .map((grant) => ({ memberId: memberIds.get(grant.grantId)!, grant }))
    },
    async waiting(grantId) {
      const grant = standing(grantId)
      return grant?.state === 'pending' ? { memberId: memberIds.get(grantId)!, grant } : undefined
    },
    async decided(grantId) {
      return journal.get(grantId)?.find(({ name }) => (DECISIONS as readonly string[]).includes(name))
    },
    async forget(memberIds) {
      forget(await personsOnce(memberIds))
    },
    async spent(ids) {
      return Object.fromEntries(ids.map((id) => [id, books.get(id)?.spentMinor ?? pools.get(id)?.spentMinor ?? 0]))
    },
    async books() {
      return [...books].map(([book, { currency, spentMinor, balances }]) => {
        const { limitMinor, leftMinor = 0 } = pools.get(book) ?? {}
        return { book, currency, ...(limitMinor !== undefined && { limitMinor }), leftMinor, spentMinor, balances }
      })
    },
    async *journal() {
      for (const entries of journal.values()) yield entries
    },
    async standing(asked) {
      return asked.map(({ person, key }) => standing(keys.get(`${person}\n${key}`) ?? ''))
    },
    async years(asked) {
      return asked.map(({ person, year, book }) => years.get(yearKey(person, year, book)) ?? 0)
    },
  }
}

function dayKey(person: string, request: GrantRequest): string {
  return `${person}\n${request.approval?.day}\n${request.basis}:${currencyOf(request)}`
}
