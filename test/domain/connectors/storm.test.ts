import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMemoryPorts, type MemoryPorts } from '../../../shared/adapters/memory/index.ts'
import { takeMessages } from '../../../shared/app/connect/take.ts'
import type { LegState } from '../../../shared/connectors/legs/leg.ts'
import type { Rulebook } from '../../../shared/domain/rulebook/rulebook.ts'
import { load } from '../../support/rulebooks.ts'

/**
 * One flight's messages as a feed really brings them: again, out of order, cut off, two at once, with the function dying at any
 * call. Whatever the order, what is known of the flight in the end is what the newest message said, nothing is lost, and no id
 * stands for two things.
 */
const NOW = Date.UTC(2026, 8, 21)
const FIRST = Date.UTC(2026, 8, 20, 1)
const MINUTE = 60_000

const messageOf = (delays: readonly number[], index: number) => {
  const iso = (at: number) => new Date(at).toISOString()
  return `<IATA_AIDX_FlightLegNotifRQ TimeStamp="${iso(FIRST + index * MINUTE)}" CorrelationID="S${index}"><FlightLeg><LegIdentifier>
<Airline>XW</Airline><FlightNumber>15</FlightNumber><DepartureAirport>PEK</DepartureAirport><ArrivalAirport>SHA</ArrivalAirport>
<OriginDate>2026-09-20</OriginDate></LegIdentifier><LegData><OperationalStatus>OP</OperationalStatus>
<OperationTime OperationQualifier="OFB" TimeType="SCT">2026-09-20T03:00:00Z</OperationTime>
<OperationTime OperationQualifier="OFB" TimeType="EST">${iso(Date.UTC(2026, 8, 20, 3, delays[index]))}</OperationTime>
</LegData></FlightLeg></IATA_AIDX_FlightLegNotifRQ>`
}

type Step = { message: number; cutAt: number | undefined; diesAt: 'put' | 'learn' | undefined }

const storm = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 2, maxLength: 6 }).chain((delays) =>
  fc.record({
    delays: fc.constant(delays),
    steps: fc.array(
      fc.record({
        message: fc.integer({ min: 0, max: delays.length - 1 }),
        cutAt: fc.option(fc.double({ min: 0.05, max: 0.95, noNaN: true }), { nil: undefined, freq: 6 }),
        diesAt: fc.option(fc.constantFrom('put' as const, 'learn' as const), { nil: undefined, freq: 4 }),
      }),
      { maxLength: 14 },
    ),
  }),
)

let rulebook: Rulebook | undefined
async function live(): Promise<Rulebook> {
  if (rulebook) return rulebook
  const loaded = await load({ 'connectors/ops.yaml': 'connector: ops\nkind: aidx\nstatuses: { OP: operates }\n' })
  if (!loaded.ok) throw new Error('the rulebook is not valid')
  rulebook = loaded.rulebook
  return rulebook
}

interface Weathered {
  /** What was said under each id. */
  said: Map<string, Set<string>>
  leg: LegState | undefined
  lost: string[]
}

async function weather(
  { delays, steps }: { delays: number[]; steps: Step[] },
  plant: (ports: MemoryPorts) => void = () => {},
): Promise<Weathered> {
  const ports = createMemoryPorts({ now: () => NOW })
  plant(ports)
  const said = new Map<string, Set<string>>()
  const keys: string[] = []
  // Each message comes once at least, in the end.
  const all: Step[] = [...steps, ...delays.map((_, message) => ({ message, cutAt: undefined, diesAt: undefined }))]
  for (const [n, { message, cutAt, diesAt }] of all.entries()) {
    const whole = messageOf(delays, message)
    const text = cutAt === undefined ? whole : whole.slice(0, Math.floor(whole.length * cutAt))
    const key = `in/ops/2026-09-20/${n}`
    keys.push(key)
    await ports.raw.put(key, Buffer.from(text))
    await work(ports, diesAt)
  }
  await work(ports, undefined)
  const [leg] = await ports.told.legs({ carrier: 'XW', flightNumber: '15', from: '2026-09-19', to: '2026-09-21' })
  const aside = (await ports.setAsides.list({ limit: 100 })).entries.map(
    ({ envelope }) => (envelope.detail as { key: string }).key,
  )
  const cut = keys.filter((_, n) => all[n]!.cutAt !== undefined)
  return { said, leg, lost: cut.filter((key) => !aside.includes(key)) }

  async function work(from: MemoryPorts, diesAt: Step['diesAt']): Promise<void> {
    const messages = from.queues.take('raw', 100)
    const die = () => Promise.reject(new Error('the function dies'))
    const inbound = diesAt === 'put' ? { ...from.inbound, put: die } : from.inbound
    const told = diesAt === 'learn' ? { ...from.told, learn: die } : from.told
    const failed = await takeMessages(messages, {
      ports: { ...from, inbound, told },
      rulebook: await live(),
      now: NOW,
      onError: () => {},
      alert: () => {},
    })
    from.queues.release('raw', failed)
    from.queues.acknowledge(
      'raw',
      messages.map(({ messageId }) => messageId).filter((id) => !failed.includes(id)),
    )
    for (const { detail } of from.inbound.take()) {
      const { id } = detail as { id: string }
      said.set(id, (said.get(id) ?? new Set()).add(JSON.stringify(detail)))
    }
  }
}

const bandOf = (minutes: number) => [15, 30, 60, 120, 180, 240].filter((each) => minutes >= each).length

async function faultsOf(
  story: { delays: number[]; steps: Step[] },
  plant?: (ports: MemoryPorts) => void,
): Promise<string[]> {
  const { said, leg, lost } = await weather(story, plant)
  const newest = story.delays.at(-1)!
  return [
    ...(leg?.asOf === FIRST + (story.delays.length - 1) * MINUTE ? [] : ['not the newest message is what is known']),
    ...((leg?.told.departure?.band ?? 0) === bandOf(newest) ? [] : ['the newest delay is not what was told last']),
    ...[...said].flatMap(([id, all]) => (all.size > 1 ? [`${id} stands for two things`] : [])),
    ...lost.map((key) => `${key} was cut off, and is not set aside`),
  ]
}

describe('a feed with redelivered, late and truncated messages, and a function that dies', () => {
  test('ends with what the newest message said, whatever came in between', async () => {
    await fc.assert(
      fc.asyncProperty(storm, async (story) => {
        expect(await faultsOf(story)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  /** Bugs as one could make them: each has to be found by what is asked above. */
  test.each<[string, (ports: MemoryPorts) => void]>([
    [
      'what was told is kept without looking at when it was said',
      ({ told }) => {
        const { legs } = told
        told.legs = async (flight) => (await legs(flight)).map((leg) => ({ ...leg, asOf: 0 }))
      },
    ],
    [
      'what was told is never remembered',
      ({ told }) => {
        told.learn = async () => 'learnt'
      },
    ],
    [
      'what cannot be read is dropped',
      ({ setAsides }) => {
        setAsides.put = async () => false
      },
    ],
  ])('finds that %s', async (_, plant) => {
    const found = await fc.check(
      fc.asyncProperty(storm, async (story) => (await faultsOf(story, plant)).length === 0),
      { numRuns: 150 },
    )
    expect(found.failed).toBe(true)
  })
})
