import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Records, recordKey } from '../../shared/ports/index.ts'
import { recordOf } from '../support/records.ts'
import { type Opened, stores } from './stores.ts'

describe.each(stores)('records in %s', (_name, open) => {
  let store: Opened
  let records: Records

  beforeEach(async () => {
    store = await open()
    records = store.records
  })
  afterEach(() => store.close())

  test('come back as they were put, short and long', async () => {
    const short = recordOf('short')
    const long = recordOf('long#1', { body: JSON.stringify({ text: '航班延误 – sorry'.repeat(2_000) }) })
    await records.put([short, long])
    const listed = await records.list('anna')
    expect(listed.sort((a, b) => b.id.localeCompare(a.id))).toEqual([short, long])
    expect(await records.list('wei')).toEqual([])
  })

  test('may be put in any number, the same one twice, and over what is there', async () => {
    const many = Array.from({ length: 60 }, (_, i) => recordOf(`e${i}`))
    await records.put([...many, recordOf('e0', { body: 'the later one' })])
    await records.put([recordOf('e1', { body: 'again' })])
    await records.put([])
    const listed = await records.list('anna')
    expect(listed).toHaveLength(60)
    expect(listed.find(({ id }) => id === 'e0')?.body).toBe('the later one')
    expect(listed.find(({ id }) => id === 'e1')?.body).toBe('again')
  })

  test('say under which delivery an event was accepted, of which type, and what it said', async () => {
    await records.put([recordOf('a', { print: 'aPRINT' }), recordOf('b', { memberId: 'wei' })])
    const keys = [
      { memberId: 'anna', id: 'a' },
      { memberId: 'wei', id: 'b' },
      { memberId: 'wei', id: 'a' },
    ]
    expect(await records.accepted([...keys, keys[0]!])).toEqual(
      new Map([
        [recordKey('anna', 'a'), { type: 'flight.completed', delivery: 'delivery of a', print: 'aPRINT' }],
        [recordKey('wei', 'b'), { type: 'flight.completed', delivery: 'delivery of b' }],
      ]),
    )
  })

  test('are put new only once, however many try', async () => {
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, i) => records.putNew(recordOf('a', { delivery: `${i}` }))),
    )
    expect(tries.filter(Boolean)).toHaveLength(1)
    expect((await records.list('anna')).map(({ delivery }) => delivery)).toEqual([`${tries.indexOf(true)}`])
  })

  test('note each duplicate delivery once', async () => {
    await records.put([recordOf('a')])
    expect(await records.noteDuplicate('anna', 'a', 'second', 2e9)).toBe(true)
    expect(await records.noteDuplicate('anna', 'a', 'second', 2e9)).toBe(false)
    expect(await records.noteDuplicate('anna', 'a', 'third', 2e9)).toBe(true)
    expect(await records.noteDuplicate('wei', 'a', 'second', 2e9)).toBe(true)
    expect(await records.list('anna')).toHaveLength(1)
  })

  test('are counted by type, whole flights and duplicates included', async () => {
    await records.put([recordOf('a'), recordOf('b'), recordOf('c', { type: 'complaint.filed', memberId: 'wei' })])
    await records.noteDuplicate('anna', 'a', 'second', 2e9)
    await store.members.write({ memberId: 'anna', version: 1, state: '' })
    await store.flights.accept({ id: 'f', type: 'flight.disrupted', delivery: 'one', print: 'p', expiresAt: 2e9 })
    await store.flights.accept({ id: 'f', type: 'flight.disrupted', delivery: 'two', print: 'p', expiresAt: 2e9 })
    // Counters by domain have a sort key like that of a duplicate.
    await store.mailCounts.add('2026-10', { campaigns: {}, domains: { 'example.com': { sent: 1 } } })
    expect(await records.count((body) => ({ characters: body.length }))).toEqual({
      acceptedByType: { 'flight.completed': 2, 'complaint.filed': 1, 'flight.disrupted': 1 },
      duplicates: 2,
      inBodies: { characters: 3 * recordOf('a').body.length },
    })
  })

  test('are erased with their duplicates, and of that member only', async () => {
    await store.members.write({ memberId: 'anna', version: 1, state: 'stays' })
    await records.put(Array.from({ length: 30 }, (_, i) => recordOf(`e${i}`)))
    await records.noteDuplicate('anna', 'e1', 'second', 2e9)
    await records.put([recordOf('a', { memberId: 'anna2' })])
    await records.erase('anna')
    expect(await records.list('anna')).toEqual([])
    expect((await store.members.read(['anna'])).get('anna')?.state).toBe('stays')
    expect(await records.count(() => ({}))).toMatchObject({ acceptedByType: { 'flight.completed': 1 }, duplicates: 0 })
    await records.erase('anna')
  })
})

describe.each(stores)('whole flights in %s', (_name, open) => {
  test('are accepted once, and count each further delivery once', async () => {
    const { flights, close } = await open()
    const event = { id: 'f1', type: 'flight.disrupted', delivery: 'one', print: 'p', expiresAt: 2e9 }
    expect(await flights.seen('f1')).toBe(false)
    expect(await flights.accept(event)).toBe('accepted')
    expect(await flights.accept(event)).toBe('again')
    expect(await flights.accept({ ...event, delivery: 'two' })).toBe('duplicate')
    expect(await flights.accept({ ...event, delivery: 'two' })).toBe('again')
    expect(await flights.seen('f1')).toBe(true)
    await close()
  })
})
