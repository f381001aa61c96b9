import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../../shared/domain/calendar.ts'
import { claim } from '../../../shared/domain/campaign/claim.ts'
import type { Rulebook } from '../../../shared/domain/rulebook/rulebook.ts'
import { at } from '../../support/events.ts'
import { apology, arrive, begin, book, complain, later, start } from '../../support/journeys.ts'
import { type Life, nothingSpecial } from '../../support/life.ts'
import { rulebookOf } from '../../support/rulebook.ts'

describe('the goal', () => {
  const campaign = apology('steps: [{ email: sorry }]\ngoal: { event: booking.created, within: 30d }')

  test('is noted once, within its time, after the steps are over', async () => {
    const life = await begin(campaign)
    complain(life)
    life.outcome('email.sent', later(1000))
    expect(life.member.journeys).toHaveLength(1)
    book(life, later(30 * DAY), 'AAAAAA')
    book(life, later(30 * DAY), 'BBBBBB')
    expect(life.told('c').filter((outcome) => outcome === 'goal')).toHaveLength(1)
    expect(life.member.journeys).toEqual([])
  })

  test('is not reached afterwards, or before', async () => {
    const life = await begin(campaign)
    complain(life)
    life.outcome('email.sent', later(1000))
    book(life, later(-1), 'AAAAAA', later(HOUR))
    book(life, later(30 * DAY + 1), 'BBBBBB')
    expect(life.told('c')).not.toContain('goal')
    expect(life.member.journeys).toEqual([])
  })
})

describe('the holdout', () => {
  const campaign = (holdout: string) => `campaign: c
trigger: complaint.filed
guardrails: { whileCaseOpen: true, holdout: ${holdout} }
budget: care
steps:
  - wait: 2h
  - compensation: { miles: 500, reason: care }
  - email: sorry
  - wait: { for: booking.created, atMost: 14d }
  - if: { happened: booking.created }
    then: [{ email: hello }]
    else: [{ upgradeOffer: { cabin: C, validFor: 7d } }, { email: offer }]
goal: { event: booking.created, within: 30d }`

  test.each([true, false])('walks the same way with nothing done; booked: %p', async (booked) => {
    const life = await begin(campaign('100%'))
    complain(life)
    life.liveUntil(later(3 * HOUR))
    if (booked) book(life, later(3 * DAY))
    life.liveUntil(later(20 * DAY))
    expect(life.actions).toEqual([])
    expect(life.member).toMatchObject({ pending: [], mails: [], offers: [], compensations: [] })
    const steps = life.receipts.filter(({ outcome }) => outcome === 'heldOut').map(({ kind }) => kind)
    expect(steps).toEqual(
      booked ? ['compensation', 'email', 'email'] : ['compensation', 'email', 'upgradeOffer', 'email'],
    )
    expect(life.told('c').filter((outcome) => outcome === 'goal')).toHaveLength(booked ? 1 : 0)
  })

  test('who would not have got it anyway is not counted among them', async () => {
    const life = await begin(campaign('100%'))
    life.hear('consent.changed', later(-1), { channel: 'email', granted: false })
    complain(life)
    life.liveUntil(later(3 * HOUR))
    expect(life.receipts.filter(({ kind }) => kind === 'email').map(({ outcome }) => outcome)).toEqual(['skipped'])
  })
})

describe('blackout days', () => {
  const campaign = apology('steps: [{ email: sorry }]')
  const dark = (more = '') => `blackouts: [{ name: a day of mourning, on: 2026-06-01${more} }]`

  test('hold a mail to their end, and then everything is asked again', async () => {
    for (const granted of [true, false]) {
      const life = arrive(await rulebookOf({ campaigns: [campaign], settings: dark() }))
      complain(life)
      life.hear('consent.changed', later(HOUR), { channel: 'email', granted })
      life.liveUntil('2026-06-01T23:59:00+08:00')
      expect(life.actions).toEqual([])
      life.liveUntil('2026-06-02T00:00:00+08:00')
      expect(life.told('c')).toEqual(granted ? ['entered', 'held', 'decided'] : ['entered', 'held', 'skipped', 'ended'])
    }
  })

  test('may leave it out instead', async () => {
    const life = arrive(await rulebookOf({ campaigns: [campaign], settings: dark(', skip: true') }))
    complain(life)
    expect(life.told('c')).toEqual(['entered', 'skipped', 'ended'])
  })

  test('hold an offer with the mail that tells of it, which must not come after it has expired', async () => {
    const offered =
      'campaign: c\ntrigger: survey.answered\nsteps: [{ upgradeOffer: { cabin: C, validFor: 1d } }, { email: offer }]'
    const answered = (life: Life) => life.hear('survey.answered', start, { nps: 9 })
    const life = arrive(await rulebookOf({ campaigns: [offered], settings: dark() }))
    answered(life)
    expect(life.told('c')).toEqual(['entered', 'held'])
    life.liveUntil('2026-06-02T00:00:00+08:00')
    expect(life.member.pending).toMatchObject([
      { kind: 'upgradeOffer', plan: { expiresAt: at('2026-06-03T00:00:00+08:00') } },
    ])
    const alone = arrive(await rulebookOf({ campaigns: [offered.replace(', { email: offer }', '')], settings: dark() }))
    answered(alone)
    expect(alone.member.pending).toMatchObject([{ kind: 'upgradeOffer' }])
  })

  test('hold what they name beside', async () => {
    const paid = apology('budget: care\nsteps: [{ compensation: { miles: 5, reason: care } }]')
    for (const [more, told] of [
      ['', ['entered', 'decided']],
      [', holds: [compensation]', ['entered', 'held']],
      [', holds: [upgradeOffer]', ['entered', 'decided']],
    ] as const) {
      const life = arrive(await rulebookOf({ campaigns: [paid], settings: dark(more) }))
      complain(life)
      expect([more, life.told('c')]).toEqual([more, told])
    }
  })

  test('that are published later hold for those who are on their way, and at the claim', async () => {
    const before = await rulebookOf({ campaigns: [campaign] })
    const after = await rulebookOf({ campaigns: [campaign], settings: dark() })
    const waiting = arrive(await rulebookOf({ campaigns: [campaign.replace('[{ email', '[{ wait: 1h }, { email')] }))
    complain(waiting)
    waiting.rulebook = after
    waiting.liveUntil(later(HOUR))
    expect(waiting.told('c')).toEqual(['entered', 'held'])
    const decided = arrive(before)
    complain(decided)
    const [action] = decided.member.pending
    const claimed = (live: Rulebook) =>
      claim(decided.member, action!.actionId, { rulebook: before, world: nothingSpecial, now: at(later(HOUR)), live })
    expect(claimed(before)).toMatchObject({ claim: 'go' })
    expect(claimed(after)).toMatchObject({ claim: 'hold', gate: 'blackout', until: at('2026-06-02T00:00:00+08:00') })
  })
})

test('the holdout of all campaigns walks the same way with nothing done, its arm beside that of the campaign', async () => {
  const campaign = apology('budget: care\nsteps: [{ compensation: { miles: 5, reason: care } }, { email: sorry }]')
  const life = arrive(await rulebookOf({ campaigns: [campaign], settings: 'holdout: 100%' }))
  complain(life)
  expect(life.told('c')).toEqual(['entered', 'heldOut', 'heldOut', 'ended'])
  expect(life.actions).toEqual([])
  expect(life.receipts[1]!.gates!.at(-1)).toMatchObject({ gate: 'globalHoldout', answer: 'skip' })
})
