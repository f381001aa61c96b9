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
  inLast: window,
  cabin: fc.oneof(cabin, fc.array(cabin, { minLength: 1, maxLength: 3 })),
  route,
  from: airport,
  to: airport,
  delayMinutes: comparison(fc.integer({ min: 0, max: 300 })),
}
/** Mostly without filters, so that sums and the opening balance count. */
const flownMostly = (matcher: fc.Arbitrary<Source>, name: string) =>
  fc.oneof(
    fact(name, matcher, { inLast: window }),
    fact(name, matcher, { inLast: window, cabin: flown.cabin }),
    fact(name, matcher, flown),
  )

const money = fc.integer({ min: 0, max: 40_000 }).map((amount) => `${amount} CNY`)
const days = fc.integer({ min: 0, max: 400 }).map((n) => `${n}d`)
const hours = fc.integer({ min: 0, max: 9000 }).map((n) => `${n}h`)
const durations = fc
  .oneof(comparison(days), comparison(hours))
  .filter((asked) => !('below' in asked && /^0/.test(String(asked.below))))

const leaves: fc.Arbitrary<Source>[] = [
  fact(
    'tier',
    fc.constantFrom<Source>({ is: 'gold' }, { isNot: 'gold' }, { in: ['gold', 'silver'] }, { present: false }),
  ),
  fact('homeAirport', fc.constantFrom<Source>({ is: 'PEK' }, { notIn: ['PEK', 'SHA'] })),
  fc.boolean().map((hasEmail) => ({ hasEmail })),
  fc.boolean().map((consent) => ({ consent })),
  fact('age', numbers(fc.integer({ min: 0, max: 80 }))),
  fact('memberFor', durations),
  flownMostly(numbers(fc.oneof(count, fc.integer({ min: 0, max: 60 }))), 'flights'),
  fact('flightsSinceOpening', numbers(count), flown),
  flownMostly(numbers(fc.integer({ min: 0, max: 50_000 })), 'distanceKm'),
  flownMostly(comparison(money), 'spend'),
  fact('lastFlight', durations),
  fact(
    'mostFlownRoute',
    fc.oneof(
      route.map((is) => ({ is })),
      fc.array(route, { minLength: 1, maxLength: 4 }).map((some) => ({ in: some })),
    ),
    { inLast: window },
  ),
  fact(
    'mostFlownCabin',
    fc.oneof(
      cabin.map((is) => ({ is })),
      cabin.map((isNot) => ({ isNot })),
    ),
    { inLast: window },
  ),
  fact('bookings', numbers(count), { inLast: window, cabin, from: airport }),
  fact('upcomingBooking', numbers(fc.integer({ min: 0, max: 3 })), { departsWithin: window, cabin, route }),
  fact('disruptions', numbers(count), {
    inLast: window,
    kind: fc.constantFrom('delay', ['delay', 'cancellation']),
    delayMinutes: comparison(fc.integer({ min: 0, max: 500 })),
  }),
  fact('worstDelayMinutes', numbers(fc.integer({ min: -10, max: 500 })), { inLast: window }),
  fact('complaints', numbers(count), {
    inLast: window,
    category: fc.constant('baggage'),
    severity: comparison(fc.integer({ min: 1, max: 5 })),
  }),
  fact('openComplaint', numbers(fc.integer({ min: 0, max: 3 })), { inLast: window }),
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
  fact('compensations', numbers(fc.integer({ min: 0, max: 3 })), { inLast: window, kind: fc.constant('miles') }),
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
