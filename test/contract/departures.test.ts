import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Departures } from '../../shared/ports/index.ts'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 5)
const HOUR = 3_600_000
const first = { leg: 'XW1:PEK-SHA:2026-10-05', departsAt: T + HOUR }
const second = { leg: 'XW2:SHA-PEK:2026-10-05', departsAt: T + 2 * HOUR }

describe.each(stores)('what departs when, in %s', (_name, open) => {
  let store: Opened
  let departures: Departures

  beforeEach(async () => {
    store = await open()
    departures = store.departures
  })
  afterEach(() => store.close())

  test('the earliest first, from an instant on, and so many at most', async () => {
    await departures.note([second, first])
    await departures.note([first])
    expect(await departures.next(T, 10)).toEqual([first, second])
    expect(await departures.next(T, 1)).toEqual([first])
    expect(await departures.next(T + HOUR + 1, 10)).toEqual([second])
  })

  test('what was told is not told again, whoever books it later', async () => {
    await departures.note([first, second])
    await departures.told(first)
    await departures.note([first])
    expect(await departures.next(T, 10)).toEqual([second])
  })

  test('a leg that departs at another time is to be told again', async () => {
    await departures.note([first])
    await departures.told(first)
    const later = { ...first, departsAt: T + 3 * HOUR }
    await departures.note([later])
    expect(await departures.next(T, 10)).toEqual([later])
  })

  test('no member is woken for it', async () => {
    await departures.note([first])
    expect(await store.members.due(T + 9 * HOUR, 10)).toEqual([])
    expect(await store.members.nextWakeAt()).toBeUndefined()
  })
})
