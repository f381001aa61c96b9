import { describe, expect, test } from 'vitest'
import { batchesOf } from '../../cli/replay/bus.ts'
import { type BusLine, readLine } from '../../cli/replay/entry.ts'
import { LINE_AT_MOST, splitLines } from '../../cli/replay/lines.ts'
import { isBelieved, pace } from '../../shared/app/rehearsal/pace.ts'
import { DAY, MINUTE } from '../../shared/domain/calendar.ts'

const T0 = Date.parse('2026-10-01T00:00:00Z')
const WALL = Date.parse('2026-11-24T00:00:00Z')

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

async function groupsOf(instants: readonly (number | undefined)[], wallNow = WALL) {
  const groups: { now?: number | undefined; ats: (number | undefined)[] }[] = []
  for await (const { entries, now } of pace(from(instants.map((at) => ({ at }))), wallNow)) {
    groups.push({ now, ats: entries.map((entry) => entry.at) })
  }
  return groups
}

describe('the pace of a replay', () => {
  test('events of 15 minutes go together, at the latest of their times', async () => {
    const groups = await groupsOf([T0, T0 + 3 * MINUTE, T0 + 14 * MINUTE, T0 + 15 * MINUTE, T0 + 40 * MINUTE])
    expect(groups).toEqual([
      { now: T0 + 14 * MINUTE, ats: [T0, T0 + 3 * MINUTE, T0 + 14 * MINUTE] },
      { now: T0 + 15 * MINUTE, ats: [T0 + 15 * MINUTE] },
      { now: T0 + 40 * MINUTE, ats: [T0 + 40 * MINUTE] },
    ])
  })

  test('late events and unreadable ones do not move the clock', async () => {
    const groups = await groupsOf([T0 + DAY, T0, undefined, T0 + DAY + MINUTE])
    expect(groups).toEqual([{ now: T0 + DAY + MINUTE, ats: [T0 + DAY, T0, undefined, T0 + DAY + MINUTE] }])
  })

  test('nothing readable leaves the clock alone', async () => {
    expect(await groupsOf([undefined, undefined])).toEqual([{ now: undefined, ats: [undefined, undefined] }])
  })

  test('no event is put before the clock has reached it', async () => {
    const instants = Array.from({ length: 500 }, (_, i) => T0 + ((i * 7919) % 500) * 11 * MINUTE)
    for (const { now, ats } of await groupsOf(instants)) expect(Math.max(...ats.map(Number))).toBeLessThanOrEqual(now!)
  })

  test('many events of one time are put in pieces', async () => {
    const groups = await groupsOf(Array.from({ length: 2500 }, () => T0))
    expect(groups.map((group) => group.ats.length)).toEqual([1000, 1000, 500])
    expect(groups.every((group) => group.now === T0)).toBe(true)
  })

  test('one line from another century does not carry the clock away', async () => {
    const wrong = Date.parse('2199-01-01T00:00:00Z')
    for (const instants of [
      [wrong, T0, T0 + MINUTE],
      [T0, wrong, T0 + MINUTE],
      [T0, T0 + MINUTE, wrong],
    ]) {
      expect((await groupsOf(instants)).at(-1)!.now).toBe(T0 + MINUTE)
    }
  })

  test('a file that plays in the future of this machine is followed', async () => {
    const wall = T0 - 200 * DAY
    const groups = await groupsOf([T0, T0 + 10 * DAY, T0 + DAY, T0 + 11 * DAY], wall)
    expect(groups.map((group) => group.now)).toEqual([T0, T0 + 10 * DAY, T0 + 11 * DAY])
    expect(isBelieved(T0 + 900 * DAY, T0, [{ at: T0 + MINUTE }], wall)).toBe(false)
  })
})

