import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cohortsOf } from '../../shared/app/results/cohorts.ts'
import type { Envelope } from '../../shared/contract/index.ts'
import { DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { type Cell, closesAt, mergeCells } from '../../shared/domain/results/cohort.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import type { Ports } from '../../shared/ports/index.ts'
import { at, envelope } from '../support/events.ts'
import { segment } from '../support/journeys.ts'
import { type Reactor, reactorOf } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** What becomes of assignments where cards are merged, people are erased, and a process dies in between. */

const start = at('2026-06-01T04:00:00Z')
const later = (ms: number) => new Date(start + ms).toISOString()

const rulebook = await rulebookOf({
  settings: 'measure: { currency: CNY, plannedMembers: 100 }',
  campaigns: [
    `campaign: c
trigger: complaint.filed
guardrails: { whileCaseOpen: true, holdout: 50% }
goal: { event: booking.created, within: 30d }
steps: [email: sorry]`,
  ],
})

const enrolled = (memberId: string) =>
  envelope('member.enrolled', {
    id: `enrolled-${memberId}`,
    occurredAt: later(-HOUR),
    memberId,
    tier: 'gold',
    email: `${memberId.toLowerCase()}@example.com`,
    consent: { email: true },
  })
const complained = (memberId: string, ms = 0) =>
  envelope('complaint.filed', {
    id: `complaint-${memberId}`,
    occurredAt: later(ms),
    memberId,
    complaintId: `C-${memberId}`,
    category: 'baggage',
  })
const booked = (memberId: string, ms: number, amount: number, pnr = `P${memberId}`) =>
  envelope('booking.created', {
    id: `booking-${memberId}-${ms}`,
    occurredAt: later(ms),
    memberId,
    pnr: pnr.padEnd(6, 'X'),
    flights: [segment],
    fare: { amount, currency: 'CNY' },
  })
const merged = (memberId: string, into: string, ms: number) =>
  envelope('member.merged', { id: `merged-${memberId}`, occurredAt: later(ms), memberId, into })
const erasure = (memberId: string, ms: number) =>
  envelope('member.erased', { id: `erased-${memberId}`, occurredAt: later(ms), memberId })

const sinceThen = closesAt('2026-06-02', { zone: 'Asia/Shanghai', windowMs: 30 * DAY }) + 2 * HOUR

async function play(envelopes: readonly Envelope[], rules: Rulebook = rulebook): Promise<Reactor> {
  const reactor = reactorOf(rules, start)
  for (const each of envelopes) {
    reactor.now = Math.max(reactor.now, at((each.detail as { occurredAt: string }).occurredAt))
    await reactor.take([each])
    await reactor.drain()
  }
  return reactor
}

async function closedCells(ports: Pick<Ports, 'results' | 'members'>): Promise<(Cell & { day: string })[]> {
  const [analysis] = await ports.results.analyses()
  const cohorts = analysis ? await cohortsOf(analysis, ports, { now: sinceThen }) : []
  return cohorts.flatMap(({ day, cells }) => cells.map((cell) => ({ ...cell, day })))
}

const summary = async (ports: Pick<Ports, 'results' | 'members'>) =>
  mergeCells((await closedCells(ports)).map((cell) => ({ ...cell, arm: '', tier: '' }))).map(
    ({ members, goal, revenue }) => ({ members, goal: goal.outcome, revenue: revenue.outcome }),
  )

test('of two cards of one person the earlier assignment counts, with what happened to either since', async () => {
  const { ports } = await play([
    ...['M1', 'M2'].map(enrolled),
    complained('M1'),
    complained('M2', DAY),
    booked('M1', HOUR, 100),
    booked('M2', 2 * HOUR, 40),
    booked('M2', 2 * DAY, 50, 'Q2'),
    merged('M1', 'M2', 3 * DAY),
    booked('M2', 4 * DAY, 7, 'Q3'),
  ])
  expect(await summary(ports)).toEqual([{ members: 1, goal: 1n, revenue: 19700n }])
  expect((await closedCells(ports)).map(({ day, tier }) => [day, tier])).toEqual([['2026-06-01', 'gold']])
})

test('the same whichever card goes on', async () => {
  const told = (from: string, into: string) => [
    ...['M1', 'M2'].map(enrolled),
    complained('M1'),
    complained('M2', DAY),
    booked('M1', HOUR, 100),
    booked('M2', 2 * DAY, 50),
    merged(from, into, 3 * DAY),
  ]
  const one = await play(told('M1', 'M2'))
  const other = await play(told('M2', 'M1'))
  expect(await summary(one.ports)).toEqual([{ members: 1, goal: 1n, revenue: 15000n }])
  expect(await closedCells(one.ports)).toEqual(await closedCells(other.ports))
})

test('of who was erased the sums stay, and nothing of the person', async () => {
  const life = [enrolled('M1'), enrolled('M2'), complained('M1'), complained('M2'), booked('M1', DAY, 100)]
  const before = await play(life)
  const { ports } = await play([...life, erasure('M1', 2 * DAY)])
  expect(await closedCells(ports)).toEqual(await closedCells(before.ports))
  expect((await ports.members.read(['M1'])).get('M1')?.state).not.toContain('c@')
  const [analysis] = await ports.results.analyses()
  for (const part of await ports.results.parts(analysis!.id))
    expect((await ports.results.noted(part)).map(({ memberId }) => memberId)).not.toContain('M1')
})

test('erased after the cohort was counted, late events and redeliveries change nothing any more', async () => {
  const life = [enrolled('M1'), enrolled('M2'), complained('M1'), complained('M2'), booked('M1', DAY, 100)]
  const reactor = await play(life)
  const before = await closedCells(reactor.ports)
  reactor.now = sinceThen + DAY
  await reactor.take([erasure('M1', 35 * DAY)])
  await reactor.drain()
  await reactor.take([booked('M1', 2 * DAY, 5, 'LATE'), erasure('M1', 35 * DAY)])
  await reactor.drain()
  expect(await closedCells(reactor.ports)).toEqual(before)
})

test('a late event moves the sums of a cohort that was counted', async () => {
  const reactor = await play([enrolled('M1'), complained('M1'), booked('M1', DAY, 100)])
  expect(await summary(reactor.ports)).toEqual([{ members: 1, goal: 1n, revenue: 10000n }])
  reactor.now = sinceThen + DAY
  await reactor.take([
    envelope('booking.cancelled', { id: 'x', occurredAt: later(2 * DAY), memberId: 'M1', pnr: 'PM1XXX' }),
  ])
  expect(await summary(reactor.ports)).toEqual([{ members: 1, goal: 0n, revenue: 0n }])
})

test('what a card came to that is absorbed by who was erased already is among the sums', async () => {
  const reactor = await play([...['M1', 'M2'].map(enrolled), complained('M1'), booked('M1', DAY, 100)])
  reactor.now = start + 3 * DAY
  await reactor.take([merged('M1', 'M2', 3 * DAY)])
  const absorbed = reactor.taken('events')
  await reactor.take([erasure('M2', 3 * DAY + MINUTE)])
  await reactor.drain()
  await reactor.take(absorbed as unknown as Envelope[])
  await reactor.drain()
  expect(await summary(reactor.ports)).toEqual([{ members: 1, goal: 1n, revenue: 10000n }])
})

test.each(['define', 'note', 'touch'] as const)('what follows from a turn heals where it failed: %s', async (what) => {
  const reactor = await play([enrolled('M1')])
  const results = { ...reactor.ports.results, [what]: () => Promise.reject(new Error('gone')) }
  const told = [complained('M1'), booked('M1', DAY, 100)] as const
  await reactor.take([told[0]], { results })
  if (what === 'touch') await summary(reactor.ports)
  reactor.now = what === 'touch' ? sinceThen : start + DAY
  await reactor.take([told[1]], { results })
  expect(reactor.errors).not.toEqual([])
  await reactor.take([envelope('survey.answered', { id: 's', occurredAt: later(DAY), memberId: 'M1', nps: 9 })])
  expect(await summary(reactor.ports)).toEqual([{ members: 1, goal: 1n, revenue: 10000n }])
})

const people = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6']
const anybody = fc.constantFrom(...people)

type Step = { merge: string; into: string } | { erase: string } | { book: string; amount: number }
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ merge: anybody, into: anybody }),
    fc.record({ erase: anybody }),
    fc.record({ book: anybody, amount: fc.integer({ min: 1, max: 999 }) }),
  ),
  { maxLength: 8 },
)

