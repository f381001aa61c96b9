import { describe, expect, test } from '@jest/globals'
import { namedFlight } from '../../shared/domain/ledger/named-flight.ts'
import { readLeg } from '../../shared/domain/member/legs.ts'
import { newMember } from '../../shared/domain/member/new.ts'

/** The flight an agent writes as the cause of a grant: one name, or a slip of the hand pays twice. */

const LEG = 'CA1501:PEK-SHA:2026-10-01T00:30Z'

describe('a leg as written', () => {
  test.each([
    [LEG],
    ['ca1501:pek-sha:2026-10-01t00:30z'],
    ['CA1501:PEK-SHA:2026-10-01T08:30+08:00'],
    ['CA1501:PEK-SHA:2026-10-01T00:30:00.000Z'],
  ])('%s has the one name', (text) => {
    expect(readLeg(text)).toBe(LEG)
  })

  test.each([
    'hello',
    'XW1001:PEK',
    'CA1501:PEK-SHA',
    'CA1501:PEK-SHA:2026-10-01',
    'CA1501:PEK-SHA:2026-10-01T00:30',
    'CA1501:PEK-SHA:2026-13-01T00:30Z',
  ])('%s is none', (text) => {
    expect(readLeg(text)).toBeUndefined()
    expect(namedFlight(text, newMember('M'), { unknownToo: true })).toMatchObject({
      code: 'bad-flight',
      hint: expect.stringContaining(LEG),
    })
  })
})

describe('whose flight', () => {
  const departsAt = Date.parse('2026-10-01T00:30Z')
  const flight = { carrier: 'CA', flightNumber: '1501', from: 'PEK', to: 'SHA', cabin: 'Y' as const }
  const booked = {
    ...newMember('M'),
    bookings: [{ pnr: 'K3YWCU', created: { at: 0, eventId: 'e', flights: [{ ...flight, departsAt }] } }],
  }
  const complained = {
    ...newMember('M'),
    complaints: [{ complaintId: 'C', filed: { at: 0, eventId: 'e', category: 'bag', leg: LEG } }],
  }
  const flown = {
    ...newMember('M'),
    flights: [{ ...flight, at: departsAt + 7_200_000, tie: 't', distanceKm: 1000 }],
  }
  const OTHER = 'CA1501:PEK-SHA:2026-10-11T00:30Z'

  test.each([
    ['booked', booked],
    ['complained of', complained],
    ['flown', flown],
    ['nothing known', newMember('M')],
  ])('theirs: %s', (_how, member) => {
    expect(namedFlight(LEG, member, { unknownToo: false })).toEqual({ ok: true, leg: LEG })
  })

  test.each([
    ['booked', booked, `did you mean ${LEG}?`],
    ['complained of', complained, `did you mean ${LEG}?`],
    ['flown', flown, '--unknown-flight'],
  ])('another than the one %s is refused, unless the agent insists', (_how, member, hint) => {
    expect(namedFlight(OTHER, member, { unknownToo: false })).toMatchObject({
      code: 'unknown-flight',
      hint: expect.stringContaining(hint),
    })
    expect(namedFlight(OTHER, member, { unknownToo: true })).toEqual({ ok: true, leg: OTHER })
  })
})
