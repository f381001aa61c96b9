import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { assistanceTo, causeNames, owedTo } from '../../shared/domain/campaign/owed-to-member.ts'
import { addDisruptions } from '../../shared/domain/member/fold/troubles.ts'
import type { Flown, Member } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import type { LegalSettings } from '../../shared/domain/rulebook/rulebook.ts'
import { coreTextsIn } from '../../shared/domain/texts/core.ts'
import { disruptedBy, type Report } from '../support/disrupted.ts'

const law: LegalSettings = {
  flightSuffix: 'ignored',
  law: { licence: 'CN', table: 'Air China', automaticPerHour: {} },
}
const departure = Date.parse('2026-06-01T08:00Z')
/** When everything about the flight is known. */
const afterwards = departure + 5 * DAY
const legOf = (from: string, to: string) => `XW9:${from}-${to}:2026-06-01`

const late = (delayMinutes: number | undefined, more: Partial<Report> = {}): Partial<Report> => ({
  kind: 'delay',
  delayMinutes,
  boarded: true,
  ...more,
})
const expected = (expectedDelay: number, more: Partial<Report> = {}) => late(undefined, { expectedDelay, ...more })
const cancelled = (more: Partial<Report> = {}): Partial<Report> => ({ kind: 'cancellation', confirmed: true, ...more })

/** Reports follow each other by the minute, from an hour before the departure on. */
function memberWith(leg: string, reports: Partial<Report>[], more: Partial<Member> = {}): Member {
  const usual = { leg, departsAt: departure, kind: 'delay', cause: 'technical', extraordinary: false } as const
  const all = reports.map((report, i) => ({
    ...usual,
    at: departure - HOUR + i * MINUTE,
    eventId: `t${i}`,
    carrierLicence: 'CN',
    ...report,
  }))
  return { ...newMember('M1'), disruptions: disruptedBy(all), ...more }
}

function owedIn(member: Member, leg: string, now = afterwards, settings = law) {
  const owed = owedTo(member, leg, settings, now)
  return { ...owed, reason: coreTextsIn('en').found(owed.findings) }
}

type Row = [what: string, route: [string, string], reports: Partial<Report>[], owed: object]

test.each<Row>([
  ['from Europe, four hours', ['FRA', 'PEK'], [late(240)], { owed: 'money', regime: 'EU261', amountMinor: 600_00 }],
  ['from Europe, three', ['FRA', 'PEK'], [late(180)], { amountMinor: 300_00, currency: 'EUR' }],
  ['China’s own table', ['PEK', 'SHA'], [late(250)], { regime: 'CN', amountMinor: 200_00, currency: 'CNY' }],
  ['China counts from the gate', ['PEK', 'SHA'], [late(200, { departureDelay: 250 })], { amountMinor: 200_00 }],
  ['the latest word on the delay', ['PEK', 'SHA'], [late(100), late(500), late(250)], { amountMinor: 200_00 }],
  ['delayed, then cancelled', ['CDG', 'PVG'], [expected(120), cancelled()], { amountMinor: 600_00 }],
  ['told two weeks before', ['CDG', 'PVG'], [cancelled({ noticeDays: 14 })], { owed: 'nothing' }],
  ['weather', ['FRA', 'PEK'], [late(600, { extraordinary: true })], { owed: 'nothing', reason: /extraordinary/ }],
  ['a minute under', ['FRA', 'PEK'], [late(179)], { owed: 'nothing', reason: /EU261: 2 h 59/ }],
  ['the fare is needed', ['FRA', 'PEK'], [{ kind: 'downgrade' }], { owed: 'unclear', reason: /the fare/ }],
  ['late bags in China', ['PEK', 'SHA'], [{ kind: 'baggageDelay' }], { owed: 'nothing' }],
  ['late bags in America', ['PEK', 'JFK'], [{ kind: 'baggageDelay' }], { owed: 'unclear', reason: /the bag/ }],
  ['a refund is to be asked for', ['PEK', 'JFK'], [cancelled()], { owed: 'nothing' }],
  ['London to Paris pays once, in pounds', ['LHR', 'CDG'], [late(200, { carrierLicence: 'EU' })], { regime: 'UK261' }],
  ['Paris to London in euros', ['CDG', 'LHR'], [late(200, { carrierLicence: 'UK' })], { regime: 'EU261' }],
  ['to an airport that nobody knows', ['FRA', 'ZZZ'], [late(250)], { owed: 'unclear', reason: /"ZZZ"/ }],
  ['from one', ['ZZZ', 'PEK'], [cancelled()], { owed: 'unclear', reason: /"ZZZ"/ }],
  ['in a storm, wherever that is', ['FRA', 'ZZZ'], [late(250, { extraordinary: true })], { owed: 'nothing' }],
  ['an hour late, wherever that is', ['ZZZ', 'PEK'], [late(60)], { owed: 'nothing' }],
  ['nobody’s law', ['DXB', 'SIN'], [late(600, { carrierLicence: 'other' })], { owed: 'nothing', reason: /no law/ }],
  [
    'denied boarding, and the flight late',
    ['FRA', 'PEK'],
    [{ kind: 'deniedBoarding' }, expected(300)],
    { amountMinor: 600_00 },
  ],
])('%s', (_what, [from, to], reports, owed) => {
  const leg = legOf(from, to)
  const { reason, ...rest } = owed as { reason?: RegExp }
  const answer = owedIn(memberWith(leg, reports), leg)
  expect(answer).toMatchObject(rest)
  if (reason) expect(answer.reason).toMatch(reason)
})

