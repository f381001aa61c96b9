import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../../shared/domain/calendar.ts'
import { LIMITS } from '../../../shared/domain/member/member.ts'
import { at } from '../../support/events.ts'
import { arrive, begin, complain, later, segment, start } from '../../support/journeys.ts'
import type { Life } from '../../support/life.ts'
import { rulebookOf } from '../../support/rulebook.ts'

describe('once per', () => {
  const flight = (life: Life, occurredAt: string, flightNumber: string, id: string, pnr = 'AAAAAA') =>
    life.hear('flight.completed', occurredAt, {
      id,
      pnr,
      carrier: 'CA',
      flightNumber,
      from: 'PEK',
      to: 'SHA',
      scheduledDeparture: start,
      cabin: 'Y',
      distanceKm: 1000,
    })
  const entered = (life: Life) => life.told('c').filter((outcome) => outcome === 'entered').length
  const campaign = (trigger: string, oncePer: string) => `campaign: c
trigger: ${trigger}
guardrails: { oncePer: ${oncePer}, whileCaseOpen: true }
steps: [{ serviceTask: { title: Call, detail: Now } }]`

  test('event: every one, and the same one once', async () => {
    const life = await begin(campaign('complaint.filed', 'event'))
    complain(life, start, 'C1')
    complain(life, later(1), 'C1')
    expect(entered(life)).toBe(2)
  })

  test('complaint', async () => {
    const life = await begin(campaign('complaint.filed', 'complaint'))
    complain(life, start, 'C1')
    complain(life, later(1), 'C1')
    complain(life, later(2), 'C2')
    expect(entered(life)).toBe(2)
    expect(life.receipts.find(({ outcome }) => outcome === 'notEntered')!.gates![0]!.gate).toBe('oncePer')
  })

  test('flight: the leg, however often it is told of', async () => {
    const life = await begin(campaign('flight.completed', 'flight'))
    flight(life, later(1), '1501', 'f1')
    flight(life, later(2), '1501', 'f2')
    flight(life, later(3), '1502', 'f3')
    expect(entered(life)).toBe(2)
  })

  test('flight: the leg that a complaint and a survey speak of, however they write it', async () => {
    const spoken = { from: 'PEK', to: 'SHA', scheduledDeparture: start }
    const life = await begin(campaign('survey.answered', 'flight'))
    const answer = (occurredAt: string, id: string, of: object) =>
      life.hear('survey.answered', occurredAt, { id, nps: 2, flight: { ...spoken, ...of } })
    answer(later(1), 's1', { carrier: 'CA', flightNumber: '720' })
    answer(later(2), 's2', { carrier: 'CCA', flightNumber: '0720' })
    answer(later(3), 's3', { carrier: 'ca', flightNumber: 'CA720D', from: 'ｐｅｋ' })
    expect(entered(life)).toBe(1)
    answer(later(4), 's4', { carrier: 'CA', flightNumber: '721' })
    expect(entered(life)).toBe(2)
  })

  test('booking', async () => {
    const life = await begin(campaign('flight.completed', 'booking'))
    flight(life, later(1), '1501', 'f1')
    flight(life, later(2), '1502', 'f2')
    flight(life, later(3), '1503', 'f3', 'BBBBBB')
    expect(entered(life)).toBe(2)
  })

  test('booking: a PNR given out again is another one, and what was entered under the PNR alone is not entered again', async () => {
    const trip = (occurredAt: string, departsAt: string, id: string) => (life: Life) =>
      life.hear('booking.created', occurredAt, { id, pnr: 'AAAAAA', flights: [{ ...segment, departsAt }] })
    const life = await begin(campaign('booking.created', 'booking'))
    trip('2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z', 'b1')(life)
    trip('2026-06-02T00:00:00Z', '2026-07-05T00:00:00Z', 'b2')(life)
    expect(entered(life)).toBe(1)
    trip('2026-10-01T00:00:00Z', '2026-12-01T00:00:00Z', 'b3')(life)
    expect(entered(life)).toBe(2)

    const before = await begin(campaign('flight.completed', 'booking'))
    flight(before, later(1), '1501', 'f1')
    trip(later(-2), later(3 * DAY), 'b1')(before)
    flight(before, later(2), '1502', 'f2')
    expect(entered(before)).toBe(1)
  })

  test('year: of the airline’s zone', async () => {
    const life = await begin(campaign('complaint.filed', 'year'))
    complain(life, '2026-06-01T00:00:00Z', 'C1')
    complain(life, '2026-12-31T23:59:59+08:00', 'C2')
    complain(life, '2027-01-01T00:00:00+08:00', 'C3')
    expect(entered(life)).toBe(2)
  })

  test('ever', async () => {
    const life = await begin(campaign('complaint.filed', 'ever'))
    complain(life, start, 'C1')
    complain(life, later(700 * DAY), 'C2')
    expect(entered(life)).toBe(1)
  })

  test('a time: not again within it, then again', async () => {
    const life = await begin(campaign('complaint.filed', '30d'))
    complain(life, start, 'C1')
    complain(life, later(30 * DAY - 1), 'C2')
    expect(entered(life)).toBe(1)
    complain(life, later(30 * DAY), 'C3')
    expect(entered(life)).toBe(2)
  })

  test('a time, on a birthday', async () => {
    const life = arrive(await rulebookOf({ campaigns: [campaign('{ date: birthday }', '30d')] }), {
      birthDate: '1990-06-10',
    })
    life.liveUntil('2026-06-11T00:00:00Z')
    expect(entered(life)).toBe(1)
  })

  test('ever is remembered through more entries than are kept', async () => {
    const life = await begin(
      campaign('survey.answered', 'ever'),
      campaign('complaint.filed', 'event').replace('campaign: c', 'campaign: d'),
    )
    life.hear('survey.answered', start)
    for (let i = 1; i <= LIMITS.entries + 5; i++) {
      complain(life, later(i * HOUR), `C${i}`)
      life.outcome('task.opened', later(i * HOUR + 1), { taskId: 't' })
    }
    life.hear('survey.answered', later(100 * HOUR))
    expect(entered(life)).toBe(1)
  })
})

