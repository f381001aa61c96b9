import { expect, test } from 'vitest'
import { parseEnvelope } from '../../shared/contract/index.ts'
import { at, envelope } from '../support/events.ts'

/** What an event that is not accepted says of itself. */

const NOW = at('2026-10-02T00:00:00Z')
const disrupted = (kind: unknown) =>
  envelope('flight.disrupted', {
    id: 'D1',
    passengers: [{ memberId: 'M1' }],
    occurredAt: '2026-10-01T00:00:00Z',
    carrier: 'CA',
    flightNumber: '1501',
    from: 'PEK',
    to: 'SHA',
    scheduledDeparture: '2026-10-01T00:30:00Z',
    kind,
    cause: 'weather',
  })

test.each([
  ['cancelation', 'did you mean "cancellation"?'],
  ['delayed', 'did you mean "delay"?'],
  ['Cancelled', 'did you mean "cancellation"?'],
  ['reinstatement', 'it is an event of its own: flight.reinstated'],
  ['scheduleChange', 'it is an event of its own: flight.rescheduled'],
  ['strike action', undefined],
  [7, undefined],
])('a kind of %j is a bad field, with the word that was meant: %s', (kind, hint) => {
  const parsed = parseEnvelope(disrupted(kind), NOW)
  expect(parsed).toMatchObject({ ok: false, fault: { code: 'bad-field', path: 'kind' } })
  expect(!parsed.ok && parsed.fault.hint).toBe(hint)
})

test.each([
  ['flight.delayed', 'it is flight.disrupted, with "kind": "delay"'],
  ['passenger.noShow', 'it is flight.boarded, with "boarded": false for the passenger'],
  ['booking.changed', 'it is booking.created once more, with the flights it has now'],
  ['flight.disruptd', 'did you mean "flight.disrupted"?'],
  ['flight.gateChanged', undefined],
])('a type that is called %s: %s', (type, hint) => {
  const parsed = parseEnvelope(envelope(type, { id: 'D1', occurredAt: '2026-10-01T00:00:00Z' }), NOW)
  expect(parsed).toMatchObject({ ok: false, fault: { code: 'unknown-type' } })
  expect(!parsed.ok && parsed.fault.hint).toBe(hint)
})