describe('what is only expected', () => {
  const leg = legOf('FRA', 'PEK')
  const soon = departure + 2 * HOUR

  test('is waited for, and what happened is paid', () => {
    expect(owedIn(memberWith(leg, [expected(190)]), leg, soon)).toMatchObject({
      owed: 'later',
      until: departure + 3 * DAY,
      reason: expect.stringContaining('how late it arrived'),
    })
    expect(owedIn(memberWith(leg, [expected(190), late(150)]), leg, soon)).toMatchObject({ owed: 'nothing' })
    expect(owedIn(memberWith(leg, [expected(30), late(190)]), leg, soon)).toMatchObject({ amountMinor: 300_00 })
    // What happened counts, whichever is heard of last.
    expect(owedIn(memberWith(leg, [late(190), expected(30)]), leg, soon)).toMatchObject({ amountMinor: 300_00 })
  })

  test('is waited for where less is expected, too: it may get later', () => {
    expect(owedIn(memberWith(leg, [expected(30)]), leg, soon)).toMatchObject({ owed: 'later' })
  })

  test('is not waited for where nothing could be owed', () => {
    expect(owedIn(memberWith(leg, [expected(190, { extraordinary: true })]), leg, soon)).toMatchObject({
      owed: 'nothing',
    })
  })

  test('is for a person where nobody tells what happened, if as much as that would be owed', () => {
    expect(owedIn(memberWith(leg, [expected(190)]), leg)).toMatchObject({ owed: 'unclear' })
    expect(owedIn(memberWith(leg, [expected(150)]), leg)).toMatchObject({ owed: 'nothing' })
  })

  test.each<[string, Partial<Report>, string]>([
    ['which left as late as that', { departureDelay: 250 }, 'unclear'],
    ['which was to leave as late as that', { expectedDepartureDelay: 250 }, 'unclear'],
    ['which left a little late', { departureDelay: 40 }, 'nothing'],
    ['of which nobody ever said how late', {}, 'unclear'],
    ['which was diverted', { kind: 'diversion' }, 'unclear'],
  ])('nor is a flight forgotten %s, and nobody tells when it arrived', (_what, said, owed) => {
    expect(owedIn(memberWith(leg, [late(undefined, said)]), leg, soon)).toMatchObject({ owed: 'later' })
    expect(owedIn(memberWith(leg, [late(undefined, said)]), leg)).toMatchObject({ owed })
  })
})

