import { describe, expect, test } from 'vitest'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import { allNames, NAMES_AT_MOST } from '../../shared/app/react/leg-names.ts'
import { memoryPipeline } from '../../shared/app/rehearsal/pipeline.ts'
import { publishTo } from '../../shared/app/rehearsal/publish.ts'
import { DAY, HOUR } from '../../shared/domain/calendar.ts'
import { decodeMember } from '../../shared/domain/member/codec.ts'
import { envelope } from '../support/events.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** One flight has one name, whoever of its passengers was told of the other. */

const noon = Date.parse('2026-06-01T12:00Z')
const departs = '2026-06-01T04:00:00Z'
const own = { carrier: 'XW', flightNumber: '938', from: 'FRA', to: 'PEK', scheduledDeparture: departs }
/** Not in the same minute, so that nothing but the index says that it is the same flight. */
const sold = { ...own, carrier: 'LH', flightNumber: '7238', scheduledDeparture: '2026-06-01T04:05:00Z' }

const rulebook = await rulebookOf({
  settings: 'law: { licence: CN, table: Air China, automaticPerHour: [60000 EUR, 6000 CNY] }',
  campaigns: [
    `campaign: owed
class: service
trigger: member.disrupted
guardrails: { quietHours: none, freshFor: 90d }
steps: [entitlement: money]`,
  ],
})

async function airline() {
  const clock = { now: noon }
  const ports = createMemoryPorts({ now: () => clock.now })
  const pipeline = memoryPipeline({ ports, rulebooks: { load: async () => rulebook, get: () => rulebook }, clock })
  await publishTo(ports, rulebook, clock.now)
  let ids = 0
  const say = async (type: string, detail: object) => {
    const about = { id: `e${ids++}`, occurredAt: new Date(clock.now).toISOString() }
    await pipeline.put(envelope(type, { ...about, ...detail }))
    await pipeline.settle()
  }
  return {
    ports,
    say,
    cancelled: (flight: object, cards: string[] | undefined, more: object = {}) =>
      say('flight.disrupted', {
        ...{ kind: 'cancellation', noticeDays: 0, cause: 'technical', extraordinary: false, carrierLicence: 'CN' },
        ...flight,
        ...more,
        ...(cards && { passengers: cards.map((memberId) => ({ memberId, pnr: `P${memberId}` })) }),
      }),
    granted: async (...cards: string[]) =>
      (await Promise.all(cards.map((card) => ports.ledger.grants([card])))).map((all) =>
        all.map(({ amount }) => amount),
      ),
    member: async (card: string) => decodeMember((await ports.members.read([card])).get(card)!),
  }
}

describe('a marketing number that only another passenger heard of', () => {
  const marketedAs = [{ carrier: 'LH', flightNumber: '7238' }]

  test.each<[string, boolean]>([
    ['told before', true],
    ['told after the first report', false],
  ])('is known of all, %s', async (_, isFirst) => {
    const air = await airline()
    const link = () => air.cancelled(own, ['M1'], { marketedAs })
    if (isFirst) await link()
    await air.cancelled(own, ['M2'])
    if (!isFirst) await link()
    await air.cancelled(sold, ['M2'])
    expect(await air.granted('M1', 'M2')).toEqual([[600_00], [600_00]])
  })

  test('is asked for at the grant, too: two reports that knew nothing of each other pay once', async () => {
    const air = await airline()
    await air.cancelled(own, ['M2'], { occurredAt: new Date(noon - 20 * HOUR).toISOString() })
    // As if the two had been on their way at once, and the index was told between them.
    await air.ports.legNames.note(['XW938:FRA-PEK:2026-06-01', 'LH7238:FRA-PEK:2026-06-01'], noon)
    const account = (await air.member('M2')).disruptions[0]!
    expect(account.alsoCalled).toBeUndefined()
    await air.cancelled(sold, ['M2'])
    expect(await air.granted('M2')).toEqual([[600_00]])
    expect((await air.member('M2')).disruptions).toContainEqual(
      expect.objectContaining({ leg: 'LH7238:FRA-PEK:2026-06-01', alsoCalled: ['XW938:FRA-PEK:2026-06-01'] }),
    )
  })

  test('finds who is booked under it, of a later report that does not tell it', async () => {
    const air = await airline()
    const { scheduledDeparture: departsAt, ...segment } = sold
    await air.say('booking.created', { memberId: 'M3', pnr: 'B3', flights: [{ ...segment, departsAt, cabin: 'Y' }] })
    await air.cancelled(own, ['M1'], { marketedAs })
    await air.cancelled(own, undefined)
    expect(await air.granted('M3')).toEqual([[600_00]])
  })

  test('makes no other flight of the day the same', async () => {
    const air = await airline()
    await air.cancelled(own, ['M1'], { marketedAs })
    await air.cancelled({ ...own, flightNumber: '940' }, ['M1'])
    expect(await air.granted('M1')).toEqual([[600_00, 600_00]])
  })
})

test('a flight that was put to another day is one for who heard of the new day alone', async () => {
  const air = await airline()
  const newDeparture = new Date(Date.parse(departs) + DAY).toISOString()
  await air.cancelled(own, ['M2'])
  await air.say('flight.rescheduled', { ...own, newDeparture, passengers: [{ memberId: 'M1' }] })
  await air.cancelled({ ...own, scheduledDeparture: newDeparture }, ['M2'])
  expect((await air.member('M2')).disruptions.flatMap(({ alsoCalled = [] }) => alsoCalled)).toEqual([
    'XW938:FRA-PEK:2026-06-01',
  ])
})

test('names come to an end, however they were noted', async () => {
  const { legNames } = createMemoryPorts()
  for (let i = 0; i < 40; i++) await legNames.note([`n${i}`, `n${i + 1}`], noon)
  expect(await allNames(['n0'], { legNames })).toHaveLength(NAMES_AT_MOST)
  expect(await allNames(['alone'], { legNames })).toEqual(['alone'])
})
