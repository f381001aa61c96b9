import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Task, TaskStep } from '../../shared/domain/actions/service-task/task.ts'
import type { OfferRecord, SetAside, WorldChange, WorldState } from '../../shared/ports/index.ts'
import { recordOf } from '../support/records.ts'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)

describe.each(stores)('in %s', (_name, open) => {
  let store: Opened

  beforeEach(async () => {
    store = await open()
  })
  afterEach(() => store.close())

  describe('set-asides', () => {
    function aside(key: string, detail: unknown = { id: 1 }, cards: string[] = []): SetAside {
      const envelope = { id: 'd', source: 'airline.pss', 'detail-type': 'x', time: '2026-10-01T00:00:00Z', detail }
      return { key, setAsideAt: T, fault: { code: 'bad-id', path: 'id', message: 'must be text' }, envelope, cards }
    }

    test('are kept once each, whole, in the order of their keys', async () => {
      const huge = aside('2026-10-01#b', '"\\\n'.repeat(85_000))
      expect(await store.setAsides.put(aside('2026-10-02#a'))).toBe(true)
      expect(await store.setAsides.put(huge)).toBe(true)
      expect(await store.setAsides.put(aside('2026-10-01#b'))).toBe(false)
      expect((await store.setAsides.list({ limit: 10 })).entries).toEqual([huge, aside('2026-10-02#a')])
    })

    test('are listed page by page, and gone once removed', async () => {
      const keys = Array.from({ length: 7 }, (_, i) => `k${i}`)
      for (const key of keys) await store.setAsides.put(aside(key))
      const listed: string[] = []
      let cursor: string | undefined
      do {
        const page = await store.setAsides.list({ cursor, limit: 3 })
        expect(page.entries.length).toBeLessThanOrEqual(3)
        listed.push(...page.entries.map(({ key }) => key))
        cursor = page.cursor
      } while (cursor)
      expect(listed).toEqual(keys)
      expect(await store.setAsides.remove('k3')).toBe(true)
      expect(await store.setAsides.remove('k3')).toBe(false)
      expect((await store.setAsides.list({ limit: 10 })).entries.map(({ key }) => key)).not.toContain('k3')
    })

    /** Nothing of a megabyte of these can be packed into an item of 400 KB. */
    const incompressible = (n: number) => randomBytes(n).toString('hex').slice(0, 1_000_000)

    test('of a megabyte are kept whole, and leave nothing when they go', async () => {
      const large = [0, 1, 2].map((n) => aside(`k${n}`, { memberId: 'A', text: incompressible(500_000 + n) }, ['A']))
      for (const each of large) expect(await store.setAsides.put(each)).toBe(true)
      expect(await store.setAsides.put(large[0]!)).toBe(false)
      expect((await store.setAsides.list({ limit: 10 })).entries).toEqual(large)
      expect(await store.setAsides.remove('k1')).toBe(true)
      expect((await store.setAsides.about('A')).map(({ key }) => key).sort()).toEqual(['k0', 'k2'])
    })

    test('are read by their key', async () => {
      const large = aside('k2', { text: incompressible(500_000) })
      await store.setAsides.put(aside('k1'))
      await store.setAsides.put(large)
      expect(await store.setAsides.read('k1')).toEqual(aside('k1'))
      expect(await store.setAsides.read('k2')).toEqual(large)
      expect(await store.setAsides.read('k3')).toBeUndefined()
    })

    test('fill a page by their size too', async () => {
      const text = 'x'.repeat(1000)
      for (let i = 0; i < 5; i++) await store.setAsides.put(aside(`k${i}`, { text }))
      const first = await store.setAsides.list({ limit: 10, chars: 2500 })
      expect(first.entries.map(({ key }) => key)).toEqual(['k0', 'k1'])
      const second = await store.setAsides.list({ limit: 10, chars: 10, cursor: first.cursor })
      expect(second.entries.map(({ key }) => key)).toEqual(['k2'])
      const last = await store.setAsides.list({ limit: 10, chars: 9999, cursor: second.cursor })
      expect([last.entries.map(({ key }) => key), last.cursor]).toEqual([['k3', 'k4'], undefined])
    })

    test('are found by each card they name, and by no other', async () => {
      await store.setAsides.put(aside('k1', { a: 1 }, ['A', 'B']))
      await store.setAsides.put(aside('k2', { a: 2 }, ['A']))
      await store.setAsides.put(aside('k3', { a: 3 }))
      const about = async (card: string) => (await store.setAsides.about(card)).map(({ key }) => key).sort()
      expect([await about('A'), await about('B'), await about('C')]).toEqual([['k1', 'k2'], ['k1'], []])
      await store.setAsides.remove('k1')
      expect([await about('A'), await about('B')]).toEqual([['k2'], []])
    })

    test('are replaced where they are, by what names fewer', async () => {
      const text = incompressible(500_000)
      await store.setAsides.put(aside('k1', { memberId: 'A', b: 'B', text }, ['A', 'B']))
      const left = aside('k1', { b: 'B', text: text.slice(1) }, ['B'])
      expect(await store.setAsides.replace(left)).toBe(true)
      expect(await store.setAsides.about('A')).toEqual([])
      expect(await store.setAsides.about('B')).toEqual([left])
      const small = aside('k1', { b: 'B' }, ['B'])
      expect(await store.setAsides.replace(small)).toBe(true)
      expect((await store.setAsides.list({ limit: 9 })).entries).toEqual([small])
      await store.setAsides.remove('k1')
      expect(await store.setAsides.replace(small)).toBe(false)
      expect((await store.setAsides.list({ limit: 9 })).entries).toEqual([])
    })
  })

  describe('the tally', () => {
    test('adds up whatever comes at once, down too', async () => {
      const { tally } = store
      expect(await tally.read()).toEqual({})
      await Promise.all(
        Array.from({ length: 50 }, () => tally.add({ 'accepted.flight.completed': 2, 'email.sent': 1 })),
      )
      await tally.add({ 'email.sent': -3, 'email.held': 0 })
      await tally.add({})
      expect(await tally.read()).toMatchObject({ 'accepted.flight.completed': 100, 'email.sent': 47 })
    })

    test('keeps what a day began with, as it first stood', async () => {
      const { tally } = store
      await tally.add({ 'email.sent': 2 })
      await tally.beginDay('2026-10-05', 1000, { 'spent.care': 70 })
      await tally.add({ 'email.sent': 1 })
      await tally.beginDay('2026-10-05', 2000, {})
      expect(await tally.beginningOf('2026-10-05')).toEqual({ at: 1000, counts: { 'email.sent': 2, 'spent.care': 70 } })
      expect(await tally.beginningOf('2026-10-04')).toBeUndefined()
      expect(await tally.read()).toEqual({ 'email.sent': 3 })
    })

    test('is replaced as a whole', async () => {
      const { tally } = store
      for (let i = 0; i < 9; i++) await tally.add({ 'email.sent': 1, 'email.held': 1 })
      await tally.set({ 'email.sent': 4 })
      expect(await tally.read()).toEqual({ 'email.sent': 4 })
      await tally.add({ 'email.sent': 1 })
      expect(await tally.read()).toEqual({ 'email.sent': 5 })
    })
  })

  describe('the months', () => {
    test('add up what is counted at once, each by itself, down too', async () => {
      const { months } = store
      expect(await months.read(['2026-09', '2026-10'])).toEqual({})
      const some = { '2026-09': { sent: 1, 'spend.CNY': 50_000 }, '2026-10': { members: 2 } }
      await Promise.all(Array.from({ length: 20 }, () => months.add(some)))
      await months.add({ '2026-10': { members: -3, reachable: -1 } })
      await months.add({})
      expect(await months.read(['2026-09', '2026-10', '2026-11'])).toEqual({
        '2026-09': { sent: 20, 'spend.CNY': 1_000_000 },
        '2026-10': { members: 37, reachable: -1 },
      })
      expect(await months.read(['2026-10'])).toEqual({ '2026-10': { members: 37, reachable: -1 } })
    })

    test('know how much of it is of members who were erased: by themselves, and by their records', async () => {
      const { months, records } = store
      await months.add({ '2026-10': { sent: 2, members: -1 } }, { '2026-10': { members: -1 } })
      const counting = (id: string, body: object) => ({ ...recordOf(id), body: JSON.stringify(body) })
      const many = Array.from({ length: 120 }, (_, i) => counting(`e${i}`, { months: { '2026-10': { sent: 1 } } }))
      await records.put([...many, counting('none', {}), { ...recordOf('other'), memberId: 'wei' }])
      for (const _ of ['once', 'again']) await records.erase('anna')
      expect(await months.readErased(['2026-09', '2026-10'])).toEqual({ '2026-10': { members: -1, sent: 120 } })
      expect(await months.read(['2026-10'])).toEqual({ '2026-10': { sent: 2, members: -1 } })
      expect((await records.page()).records).toMatchObject([{ reactedAt: recordOf('other').reactedAt }])
    })
  })

  describe('the reputation', () => {
    test('adds up what is heard, each measure and each day apart', async () => {
      const { reputation } = store
      await Promise.all(Array.from({ length: 9 }, () => reputation.add('bounces', '2026-10-01', { mails: 2, bad: 1 })))
      await reputation.add('bounces', '2026-10-02', { mails: 5, bad: 0 })
      await reputation.add('bounces', '2026-09-01', { mails: 100, bad: 100 })
      await reputation.add('complaints', '2026-10-01', { mails: 3, bad: 2 })
      expect(await reputation.read('bounces', ['2026-10-01', '2026-10-02'])).toEqual({ mails: 23, bad: 9 })
      expect(await reputation.read('complaints', ['2026-10-01'])).toEqual({ mails: 3, bad: 2 })
      expect(await reputation.read('complaints', ['2026-10-03'])).toEqual({ mails: 0, bad: 0 })
    })

    test('of one measure is forgotten, the other stays', async () => {
      const { reputation } = store
      await reputation.add('bounces', '2026-10-01', { mails: 2, bad: 1 })
      await reputation.add('complaints', '2026-10-01', { mails: 2, bad: 1 })
      await reputation.forget('bounces')
      expect(await reputation.read('bounces', ['2026-10-01'])).toEqual({ mails: 0, bad: 0 })
      expect(await reputation.read('complaints', ['2026-10-01'])).toEqual({ mails: 2, bad: 1 })
    })
  })

  test('the world is one item that one writer at a time changes', async () => {
    const { world } = store
    expect(await world.read()).toEqual({ version: 0, paused: {} })
    const first: WorldState = {
      version: 1,
      rulebook: 'abc',
      paused: { all: { since: T, by: 'li' } },
    }
    const change = { at: T, by: 'li', what: 'paused all' }
    expect(await world.write(first, change)).toBe('written')
    expect(await world.write(first, change)).toBe('conflict')
    expect(await world.read()).toEqual(first)
    const writes = ['b', 'c', 'd'].map((rulebook) => world.write({ ...first, version: 2, rulebook }, change))
    expect((await Promise.all(writes)).filter((outcome) => outcome === 'written')).toHaveLength(1)
  })

  describe('what changed the world', () => {
    const changes = Array.from({ length: 123 }, (_, i): WorldChange => {
      const rulebook = `r${i % 100}`
      return { at: T + i, by: `person ${i}`, what: `published ${rulebook}`, rulebook, madeLive: true }
    })

    async function make(change: WorldChange): Promise<'written' | 'conflict'> {
      const { world } = store
      const { version, ...before } = await world.read()
      return world.write({ ...before, version: version + 1, rulebook: change.rulebook }, change)
    }

    test('is kept whole, and read page by page, the newest first', async () => {
      expect(await store.world.changes({ limit: 10 })).toEqual({ changes: [] })
      for (const each of changes) await make(each)
      const read: WorldChange[] = []
      let cursor: string | undefined
      do {
        const page = await store.world.changes({ cursor, limit: 50 })
        expect(page.changes.length).toBeLessThanOrEqual(50)
        read.push(...page.changes)
        cursor = page.cursor
      } while (cursor)
      expect(read).toEqual(changes.toReversed())
    })

    test('is kept where the change was made, and only there', async () => {
      const { world } = store
      const outcomes = await Promise.all(changes.slice(0, 20).map(make))
      const done = outcomes.filter((outcome) => outcome === 'written').length
      expect(done).toBeGreaterThan(0)
      expect((await world.read()).version).toBe(done)
      const { changes: kept } = await world.changes({ limit: 50 })
      expect(kept).toHaveLength(done)
      expect((await world.read()).rulebook).toBe(kept[0]!.rulebook)
    })

    test('says who made a rulebook live, last, however long ago', async () => {
      for (const each of changes) await make(each)
      await make({ at: T, by: 'somebody', what: 'paused all', rulebook: 'r22' })
      const { world } = store
      expect(await world.publisherOf('r22')).toBe('person 122')
      expect(await world.publisherOf('r30')).toBe('person 30')
      expect(await world.publisherOf('none')).toBeUndefined()
    })
  })

  test('rulebooks come back byte for byte, small, large and empty', async () => {
    const { rulebooks } = store
    const [large, small] = [new Uint8Array(randomBytes(1_500_000)), new Uint8Array([1, 2, 3])]
    await rulebooks.write('large', large)
    await rulebooks.write('small', small)
    await rulebooks.write('small', new Uint8Array([9]))
    await rulebooks.write('empty', new Uint8Array())
    expect(Buffer.compare((await rulebooks.read('large'))!, large)).toBe(0)
    expect(await rulebooks.read('small')).toEqual(small)
    expect(await rulebooks.read('empty')).toEqual(new Uint8Array())
    expect(await rulebooks.read('none')).toBeUndefined()
  })

  describe('offers', () => {
    const offer: OfferRecord = {
      offerId: 'o1',
      memberId: 'anna',
      actionId: 'a1',
      campaign: 'fly-again',
      rulebook: 'abc',
      cabin: 'C',
      issuedAt: T,
      expiresAt: T + 100,
      state: 'issued',
    }

    test('are issued once and read as they are', async () => {
      expect(await store.offers.read('anna', 'o1')).toBeUndefined()
      expect(await store.offers.issue(offer)).toBe(true)
      expect(await store.offers.issue({ ...offer, cabin: 'F' })).toBe(false)
      expect(await store.offers.read('anna', 'o1')).toEqual(offer)
    })

    test('take one answer, in time', async () => {
      const { offers } = store
      await offers.issue(offer)
      await offers.issue({ ...offer, offerId: 'o2' })
      expect(await offers.answer('anna', 'o0', 'accepted', T)).toBe('unknown')
      expect(await offers.answer('anna', 'o2', 'accepted', T + 100)).toBe('expired')
      expect(await offers.answer('anna', 'o1', 'accepted', T + 99)).toBe('answered')
      expect(await offers.answer('anna', 'o1', 'accepted', T + 500)).toBe('answered')
      expect(await offers.answer('anna', 'o1', 'declined', T + 99)).toBe('answered-otherwise')
      expect(await offers.read('anna', 'o1')).toEqual({ ...offer, state: 'accepted', answeredAt: T + 99 })
      expect((await offers.read('anna', 'o2'))?.state).toBe('issued')
    })

    test('are listed by member, and erased', async () => {
      const { offers } = store
      const others = { ...offer, memberId: 'bo' }
      await offers.issue(offer)
      await offers.issue(others)
      expect(await offers.list('anna')).toEqual([offer])
      await offers.erase('anna')
      expect([await offers.list('anna'), await offers.list('bo')]).toEqual([[], [others]])
      expect(await offers.read('anna', 'o1')).toBeUndefined()
    })

    test('take one of two answers given at once', async () => {
      await store.offers.issue(offer)
      const answers = await Promise.all([
        store.offers.answer('anna', 'o1', 'accepted', T),
        store.offers.answer('anna', 'o1', 'declined', T),
      ])
      expect(answers.sort()).toEqual(['answered', 'answered-otherwise'])
    })
  })

  const task = (taskId: string, openedAt: number, memberId = 'anna'): Task => ({
    taskId,
    memberId,
    actionId: `a-${taskId}`,
    campaign: 'say-sorry',
    team: 'care',
    title: 'Call the guest',
    detail: 'Their bag is late',
    openedAt,
    steps: [],
  })

  test('tasks are found by team and state as they change, page by page, and no more once erased', async () => {
    const { tasks } = store
    const found = async (state: 'open' | 'taken' | 'closed', limit = 9) => {
      const names: string[] = []
      let cursor: string | undefined
      do {
        const page = await tasks.of('care', state, { cursor, limit })
        expect(page.tasks.length).toBeLessThanOrEqual(limit)
        names.push(...page.tasks.map(({ taskId }) => taskId))
        cursor = page.cursor
      } while (cursor)
      return names
    }
    for (const n of [3, 1, 2]) await tasks.open(task(`t${n}`, T + n, n === 3 ? 'bo' : 'anna'))
    await tasks.open({ ...task('t9', T), team: 'airport' })
    expect([await found('open', 2), await found('taken')]).toEqual([['t1', 't2', 't3'], []])
    const step: TaskStep = { what: 'taken', by: 'li', at: T + 9 }
    const taken = { ...task('t2', T + 2), steps: [step] }
    expect(await tasks.change(task('t2', T + 2), taken)).toBe(true)
    expect(await tasks.change(task('t2', T + 2), { ...taken, steps: [{ ...step, by: 'wu' }] })).toBe(false)
    // Delivered once more, it is not open again.
    expect(await tasks.open(task('t2', T + 2))).toBe(false)
    expect([await found('open'), await found('taken')]).toEqual([['t1', 't3'], ['t2']])
    expect(await tasks.read('anna', 't2')).toEqual(taken)
    const closed = (n: number, memberId?: string): Task => ({
      ...task(`t${n}`, T + n, memberId),
      steps: [{ what: 'closed', by: 'li', at: T + 9, outcome: 'done' }],
    })
    await tasks.change(task('t1', T + 1), closed(1))
    await tasks.change(task('t3', T + 3, 'bo'), closed(3, 'bo'))
    expect([await found('open'), await found('closed', 1)]).toEqual([[], ['t3', 't1']])
    await tasks.erase('anna')
    expect([await found('taken'), await found('closed')]).toEqual([[], ['t3']])
    expect(await tasks.read('anna', 't2')).toBeUndefined()
  })

  test('tasks are opened once each, listed by member, and erased', async () => {
    const { tasks } = store
    expect(await tasks.open(task('t2', T + 2))).toBe(true)
    expect(await tasks.open(task('t1', T + 1))).toBe(true)
    expect(await tasks.open(task('t1', T + 3, 'bo'))).toBe(true)
    expect(await tasks.open(task('t1', T + 9))).toBe(false)
    const listed = await tasks.list('anna')
    expect(listed.sort((a, b) => a.openedAt - b.openedAt)).toEqual([task('t1', T + 1), task('t2', T + 2)])
    await tasks.erase('anna')
    expect([await tasks.list('anna'), await tasks.list('bo')]).toEqual([[], [task('t1', T + 3, 'bo')]])
  })
})