describe('a cancelled flight', () => {
  const leg = legOf('FRA', 'PEK')

  test('is paid when it is certain not to fly any more', () => {
    const member = memberWith(leg, [cancelled()])
    expect(owedIn(member, leg, departure)).toMatchObject({ owed: 'later', until: departure + 3 * HOUR })
    expect(owedIn(member, leg, departure + 3 * HOUR)).toMatchObject({ amountMinor: 600_00 })
  })

  test('at once to whoever was given another flight', () => {
    const member = memberWith(leg, [cancelled({ reroute: { arrivesLaterMin: 500 } })])
    expect(owedIn(member, leg, departure - HOUR)).toMatchObject({ amountMinor: 600_00 })
  })

  test.each([
    ['an hour late', { departsEarlierMin: 0, arrivesLaterMin: 60 }, { owed: 'nothing' }],
    ['an hour late, and nobody says when it leaves', { arrivesLaterMin: 60 }, { amountMinor: 300_00 }],
    ['four hours', { departsEarlierMin: 0, arrivesLaterMin: 240 }, { amountMinor: 300_00 }],
    ['a minute more', { departsEarlierMin: 0, arrivesLaterMin: 241 }, { amountMinor: 600_00 }],
  ])('with another flight that comes %s', (_how, reroute, owed) => {
    expect(owedIn(memberWith(leg, [cancelled({ reroute })]), leg)).toMatchObject(owed)
  })

  test.each<[string, Partial<Report>, object]>([
    ['cancelled within a week', { at: departure - 7 * DAY + 1 }, { amountMinor: 600_00 }],
    [
      'cancelled a week before',
      { at: departure - 14 * DAY },
      { owed: 'unclear', reason: expect.stringContaining('told') },
    ],
    ['cancelled sixty days before', { at: departure - 60 * DAY }, { owed: 'unclear' }],
    ['told fourteen days before', { at: departure - 60 * DAY, toldAt: departure - 14 * DAY }, { owed: 'nothing' }],
    [
      'told a minute later than that',
      { at: departure - 60 * DAY, toldAt: departure - 14 * DAY + MINUTE },
      { amountMinor: 600_00 },
    ],
    ['told in days', { at: departure - 60 * DAY, noticeDays: 60 }, { owed: 'nothing' }],
  ])('%s', (_what, said, owed) => {
    expect(owedIn(memberWith(leg, [cancelled(said)]), leg)).toMatchObject(owed)
  })

  test('that is reported again on its day was cancelled when it was said first', () => {
    const member = memberWith(leg, [cancelled({ at: departure - 60 * DAY }), cancelled()])
    expect(owedIn(member, leg)).toMatchObject({ owed: 'unclear' })
  })

  test('that the member flew was not cancelled', () => {
    const member = memberWith(leg, [cancelled()], { flights: [flown(0)] })
    expect(owedIn(member, leg)).toMatchObject({ owed: 'nothing' })
    expect(owedIn({ ...member, flights: [flown(250)] }, leg)).toMatchObject({ amountMinor: 600_00 })
  })

  test('that flies after all owes what its lateness does, to whoever was on it', () => {
    const again = { words: { reinstated: { at: departure, eventId: 'r', says: true as const } }, troubles: {}, leg }
    const member = memberWith(leg, [cancelled()])
    addDisruptions(member, [again])
    expect(owedIn(member, leg, departure + 4 * HOUR)).toMatchObject({ owed: 'later' })
    expect(owedIn(member, leg)).toMatchObject({ owed: 'nothing' })
    expect(owedIn({ ...member, flights: [flown(250)] }, leg)).toMatchObject({ amountMinor: 600_00 })
  })
})

describe('a confirmed booking', () => {
  const leg = legOf('FRA', 'PEK')
  const owed = (report: Partial<Report>, more: Partial<Member> = {}, now = afterwards) =>
    owedIn(memberWith(leg, [cancelled({ confirmed: undefined, ...report })], more), leg, now)

  test.each<[string, Partial<Report>, Partial<Member>, object]>([
    ['is told', { confirmed: true }, {}, { amountMinor: 600_00 }],
    ['is told by its reference', { pnr: 'P' }, {}, { amountMinor: 600_00 }],
    ['is known', {}, bookedOn(departure), { amountMinor: 600_00 }],
    [
      'is not: nothing is owed',
      { pnr: 'P', confirmed: false },
      {},
      { owed: 'nothing', reason: /confirmed booking.*3\(2\)/ },
    ],
    ['is a person’s to find out where nobody says so', {}, {}, { owed: 'unclear', reason: /confirmed/ }],
    [
      'was given up before the flight was cancelled, and the report names the passenger: a person has to look',
      { pnr: 'P' },
      bookedOn(departure, departure - 2 * HOUR),
      { owed: 'unclear' },
    ],
    [
      'was given up after that, which changes nothing',
      { pnr: 'P' },
      bookedOn(departure, departure - 30 * MINUTE),
      { amountMinor: 600_00 },
    ],
  ])('%s', (_what, report, more, expected) => {
    const { reason, ...rest } = expected as { reason?: RegExp }
    const answer = owed(report, more)
    expect(answer).toMatchObject(rest)
    if (reason) expect(answer.reason).toMatch(reason)
  })

  test('may still be told for three days', () => {
    expect(owed({}, {}, departure + 4 * HOUR)).toMatchObject({ owed: 'later', until: departure + 3 * DAY })
  })
})

