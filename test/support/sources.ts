import fc from 'fast-check'

/** Conditions as they come from YAML, at random: every fact, every comparison, every window. */

const window = fc.constantFrom('1d', '2d', '7d', '30d', '2w', '180d', '365d', '30m', '2h', '36h', '72h', '720h')
const count = fc.integer({ min: 0, max: 8 })
const cabin = fc.constantFrom('F', 'C', 'W', 'Y')
const airport = fc.constantFrom('PEK', 'SHA', 'CAN')
const route = fc.tuple(airport, airport).map(([from, to]) => `${from}-${to}`)

type Source = Record<string, unknown>

function comparison(operand: fc.Arbitrary<unknown>): fc.Arbitrary<Source> {
  return fc.oneof(
    operand.map((atLeast) => ({ atLeast })),
    operand.map((atMost) => ({ atMost })),
    operand.map((above) => ({ above })),
    operand.map((below) => ({ below: below })),
    operand.map((is) => ({ is })),
  )
}

function numbers(operand: fc.Arbitrary<number>): fc.Arbitrary<Source> {
  return fc.oneof(
    comparison(operand),
    operand.map((isNot) => ({ isNot })),
    fc.array(operand, { minLength: 1, maxLength: 3 }).map((some) => ({ in: some })),
    fc.array(operand, { minLength: 1, maxLength: 3 }).map((some) => ({ notIn: some })),
    fc.tuple(operand, operand).map(([a, b]) => ({ between: [Math.min(a, b), Math.max(a, b)] })),
    fc.boolean().map((present) => ({ present })),
    fc.constant({}),
  )
}

/** Any window: back from now, between two times, or a named time. */
const windows: fc.Arbitrary<Source> = fc.oneof(
  window.map((inLast) => ({ inLast })),
  window.map((inLast) => ({ inLast })),
  fc
    .constantFrom(['30d', '7d'], ['90d', '30d'], ['1d', '0d'], ['72h', '2h'], ['30m', '0m'])
    .map((between) => ({ between })),
  fc
    .constantFrom(
      ['2026-01-01', '2026-03-01'],
      ['2026-10-25', '2026-10-25'],
      ['2026-12-01', '2027-02-28'],
      ['2028-02-29', '2028-03-31'],
    )
    .map((between) => ({ between })),
  fc
    .tuple(fc.constantFrom('this', 'last'), fc.constantFrom('week', 'month', 'quarter', 'half-year', 'year'))
    .map(([which, period]) => ({ during: `${which} ${period}` })),
)

/** Any time ahead. */
const ahead: fc.Arbitrary<Source> = fc.oneof(
  fc
    .constantFrom(['7d', '14d'], ['0d', '1d'], ['2h', '72h'], ['30d', '30d'])
    .map((departsBetween) => ({ departsBetween })),
  fc
    .constantFrom(['2026-03-01', '2026-03-31'], ['2026-10-25', '2026-11-30'], ['2027-01-01', '2028-02-29'])
    .map((departsBetween) => ({ departsBetween })),
  fc
    .tuple(fc.constantFrom('this', 'next'), fc.constantFrom('week', 'month', 'quarter', 'half-year', 'year'))
    .map(([which, period]) => ({ departsDuring: `${which} ${period}` })),
)

/** A fact that can be asked in any window: without one, and beside a comparison `between`, only back from now. */
function inWindows(
  name: string,
  matcher: fc.Arbitrary<Source>,
  params: Record<string, fc.Arbitrary<unknown>> = {},
): fc.Arbitrary<Source> {
  const asked = fc.tuple(fact(name, matcher, params), windows).filter(([source, time]) => {
    return !('between' in time && 'between' in (source[name] as Source))
  })
  return fc.oneof(
    fact(name, matcher, { ...params, inLast: window }),
    asked.map(([source, time]) => ({ [name]: { ...(source[name] as Source), ...time } })),
  )
}

