import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, minutesOfDay } from '../../shared/domain/calendar.ts'
import { rootCursor } from '../../shared/domain/cursor.ts'
import type { Finding } from '../../shared/domain/problem.ts'
import { readSchedule } from '../../shared/domain/rulebook/schedule.ts'
import { faultOfSchedule } from '../../shared/domain/rulebook/schedule-fault.ts'
import { nextOccurrence, occurrences, type Schedule } from '../../shared/domain/schedule.ts'

const T = (iso: string) => Date.parse(iso)
const iso = (at: number) => new Date(at).toISOString().slice(0, 16)
const cron = (pattern: string, zone: string): Schedule => ({ kind: 'cron', pattern, zone })

function read(value: unknown, now?: number): { schedule: Schedule | undefined; findings: Finding[] } {
  const findings: Finding[] = []
  return {
    schedule: readSchedule(rootCursor(value, 'campaigns/a.yaml', findings), {
      zone: 'Asia/Shanghai',
      checks: { now, faultOf: faultOfSchedule },
    }),
    findings,
  }
}

describe('a cron pattern', () => {
  test.each([
    ['Mondays at ten', '0 10 * * MON', 'Asia/Shanghai', '2026-11-26T00:00Z', ['2026-11-30T02:00', '2026-12-07T02:00']],
    ['the last day of a month', '0 9 L * *', 'UTC', '2027-01-31T09:00Z', ['2027-02-28T09:00', '2027-03-31T09:00']],
    [
      'a day that only leap years have',
      '0 9 29 2 *',
      'UTC',
      '2026-01-01T00:00Z',
      ['2028-02-29T09:00', '2032-02-29T09:00'],
    ],
    [
      'the day clocks go forward: the skipped time comes when the gap is over',
      '30 2 * * *',
      'America/New_York',
      '2026-03-07T08:00Z',
      ['2026-03-08T07:00', '2026-03-09T06:30'],
    ],
    [
      'the day clocks go back: the repeated time comes once',
      '30 1 * * *',
      'America/New_York',
      '2026-10-31T06:00Z',
      ['2026-11-01T05:30', '2026-11-02T06:30'],
    ],
    [
      'several hours, on the day clocks go back: the repeated hour is two hours',
      '0 0-3 * * *',
      'Europe/Berlin',
      '2026-10-24T23:00Z',
      ['2026-10-25T00:00', '2026-10-25T01:00'],
    ],
    [
      'a gap of half an hour',
      '15 2 * * *',
      'Australia/Lord_Howe',
      '2026-10-03T00:00Z',
      ['2026-10-03T15:30', '2026-10-04T15:15'],
    ],
    [
      'a midnight that does not come',
      '0 0 * * *',
      'Africa/Cairo',
      '2026-04-23T00:00Z',
      ['2026-04-23T22:00', '2026-04-24T21:00'],
    ],
  ])('%s', (_, pattern, zone, after, expected) => {
    expect(occurrences(cron(pattern, zone), T(after), Number.POSITIVE_INFINITY, 2).map(iso)).toEqual(expected)
  })

  test('asked from anywhere, says the same instants', () => {
    const zones = ['Asia/Shanghai', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu']
    const instant = fc.integer({ min: T('2026-01-01T00:00Z'), max: T('2027-12-31T00:00Z') })
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.nat(23), fc.nat(59), instant, (zone, hour, minute, from) => {
        const daily = cron(`${minute} ${hour} * * *`, zone)
        const [first = 0, second = 0] = occurrences(daily, from, Number.POSITIVE_INFINITY, 2)
        expect(first).toBeGreaterThan(from)
        expect(second - first).toBeGreaterThan(DAY * 0.9)
        expect(second - from).toBeLessThanOrEqual(DAY * 2.1)
        expect(nextOccurrence(daily, first - 1)).toBe(first)
        // Where the wall clock shows that time on that day, it is then.
        if (minutesOfDay(first, zone) !== hour * 60 + minute)
          expect(minutesOfDay(first - 1, zone)).not.toBe(hour * 60 + minute)
      }),
    )
  })
})

test('an instant comes once, and what is asked for stays within its bounds', () => {
  const once: Schedule = { kind: 'once', at: T('2026-12-24T02:00Z') }
  expect(occurrences(once, once.at - 1, once.at, 9)).toEqual([once.at])
  expect(occurrences(once, once.at, once.at + DAY, 9)).toEqual([])
  expect(occurrences(cron('0 * * * *', 'UTC'), 0, DAY, 5)).toHaveLength(5)
  expect(occurrences(cron('0 * * * *', 'UTC'), 0, DAY, 99)).toHaveLength(24)
})

describe('as it is written', () => {
  test.each([
    [{ once: '2026-12-24T10:00' }, '2026-12-24T02:00'],
    [{ once: '2026-12-24 10:00', zone: 'Europe/London' }, '2026-12-24T10:00'],
    [{ once: '2026-03-29T02:30', zone: 'Europe/Berlin' }, '2026-03-29T01:00'],
    [{ once: '2026-10-25T02:30', zone: 'Europe/Berlin' }, '2026-10-25T00:30'],
  ])('%j is %s', (value, expected) => {
    const { schedule } = read(value)
    expect(schedule?.kind === 'once' && iso(schedule.at)).toBe(expected)
  })

  test('the zone is the airline’s, unless another is said', () => {
    expect(read({ cron: '0 10 * * 1-5' }).schedule).toEqual(cron('0 10 * * 1-5', 'Asia/Shanghai'))
    expect(read({ cron: '0 10 * * 1-5', zone: 'Europe/London' }).schedule).toEqual(
      cron('0 10 * * 1-5', 'Europe/London'),
    )
  })

  test('what has passed is complained of where it is asked for', () => {
    const value = { once: '2026-12-24T10:00' }
    expect(read(value, T('2026-12-24T01:59Z')).findings).toEqual([])
    expect(read(value, T('2026-12-24T02:00Z')).findings).toMatchObject([{ code: 'past-schedule', path: ['once'] }])
  })
})