describe('notice by a mail or a message of ours', () => {
  const leg = legOf('CDG', 'PVG')
  const mail = (daysBefore: number | undefined, more: object = {}) => ({
    actionId: 'a',
    campaign: 'care',
    class: 'service' as const,
    claimedAt: departure - 60 * DAY,
    cancelled: leg,
    ...(daysBefore !== undefined && { deliveredAt: departure - daysBefore * DAY }),
    ...more,
  })
  const owed = (mails: Member['mails'], report: Partial<Report> = {}) =>
    owedIn(memberWith(leg, [cancelled({ at: departure - 60 * DAY, ...report })], { mails }), leg)

  test.each<[string, Member['mails'], object]>([
    ['that reached them two weeks before', [mail(14)], { owed: 'nothing' }],
    ['that reached them a day later than that', [mail(13)], { amountMinor: 600_00 }],
    ['the first of two', [mail(3), mail(20)], { owed: 'nothing' }],
    ['that was sent, and of which nobody says that it came', [mail(undefined)], { owed: 'unclear' }],
    ['about another flight', [mail(20, { cancelled: legOf('FRA', 'PEK') })], { owed: 'unclear' }],
    ['about something else', [mail(20, { cancelled: undefined })], { owed: 'unclear' }],
    ['of before it was cancelled', [mail(61)], { owed: 'unclear' }],
  ])('%s', (_what, mails, expected) => {
    expect(owed(mails)).toMatchObject(expected)
  })

  test('beside what the airline says: whichever was first', () => {
    expect(owed([mail(20)], { toldAt: departure - 2 * DAY })).toMatchObject({ owed: 'nothing' })
    expect(owed([mail(2)], { toldAt: departure - 20 * DAY })).toMatchObject({ owed: 'nothing' })
    expect(owed([mail(2)], { noticeDays: 3 })).toMatchObject({ amountMinor: 600_00 })
  })
})

