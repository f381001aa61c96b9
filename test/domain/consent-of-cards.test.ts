import fc from 'fast-check'
import { expect, test } from 'vitest'
import { survivorOf } from '../../shared/app/survivor.ts'
import type { Envelope } from '../../shared/contract/index.ts'
import { HOUR } from '../../shared/domain/calendar.ts'
import { profileOf } from '../../shared/domain/member/profile.ts'
import { at, envelope } from '../support/events.ts'
import { reactorOf } from '../support/reactor.ts'

/** One person, many cards, many words on consent: what stands does not depend on the order in which any of it is heard of. */

const start = at('2026-06-01T00:00:00Z')
const HOURS = 8
const hour = (n: number) => new Date(start + n * HOUR).toISOString()
const CARDS = ['A', 'B', 'C', 'D', 'E']

type Kind = 'said' | 'objected' | 'copied'
interface Word {
  at: number
  card: string
  kind: Kind
  /** `null`, of a copy alone: it says nothing of consent any more. */
  granted: boolean | null
}
interface Merge {
  at: number
  card: string
  into: string
}

const instant = fc.integer({ min: 0, max: HOURS })

/** Each card but the last is merged into one that comes after it: chains, and trees, in any order in time. */
const merges: fc.Arbitrary<Merge[]> = fc
  .integer({ min: 2, max: CARDS.length })
  .chain((n) =>
    fc.tuple(
      ...CARDS.slice(0, n - 1).map((card, i) =>
        fc.record({ at: instant, card: fc.constant(card), into: fc.constantFrom(...CARDS.slice(i + 1, n)) }),
      ),
    ),
  )

const wordsOf = (cards: readonly string[]): fc.Arbitrary<Word[]> => {
  const card = fc.constantFrom(...cards)
  const said = fc.record({
    at: instant,
    card,
    kind: fc.constantFrom<Kind>('said', 'objected'),
    granted: fc.boolean(),
  })
  const copied = fc.record({
    at: instant,
    card,
    kind: fc.constant<Kind>('copied'),
    granted: fc.constantFrom(true, false, null),
  })
  return fc.array(fc.oneof(said, copied), { maxLength: 7 })
}

const history = merges.chain((all) =>
  fc.record({
    merges: fc.constant(all),
    words: wordsOf([...new Set(all.flatMap(({ card, into }) => [card, into]))]),
    /** A merge is told again by another system, which dates it otherwise. */
    again: fc.option(fc.record({ of: fc.constantFrom(...all), at: instant }), { nil: undefined }),
  }),
)
type History = typeof history extends fc.Arbitrary<infer H> ? H : never

function toldOf({ merges, words, again }: History): Envelope[] {
  const all = again ? [...merges, { ...again.of, at: again.at }] : merges
  return [
    ...all.map(({ at, card, into }, i) =>
      envelope('member.merged', { id: `merge-${i}`, occurredAt: hour(at), memberId: card, into }),
    ),
    ...words.map(({ at, card, kind, granted }, i) => {
      const about = { id: `word-${i}`, occurredAt: hour(at), memberId: card }
      if (kind === 'copied') return envelope('member.updated', { ...about, consent: { email: granted } })
      const purpose = kind === 'said' ? 'marketing' : 'service'
      return envelope('consent.changed', { ...about, channel: 'email', granted, purpose })
    }),
  ]
}

/**
 * The same by other means: everything in the order in which it happened, with the refusals that stand. At one instant a yes comes
 * first, then a merge, then a no: what is in doubt is a no.
 */
function expectedOf({ merges, words, again }: History, purpose: 'marketing' | 'service'): boolean | undefined {
  const all = again ? [...merges, { ...again.of, at: again.at }] : merges
  const kinds = purpose === 'marketing' ? ['said', 'copied'] : ['objected']
  const rank = (each: Word | Merge) => ('into' in each ? 1 : each.granted === true ? 0 : 2)
  const persons = new Map<string, Set<string>>()
  const personOf = (card: string) => persons.get(card) ?? new Set([card])
  let refused: Word[] = []
  let agreed: Word[] = []
  const ofKind = words.filter(({ kind }) => kinds.includes(kind))
  for (const each of [...all, ...ofKind].sort((a, b) => a.at - b.at || rank(a) - rank(b))) {
    if ('into' in each) {
      const one = new Set([...personOf(each.card), ...personOf(each.into)])
      for (const card of one) persons.set(card, one)
    } else if (each.granted === false) {
      refused = [...refused, each]
    } else if (each.granted === null) {
      agreed = agreed.filter(({ kind, card }) => kind !== 'copied' || card !== each.card)
    } else {
      agreed = [...agreed, each]
      refused = refused.filter((no) => {
        const isEarlier = no.at < each.at && personOf(no.card).has(each.card)
        return !isEarlier || (each.kind === 'copied' && (no.kind !== 'copied' || no.card !== each.card))
      })
    }
  }
  return refused.length > 0 ? false : agreed.length > 0 ? true : undefined
}

const inAnyOrder = history.chain((all) => {
  const told = toldOf(all)
  return fc.record({
    all: fc.constant(all),
    order: fc.shuffledSubarray(told, { minLength: told.length }),
    /** After which of them everything comes to rest before the next is heard of. */
    rests: fc.array(fc.boolean(), { minLength: told.length, maxLength: told.length }),
  })
})

test('consent is the same whenever merges, withdrawals and grants are heard of', async () => {
  await fc.assert(
    fc.asyncProperty(inAnyOrder, async ({ all, order, rests }) => {
      const reactor = reactorOf(undefined, start + 24 * HOUR)
      for (const [i, each] of order.entries()) {
        await reactor.take([each])
        if (rests[i]) await reactor.drain()
      }
      await reactor.drain()
      expect(reactor.errors).toEqual([])
      expect((await reactor.ports.setAsides.list({ limit: 1 })).entries).toEqual([])
      const { memberId } = await survivorOf('A', reactor.ports)
      const { consentEmail, serviceEmail } = profileOf(await reactor.member(memberId))
      expect({ marketing: consentEmail, service: serviceEmail }).toEqual({
        marketing: expectedOf(all, 'marketing'),
        service: expectedOf(all, 'service'),
      })
    }),
    { numRuns: 150 },
  )
})
