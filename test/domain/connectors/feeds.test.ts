import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createMemoryPorts } from '../../../shared/adapters/memory/index.ts'
import type { KnownThings } from '../../../shared/app/connect/examples/known.ts'
import { knownSchema, smallWorld } from '../../../shared/app/connect/examples/known.ts'
import { receive } from '../../../shared/app/connect/receive.ts'
import { linkKeys } from '../../../shared/app/links/keys.ts'
import { memoryPipeline } from '../../../shared/app/rehearsal/pipeline.ts'
import { publishTo } from '../../../shared/app/rehearsal/publish.ts'
import { mappings } from '../../../shared/connectors/mappings.ts'
import { USUAL_SCHEME } from '../../../shared/connectors/signature.ts'
import type { InboundEvent } from '../../../shared/ports/index.ts'
import { iso } from '../../../shared/standards/local-time.ts'
import { type Feed, feedsContext, feedsOf } from '../../support/feeds.ts'
import { load } from '../../support/rulebooks.ts'

/**
 * Real messages, all of their way: posted with a signature, kept, told to the queue, translated with what is kept of legs and of
 * who is booked, and put on the bus.
 */

const NOW = Date.UTC(2026, 11, 1)
const KEY = 'a key of sixteen characters'

const programme = (lastFlight: string) => `connector: programme
kind: csv
event: member.enrolled
zone: Asia/Shanghai
dates: [M/D/YYYY, YYYY/M/D]
id: "ffp:{LOAD_TIME}:{MEMBER_NO}"
fields:
  memberId: MEMBER_NO
  occurredAt: { column: LOAD_TIME, as: time, endOfDay: true }
  enrolledOn: { column: FFP_DATE, as: date }
  gender: { column: GENDER, codes: { Male: male, Female: female } }
  tier: { column: FFP_TIER, codes: { "4": member, "5": silver, "6": gold } }
  opening.asOf: { column: LOAD_TIME, as: date }
  opening.flights: { column: FLIGHT_COUNT, as: whole }
  opening.distanceKm: { column: SEG_KM_SUM, as: number }
  opening.spend: { columns: [SUM_YR_1, SUM_YR_2], as: money, currency: CNY }
  opening.firstFlightOn: { column: FIRST_FLIGHT_DATE, as: date }
  opening.lastFlightOn: { column: LAST_FLIGHT_DATE, as: date, ifBad: ${lastFlight} }
  opening.averageDiscount: { column: avg_discount, as: number }
`

const salesforce = `connector: cases
kind: json
zone: UTC
id: "salesforce:{id}"
fields:
  memberId: detail.payload.Member_Number__c
  complaintId: { text: "salesforce:{detail.payload.ChangeEventHeader.recordIds.0}" }
events:
  - event: complaint.filed
    fields:
      occurredAt: { path: detail.payload.CreatedDate, as: time }
      category: detail.payload.Reason
      severity: { path: detail.payload.Priority, codes: { High: 4 } }
      text: detail.payload.Description
      channel: detail.payload.Origin
    flight:
      number: detail.payload.Flight__c
      date: detail.payload.Flight_Date__c
`

const mappingOf = (kind: string, file: string): string => {
  switch (kind) {
    case 'aidx':
      return 'connector: airport\nkind: aidx\nstatuses: { OP: operates, DX: cancelled, NOP: ignored }\ncompletes: booked\nlicences: { JQ: other, QF: other, VA: other }\n'
    case 'pnrgov':
      return 'connector: pss\nkind: pnrgov\ncabins: { "LH.Z": C, "EN.Z": C, "*": Y }\n'
    case 'csv':
      return programme(file === 'ffp-export-23col.csv' ? 'leaveOut' : 'setAside')
    default:
      return file.startsWith('zendesk')
        ? 'connector: tickets\nkind: zendesk\nonly: complaint\ncategories: { baggage_late: baggage_late, seat: seat }\n'
        : salesforce
  }
}

/** What comes of a message that is posted, where all of this is known. */
async function posted(yaml: string, body: Uint8Array, known: KnownThings) {
  const loaded = await load({ 'connectors/it.yaml': yaml })
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const { rulebook } = loaded
  const clock = { now: NOW }
  const ports = createMemoryPorts({ now: () => clock.now })
  await ports.rulebooks.write(rulebook.version, new Uint8Array())
  await publishTo(ports, rulebook, NOW)
  const rulebooks = { load: async () => rulebook, get: () => rulebook }
  const pipeline = memoryPipeline({ ports, rulebooks, clock })
  await pipeline.settle()
  for (const each of eventsThatTell(known)) await pipeline.put(each)
  await pipeline.settle()
  await ports.told.learn(await legsOf(known), NOW)
  const put: InboundEvent[] = []
  const enter = ports.inbound.put
  ports.inbound.put = async (events) => {
    put.push(...events)
    await enter(events)
  }
  const [connector] = Object.values(rulebook.connectors)
  const request = {
    method: 'POST',
    path: `/in/${connector!.name}`,
    query: {},
    body,
    headers: signed(connector!.kind, body),
  }
  const keys = linkKeys(async () => KEY)
  const answer = await receive(request, { ports, rulebook, keys, certificates: {}, wall: NOW })
  await pipeline.settle()
  const { entries } = await ports.setAsides.list({ limit: 100 })
  return { status: answer.status, events: put, aside: entries.map(({ fault }) => fault.code) }
}