describe('a booking that was changed onto other flights after a cancellation', () => {
  const leg = legOf('FRA', 'PEK')
  const arrival = departure + 10 * HOUR
  const segment = (number: string, departsAt: number, more: object = {}) => ({
    ...{ carrier: 'XW', flightNumber: number, from: 'FRA', to: 'PEK', departsAt, cabin: 'Y' as const },
    ...more,
  })
  const changed = (...flights: ReturnType<typeof segment>[]): Partial<Member> => ({
    bookings: [{ pnr: 'P', created: { at: departure - 30 * MINUTE, eventId: 'b', flights } }],
  })
  const came = (number: string, delayMinutes: number, more: Partial<Flown> = {}): Flown => ({
    ...flown(delayMinutes),
    flightNumber: number,
    ...more,
  })
  const owed = (more: Partial<Member>, now = afterwards, report: Partial<Report> = {}) =>
    owedIn(memberWith(leg, [cancelled({ pnr: 'P', ...report })], more), leg, now)

  test.each<[string, number, number, object]>([
    ['an hour later, in time', 60, 0, { owed: 'nothing' }],
    ['an hour later, and two hours late by itself', 60, 120, { amountMinor: 300_00 }],
    ['five hours later', 300, 0, { amountMinor: 600_00 }],
    ['too close to two hours: when it was to arrive is not known', 100, 0, { owed: 'unclear' }],
    ['too close to four hours', 250, 0, { owed: 'unclear' }],
    ['an hour and a half earlier', -90, 0, { amountMinor: 300_00 }],
  ])('%s', (_what, minutesLater, ownDelay, expected) => {
    const other = segment('11', departure + minutesLater * MINUTE)
    expect(owed({ ...changed(other), flights: [came('11', ownDelay)] })).toMatchObject(expected)
  })

  test('is exact where both arrivals are told', () => {
    const other = segment('11', departure + 100 * MINUTE, { arrivesAt: arrival + 119 * MINUTE })
    const flights = [came('11', 0)]
    expect(owed({ ...changed(other), flights }, afterwards, { arrivesAt: arrival })).toMatchObject({ owed: 'nothing' })
    const later = segment('11', departure + 100 * MINUTE, { arrivesAt: arrival + 120 * MINUTE })
    expect(owed({ ...changed(later), flights }, afterwards, { arrivesAt: arrival })).toMatchObject({
      amountMinor: 300_00,
    })
  })

  test('is waited for until somebody says when the other flight arrived, and is then a person’s', () => {
    const other = segment('11', departure + HOUR)
    expect(owed(changed(other), departure + 4 * HOUR)).toMatchObject({
      owed: 'later',
      until: departure + HOUR + 3 * DAY,
    })
    expect(owed(changed(other))).toMatchObject({ owed: 'unclear', reason: expect.stringContaining('instead') })
  })

  test('by way of another place, the arrivals decide, or a person', () => {
    const way = [
      segment('11', departure, { to: 'MUC' }),
      segment('12', departure + 3 * HOUR, { from: 'MUC', arrivesAt: arrival + 3 * HOUR }),
    ]
    const flights = [came('12', 0, { from: 'MUC' })]
    expect(owed({ ...changed(...way), flights }, afterwards, { arrivesAt: arrival })).toMatchObject({
      amountMinor: 300_00,
    })
    expect(owed({ ...changed(...way), flights })).toMatchObject({ owed: 'unclear' })
  })

  test('says nothing where it was changed before, still has the flight, or leads elsewhere', () => {
    const before = { bookings: [{ ...changed(segment('11', departure + HOUR)).bookings![0]! }] }
    before.bookings[0]!.created = { ...before.bookings[0]!.created!, at: departure - 2 * HOUR }
    expect(owed(before)).toMatchObject({ amountMinor: 600_00 })
    expect(owed(changed(segment('9', departure)))).toMatchObject({ amountMinor: 600_00 })
    expect(owed(changed(segment('11', departure + HOUR, { to: 'PVG' })))).toMatchObject({ amountMinor: 600_00 })
  })

  test('what is told of the other flight counts before it', () => {
    const other = changed(segment('11', departure + HOUR))
    const reroute = { departsEarlierMin: 0, arrivesLaterMin: 500 }
    expect(owed({ ...other, flights: [came('11', 0)] }, afterwards, { reroute })).toMatchObject({ amountMinor: 600_00 })
  })
})

describe('a flight that flies again, for whoever was given another one or gave theirs up meanwhile', () => {
  const leg = legOf('FRA', 'PEK')
  const again = {
    leg,
    troubles: {},
    words: { reinstated: { at: departure - 30 * MINUTE, eventId: 'r', says: true as const } },
  }
  const booked = (cancelledAt: number): Partial<Member> => ({
    bookings: [
      {
        pnr: 'P',
        created: {
          at: 0,
          eventId: 'b',
          flights: [
            { carrier: 'XW', flightNumber: '9', from: 'FRA', to: 'PEK', departsAt: departure, cabin: 'Y' as const },
          ],
        },
        cancelled: { at: cancelledAt, eventId: 'c' },
      },
    ],
  })
  const owes = (report: Partial<Report>, more: Partial<Member> = {}) => {
    const member = memberWith(leg, [cancelled({ pnr: 'P', ...report })], more)
    addDisruptions(member, [again])
    return owedIn(member, leg, departure)
  }

  test('is still cancelled', () => {
    expect(owes({ reroute: { arrivesLaterMin: 500 } })).toMatchObject({ amountMinor: 600_00 })
    expect(owes({}, booked(departure - 40 * MINUTE))).toMatchObject({ amountMinor: 600_00 })
  })
  test('is not for who gave it up before or after that', () => {
    for (const at of [departure - 2 * HOUR, departure - 20 * MINUTE])
      expect(owes({}, booked(at))).toMatchObject({ owed: 'later' })
  })
})

test('who was denied boarding and has flown it all the same is for a person, unless nothing is owed either way', () => {
  const [there, home] = [legOf('FRA', 'PEK'), legOf('PEK', 'SHA')]
  const denied = (leg: string, flights: Flown[]) => memberWith(leg, [{ kind: 'deniedBoarding' }], { flights })
  expect(owedIn(denied(there, []), there)).toMatchObject({ amountMinor: 600_00 })
  expect(owedIn(denied(there, [flown(0)]), there)).toMatchObject({
    owed: 'unclear',
    reason: expect.stringContaining('denied boarding'),
  })
  expect(owedIn(denied(home, [{ ...flown(0), from: 'PEK', to: 'SHA' }]), home)).toMatchObject({ owed: 'nothing' })
})

