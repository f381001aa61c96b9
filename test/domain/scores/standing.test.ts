import { beforeAll, describe, expect, test } from 'vitest'
import type { MemberEvent } from '../../../shared/contract/index.ts'
import { calendarOf, DAY } from '../../../shared/domain/calendar.ts'
import { decodeMember, encodeMember } from '../../../shared/domain/member/codec.ts'
import { wingbackOf } from '../../../shared/domain/member/facts.ts'
import type { Member } from '../../../shared/domain/member/member.ts'
import { newMember } from '../../../shared/domain/member/new.ts'
import { type Reaction, react } from '../../../shared/domain/react.ts'
import type { Rulebook } from '../../../shared/domain/rulebook/rulebook.ts'
import { betterStanding, standingAt } from '../../../shared/domain/scores/tier/standing.ts'
import { faultOfTierModel, SHIPPED_TIERS } from '../../../shared/domain/scores/tier/tier.ts'
import { at, enrolled, event, flight } from '../../support/events.ts'
import { nothingSpecial } from '../../support/life.ts'
import { rulebookOf } from '../../support/rulebook.ts'

const ZONE = 'Asia/Shanghai'
const calendar = calendarOf(ZONE)
const date = (instant: number) => calendar.dateOf(instant)
/** Two flights are silver, four gold, six platinum. */
const EASY = {
  ...SHIPPED_TIERS,
  version: 'easy',
  flights: { weight: 100, full: 6 },
  cabins: { ...SHIPPED_TIERS.cabins, weight: 0.001 },
  distance: { weight: 0.001, fullKm: 80_000 },
  tiers: [
    { name: 'platinum', atLeast: 99 },
    { name: 'gold', atLeast: 66 },
    { name: 'silver', atLeast: 33 },
    { name: 'member', atLeast: 0 },
  ],
}
const BY_FLYING = { ...EASY, standing: { decides: 'flying' } }
const CAMPAIGNS = [
  `campaign: risen
trigger: { event: tier.changed, where: { event: { direction: up } } }
guardrails: { oncePer: event }
steps: [{ serviceTask: { title: Send a card, detail: Now } }]`,
  `campaign: fallen
trigger: { event: tier.changed, where: { event: { direction: down, reason: notKept } } }
guardrails: { oncePer: event }
steps: [{ serviceTask: { title: Call, detail: Now } }]`,
]

let byFlying: Rulebook
let byAirline: Rulebook
beforeAll(async () => {
  const audiences = ['audience: golden\nwho: { tier: gold }']
  byFlying = await rulebookOf({ campaigns: CAMPAIGNS, audiences, models: { tier: BY_FLYING } })
  byAirline = await rulebookOf({ campaigns: CAMPAIGNS, audiences, models: { tier: EASY } })
})

function reactAt(member: Member, told: MemberEvent, now: number, rulebook: Rulebook): Reaction {
  const reaction = react(member, told, {
    ...{ rulebook, rulebookOf: () => rulebook, now },
    world: nothingSpecial,
  })
  return { ...reaction, member: decodeMember({ memberId: 'M1', state: encodeMember(reaction.member) }) }
}

/** Each event at its own time. */
function play(events: readonly MemberEvent[], rulebook: Rulebook, from = newMember('M1')): Reaction {
  let last: Reaction | undefined
  for (const each of events) last = reactAt(last?.member ?? from, each, each.occurredAt, rulebook)
  return last!
}

const flown = (days: readonly string[]) => days.map((day) => flight(`f${day}`, `${day}T04:00:00Z`))
const woken = (now: number) =>
  event('member.woken', { id: `w${now}`, memberId: 'M1', occurredAt: new Date(now).toISOString() }, 'wingback')
const changes = ({ announcements }: Reaction) =>
  announcements.filter(({ type }) => type === 'tier.changed').map(({ detail }) => detail)

