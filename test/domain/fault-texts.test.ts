import { expect, test } from '@jest/globals'
import { type Envelope, parseEnvelope } from '../../shared/contract/index.ts'
import { notFound } from '../../shared/contract/without-card.ts'
import { faultIn } from '../../shared/domain/texts/faults.ts'

/** Why an event was not accepted, in Chinese: of what is really found, so that a new wording does not stay English unseen. */

const now = Date.parse('2026-09-30T00:00:00Z')
const told = { id: 'E1', memberId: 'CW100001', occurredAt: '2026-09-29T10:00:00+08:00' }
const leg = { carrier: 'CW', flightNumber: '1001', from: 'PEK', to: 'SHA', scheduledDeparture: told.occurredAt }
const { occurredAt: _, ...untimed } = told
const flown = { ...told, ...leg, cabin: 'Y', distanceKm: 1000 }
const withoutTime = { ...untimed, ...leg, cabin: 'Y', distanceKm: 1000 }

function faultOf(type: string, detail: object) {
  const envelope: Envelope = { id: 'm1', source: 'airline.dcs', 'detail-type': type, time: told.occurredAt, detail }
  const parsed = parseEnvelope(envelope, now)
  if (parsed.ok) throw new Error('it was accepted')
  return parsed.fault
}

test.each<[string, string, object]>([
  ['no time', 'flight.completed', withoutTime],
  ['a time under another name', 'flight.completed', { ...withoutTime, occuredAt: told.occurredAt }],
  ['a time without a zone', 'flight.completed', { ...flown, occurredAt: '2026-09-29 10:00' }],
  ['a time of another century', 'flight.completed', { ...flown, occurredAt: '1826-09-29T10:00:00Z' }],
  ['a time to come', 'flight.completed', { ...flown, occurredAt: '2027-09-29T10:00:00Z' }],
  ['an id with blanks', 'flight.completed', { ...flown, id: 'a b' }],
  ['a card with signs', 'flight.completed', { ...flown, memberId: 'CW/1' }],
  ['no airport', 'flight.completed', { ...flown, from: 'Beijing' }],
  ['no airline', 'flight.completed', { ...flown, carrier: 'Cranewing' }],
  ['a number of another airline', 'flight.completed', { ...flown, flightNumber: 'CA720' }],
  ['no flight number', 'flight.completed', { ...flown, flightNumber: 'xyz!' }],
  ['a cabin in words', 'flight.completed', { ...flown, cabin: 'business' }],
  ['a distance in words', 'flight.completed', { ...flown, distanceKm: 'far' }],
  ['a type that is not there', 'flight.complete', flown],
  ['a severity too high', 'complaint.filed', { ...told, complaintId: 'C1', category: 'crew', severity: 9 }],
  ['a zone by its abbreviation', 'member.updated', { ...told, timeZone: 'CST' }],
  ['a language that is none', 'member.updated', { ...told, locale: 'chinese!' }],
  ['an address that is none', 'member.updated', { ...told, email: 'a@b' }],
])('%s', (_, type, detail) => {
  const fault = faultOf(type, detail)
  const { message, hint } = faultIn(fault, 'zh-CN')
  expect({ english: fault.message, message }).toEqual({
    english: fault.message,
    message: expect.stringMatching(/\p{Script=Han}/u),
  })
  if (fault.hint)
    expect({ english: fault.hint, hint }).toEqual({
      english: fault.hint,
      hint: expect.stringMatching(/\p{Script=Han}/u),
    })
  expect(faultIn(fault, 'en')).toEqual({ message: fault.message, hint: fault.hint })
})

test('the place and what was written stay in it', () => {
  expect(faultIn(faultOf('flight.completed', { ...flown, from: 'Beijing' }), 'zh-CN').message).toBe(
    'from："Beijing" 不是机场三字码（例如 PEK）',
  )
  expect(faultIn(notFound({ email: undefined, pnr: undefined }, 0), 'zh-CN').message).toBe(
    'memberId：缺失，也没有可用于查找会员的邮箱（email）或订座记录编号（pnr）',
  )
  expect(faultIn({ message: 'something new', hint: undefined }, 'zh-CN').message).toBe('something new')
})