/** What happened, counted. */
function happened(
  event: string,
  where: Record<string, fc.Arbitrary<unknown>>,
  sums: Record<string, fc.Arbitrary<Source>> = {},
): fc.Arbitrary<Source> {
  const counted = numbers(fc.integer({ min: 0, max: 4 }))
  const asked = fc.oneof(
    counted,
    ...Object.entries(sums).map(([sum, matcher]) => matcher.map((each) => ({ ...each, sum }))),
  )
  const filter = fc
    .record(where, { requiredKeys: [] })
    .map((fields) => (Object.keys(fields).length > 0 ? { where: fields } : {}))
  return fc
    .tuple(asked, filter, windows)
    .filter(([one, _, time]) => !('between' in time && 'between' in one))
    .map(([one, two, time]) => ({ happened: { event, ...one, ...two, ...time } }))
}

function fact(
  name: string,
  matcher: fc.Arbitrary<Source>,
  params: Record<string, fc.Arbitrary<unknown>> = {},
): fc.Arbitrary<Source> {
  return fc
    .tuple(matcher, fc.record(params, { requiredKeys: [] }))
    .map(([asked, bound]) => ({ [name]: { ...asked, ...bound } }))
}

const flown = {
  cabin: fc.oneof(cabin, fc.array(cabin, { minLength: 1, maxLength: 3 })),
  route,
  from: airport,
  to: airport,
  delayMinutes: comparison(fc.integer({ min: 0, max: 300 })),
}
/** Mostly without filters, so that sums and the opening balance count. */
const flownMostly = (matcher: fc.Arbitrary<Source>, name: string) =>
  fc.oneof(inWindows(name, matcher), inWindows(name, matcher, { cabin: flown.cabin }), inWindows(name, matcher, flown))

const money = fc.integer({ min: 0, max: 40_000 }).map((amount) => `${amount} CNY`)
const days = fc.integer({ min: 0, max: 400 }).map((n) => `${n}d`)
const hours = fc.integer({ min: 0, max: 9000 }).map((n) => `${n}h`)
const durations = fc
  .oneof(comparison(days), comparison(hours))
  .filter((asked) => !('below' in asked && /^0/.test(String(asked.below))))

const daysAhead = fc.oneof(fc.constantFrom(0, 1, 28, 364, 365), fc.integer({ min: 0, max: 400 })).map((n) => `${n}d`)

/** Until when something of a tier is asked: in days or exact. */
const tierAhead = { inNext: fc.constantFrom('1d', '30d', '90d', '72h', '400d') }

