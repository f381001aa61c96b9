import { expect, test } from 'vitest'
import { type Figures, tableOf, toJson } from '../../bench/report.ts'

const stretch = { events: 3000, mails: 3000, cpuMsPerEvent: 1.23456, eventsPerSecond: 456.7, seconds: 6.5 }
const bill = { bus: 1, queues: 0.6, reads: 0.2, writes: 1.9, index: 1.2, lambda: 0.2, notifications: 0, total: 5.1 }
const working = (cpuMs: number) => ({ cpuMs, requests: 2, writeUnits: 3, readUnits: 1, dollars: 2.5 })
const waking = { due: 1_000, requests: 1114, readUnits: 512.5, writeUnits: 1_000, wakeMs: 86.1, reactMs: 959.9 }
const figures: Figures = {
  throughput: { mails: stretch, enrolments: { ...stretch, mails: 0 }, month: stretch, data: 'the sample' },
  cost: {
    toTheMail: bill,
    withOutcomes: { ...bill, notifications: 0.5, total: 5.6 },
    perEvent: { calls: { PutItem: 4 }, writeUnits: 6, indexWriteUnits: 4, readUnits: 4.5 },
    cpu: { perEventMs: 2.5, floorMs: 1.2, ratio: 2.0833 },
  },
  ledger: {
    contention: [{ writers: 64, grants: 320, triesPerGrant: 1.04, writeUnitsPerGrant: 8, readUnitsPerGrant: 2 }],
    model: [{ grantsPerSecond: 1000, triesPerGrant: 1.39, conflicts: 0.28, throttled: 0, p99Ms: 151, givenUp: 0 }],
    tenShards: [],
    grantsPerSecond: 1000,
  },
  bundles: {
    bundles: [{ function: 'react', bytes: 700_000, importMs: 80.1 }],
    empty: { function: 'empty', bytes: 37, importMs: 0.5 },
    floor: { function: 'floor', bytes: 500_000, importMs: 60.2 },
    importVsFloor: 1.333,
  },
  lived: { data: 'the sample' },
  items: { p50: 728, p99: 994, max: 1848 },
  rules: {
    ratio: 0.876,
    withUntilRatio: 0.456,
    evaluationsPerSecond: 3e6,
    withUntilPerSecond: 2e6,
    byHandPerSecond: 7e6,
    members: 50_000,
    holds: 98_058,
  },
  scoring: { ratio: 1.234, addedMicros: 12.34, withoutMicros: 52.74, reactions: 2000 },
  rehearsal: { data: 'the sample', events: 600, seconds: 9.87, cpuSeconds: 11.52 },
  editors: {
    few: { campaigns: 15, audiences: 6, steps: 4, edit: 2, check: 31 },
    many: { campaigns: 330, audiences: 60, steps: 60, edit: 8, check: 123 },
    firstFigures: 456,
    firstFiguresOfMany: 567,
    sampled: 2000,
  },
  measuring: {
    assignment: { with: working(1.5), without: working(1.2), cpuRatio: 1.25 },
    outcome: { with: working(1), without: working(1), cpuRatio: 1 },
    countedReadUnits: 1.25,
    comparedReadUnits: 0.5,
    transactionWriteUnits: 4,
  },
  connect: { messages: 1000, ratio: 2.345, messagesPerSecond: 800, dollarsMore: 7.1 },
  pages: {
    members: [10_000, 1_000_000],
    pages: [
      {
        path: '/v1/audiences/valued/counts',
        few: { requests: 7, readUnits: 12.5 },
        many: { requests: 7, readUnits: 13 },
      },
    ],
    workRatio: 1.04,
  },
  wakes: {
    few: { members: 10_000, ...waking },
    many: { members: 1_000_000, ...waking, requests: 1225 },
    workRatio: 1.0996,
    timeRatio: 1.23,
  },
  peeking: {
    ...{ campaigns: 1000, looks: 256, members: 64_000 },
    falseAlarms: [
      {
        ...{ holdout: 0.1, rate: 0.089, outcome: 'goal', told: 0.026, intervalAlone: 0.053, usualTest: 0.5 },
        covered: { plain: 0.958, cautious: 0.974 },
      },
    ],
    planted: [
      {
        ...{ holdout: 0.1, from: 0.089, to: 0.112, outcome: 'net', found: 0.547, wrongWay: 0, medianMembers: 36_000 },
        covered: { plain: 0.922, cautious: 0.997 },
      },
    ],
    asPlanned: [
      {
        ...{ holdout: 0.1, from: 0.089, to: 0.104, outcome: 'goal', found: 0.815, wrongWay: 0, medianMembers: 30_000 },
        covered: { plain: 0.97, cautious: 0.98 },
      },
    ],
  },
}

test('the figures have the names that others read them by', () => {
  expect(toJson(figures)).toMatchObject({
    cpuMsPerEvent: 1.235,
    eventsPerSecond: 457,
    usdPerMillionEventsAboveSes: 5.1,
    usdWithOutcomeEvents: 5.6,
    cpuVsFloor: 2.08,
    importVsFloor: 1.33,
    memberItemBytes: { p50: 728, p99: 994 },
    rulesVsHandWritten: 0.88,
    rulesWithUntilVsHandWritten: 0.46,
    reactionWithScoresVsWithout: 1.23,
    scoresAddMicros: 12.3,
    pageWorkRatio: 1.04,
    wakeWorkRatio: 1.1,
    rehearsalSeconds: 9.9,
    editMs: 8,
    checkMs: 123,
    firstFiguresMs: 456,
    messageVsEvent: 2.35,
    grantsPerSecondOneBudget: 1000,
    bundles: [{ function: 'react', bytes: 700_000, importMs: 80.1 }],
    falseAlarms: 0.026,
  })
  expect(JSON.parse(JSON.stringify(toJson({ wakes: figures.wakes })))).toEqual({
    wakeWorkRatio: 1.1,
    details: { wakes: figures.wakes },
  })
})

test('the table says every figure', () => {
  const text = tableOf(figures).join('\n')
  for (const figure of [
    '1.23',
    '457',
    '$5.10',
    '$5.60',
    '728 bytes',
    '994',
    '0.88',
    '0.46',
    '1.39',
    '151',
    '9.9 s',
    '1114',
    '1225',
    '512.5',
    '/v1/audiences/valued/counts',
    'at most 1.04 times',
    'work 1.10',
    '684',
    '80.1',
    '5.3 %',
    '54.7 %',
    '36,000',
    '81.5 %',
  ])
    expect(text).toContain(figure)
})