describe('lines of a file', () => {
  async function split(chunks: readonly string[]) {
    const lines: { text: string; cut: boolean }[] = []
    for await (const some of splitLines(from(chunks.map((chunk) => Buffer.from(chunk))))) {
      lines.push(...some.map(({ bytes, cut }) => ({ text: bytes.toString(), cut })))
    }
    return lines
  }

  test('are put together over chunks, the last one without its newline', async () => {
    const lines = await split(['{"a"', ':1}\n{"b":', '2}\n\n{"c":3}'])
    expect(lines.map((line) => line.text)).toEqual(['{"a":1}', '{"b":2}', '', '{"c":3}'])
  })

  test('of a line without end only the beginning is kept, and the next one is whole', async () => {
    const chunk = 'x'.repeat(300_000)
    const lines = await split([...Array.from({ length: 10 }, () => chunk), '\nnext\n'])
    expect(lines.map(({ text, cut }) => [text.length, cut])).toEqual([
      [LINE_AT_MOST, true],
      [4, false],
    ])
  })
})

describe('a line as an event', () => {
  const read = (text: string, cut = false) => readLine({ where: 'x.jsonl:1', text, cut })
  const good = {
    Source: 'airline.pss',
    DetailType: 'booking.created',
    Detail: { id: 'b1', occurredAt: '2026-10-01T00:00:00Z' },
  }

  test('goes on the bus as it is', () => {
    expect(read(JSON.stringify(good))).toMatchObject({
      ok: true,
      entry: { source: 'airline.pss', type: 'booking.created', detail: JSON.stringify(good.Detail), at: T0 },
    })
    expect(read(JSON.stringify({ ...good, Detail: JSON.stringify(good.Detail) }))).toMatchObject({ ok: true })
  })

  test('what only the pipeline can judge is left to it', () => {
    const odd = [
      { ...good, DetailType: 'flight.teleported' },
      { ...good, Detail: { id: {}, occurredAt: 12345 } },
      { ...good, Source: 'wingback' },
    ]
    for (const each of odd) expect(read(JSON.stringify(each))).toMatchObject({ ok: true })
  })

  test.each([
    ['that is not JSON', '{"Source": ', 'not-json'],
    ['that is a list', '[]', 'unprocessable'],
    ['that is null', 'null', 'unprocessable'],
    ['without a source', JSON.stringify({ ...good, Source: undefined }), 'unprocessable'],
    ['with a number as its type', JSON.stringify({ ...good, DetailType: 7 }), 'unknown-type'],
    ['with a list as its detail', JSON.stringify({ ...good, Detail: [1] }), 'unprocessable'],
    ['with a text in its detail', JSON.stringify({ ...good, Detail: '"text"' }), 'unprocessable'],
    ['of more than a megabyte', JSON.stringify({ ...good, Detail: { text: '长'.repeat(348_000) } }), 'too-large'],
    ['of ten thousand levels', `{"Detail": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 'unprocessable'],
  ])('%s cannot be put', (_name, text, code) => {
    expect(read(text)).toMatchObject({ ok: false, bad: { code } })
  })

  test('a line that is not UTF-8 cannot be put: its letters would be destroyed', () => {
    const line = { where: 'x.jsonl:1', text: JSON.stringify(good), cut: false, probably: 'GBK' }
    expect(readLine(line)).toMatchObject({ ok: false, bad: { code: 'not-utf8', hint: expect.stringContaining('GBK') } })
  })

  test('a line that was cut is too large', () => {
    expect(read('{', true)).toMatchObject({ ok: false, bad: { code: 'too-large' } })
  })
})

test('calls hold at most ten entries and 256 KB', () => {
  const entry = (bytes: number): BusLine => ({
    line: { where: '', text: '', cut: false },
    source: '',
    type: '',
    detail: '',
    bytes,
  })
  expect(batchesOf(Array.from({ length: 25 }, () => entry(300))).map((batch) => batch.length)).toEqual([10, 10, 5])
  expect(batchesOf([100_000, 100_000, 100_000, 262_144, 1].map(entry)).map((batch) => batch.length)).toEqual([
    2, 1, 1, 1,
  ])
})