const leaves: fc.Arbitrary<Source>[] = [
  fact(
    'tier',
    fc.constantFrom<Source>({ is: 'gold' }, { isNot: 'gold' }, { in: ['gold', 'silver'] }, { present: false }),
  ),
  fact('homeAirport', fc.constantFrom<Source>({ is: 'PEK' }, { notIn: ['PEK', 'SHA'] })),
  fact('gender', fc.constantFrom<Source>({ is: 'female' }, { isNot: 'female' }, { present: true })),
  fact('locale', fc.constantFrom<Source>({ is: 'zh-CN' }, { in: ['en', 'zh-CN'] })),
  fact('companyId', fc.constantFrom<Source>({ is: 'C1' }, { present: false })),
  fact('timeZone', fc.constantFrom<Source>({ is: 'Asia/Shanghai' }, { isNot: 'Europe/London' })),
  fc.boolean().map((hasEmail) => ({ hasEmail })),
  fc.boolean().map((consent) => ({ consent })),
  fc.boolean().map((serviceMail) => ({ serviceMail })),
  fact('age', numbers(fc.integer({ min: 0, max: 80 }))),
  fact('memberFor', durations),
  ...['birthday', 'memberAnniversary'].map((name) =>
    fact(
      name,
      fc.oneof(
        daysAhead.map((within) => ({ within })),
        daysAhead.map((is) => ({ is })),
        daysAhead.map((atLeast) => ({ atLeast })),
        fc.constantFrom<Source>({ between: ['3d', '7d'] }, { between: ['0d', '364d'] }, {}),
      ),
    ),
  ),
  ...['birthDate', 'enrolledOn'].map((name) =>
    fact(
      name,
      fc.constantFrom<Source>(
        { before: '2000-01-01' },
        { after: '1984-02-28' },
        { is: '1990-01-01' },
        { isNot: '1990-01-01' },
        { between: ['1984-02-29', '1999-12-31'] },
        { present: false },
      ),
    ),
  ),
  flownMostly(numbers(fc.oneof(count, fc.integer({ min: 0, max: 60 }))), 'flights'),
  inWindows('flightsSinceOpening', numbers(count), flown),
  flownMostly(numbers(fc.integer({ min: 0, max: 50_000 })), 'distanceKm'),
  flownMostly(comparison(money), 'spend'),
  fact('lastFlight', durations),
  fact('churnRisk', numbers(fc.constantFrom(0, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95, 1))),
  fact('alive', numbers(fc.constantFrom(0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97, 1))),
  fact('expectedFlights', numbers(fc.constantFrom(0, 0.01, 0.1, 0.5, 1, 2, 5, 12))),
  fact('lifetimeValue', comparison(fc.constantFrom('0 CNY', '1 CNY', '100 CNY', '800 CNY', '2500 CNY', '9000 CNY'))),
  fact('tierScore', numbers(fc.constantFrom(0, 2.5, 5, 10, 20, 25, 40, 50))),
  fact('earnedTier', fc.constantFrom<Source>({ is: 'member' }, { isNot: 'member' }, { in: ['silver', 'gold'] })),
  fact('valueGroup', fc.constantFrom<Source>({ is: 'high' }, { isNot: 'ordinary' }, { in: ['high', 'potential'] })),
  fact('upgradePropensity', numbers(fc.constantFrom(0, 0.2, 0.5))),
  fact(
    'usualWeekday',
    fc.constantFrom<Source>({ is: 'monday' }, { in: ['thursday', 'friday', 'sunday'] }, { isNot: 'saturday' }),
    { inLast: window, cabin: flown.cabin },
  ),
  fact('usualLeadDays', numbers(fc.constantFrom(0, 1, 3, 10, 30))),
  fact('usualCompanions', numbers(count)),
  fact('lowestTopic', fc.constantFrom<Source>({ is: 'food' }, { isNot: 'food' }, { in: ['food', 'seat'] }), {
    inLast: window,
  }),
  fact('companyClass', fc.constantFrom<Source>({ is: 'keyAccount' }, { present: false })),
  fc
    .tuple(
      fact('flightsToTier', numbers(fc.constantFrom(0, 1, 3, 8, 20)), tierAhead),
      fc.constantFrom('silver', 'gold', 'diamond'),
    )
    .map(([{ flightsToTier }, tier]) => ({ flightsToTier: { ...(flightsToTier as Source), tier } })),
  fact('losesTier', fc.constantFrom<Source>({ is: true }, { is: false }, { isNot: true }, {}), tierAhead),
  fact('lastComplaint', durations),
  fact('lastBooking', durations),
  fact('lastDisruption', durations),
  fact('lastMail', durations, { class: fc.constantFrom('marketing', ['marketing', 'service']) }),
  fact('lastMessage', durations, { channel: fc.constantFrom('wechat', ['wechat', 'app']) }),
  fact('averageDiscount', numbers(fc.constantFrom(0.5, 0.8, 1))),
  fact('preference', fc.constantFrom<Source>({ is: 'aisle' }, { isNot: 'window' }, { present: true })).map(
    ({ preference }) => ({ preference: { of: 'seat', ...(preference as Source) } }),
  ),
  fact(
    'mostFlownRoute',
    fc.oneof(
      route.map((is) => ({ is })),
      fc.array(route, { minLength: 1, maxLength: 4 }).map((some) => ({ in: some })),
    ),
    { inLast: window, cabin: flown.cabin, from: airport },
  ),
  fact(
    'mostFlownCabin',
    fc.oneof(
      cabin.map((is) => ({ is })),
      cabin.map((isNot) => ({ isNot })),
    ),
    { inLast: window, route, from: airport },
  ),
  inWindows('bookings', numbers(count), { cabin, from: airport }),
  fact('booking', numbers(fc.integer({ min: 0, max: 3 })), { departsWithin: window, cabin, route }),
  fc
    .tuple(fact('booking', numbers(fc.integer({ min: 0, max: 3 })), { cabin, bookedInLast: window }), ahead)
    .map(([{ booking }, time]) => ({ booking: { ...(booking as Source), ...time } })),
  inWindows('disruptions', numbers(count), {
    kind: fc.constantFrom('delay', ['delay', 'cancellation']),
    delayMinutes: comparison(fc.integer({ min: 0, max: 500 })),
  }),
  fact('worstDelayMinutes', numbers(fc.integer({ min: -10, max: 500 })), { inLast: window }),
  inWindows('complaints', numbers(count), {
    category: fc.constant('baggage'),
    severity: comparison(fc.integer({ min: 1, max: 5 })),
  }),
  inWindows('openComplaint', numbers(fc.integer({ min: 0, max: 3 }))),
  fact('lastComplaintOutcome', fc.constantFrom<Source>({ is: 'rejected' }, { isNot: 'upheld' }, {}), {
    inLast: window,
  }),
  fact('complaintSatisfaction', numbers(fc.integer({ min: 1, max: 5 })), { inLast: window }),
  fact('nps', numbers(fc.integer({ min: 0, max: 10 })), { inLast: window }),
  fact('surveyRating', comparison(fc.integer({ min: 1, max: 5 })), { inLast: window }),
  fact('offers', numbers(fc.integer({ min: 0, max: 3 })), {
    inLast: window,
    state: fc.constantFrom('open', 'expired', 'declined', ['open', 'accepted']),
  }),
  inWindows('compensations', numbers(fc.integer({ min: 0, max: 3 })), { kind: fc.constant('miles') }),
  happened(
    'flight.completed',
    { cabin, from: airport, route, delayMinutes: comparison(fc.integer({ min: 0, max: 300 })) },
    {
      distanceKm: numbers(fc.integer({ min: 0, max: 9000 })),
      fare: comparison(money),
    },
  ),
  happened('booking.created', { cabin, from: airport }),
  happened('member.disrupted', {
    kind: fc.constantFrom('delay', ['delay', 'cancellation']),
    extraordinary: fc.boolean(),
  }),
  happened('complaint.filed', {
    category: fc.constant('baggage'),
    severity: comparison(fc.integer({ min: 1, max: 5 })),
  }),
  happened('complaint.resolved', {
    outcome: fc.constantFrom('upheld', ['rejected', 'goodwill']),
    category: fc.constant('delay'),
  }),
  happened('survey.answered', { nps: comparison(fc.integer({ min: 0, max: 10 })) }),
  happened('offer.issued', { cabin }),
  happened('offer.accepted', { cabin }),
  happened(
    'compensation.granted',
    { kind: fc.constant('miles') },
    { miles: comparison(fc.integer({ min: 0, max: 400 })) },
  ),
  happened('email.clicked', { class: fc.constant('marketing') }),
  happened('message.opened', { channel: fc.constant('wechat') }),
]

/** One fact with one comparison; some of them nothing can satisfy. */
export const leafSources: fc.Arbitrary<Source> = fc.oneof(...leaves)

/** Anything: conditions in conditions. */
export const sources: fc.Arbitrary<Source> = fc.letrec<{ any: Source }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leafSources,
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('any').map((not) => ({ not })),
  ),
})).any