describe('a tier by flying', () => {
  test('rises with the flight that earns it, is announced, starts a campaign, and is good for two years from that month', () => {
    const before = play([enrolled(), ...flown(['2026-02-01', '2026-03-01', '2026-04-01'])], byFlying)
    expect(before.member.standing).toMatchObject({ tier: 'silver' })
    const risen = reactAt(before.member, flown(['2026-06-15'])[0]!, at('2026-06-15T05:00:00Z'), byFlying)
    expect(changes(risen)).toMatchObject([
      { from: 'silver', to: 'gold', direction: 'up', reason: 'earned', memberId: 'M1' },
    ])
    expect(date(risen.member.standing!.until)).toBe('2028-06-01')
    expect(risen.receipts).toMatchObject([
      { campaign: 'risen', outcome: 'entered' },
      { campaign: 'risen', kind: 'serviceTask' },
    ])
    expect(risen.member.audiences).toHaveProperty('golden')
    expect(wingbackOf(risen.member).standing).toMatchObject({ tier: 'gold', since: '2026-06-15T05:00:00.000Z' })
  })

  test('lands softly: by one grade when it has to be earned again, and by another a year later', () => {
    const { member, wakeAt } = play(
      [enrolled(), ...flown(['2026-02-01', '2026-03-01', '2026-04-01', '2026-06-15'])],
      byFlying,
    )
    expect(date(wakeAt)).toBe('2028-06-01')
    const before = member.standing!.until - 1
    expect(reactAt(member, woken(before), before, byFlying).member.standing).toEqual(member.standing)
    const fallen = reactAt(member, woken(wakeAt), wakeAt, byFlying)
    expect(changes(fallen)).toMatchObject([
      { from: 'gold', to: 'silver', direction: 'down', reason: 'notKept', score: 0 },
    ])
    expect(fallen.receipts).toMatchObject([{ campaign: 'fallen', outcome: 'entered' }, { kind: 'serviceTask' }])
    expect(fallen.member.audiences).not.toHaveProperty('golden')
    expect(date(fallen.wakeAt)).toBe('2029-06-01')
    const again = reactAt(fallen.member, woken(fallen.wakeAt), fallen.wakeAt, byFlying)
    expect(changes(again)).toMatchObject([{ from: 'silver', to: 'member' }])
    expect(changes(reactAt(again.member, woken(again.wakeAt), again.wakeAt, byFlying))).toEqual([])
  })

  test('is kept for another year by whoever earns it again, and nothing is told', () => {
    const kept = flown(['2026-02-01', '2026-03-01', '2026-04-01', '2026-06-15'])
    const again = flown(['2027-08-01', '2027-09-01', '2027-10-01', '2027-11-01'])
    const { member, wakeAt } = play([enrolled(), ...kept, ...again], byFlying)
    const after = reactAt(member, woken(wakeAt), wakeAt, byFlying)
    expect(changes(after)).toEqual([])
    expect(after.member.standing).toMatchObject({ tier: 'gold', since: member.standing!.since })
    expect(date(after.member.standing!.until)).toBe('2029-06-01')
  })

  test('begins as the airline says where that is higher, and the first look tells nothing', () => {
    const { member, ...first } = play([enrolled({ tier: 'platinum' })], byFlying)
    expect(member.standing).toMatchObject({ tier: 'platinum' })
    expect(changes({ member, ...first })).toEqual([])
    const said = event('member.updated', {
      id: 'u',
      memberId: 'M1',
      occurredAt: '2026-02-01T00:00:00Z',
      tier: 'member',
    })
    expect(play([enrolled({ tier: 'platinum' }), said], byFlying).member.standing).toMatchObject({ tier: 'platinum' })
  })

  test('is of nobody who objected: they have the airline’s', () => {
    const objects = event('member.updated', {
      id: 'o',
      memberId: 'M1',
      occurredAt: '2026-06-20T00:00:00Z',
      profiling: false,
    })
    const { member } = play([enrolled({ tier: 'gold' }), objects], byFlying)
    expect(member.standing).toBeUndefined()
    expect(member.audiences).toHaveProperty('golden')
  })

  test('a flight that is heard of years later starts no campaign', () => {
    const before = play([enrolled(), ...flown(['2026-02-01', '2026-03-01', '2026-04-01'])], byFlying)
    const late = reactAt(before.member, flown(['2026-06-15'])[0]!, at('2026-06-20T00:00:00Z'), byFlying)
    expect(late.receipts).toMatchObject([{ campaign: 'risen', outcome: 'notEntered', reason: { is: 'fresh.late' } }])
  })
})

describe('a tier by the airline’s word', () => {
  const says = (tier: string | null, day: string) =>
    event('member.updated', { id: `t${day}`, memberId: 'M1', occurredAt: `${day}T00:00:00Z`, tier })

  test('is announced when it changes, and wins over any flying', () => {
    const first = play(
      [enrolled({ tier: 'silver' }), ...flown(['2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'])],
      byAirline,
    )
    expect(first.member.standing).toBeUndefined()
    const risen = play([says('gold', '2026-06-01')], byAirline, first.member)
    expect(changes(risen)).toMatchObject([{ from: 'silver', to: 'gold', direction: 'up', reason: 'airline' }])
    expect(risen.receipts).toMatchObject([{ campaign: 'risen', outcome: 'entered' }, { kind: 'serviceTask' }])
    expect(changes(play([says('club', '2026-07-01')], byAirline, risen.member))).toMatchObject([
      { direction: 'unknown' },
    ])
    expect(changes(play([says('silver', '2026-05-30')], byAirline, risen.member))).toEqual([])
  })

  test('begins, and ends, without a change', () => {
    expect(changes(play([enrolled(), says('gold', '2026-06-01')], byAirline))).toEqual([])
    expect(changes(play([enrolled({ tier: 'gold' }), says(null, '2026-06-01')], byAirline))).toEqual([])
  })
})

test('of two cards of one person the better tier stands', () => {
  const [low, high] = [
    { tier: 'silver', since: 0, until: 9 },
    { tier: 'gold', since: 0, until: 5 },
  ]
  expect(betterStanding(EASY, low, high)).toBe(high)
  expect(betterStanding(EASY, high, low)).toBe(high)
  expect(betterStanding(EASY, undefined, low)).toBe(low)
  const longer = { ...high, until: 6 }
  expect(betterStanding(EASY, high, longer)).toBe(longer)
})

test('what the model no longer has begins anew', () => {
  const before = { tier: 'diamond', since: 0, until: 10 * DAY }
  const found = { before, said: undefined, earned: 'silver' }
  expect(standingAt({ ...EASY, standing: { decides: 'flying' } }, found, DAY, calendar)).toMatchObject({
    tier: 'silver',
  })
})

test.each([
  [{ decides: 'somebody' }, 'decides'],
  [{ riseMonths: 0 }, 'riseMonths'],
  [{ months: 3 }, '"months" is not one of'],
])('a model with the standing %j is refused', (standing, fault) => {
  expect(faultOfTierModel({ ...EASY, standing })).toContain(fault)
  expect(faultOfTierModel(BY_FLYING)).toBeUndefined()
})