describe('on board', () => {
  const leg = legOf('FRA', 'PEK')
  test.each<[string, boolean | undefined, object]>([
    ['is paid', true, { amountMinor: 600_00 }],
    ['is not paid who was not', false, { owed: 'nothing' }],
    ['is for a person where nobody knows', undefined, { owed: 'unclear', reason: expect.stringContaining('on board') }],
  ])('%s', (_what, boarded, owed) => {
    expect(owedIn(memberWith(leg, [late(250, { boarded })]), leg)).toMatchObject(owed)
  })
  test('was whoever has flown it', () => {
    const member = memberWith(leg, [late(250, { boarded: undefined })], { flights: [flown(undefined)] })
    expect(owedIn(member, leg)).toMatchObject({ amountMinor: 600_00 })
  })
})

describe('a cause that nobody tells', () => {
  const unknown = { cause: undefined, extraordinary: undefined }
  const owed = (from: string, to: string, minutes: number, more: Partial<Report> = {}, causes = {}) =>
    owedIn(memberWith(legOf(from, to), [late(minutes, { ...unknown, ...more })]), legOf(from, to), afterwards, {
      ...law,
      law: { ...law.law, causes },
    })

  test('counts against the carrier in Europe and Britain, and is for a person in China', () => {
    expect(owed('FRA', 'PEK', 250)).toMatchObject({ amountMinor: 600_00, reason: expect.stringContaining('proven') })
    expect(owed('LHR', 'PEK', 250)).toMatchObject({ amountMinor: 520_00 })
    expect(owed('PEK', 'SHA', 250)).toMatchObject({ owed: 'unclear', reason: expect.stringContaining('why') })
  })
  test('is nobody’s to find out where nothing would be owed', () => {
    expect(owed('PEK', 'SHA', 239)).toMatchObject({ owed: 'nothing' })
  })
  test('is what the airline says that its codes mean', () => {
    const causes = { 71: 'extraordinary', 41: 'ours' }
    expect(owed('FRA', 'PEK', 250, { cause: '71' }, causes)).toMatchObject({ owed: 'nothing' })
    expect(owed('PEK', 'SHA', 250, { cause: '41' }, causes)).toMatchObject({ amountMinor: 200_00 })
    expect(owed('PEK', 'SHA', 250, { cause: '99' }, causes)).toMatchObject({ owed: 'unclear' })
  })
  test('nor a licence: it is the airline’s own', () => {
    const settings = { ...law, law: { ...law.law, licence: 'EU' as const } }
    const leg = legOf('PEK', 'FRA')
    const member = memberWith(leg, [late(250, { carrierLicence: undefined })])
    expect(owedIn(member, leg, afterwards, settings)).toMatchObject({ regime: 'EU261' })
  })
})

describe('a card of ours that nobody has enrolled', () => {
  const leg = legOf('FRA', 'PEK')
  const settings = { ...law, cards: '^M[0-9]$' }
  const owed = (now: number, more: Partial<Member> = {}) =>
    owedIn(memberWith(leg, [late(250)], more), leg, now, settings)
  const enrolled = { layers: [{ at: 0, eventId: 'e', fields: {} }] }

  test('is paid once it is enrolled, and is for a person where it never is', () => {
    const until = Date.parse('2026-06-01') + 92 * DAY
    expect(owed(afterwards)).toMatchObject({ owed: 'later', until, reason: expect.stringContaining('enrolled') })
    expect(owed(afterwards, enrolled)).toMatchObject({ amountMinor: 600_00 })
    expect(owed(until)).toMatchObject({ owed: 'unclear' })
  })

  test('is paid at once where any card may be ours', () => {
    expect(owedIn(memberWith(leg, [late(250)]), leg)).toMatchObject({ amountMinor: 600_00 })
  })
})

