import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Round, Rounds } from '../../shared/ports/index.ts'
import { type Opened, stores } from './stores.ts'

const T = Date.UTC(2026, 9, 1)

describe.each(stores)('rounds in %s', (_name, open) => {
  let store: Opened
  let rounds: Rounds

  beforeEach(async () => {
    store = await open()
    rounds = store.rounds
  })
  afterEach(() => store.close())

  const round = (id: string, more: Partial<Round> = {}): Round => {
    const at = { at: T, begunAt: T + 1, handed: 0, minute: 0, inMinute: 0 }
    return { id, version: 1, campaign: 'news', audience: 'quiet', ...at, ...more }
  }

  test('come back as they were written, all of them', async () => {
    expect(await rounds.list()).toEqual([])
    const [first, second] = [round('a', { cursor: 'x', expiresAt: 2e9 }), round('b', { endedAt: T + 9, missed: true })]
    expect(await rounds.write(first)).toBe('written')
    expect(await rounds.write(second)).toBe('written')
    expect((await rounds.list()).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([first, second])
  })

  test('go on only from where they were read', async () => {
    await rounds.write(round('a'))
    expect(await rounds.write(round('a'))).toBe('conflict')
    expect(await rounds.write(round('a', { version: 2, handed: 7 }))).toBe('written')
    expect(await rounds.write(round('a', { version: 2, handed: 9 }))).toBe('conflict')
    expect(await rounds.write(round('b', { version: 2 }))).toBe('conflict')
    expect(await rounds.list()).toEqual([round('a', { version: 2, handed: 7 })])
  })

  test('are begun by one of many', async () => {
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => rounds.write(round('a'))))
    expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1)
  })
})
