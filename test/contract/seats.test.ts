import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Seats } from '../../shared/ports/index.ts'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)
const leg = 'XW9:FRA-PEK:2026-10-05'

describe.each(stores)('who is booked on a leg, in %s', (_name, open) => {
  let store: Opened
  let seats: Seats

  beforeEach(async () => {
    store = await open()
    seats = store.seats
  })
  afterEach(() => store.close())

  const say = (memberId: string, version: number, pnr?: string, on = leg) => {
    const seat = pnr === undefined ? undefined : { pnr, cabin: 'Y' as const, departsAt: T }
    return seats.put([{ leg: on, memberId, version, ...(seat && { seat }) }], T)
  }
  const on = async (name = leg) => (await seats.on(name)).map(({ memberId, pnr }) => `${memberId} ${pnr}`).sort()

  test('is told of each leg by itself', async () => {
    await seats.put([], T)
    await say('anna', 1, 'A')
    await say('wei', 4, 'W')
    await say('wei', 4, 'W', 'XW9:FRA-PEK:2026-10-06')
    expect(await on()).toEqual(['anna A', 'wei W'])
    expect(await seats.on('XW9:FRA-PEK:2026-10-06')).toEqual([{ memberId: 'wei', pnr: 'W', cabin: 'Y' }])
    expect(await on('XW9:FRA-PEK:2026-10-0')).toEqual([])
  })

  test.each([
    ['booked, cancelled', [1, 'A'], [2, undefined], []],
    ['cancelled, booked', [1, undefined], [2, 'A'], ['anna A']],
    ['booked twice', [1, 'A'], [2, 'B'], ['anna B']],
  ] as const)('an older word does not overwrite a newer one: %s', async (_, older, newer, expected) => {
    await say('anna', newer[0], newer[1])
    await say('anna', older[0], older[1])
    await say('anna', newer[0], newer[1])
    expect(await on()).toEqual(expected)
  })

  test('everybody on a full aircraft', async () => {
    const ids = Array.from({ length: 700 }, (_, i) => `member-${i}`)
    for (let i = 0; i < ids.length; i += 100)
      await seats.put(
        ids.slice(i, i + 100).map((memberId) => ({
          leg,
          memberId,
          version: 1,
          seat: { pnr: 'P', cabin: 'Y' as const, departsAt: T },
        })),
        T,
      )
    expect((await seats.on(leg)).length).toBe(700)
  })
})