test('the gate’s word on who was on board counts as the report’s does, whichever is later', () => {
  const leg = legOf('FRA', 'PEK')
  const gate = (at: number, boarded: boolean) => ({ boardings: [{ leg, at, eventId: 'g', boarded }] })
  const owed = (boarded: boolean | undefined, more: Partial<Member>) =>
    owedIn(memberWith(leg, [late(250, { boarded })], more), leg)
  expect(owed(undefined, gate(departure, true))).toMatchObject({ amountMinor: 600_00 })
  expect(owed(undefined, gate(departure, false))).toMatchObject({
    owed: 'nothing',
    reason: expect.stringContaining('not on board'),
  })
  expect(owed(false, gate(departure, true))).toMatchObject({ amountMinor: 600_00 })
  expect(owed(true, gate(departure - 2 * HOUR, false))).toMatchObject({ amountMinor: 600_00 })
})

test('without a table a delay in China is for a person', () => {
  const leg = legOf('PEK', 'SHA')
  const settings = { ...law, law: { licence: 'CN' as const, automaticPerHour: {} } }
  expect(owedIn(memberWith(leg, [late(250)]), leg, afterwards, settings)).toMatchObject({
    owed: 'unclear',
    reason: expect.stringContaining('no table'),
  })
})

describe('one of several flights', () => {
  const leg = legOf('FRA', 'MUC')
  const segment = (from: string, to: string, departsAt: string, flightNumber = '9') => ({
    carrier: 'XW',
    flightNumber,
    from,
    to,
    departsAt: Date.parse(departsAt),
    cabin: 'Y' as const,
  })
  const booked = (...flights: ReturnType<typeof segment>[]): Partial<Member> => ({
    bookings: [{ pnr: 'P', created: { at: 0, eventId: 'b', flights } }],
  })
  const there = segment('FRA', 'MUC', '2026-06-01T08:00Z')
  const on = segment('MUC', 'PEK', '2026-06-01T12:00Z')
  const onward = legOf('MUC', 'PEK')

  test('late: the last arrival counts, and is a person’s to find out where nobody tells it', () => {
    const member = memberWith(leg, [late(200, { pnr: 'P' })], booked(there, on))
    expect(owedIn(member, leg, departure + DAY)).toMatchObject({ owed: 'later' })
    expect(owedIn(member, leg)).toMatchObject({ owed: 'unclear', reason: expect.stringContaining('how late') })
    const arrived = (delay: number) => ({ ...member, flights: [{ ...flown(delay), from: 'MUC', to: 'PEK' }] })
    expect(owedIn(arrived(240), leg)).toMatchObject({ amountMinor: 600_00 })
    expect(owedIn(arrived(20), leg)).toMatchObject({ owed: 'nothing' })
  })

  test('China’s table does not pay where Europe’s law has not answered', () => {
    const home = [segment('FRA', 'PEK', '2026-06-01T08:00Z'), segment('PEK', 'SHA', '2026-06-01T20:00Z')]
    const member = memberWith(legOf('FRA', 'PEK'), [late(250, { pnr: 'P' })], booked(...home))
    expect(owedIn(member, legOf('FRA', 'PEK'))).toMatchObject({ owed: 'unclear' })
  })

  test('cancelled: the whole way counts', () => {
    const member = memberWith(leg, [cancelled({ pnr: 'P' })], booked(there, on))
    expect(owedIn(member, leg)).toMatchObject({ owed: 'money', amountMinor: 600_00 })
  })

  test('both cancelled: owed once, under one name', () => {
    const member = memberWith(
      leg,
      [cancelled({ pnr: 'P' }), cancelled({ pnr: 'P', leg: onward, departsAt: on.departsAt })],
      booked(there, on),
    )
    for (const each of [leg, onward]) {
      expect(owedIn(member, each)).toMatchObject({ owed: 'money', amountMinor: 600_00 })
      expect(causeNames(member, each, law)).toEqual([leg, onward])
    }
  })

  test('a booking is found by its flights where no report names it', () => {
    const member = memberWith(leg, [cancelled()], booked(there, on))
    expect(causeNames(member, leg, law)).toEqual([leg, onward])
  })

  test('a flight that was given for a cancelled one is owed for by itself', () => {
    const instead = segment('MUC', 'PEK', '2026-06-01T16:00Z', '11')
    const insteadLeg = 'XW11:MUC-PEK:2026-06-01'
    const member = memberWith(
      leg,
      [cancelled({ pnr: 'P', leg: onward, departsAt: on.departsAt })],
      booked(there, instead),
    )
    expect(causeNames(member, onward, law)).toEqual([leg, onward])
    expect(causeNames(member, insteadLeg, law)).toEqual([insteadLeg])
  })

  test('there and back on one day are two', () => {
    const back = segment('MUC', 'FRA', '2026-06-01T18:00Z')
    const member = memberWith(leg, [late(200, { pnr: 'P' })], booked(there, back))
    expect(owedIn(member, leg)).toMatchObject({ owed: 'money', amountMinor: 250_00 })
  })

  test('a flight that lands on its way is one for whoever booked it through', () => {
    const through = segment('FRA', 'SHA', '2026-06-01T08:00Z')
    const first = legOf('FRA', 'PEK')
    const member = memberWith(first, [late(250, { pnr: 'P' })], booked(through))
    expect(owedIn(member, first)).toMatchObject({ owed: 'unclear', reason: expect.stringContaining('how late') })
    expect(owedIn({ ...member, flights: [{ ...flown(250), to: 'SHA' }] }, first)).toMatchObject({ amountMinor: 600_00 })
  })
})

