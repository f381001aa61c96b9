import { beforeAll, describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../../shared/domain/calendar.ts'
import type { Rulebook } from '../../../shared/domain/rulebook/rulebook.ts'
import { enrolled } from '../../support/events.ts'
import { apology, arrive, complain, later, segment, start, templates } from '../../support/journeys.ts'
import { type Life, lifeOf } from '../../support/life.ts'
import { rulebookOf } from '../../support/rulebook.ts'

describe('two versions of a rulebook', () => {
  let first: Rulebook
  let second: Rulebook
  beforeAll(async () => {
    first = await rulebookOf({ campaigns: [apology('steps: [{ wait: 1d }, { email: sorry }]')] })
    second = await rulebookOf({ campaigns: [apology('steps: [{ wait: 2d }, { email: news }]')] })
  })

  test('a journey ends on the version it began on; a new one begins on the new', () => {
    const life = arrive(first)
    complain(life, start, 'C1')
    life.rulebook = second
    complain(life, later(HOUR), 'C2')
    life.liveUntil(later(DAY))
    life.outcome('email.sent', later(DAY + 1))
    life.liveUntil(later(3 * DAY))
    expect(life.actions.filter(({ handovers }) => handovers === 1)).toMatchObject([
      { rulebook: first.version, plan: { template: 'sorry' } },
      { rulebook: second.version, plan: { template: 'news' } },
    ])
  })

  test('where the campaign is no more, its journeys still end', async () => {
    const life = arrive(first)
    complain(life)
    life.rulebook = await rulebookOf({})
    life.liveUntil(later(DAY))
    expect(templates(life)).toEqual(['sorry'])
  })
})

describe('audiences', () => {
  const regulars = 'audience: regulars\nwho: { flights: { inLast: 30d, atLeast: 2 } }'
  const campaign = (on: string, more = '') => `campaign: c
trigger: { audience: regulars, on: ${on}${more} }
steps: [{ email: hello }]`
  const fly = (life: Life, occurredAt: string) =>
    life.hear('flight.completed', occurredAt, {
      ...segment,
      departsAt: undefined,
      scheduledDeparture: occurredAt,
      distanceKm: 1000,
    })

  test('entering starts the campaign and is announced, leaving by time alone is noticed', async () => {
    const life = arrive(await rulebookOf({ audiences: [regulars], campaigns: [campaign('entered')] }))
    fly(life, start)
    const { announcements, entered } = fly(life, later(DAY))
    expect(entered).toEqual(['regulars'])
    expect(announcements).toMatchObject([
      { type: 'audience.entered', detail: { memberId: 'M1', audience: 'regulars' } },
    ])
    expect(templates(life)).toEqual(['hello'])
    life.outcome('email.sent', later(DAY + 1))
    life.liveUntil(later(40 * DAY))
    expect(life.member.audiences).toEqual({})
  })

  test('leaving starts a campaign too', async () => {
    const life = arrive(await rulebookOf({ audiences: [regulars], campaigns: [campaign('left')] }))
    fly(life, start)
    fly(life, later(DAY))
    expect(life.actions).toEqual([])
    life.liveUntil(later(35 * DAY))
    expect(templates(life)[0]).toBe('hello')
  })

  test('the first sight is a baseline: it starts nothing and announces nothing', async () => {
    const life = arrive(await rulebookOf({}))
    fly(life, start)
    fly(life, later(DAY))
    life.rulebook = await rulebookOf({ audiences: [regulars], campaigns: [campaign('entered')] })
    const { announcements } = life.wake(later(2 * DAY))
    expect(Object.keys(life.member.audiences)).toEqual(['regulars'])
    expect(announcements).toEqual([])
    expect(life.actions).toEqual([])
  })

  test('includeExisting takes those who are in, for that campaign alone', async () => {
    const life = arrive(await rulebookOf({}))
    fly(life, start)
    fly(life, later(DAY))
    const other = campaign('entered').replace('campaign: c', 'campaign: d')
    life.rulebook = await rulebookOf({
      audiences: [regulars],
      campaigns: [campaign('entered', ', includeExisting: true'), other],
    })
    life.wake(later(2 * DAY))
    expect(life.told('c')).toContain('entered')
    expect(life.told('d')).toEqual([])
  })
})

describe('birthdays', () => {
  const campaign = (more = '') => `campaign: c
trigger: { date: birthday${more} }
steps: [{ serviceTask: { title: Congratulate, detail: Now } }]`
  const entries = (life: Life) =>
    life.receipts.filter(({ outcome }) => outcome === 'entered').map((each) => new Date(each.at).toISOString())

  async function born(birthDate: string, until: string, more = '', profile: Record<string, unknown> = {}) {
    const life = arrive(await rulebookOf({ campaigns: [campaign(more)] }), { birthDate, ...profile })
    life.liveUntil(until)
    return entries(life)
  }

  test('at 09:00 of the member’s zone, once a year', async () => {
    const zoned = { timeZone: 'America/New_York' }
    expect(await born('1990-06-10', '2028-01-01T00:00:00Z', '', zoned)).toEqual([
      '2026-06-10T13:00:00.000Z',
      '2027-06-10T13:00:00.000Z',
    ])
  })

  test('without a zone, of the airline’s', async () => {
    expect(await born('1990-06-10', '2027-01-01T00:00:00Z', ', at: "10:30"', { timeZone: undefined })).toEqual([
      '2026-06-10T02:30:00.000Z',
    ])
  })

  test('who was born on 29 February has the 28th in other years', async () => {
    expect(await born('1992-02-29', '2029-01-01T00:00:00Z')).toEqual([
      '2026-02-28T01:00:00.000Z',
      '2027-02-28T01:00:00.000Z',
      '2028-02-29T01:00:00.000Z',
    ])
  })

  test('days before, over the turn of the year', async () => {
    expect(await born('1990-01-03', '2028-01-01T00:00:00Z', ', daysBefore: 7')).toEqual([
      '2026-12-27T01:00:00.000Z',
      '2027-12-27T01:00:00.000Z',
    ])
  })

  test('last year’s last day is still fresh in the first hours of the new one', async () => {
    const rulebook = await rulebookOf({ campaigns: [campaign(', at: "23:00"')] })
    const life = lifeOf(rulebook)
    life.tell(enrolled({ birthDate: '1990-12-31' }), '2027-01-01T10:00:00+08:00')
    expect(entries(life)).toHaveLength(1)
  })

  test('a move to another zone on the day itself brings no second one', async () => {
    const life = arrive(await rulebookOf({ campaigns: [campaign()] }), { birthDate: '1990-06-10' })
    life.liveUntil('2026-06-10T02:00:00Z')
    life.hear('member.updated', '2026-06-10T03:00:00Z', { timeZone: 'America/New_York' })
    life.liveUntil('2026-06-12T00:00:00Z')
    expect(entries(life)).toHaveLength(1)
  })

  test('who is learnt of long after the day has to wait a year', async () => {
    const life = lifeOf(await rulebookOf({ campaigns: [campaign()] }))
    life.tell(enrolled({ birthDate: '1990-06-10' }), '2026-06-12T00:00:00Z')
    expect(entries(life)).toEqual([])
  })
})

describe('time that jumps', () => {
  const campaigns = [
    `campaign: a
trigger: complaint.filed
guardrails: { whileCaseOpen: true, quietHours: 21:00-08:00, holdout: 100% }
steps: [{ wait: 13h }, { email: sorry }, { wait: 5d }, { email: news }, { wait: 90m }, { email: hello }]`,
    `campaign: b
trigger: { audience: quiet, on: entered }
guardrails: { oncePer: 10d, holdout: 100% }
steps: [{ wait: 1d }, { email: offer }]`,
    `campaign: d
trigger: { date: birthday, daysBefore: 2 }
guardrails: { holdout: 100% }
steps: [{ email: hello }, { wait: { for: booking.created, atMost: 7d } }, { email: news }]`,
  ]
  campaigns.push(`campaign: e
trigger: complaint.filed
guardrails: { whileCaseOpen: true, holdout: 100% }
steps: [{ wait: 9d }, { email: sorry }, { wait: 50d }, { email: news }]
exitWhen: { lastFlight: { atLeast: 720h } }`)
  const audiences = ['audience: quiet\nwho: { lastFlight: { atLeast: 20d } }']

  test('forty days at once come to the same decisions as of the same instants as small steps', async () => {
    const rulebook = await rulebookOf({ campaigns, audiences })
    const lives = [0, 1, 2].map(() => {
      const life = arrive(rulebook, { birthDate: '1990-06-20' })
      life.hear('flight.completed', later(-DAY), {
        ...segment,
        departsAt: undefined,
        scheduledDeparture: start,
        distanceKm: 1000,
      })
      complain(life)
      return life
    })
    const [jump, steps, wakes] = lives as [Life, Life, Life]
    jump.wake(later(40 * DAY))
    for (let hour = 1; hour <= 40 * 24; hour += 7) steps.wake(later(hour * HOUR))
    steps.wake(later(40 * DAY))
    wakes.liveUntil(later(40 * DAY))
    expect(steps.receipts).toEqual(jump.receipts)
    expect(wakes.receipts).toEqual(jump.receipts)
    expect(jump.told('e')).toEqual(['entered', 'heldOut', 'exited'])
    expect(jump.receipts.length).toBeGreaterThan(12)
    expect(steps.member).toEqual(jump.member)
  })
})
