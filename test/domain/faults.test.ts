import { expect, test } from '@jest/globals'
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
  ['strike action', undefined],
  [7, undefined],
])('a kind of %j is a bad field, with the word that was meant: %s', (kind, hint) => {
  const parsed = parseEnvelope(disrupted(kind), NOW)
  expect(parsed).toMatchObject({ ok: false, fault: { code: 'bad-field', path: 'kind' } })
  expect(!parsed.ok && parsed.fault.hint).toBe(hint)
})