describe('one flight under several names', () => {
  const leg = legOf('FRA', 'PEK')
  const partner = 'LH7238:FRA-PEK:2026-06-01'

  test('sold by a partner in the same minute', () => {
    const member = memberWith(leg, [cancelled(), cancelled({ leg: partner })])
    for (const each of [leg, partner]) expect(causeNames(member, each, law).sort()).toEqual([partner, leg])
  })
  test('but not two numbers of one airline', () => {
    const other = 'XW11:FRA-PEK:2026-06-01'
    const member = memberWith(leg, [cancelled(), cancelled({ leg: other })])
    expect(causeNames(member, leg, law)).toEqual([leg])
  })
  test('as its reports call it', () => {
    const member = memberWith(leg, [cancelled()])
    addDisruptions(member, [{ leg, troubles: {}, words: {}, alsoCalled: [partner, 'XW9:FRA-PEK:2026-05-31'] }])
    expect(owedIn(member, partner)).toMatchObject({ amountMinor: 600_00 })
    expect(causeNames(member, leg, law).sort()).toEqual([partner, 'XW9:FRA-PEK:2026-05-31', leg])
  })
})

function bookedOn(departsAt: number, cancelledAt?: number): Partial<Member> {
  const flights = [{ carrier: 'XW', flightNumber: '9', from: 'FRA', to: 'PEK', departsAt, cabin: 'Y' as const }]
  const cancelled = cancelledAt === undefined ? undefined : { at: cancelledAt, eventId: 'c' }
  return { bookings: [{ pnr: 'P', created: { at: 0, eventId: 'b', flights }, cancelled }] }
}

function flown(delayMinutes: number | undefined): Flown {
  return {
    at: departure + 12 * HOUR,
    eventId: 't',
    carrier: 'XW',
    flightNumber: '9',
    from: 'FRA',
    to: 'PEK',
    date: '2026-06-01',
    cabin: 'Y',
    distanceKm: 7788,
    delayMinutes,
  }
}

describe('a flight that nobody reported', () => {
  const leg = legOf('FRA', 'PEK')

  test('flown late: the cause is not known', () => {
    expect(owedIn(memberWith(leg, [], { flights: [flown(200)] }), leg)).toMatchObject({ owed: 'unclear' })
  })
  test('flown in time: nothing, whatever the cause', () => {
    expect(owedIn(memberWith(leg, [], { flights: [flown(20)] }), leg)).toMatchObject({ owed: 'nothing' })
  })
  test('nothing known at all', () => {
    expect(owedIn(memberWith(leg, []), leg)).toMatchObject({ owed: 'unclear' })
    expect(owedIn(memberWith(leg, []), 'no leg')).toMatchObject({ owed: 'unclear' })
  })
})

test('what is done besides paying, by what is expected', () => {
  const leg = legOf('FRA', 'PEK')
  const weather = memberWith(leg, [cancelled({ extraordinary: true })])
  expect(assistanceTo(weather, leg, law)).toEqual({ careDue: true, refundRight: true })
  expect(assistanceTo(memberWith(leg, [expected(240)]), leg, law)).toMatchObject({ careDue: true })
  expect(assistanceTo(memberWith(leg, []), leg, law)).toEqual({ careDue: false, refundRight: false })
})
