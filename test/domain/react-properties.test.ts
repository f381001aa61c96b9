import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { MemberEvent } from '../../shared/contract/index.ts'
import { DAY, MINUTE } from '../../shared/domain/calendar.ts'
import { claim } from '../../shared/domain/campaign/claim.ts'
import { decodeMember, encodeMember } from '../../shared/domain/member/codec.ts'
import { LIMITS, type Member } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { profileOf } from '../../shared/domain/member/profile.ts'
import { type ReactContext, react } from '../../shared/domain/react.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { event } from '../support/events.ts'
import { type Moment, moments, start } from '../support/happenings.ts'
import { deepFreeze, nothingSpecial } from '../support/life.ts'
import { rulebookOf } from '../support/rulebook.ts'

const ITEM_BYTES_AT_MOST = 64 * 1024

let rulebook: Rulebook
beforeAll(async () => {
  rulebook = await rulebookOf({
    settings: 'quietHours: 21:00-08:00\natMost: [3 emails in 7d]',
    audiences: [
      'audience: regulars\nwho: { flights: { inLast: 30d, atLeast: 2 } }',
      'audience: silent\nwho: { lastFlight: { atLeast: 20d } }',
    ],
    campaigns: [
      `campaign: recovery
priority: 90
trigger: complaint.filed
guardrails: { whileCaseOpen: true, oncePer: complaint }
budget: care
steps:
  - wait: 2h
  - compensation: { miles: 500, reason: care }
  - email: sorry
  - wait: { for: booking.created, atMost: 14d }
  - if: { not: { happened: booking.created } }
    then: [{ upgradeOffer: { cabin: C, validFor: 21d } }, { email: offer }]
goal: { event: booking.created, within: 30d }`,
      `campaign: care
class: service
priority: 100
trigger: member.disrupted
guardrails: { oncePer: flight, quietHours: none }
steps: [{ email: { template: sorry, resendIfUnknown: true } }, { serviceTask: { title: Call, detail: Now } }]`,
      `campaign: regulars
trigger: { audience: regulars, on: entered, includeExisting: true }
guardrails: { holdout: 50%, oncePer: 10d }
steps: [{ email: hello }, { wait: 3d }, { email: news }]`,
      `campaign: silent
trigger: { audience: silent, on: entered }
exitWhen: { any: [{ happened: booking.created }, { lastFlight: { atLeast: 24d } }] }
steps: [{ wait: 1d }, { email: news }, { wait: 9d }, { email: hello }]`,
      `campaign: birthday
trigger: { date: birthday, daysBefore: 1 }
steps: [{ email: hello }]`,
      `campaign: opened
trigger: email.opened
guardrails: { oncePer: year }
steps: [{ wait: 1h }, { email: news }]`,
    ],
  })
})

/** Lives through the moments; `after` sees each reaction with what was given to it. */
function liveThrough(
  all: readonly Moment[],
  after: (before: Member, told: MemberEvent, context: ReactContext, reaction: ReturnType<typeof react>) => void,
): Member {
  let member = deepFreeze(newMember('M1'))
  let now = start
  let ids = 0
  const decided: string[] = []
  const tell = (type: string, source: string, at: number, fields: Record<string, unknown>) => {
    const occurredAt = new Date(at).toISOString()
    const told = deepFreeze(event(type, { id: `e${++ids}`, memberId: 'M1', occurredAt, ...fields }, source))
    const context = { rulebook, rulebookOf: () => rulebook, world: nothingSpecial, now }
    const reaction = react(member, told, context)
    after(member, told, context, reaction)
    member = deepFreeze(reaction.member)
    decided.push(...reaction.actions.map(({ actionId }) => actionId))
  }
  tell('member.enrolled', 'airline.test', start, {
    email: 'a0@example.com',
    consent: { email: true },
    birthDate: '1990-06-10',
  })
  for (const { passes, happens } of all) {
    now += passes
    if (happens.is === 'event') {
      const own = happens.type === 'member.disrupted'
      tell(happens.type, own ? 'wingback' : 'airline.test', now - happens.ago, happens.fields)
    }
    if (happens.is === 'time') tell('member.woken', 'wingback', now, {})
    const actionId = 'which' in happens ? decided[happens.which % Math.max(1, decided.length)] : undefined
    if (actionId === undefined) continue
    if (happens.is === 'claim') {
      const claimed = claim(member, actionId, { rulebook, world: nothingSpecial, now })
      if (claimed.claim === 'go') member = deepFreeze(claimed.member)
    }
    if (happens.is === 'outcome') {
      for (let times = 0; times < (happens.twice ? 2 : 1); times++)
        tell(happens.type, 'wingback', now, { ...happens.fields, actionId, id: `${actionId}:${happens.type}` })
    }
  }
  return member
}

