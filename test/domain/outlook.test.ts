import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outlookOf, spentPerDay } from '../../shared/domain/ledger/outlook.ts'

const TODAY = '2026-10-01'
const steady = Array.from({ length: 10 }, () => 100)

describe('a budget at this rate', () => {
  test('that is spent evenly is used up on one day', () => {
    const on = '2026-10-11'
    expect(outlookOf(steady, 1000, TODAY)).toEqual({ is: 'runsOut', about: on, earliest: on, latest: on })
  })

  test.each([
    ['few days', steady.slice(0, 6), 1000, 'tooEarly'],
    ['few grants', [0, 0, 0, 0, 0, 0, 500, 500], 1000, 'tooEarly'],
    ['nothing left', steady, 0, 'usedUp'],
    ['plenty left', steady, 1_000_000, 'notWithinAYear'],
  ] as const)('%s', (_name, perDay, left, is) => expect(outlookOf(perDay, left, TODAY)).toEqual({ is }))

  test('that is spent by fits and starts may last', () => {
    expect(outlookOf([0, 0, 900, 0, 0, 0, 80, 0, 0, 20], 5000, TODAY)).toMatchObject({ is: 'runsOut', latest: null })
  })

  test('is told with the earliest date before the one meant, and that before the latest', () => {
    const days = fc.array(fc.nat({ max: 1000 }), { minLength: 7, maxLength: 30 })
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 100_000 }), (perDay, left) => {
        const outlook = outlookOf(perDay, left, TODAY)
        if (outlook.is !== 'runsOut') return
        const dates = [TODAY, outlook.earliest, outlook.about, ...(outlook.latest === null ? [] : [outlook.latest])]
        expect(dates.toSorted()).toEqual(dates)
      }),
    )
  })
})

test('days without a mark share what came until the next', () => {
  const marks = [
    { date: '2026-09-01', spentMinor: 0 },
    { date: '2026-09-02', spentMinor: 50 },
    { date: '2026-09-04', spentMinor: 150 },
  ]
  expect(spentPerDay(marks).map(({ date, spentMinor }) => [date, spentMinor])).toEqual([
    ['2026-09-01', 50],
    ['2026-09-02', 50],
    ['2026-09-03', 50],
  ])
})