/** How many people there are after these steps. What somebody came to who was erased cannot be united with another card's. */
function peopleAfter(all: readonly Step[]): number {
  const person = new Map(people.map((id) => [id, id]))
  const gone = new Set<string>()
  for (const step of all) {
    if ('erase' in step) gone.add(person.get(step.erase)!)
    if (!('merge' in step)) continue
    const [from, into] = [person.get(step.merge)!, person.get(step.into)!]
    if (gone.has(from) || gone.has(into)) continue
    for (const [id, of] of person) if (of === from) person.set(id, into)
  }
  return new Set(person.values()).size
}

/** A card is merged once: who is said to be merged is whoever goes on for it by then. */
function told(step: Step, ms: number, goesOn: Map<string, string>): Envelope[] {
  const on = (id: string): string => (goesOn.has(id) ? on(goesOn.get(id)!) : id)
  if ('merge' in step) {
    const [from, into] = [on(step.merge), on(step.into)]
    if (from === into) return []
    goesOn.set(from, into)
    return [merged(from, into, ms)]
  }
  return ['erase' in step ? erasure(step.erase, ms) : booked(step.book, ms, step.amount, `P${ms / HOUR}`)]
}

test('merges and erasures, at any time: whoever was assigned is counted once', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (all, countsBetween) => {
      const reactor = await play([...people.map(enrolled), ...people.map((id, i) => complained(id, i * MINUTE))])
      const goesOn = new Map<string, string>()
      for (const [i, step] of all.entries()) {
        const ms = DAY + i * HOUR
        reactor.now = countsBetween ? sinceThen + i * DAY : start + ms
        await reactor.take(told(step, ms, goesOn))
        await reactor.drain()
        if (countsBetween) await summary(reactor.ports)
      }
      const [everybody] = await summary(reactor.ports)
      expect(everybody!.members).toBe(peopleAfter(all))
      expect(reactor.errors).toEqual([])
    }),
    { numRuns: 60, seed: 12 },
  )
})
