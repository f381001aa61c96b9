import { expect, test } from 'vitest'
import { parseFlight } from '../../shared/contract/flight.ts'
import { profileOf } from '../../shared/domain/member/profile.ts'
import { at, envelope } from '../support/events.ts'
import { type Reactor, reactorOf } from '../support/reactor.ts'

/** A field of a profile that nobody can read costs nobody their membership: it is set aside alone. */

const now = at('2026-06-01T04:00:00Z')
const about = { id: 'e1', occurredAt: '2026-06-01T03:00:00Z', memberId: 'M1' }
const enrolled = (more: object) => envelope('member.enrolled', { ...about, givenName: 'Mei', tier: 'gold', ...more })
const setAside = async ({ ports }: Reactor) => (await ports.setAsides.list({ limit: 10 })).entries

test('the rest of the profile counts, and each bad field can be corrected by itself', async () => {
  const reactor = reactorOf(undefined, now)
  const bad = enrolled({ timeZone: 'CST', birthDate: '1.2.1980', consent: { email: true } })
  expect(await reactor.take([bad])).toEqual([])
  expect(profileOf(await reactor.member())).toMatchObject({ givenName: 'Mei', tier: 'gold', consentEmail: true })
  const entries = await setAside(reactor)
  expect(entries.map(({ fault, envelope: { detail } }) => [fault.code, fault.path, detail])).toEqual(
    expect.arrayContaining([
      ['bad-field', 'timeZone', expect.objectContaining({ memberId: 'M1', timeZone: 'CST' })],
      ['bad-field', 'birthDate', expect.objectContaining({ memberId: 'M1', birthDate: '1.2.1980' })],
    ]),
  )
  expect(entries).toHaveLength(2)

  // Told again it is known, and what stands aside stays one.
  await reactor.take([{ ...bad, id: 'another delivery' }])
  expect(await setAside(reactor)).toHaveLength(2)

  const { key, envelope: zone } = entries.find(({ fault }) => fault.path === 'timeZone')!
  const corrected = { ...(zone.detail as object), timeZone: 'Asia/Shanghai' }
  await reactor.take([{ ...zone, setAsideKey: key, detail: corrected }])
  expect(profileOf(await reactor.member()).timeZone).toBe('Asia/Shanghai')
  expect((await setAside(reactor)).map(({ fault }) => fault.path)).toEqual(['birthDate'])
})

test('what is replayed as it is stays set aside, and what was set aside whole leaves its bad fields there', async () => {
  const reactor = reactorOf(undefined, now)
  await reactor.take([enrolled({ timeZone: 'CST', birthDate: '1.2.1980' })])
  for (const { key, envelope: entry } of await setAside(reactor)) await reactor.take([{ ...entry, setAsideKey: key }])
  const paths = async () => (await setAside(reactor)).map(({ fault }) => fault.path).sort()
  expect(await paths()).toEqual(['birthDate', 'timeZone'])

  const whole = { ...enrolled({ ...about, id: 'e2', timeZone: 'XST', tier: 'silver' }), setAsideKey: 'whole' }
  const fault = { code: 'bad-field', path: 'timeZone', message: 'before fields were set aside alone' } as const
  await reactor.ports.setAsides.put({ key: 'whole', setAsideAt: now, fault, envelope: whole, cards: ['M1'] })
  await reactor.take([whole])
  expect(await paths()).toEqual(['birthDate', 'timeZone', 'timeZone'])
  expect((await setAside(reactor)).map(({ key }) => key)).not.toContain('whole')
})

test('who is enrolled with nothing but a field that cannot be read is enrolled', async () => {
  const reactor = reactorOf(undefined, now)
  await reactor.take([envelope('member.enrolled', { ...about, timeZone: 'CST' })])
  expect((await setAside(reactor)).map(({ fault }) => fault.path)).toEqual(['timeZone'])
  expect((await reactor.member()).seen).toHaveLength(1)
})

test.each<[string, object]>([
  ['who it is', { memberId: '#' }],
  ['when it was', { occurredAt: 'yesterday' }],
  ['what they agreed to', { consent: { email: 'maybe' } }],
])('%s is not guessed at: the whole event is set aside', async (_what, more) => {
  const reactor = reactorOf(undefined, now)
  await reactor.take([enrolled({ ...more, timeZone: 'CST' })])
  const [whole, ...others] = await setAside(reactor)
  expect(whole!.envelope.detail).toMatchObject({ givenName: 'Mei', timeZone: 'CST', ...more })
  expect(others).toEqual([])
})

const leg = { carrier: 'CA', flightNumber: '1501', from: 'PEK', to: 'SHA' }
const segment = { ...leg, departsAt: '2026-06-05T01:00:00Z', cabin: 'Y' }

