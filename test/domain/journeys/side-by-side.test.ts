import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../../shared/domain/calendar.ts'
import { LIMITS } from '../../../shared/domain/member/member.ts'
import { at } from '../../support/events.ts'
import { apology, arrive, begin, book, complain, later, segment, start, templates } from '../../support/journeys.ts'
import { rulebookOf } from '../../support/rulebook.ts'

describe('many journeys at once', () => {
  const waiting = (id: string, more = '') => `campaign: ${id}
trigger: survey.answered
steps: [{ wait: 9d }, { serviceTask: { title: Call } }]
${more}`

  test('are as many as the item has places for; then others are refused, with a receipt', async () => {
    const life = await begin(...Array.from({ length: LIMITS.journeys + 1 }, (_, n) => waiting(`c${n}`)))
    life.hear('survey.answered', start)
    expect(life.member.journeys).toHaveLength(LIMITS.journeys)
    expect(life.receipts.filter(({ outcome }) => outcome === 'notEntered')).toMatchObject([
      { gates: [{ gate: 'oncePer', answer: 'skip' }], reason: { is: 'oncePer.tooMany' } },
    ])
  })

  test('one that is over and only looked for its goal gives way, the oldest first', async () => {
    const over = `campaign: over
trigger: complaint.filed
steps: [{ wait: 1h }]
goal: { event: booking.created, within: 300d }`
    const life = await begin(over, ...Array.from({ length: LIMITS.journeys - 1 }, (_, n) => waiting(`c${n}`)))
    complain(life, start, 'C1')
    complain(life, later(HOUR), 'C2')
    life.liveUntil(later(3 * HOUR))
    life.hear('survey.answered', later(4 * HOUR))
    expect(life.member.journeys).toHaveLength(LIMITS.journeys)
    expect(life.member.journeys.filter(({ campaign }) => campaign === 'over')).toHaveLength(1)
    const givenUp = life.receipts.filter(({ reason }) => reason.is === 'journey.goalGivenUp')
    expect(givenUp).toMatchObject([{ campaign: 'over', outcome: 'ended', at: at(later(4 * HOUR)) }])
  })
})

describe('late events', () => {
  test('one that is older than the campaign cares for is folded and starts nothing', async () => {
    const life = await begin(apology('steps: [{ email: sorry }]'))
    complain(life, start, 'C1', later(DAY + 1))
    expect(life.actions).toEqual([])
    expect(life.member.complaints).toHaveLength(1)
    expect(life.receipts.at(-1)).toMatchObject({ outcome: 'notEntered', gates: [{ gate: 'fresh', answer: 'skip' }] })
    complain(life, later(DAY), 'C2', later(2 * DAY))
    expect(templates(life)).toEqual(['sorry'])
  })

  test('freshFor is the campaign’s own', async () => {
    const life = await begin(apology('steps: [{ email: sorry }]').replace('whileCaseOpen: true', 'freshFor: 2h'))
    complain(life, start, 'C1', later(2 * HOUR + 1))
    expect(life.told('c')).toEqual(['notEntered'])
  })
})

describe('priority', () => {
  const campaign = (id: string, priority: number, more = 'steps: [{ email: news }]') => `campaign: ${id}
priority: ${priority}
trigger: survey.answered
${more}`

  test('of two campaigns on one event the higher goes first, the other when that is out', async () => {
    const life = await begin(campaign('low', 10), campaign('high', 90))
    life.hear('survey.answered', start)
    expect(life.actions.map((action) => action.campaign)).toEqual(['high'])
    expect(life.told('low')).toEqual(['entered', 'held'])
    life.outcome('email.sent', later(60_000))
    life.liveUntil(later(10 * 60_000))
    expect(life.actions.map((action) => action.campaign)).toEqual(['high', 'low'])
  })

  test('a campaign that an event begins goes before one that waited for it, where it has the higher priority', async () => {
    const waiting = campaign('low', 10, 'steps: [{ wait: { for: booking.created, atMost: 9d } }, { email: news }]')
    const begun = campaign('high', 90).replace('survey.answered', 'booking.created')
    const life = await begin(waiting, begun)
    life.hear('survey.answered', start)
    book(life, later(HOUR))
    expect(life.actions.map((action) => action.campaign)).toEqual(['high'])
    expect(life.told('low')).toEqual(['entered', 'held'])
  })

  test('one that goes on by time goes before one that an audience begins at that instant', async () => {
    const quiet = 'audience: quiet\nwho: { lastFlight: { atLeast: 48h } }'
    const entering = `campaign: low\npriority: 10\ntrigger: { audience: quiet }\nsteps: [{ email: news }]`
    const waiting = campaign('high', 90, 'steps: [{ wait: 2d }, { email: news }]')
    const life = arrive(await rulebookOf({ audiences: [quiet], campaigns: [entering, waiting] }))
    life.hear('flight.completed', start, { ...segment, departsAt: undefined, scheduledDeparture: start, distanceKm: 1 })
    life.hear('survey.answered', start)
    life.liveUntil(later(2 * DAY))
    expect(life.actions.map((action) => action.campaign)).toEqual(['high'])
    expect(life.told('low')).toEqual(['entered', 'held'])
  })

  test('at the end of the quiet hours the higher goes first, whoever came first', async () => {
    const settings = 'quietHours: 21:00-08:00'
    const campaigns = [campaign('low', 10), campaign('high', 90).replace('survey.answered', 'complaint.filed')]
    campaigns[1] += '\nguardrails: { whileCaseOpen: true }'
    const life = arrive(await rulebookOf({ settings, campaigns }))
    life.hear('survey.answered', '2026-06-01T22:00:00+08:00')
    complain(life, '2026-06-01T23:00:00+08:00')
    life.hear('complaint.resolved', '2026-06-01T23:30:00+08:00', { complaintId: 'C1', outcome: 'upheld' })
    life.liveUntil('2026-06-02T08:00:00+08:00')
    expect(life.actions.map((action) => action.campaign)).toEqual(['high'])
  })
})