describe('beginning again', () => {
  const complaining = (guardrails: string) => `campaign: c
trigger: complaint.filed
guardrails: { whileCaseOpen: true, ${guardrails} }
steps: [{ wait: 2d }, { serviceTask: { title: Call } }]`
  const refused = (life: Life) => life.receipts.filter(({ outcome }) => outcome === 'notEntered')
  const entered = (life: Life) => life.told('c').filter((outcome) => outcome === 'entered').length

  test('each complaint has a journey of its own, unless the campaign says otherwise', async () => {
    for (const [guardrails, times] of [
      ['oncePer: complaint', 2],
      ['oncePer: complaint, overlap: false', 1],
    ] as const) {
      const life = await begin(complaining(guardrails))
      complain(life, start, 'C1')
      complain(life, later(HOUR), 'C2')
      expect(entered(life)).toBe(times)
      if (times === 1)
        expect(refused(life)[0]).toMatchObject({ gates: [{ gate: 'oncePer' }], reason: { is: 'oncePer.onTheWay' } })
      life.liveUntil(later(3 * DAY))
      while (life.member.pending.length > 0) life.outcome('task.opened', later(3 * DAY), { taskId: 't' })
      complain(life, later(4 * DAY), 'C3')
      expect(entered(life)).toBe(times + 1)
    }
  })

  test('who enters an audience again while still on the way does not begin again', async () => {
    const gold = 'audience: gold\nwho: { tier: gold }'
    const welcome = (more = '') =>
      `campaign: c\ntrigger: { audience: gold }\n${more}steps: [{ wait: 9d }, { serviceTask: { title: Call } }]`
    for (const [more, times] of [
      ['', 1],
      ['guardrails: { overlap: true }\n', 2],
    ] as const) {
      const life = arrive(await rulebookOf({ audiences: [gold], campaigns: [welcome(more)] }))
      for (const [day, tier] of ['gold', 'silver', 'gold'].entries())
        life.hear('member.updated', later(day * DAY), { tier })
      expect(entered(life)).toBe(times)
    }
  })

  test('so often within a time', async () => {
    const life = await begin(complaining('entries: 2 in 10d'))
    for (const [n, day] of [0, 3, 6, 10, 12, 13].entries()) complain(life, later(day * DAY), `C${n}`)
    expect(entered(life)).toBe(4)
    expect(refused(life).map(({ at: when, reason }) => [(when - at(start)) / DAY, reason])).toEqual([
      [6, { is: 'oncePer.entries', atMost: 2, window: 10 * DAY, frees: at(later(10 * DAY)) }],
      [12, { is: 'oncePer.entries', atMost: 2, window: 10 * DAY, frees: at(later(13 * DAY)) }],
    ])
  })

  test('is counted right though other campaigns are entered more often than is remembered', async () => {
    const other = complaining('').replace('campaign: c', 'campaign: d').replace('complaint.filed', 'survey.answered')
    const life = await begin(complaining('entries: 12 in 365d'), other.replace('{ wait: 2d }, ', ''))
    for (let n = 0; n < 12; n++) complain(life, later(n * HOUR), `C${n}`)
    for (let n = 0; n < LIMITS.entries + 9; n++) {
      life.hear('survey.answered', later(n * HOUR + 1))
      life.outcome('task.opened', later(n * HOUR + 2), { taskId: 't' }, 'serviceTask')
    }
    complain(life, later(200 * DAY), 'again')
    expect(entered(life)).toBe(12)
    expect(life.member.entries).toHaveLength(LIMITS.entries)
  })
})