test.each<[string, string, object, string[]]>([
  ['a complaint', 'complaint.filed', { complaintId: 'C1', category: 'x', severity: 9 }, ['severity']],
  [
    'the flight of a complaint, which is none without its number',
    'complaint.filed',
    { complaintId: 'C1', category: 'x', flight: { ...leg, flightNumber: 'LH', scheduledDeparture: segment.departsAt } },
    ['flight'],
  ],
  [
    'what a booking costs, and the class of one of its flights',
    'booking.created',
    { pnr: 'AAAAA1', flights: [{ ...segment, bookingClass: '' }], fare: { amount: 900, currency: 'XYZ' } },
    ['fare', 'flights.0.bookingClass'],
  ],
  ['one of several ratings', 'survey.answered', { nps: 3, ratings: { seat: 9, food: 2 } }, ['ratings.seat']],
  [
    'how late it came',
    'flight.completed',
    { ...leg, scheduledDeparture: '2026-06-01T01:00:00Z', cabin: 'Y', distanceKm: 1, arrivalDelayMinutes: 1.5 },
    ['arrivalDelayMinutes'],
  ],
])('%s: the rest counts, and what is corrected counts too', async (_, type, fields, paths) => {
  const reactor = reactorOf(undefined, now)
  const bad = envelope(type, { ...about, ...fields })
  await reactor.take([bad])
  expect((await reactor.member()).seen).toHaveLength(1)
  const entries = await setAside(reactor)
  expect(entries.map(({ envelope: { detail } }) => detail)).toEqual(
    paths.map(() => ({ ...about, ...fields, id: expect.stringMatching(/^e1~/) })),
  )
  for (const { fault } of entries) expect(fault.message).toMatch(/All else was taken$/)

  await reactor.take([
    { ...bad, id: 'again' },
    ...entries.map(({ key, envelope: each }) => ({ ...each, setAsideKey: key })),
  ])
  expect((await reactor.member()).seen).toHaveLength(1)
  expect(await setAside(reactor)).toEqual(entries)
})

test('corrected and sent under its own id, it is set aside no more', async () => {
  const reactor = reactorOf(undefined, now)
  await reactor.take([envelope('complaint.filed', { ...about, complaintId: 'C1', category: 'x', severity: 9 })])
  const [entry] = await setAside(reactor)
  const detail = { ...(entry!.envelope.detail as object), severity: 5 }
  await reactor.take([{ ...entry!.envelope, id: 'a delivery of its own', detail }])
  expect((await reactor.member()).complaints).toMatchObject([{ complaintId: 'C1', filed: { severity: 5 } }])
  expect(await setAside(reactor)).toEqual([])
})

test.each<[string, string, object]>([
  [
    'a booking without one of its flights',
    'booking.created',
    { pnr: 'AAAAA1', flights: [segment, { ...segment, to: '?' }] },
  ],
  ['a survey that says nothing else', 'survey.answered', { nps: 11 }],
  ['for what consent was given', 'consent.changed', { channel: 'email', granted: false, purpose: 'servcie' }],
  ['what must be there', 'complaint.filed', { complaintId: { a: 1 }, category: 'x', severity: 9 }],
])('%s is not guessed at: the whole event is set aside', async (_, type, fields) => {
  const reactor = reactorOf(undefined, now)
  await reactor.take([envelope(type, { ...about, ...fields })])
  expect((await setAside(reactor)).map(({ envelope: { detail } }) => detail)).toEqual([{ ...about, ...fields }])
})

test('a field that does not exist, where one was meant, stands aside with what was meant; any other is nobody’s business', async () => {
  const reactor = reactorOf(undefined, now)
  await reactor.take([enrolled({ homeAirprt: 'PEK', loyaltyPoints: 12, crmKey: 'x' })])
  expect(profileOf(await reactor.member())).toMatchObject({ givenName: 'Mei', tier: 'gold' })
  const [entry, ...more] = await setAside(reactor)
  expect(more).toEqual([])
  expect(entry!.fault).toMatchObject({ path: 'homeAirprt', hint: 'did you mean "homeAirport"?' })
  const { key, envelope: said } = entry!
  await reactor.take([{ ...said, setAsideKey: key }])
  expect(await setAside(reactor)).toHaveLength(1)
  const { homeAirprt: homeAirport, ...others } = said.detail as Record<string, unknown>
  await reactor.take([{ ...said, setAsideKey: key, detail: { ...others, homeAirport } }])
  expect(profileOf(await reactor.member()).homeAirport).toBe('PEK')
  expect(await setAside(reactor)).toEqual([])
})

test('the minutes of a delay under a wrong name are not taken for none', () => {
  const leg = { carrier: 'CA', flightNumber: '931', from: 'PEK', to: 'FRA', scheduledDeparture: about.occurredAt }
  const flight = { id: 'd1', occurredAt: about.occurredAt, ...leg, kind: 'delay', passengers: [{ memberId: 'M1' }] }
  const read = parseFlight(envelope('flight.disrupted', { ...flight, arrivalDelay: 240 }), now)
  expect(read).toMatchObject({ ok: true, event: { unread: ['arrivalDelayMinutes'] } })
  expect(read.ok && read.amiss.map(({ fault }) => fault.hint)).toEqual(['did you mean "arrivalDelayMinutes"?'])
  const { scheduledDeparture, ...without } = flight
  const missing = parseFlight(envelope('flight.disrupted', { ...without, scheduledDepart: scheduledDeparture }), now)
  expect(missing).toMatchObject({
    ok: false,
    fault: { hint: 'it is called "scheduledDeparture", not "scheduledDepart"' },
  })
})
