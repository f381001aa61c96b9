import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LegState } from '../../shared/connectors/legs/leg.ts'
import { type Opened, wholeStores } from './stores.ts'

const NOW = Date.UTC(2026, 8, 20)
const MB = 1024 * 1024

const leg = (date: string, more: Partial<LegState> = {}): LegState => ({
  carrier: 'XW',
  flightNumber: '15',
  from: 'PEK',
  to: 'SHA',
  date,
  told: {},
  asOf: NOW,
  ...more,
})

describe.each(wholeStores)('on %s', (_, open) => {
  let ports: Opened
  beforeEach(async () => {
    ports = await open()
  })
  afterEach(() => ports.close())

  describe('raw messages', () => {
    const key = 'in/operations/2026-09-20/abc_-1'

    test('are kept as they came, once, and told to the queue once', async () => {
      const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 256)
      expect(await ports.raw.put(key, bytes)).toBe('kept')
      expect(await ports.raw.put(key, Buffer.from('another'))).toBe('known')
      const read = await ports.raw.get(key, MB)
      if (read === undefined || read === 'too-large') throw new Error('it is not there')
      expect(Buffer.from(read.bytes).equals(Buffer.from(bytes))).toBe(true)
      expect(read.receivedAt).toBeGreaterThan(NOW - 365 * 86_400_000)
      expect((await ports.queues.depths()).raw).toMatchObject({ waiting: 1 })
    })

    test('that are not there, or are too large, say so', async () => {
      expect(await ports.raw.get('in/operations/2026-09-20/none', MB)).toBeUndefined()
      await ports.raw.put(key, Buffer.alloc(1001))
      expect(await ports.raw.get(key, 1000)).toBe('too-large')
    })

    test('may have any name that a file has', async () => {
      const name = 'drop/members/1790000000000-Mitglieder_(2026)+ä 会员.csv'
      await ports.raw.put(name, Buffer.from('x'))
      expect(await ports.raw.get(name, MB)).toMatchObject({ bytes: expect.anything() })
    })
  })

  describe('what was told', () => {
    test('of the legs of a number, by their dates', async () => {
      const learnt = ['2026-09-18', '2026-09-19', '2026-09-20', '2026-09-21'].map((date) => ({ leg: leg(date) }))
      expect(await ports.told.learn([...learnt, { leg: leg('2026-09-20', { to: 'CAN' }) }], NOW)).toBe('learnt')
      await ports.told.learn([{ leg: leg('2026-09-20', { flightNumber: '151' }) }], NOW)
      const flight = { carrier: 'XW', flightNumber: '15', from: '2026-09-19', to: '2026-09-20' }
      const found = await ports.told.legs(flight)
      expect(found.map(({ date, to }) => `${date} ${to}`).sort()).toEqual([
        '2026-09-19 SHA',
        '2026-09-20 CAN',
        '2026-09-20 SHA',
      ])
    })

    test('is told anew only by who has read the last', async () => {
      await ports.told.learn([{ leg: leg('2026-09-20') }], NOW)
      const flight = { carrier: 'XW', flightNumber: '15', from: '2026-09-20', to: '2026-09-20' }
      const [read] = await ports.told.legs(flight)
      const cancelled = { leg: { ...read!, told: { cancelled: true as const } } }
      expect(await ports.told.learn([cancelled], NOW)).toBe('learnt')
      expect(await ports.told.learn([{ leg: { ...read!, told: { diverted: true } } }], NOW)).toBe('conflict')
      expect(await ports.told.learn([{ leg: leg('2026-09-20') }], NOW)).toBe('conflict')
      expect(await ports.told.legs(flight)).toMatchObject([{ told: { cancelled: true } }])
    })

    test('of other things, by their names', async () => {
      const thing = { name: 'pnr:LRK7Q2:CW100001', says: 'abc', asOf: NOW }
      expect(await ports.told.thing(thing.name, 'abc')).toBeUndefined()
      expect(await ports.told.learn([{ thing }], NOW)).toBe('learnt')
      const read = await ports.told.thing(thing.name, 'abc')
      expect(read).toMatchObject({ isSame: true, asOf: NOW })
      expect(await ports.told.thing(thing.name, 'def')).toMatchObject({ isSame: false })
      const { version } = read!
      expect(await ports.told.learn([{ thing: { ...thing, says: 'def', version: version! } }], NOW)).toBe('learnt')
      expect(await ports.told.thing(thing.name, 'def')).toMatchObject({ isSame: true })
      expect(await ports.told.learn([{ thing: { ...thing, says: 'ghi', version: version! } }], NOW)).toBe('conflict')
    })
  })

  test('what is translated reaches the queues as if the airline had put it there', async () => {
    const detail = { id: 'e1', occurredAt: '2026-09-20T00:00:00Z' }
    const events = Array.from({ length: 25 }, (_, i) => ({
      source: 'airline.pss',
      type: 'booking.cancelled' as const,
      detail: { ...detail, id: `e${i}` },
    }))
    await ports.inbound.put(events)
    if ('take' in ports.inbound) return
    expect((await ports.queues.depths()).events).toMatchObject({ waiting: 25 })
  })
})