function signed(kind: keyof typeof mappings, body: Uint8Array): Record<string, string> {
  const { signature, timestamp, signed: before, encoding } = mappings[kind].signature ?? USUAL_SCHEME
  const at = kind === 'zendesk' ? new Date(NOW).toISOString() : String(NOW / 1000)
  return { [timestamp]: at, [signature]: createHmac('sha256', KEY).update(before(at)).update(body).digest(encoding) }
}

/** Who is booked, and whose address it is, as events. */
function eventsThatTell({ legs = {}, cards = {} }: KnownThings) {
  const of = (type: string, detail: Record<string, unknown>) => ({
    id: String(detail.id),
    source: 'airline.test',
    'detail-type': type,
    time: iso(NOW),
    detail: { occurredAt: iso(NOW - 1000), ...detail },
  })
  const bookings = Object.entries(legs).flatMap(([leg, { departs, booked = [] }]) => {
    const [number = '', route = ''] = leg.split(':')
    const [from, to] = route.split('-')
    const flight = { carrier: number.slice(0, 2), flightNumber: number.slice(2), from, to, departsAt: iso(departs!) }
    return booked.map(({ memberId, pnr, cabin }) =>
      of('booking.created', { id: `${memberId}:${pnr}`, memberId, pnr, flights: [{ ...flight, cabin }] }),
    )
  })
  const enrolments = Object.entries(cards).map(([email, memberId]) =>
    of('member.enrolled', { id: memberId, memberId, email }),
  )
  return [...bookings, ...enrolments]
}

/** The schedule, as earlier messages would have told it. */
async function legsOf(known: KnownThings) {
  const { lookUp } = smallWorld(known)
  const numbers = [...new Set(Object.keys(known.legs ?? {}).map((leg) => leg.split(':')[0]!))]
  const found = await Promise.all(
    numbers.map((number) =>
      lookUp({ need: 'legs', carrier: number.slice(0, 2), flightNumber: number.slice(2), date: '2026-01-01' }),
    ),
  )
  return found.flat().map((leg) => ({ leg: { ...leg, asOf: 0 } }))
}

/** What of the expectations the contract says otherwise today, and what is newer than they are. */
const asOfToday = ({ passengers: _, ...detail }: Record<string, unknown>) =>
  detail.cause === 'unknown' ? { ...detail, extraordinary: 'unknown' } : detail
const newer = ({ certainty: _, toldAt: __, travellers: ___, ...detail }: Record<string, unknown>) => detail

const kinds = ['aidx', 'pnrgov', 'csv', 'crm'] as const
const feeds = kinds.flatMap((kind) => feedsOf(kind).map((feed): [string, string, Feed] => [kind, feed.file, feed]))

;(feeds.length > 0 ? describe : describe.skip)('real messages, through the door', () => {
  test.each(feeds)('%s: %s', async (kind, file, { bytes, expected }) => {
    const schedule = knownSchema.parse({ legs: { 'XW932:FRA-PEK:2026-10-06': { departs: '2026-10-06T04:00Z' } } })
    const context = feedsContext()
    const known = { ...context, legs: { ...context.legs, ...schedule.legs } }
    const { status, events, aside } = await posted(mappingOf(kind, file), bytes, known)
    const wanted = expected.filter(({ DetailType }) => DetailType !== undefined)
    expect(status).toBe(202)
    expect(aside.sort()).toEqual(expected.flatMap(({ SetAside }) => SetAside ?? []).sort())
    expect(events.map(({ type, source }) => `${source} ${type}`)).toEqual(
      wanted.map(({ Source, DetailType }) => `${Source} ${DetailType}`),
    )
    expect(events.map(({ detail }) => newer(detail as Record<string, unknown>))).toMatchObject(
      wanted.map(({ Detail }) => newer(asOfToday(Detail ?? {}))),
    )
  })

  test('are all of those whose kinds are read', () => {
    expect(feeds).toHaveLength(24)
  })
})