const seeded = { seed: 20261124, numRuns: 150 }

describe('whatever happens, in whatever order, with outcomes told twice', () => {
  test('a reaction is pure: the same input gives the same, and nothing of it is changed', () => {
    fc.assert(
      fc.property(moments(40), (all) => {
        liveThrough(all, (before, told, context, reaction) => {
          expect(react(before, told, context)).toEqual(reaction)
        })
      }),
      { ...seeded, numRuns: 60 },
    )
  })

  test('the member stays within its limits, is woken in the future, and reads as it was written', () => {
    fc.assert(
      fc.property(moments(80), (all) => {
        const last = liveThrough(all, (_, __, { now }, { member, wakeAt }) => {
          for (const [list, limit] of Object.entries(LIMITS)) {
            const segments = member.bookings.flatMap(({ created }) => created?.flights ?? [])
            const preferences = Object.keys(profileOf(member).preferences ?? {})
            const legsInMonths = member.flownByMonth.flatMap(({ legs }) => legs ?? [])
            const lists = { ...member, months: member.flownByMonth, legsInMonths, segments, preferences }
            const kept = lists[list as keyof Member] as unknown[]
            if (kept.length > limit) throw new Error(`${kept.length} ${list}, at most ${limit} are kept`)
          }
          expect(wakeAt).toBeGreaterThan(now)
          expect(member.wakeAt ?? Number.POSITIVE_INFINITY).toBe(wakeAt)
          for (const journey of member.journeys)
            expect(journey.awaiting ?? journey.wakeAt ?? journey.endedAt).toBeDefined()
        })
        const encoded = encodeMember(last)
        expect(Buffer.byteLength(encoded)).toBeLessThanOrEqual(ITEM_BYTES_AT_MOST)
        expect(encodeMember(decodeMember({ memberId: 'M1', state: encoded }))).toBe(encoded)
      }),
      seeded,
    )
  })

  test('an action is decided once, and who took back consent has no mail claimed afterwards', () => {
    fc.assert(
      fc.property(moments(60), (all) => {
        const decided = new Set<string>()
        liveThrough(all, (before, told, { now }, { member, receipts }) => {
          for (const { outcome, actionId } of receipts) {
            if (outcome !== 'decided') continue
            const was = before.pending.find((action) => action.actionId === actionId)
            expect(was === undefined || (told.type === 'action.held' && was.state === 'decided')).toBe(true)
            decided.add(actionId!)
          }
          for (const { actionId } of member.pending) {
            expect(decided.has(actionId)).toBe(true)
            const answer = claim(member, actionId, { rulebook, world: nothingSpecial, now })
            const mail = member.pending.find((each) => each.actionId === actionId && each.kind === 'email')
            const { consentEmail, serviceEmail } = profileOf(member)
            const isWanted = mail?.class === 'service' ? serviceEmail !== false : consentEmail
            if (mail && !isWanted) expect(answer.claim).not.toBe('go')
          }
        })
      }),
      seeded,
    )
  })
})

test('the fullest of members is still small enough', () => {
  const full: Moment[] = []
  for (let i = 0; i < 60; i++) {
    const id = String(i).padStart(3, '0')
    const flights = Array.from({ length: 16 }, () => ({
      carrier: 'CA',
      flightNumber: '1234A',
      from: 'PEK',
      to: 'SHA',
      departsAt: new Date(start + 90 * DAY).toISOString(),
      cabin: 'Y',
      bookingClass: 'x'.repeat(64),
    }))
    const [{ departsAt: _, bookingClass: __, ...flown }] = flights as [(typeof flights)[0]]
    const told = (type: string, fields: Record<string, unknown>): Moment => ({
      passes: MINUTE,
      happens: { is: 'event', type, fields, ago: 0 },
    })
    full.push(told('booking.created', { pnr: `PNR${id}`, flights }))
    full.push(
      told('complaint.filed', { complaintId: id.repeat(40), category: 'c'.repeat(64), channel: 'd'.repeat(64) }),
    )
    const scheduledDeparture = new Date(start + i * DAY).toISOString()
    full.push(told('flight.completed', { ...flown, scheduledDeparture, distanceKm: 1000 }))
    full.push(
      told('member.disrupted', {
        ...flown,
        scheduledDeparture,
        kind: 'delay',
        cause: 'c'.repeat(64),
        extraordinary: true,
        carrierLicence: 'l'.repeat(64),
      }),
    )
  }
  const member = liveThrough(full, () => undefined)
  expect(member.journeys).toHaveLength(LIMITS.journeys)
  expect(Buffer.byteLength(encodeMember(member))).toBeLessThanOrEqual(ITEM_BYTES_AT_MOST)
})
