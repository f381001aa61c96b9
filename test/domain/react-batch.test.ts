import { beforeAll, describe, expect, test } from 'vitest'
import { wakeDue } from '../../shared/app/wake/wake.ts'
import type { Envelope, MemberEvent } from '../../shared/contract/index.ts'
import { HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { LIMITS } from '../../shared/domain/member/member.ts'
import type { Receipt } from '../../shared/domain/receipt.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import type { Ports } from '../../shared/ports/index.ts'
import { at, envelope } from '../support/events.ts'
import { failing, type Reactor, reactorOf } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

const start = at('2026-06-01T04:00:00Z')
const later = (ms: number) => new Date(start + ms).toISOString()

let rulebook: Rulebook
beforeAll(async () => {
  rulebook = await rulebookOf({
    audiences: ['audience: flyers\nwho: { flights: { atLeast: 1 } }'],
    campaigns: [
      `campaign: care
trigger: complaint.filed
guardrails: { whileCaseOpen: true, oncePer: complaint }
steps: [{ email: sorry }]`,
    ],
  })
})

const enrolled = (memberId = 'M1', more = {}) =>
  envelope('member.enrolled', {
    id: `enrolled-${memberId}`,
    occurredAt: later(-HOUR),
    memberId,
    email: 'mei@example.com',
    consent: { email: true },
    ...more,
  })
const complaint = (n: number, memberId = 'M1') =>
  envelope('complaint.filed', {
    id: `complaint-${n}`,
    occurredAt: later(n),
    memberId,
    complaintId: `C${n}`,
    category: 'baggage',
    text: 'words of a person',
  })
const flight = (n: number, memberId = 'M1') =>
  envelope('flight.completed', {
    id: `flight-${n}`,
    occurredAt: later(n - HOUR),
    memberId,
    carrier: 'CA',
    flightNumber: String(1501 + n),
    from: 'PEK',
    to: 'SHA',
    scheduledDeparture: later(n - HOUR),
    cabin: 'Y',
    distanceKm: 1000,
  })
const merged = (memberId: string, into: string) =>
  envelope('member.merged', { id: `merged-${memberId}-${into}`, occurredAt: later(0), memberId, into })
const erasure = (memberId: string) =>
  envelope('member.erased', { id: `erased-${memberId}`, occurredAt: later(0), memberId })
const redelivered = (one: Envelope): Envelope => ({ ...one, id: `${one.id}-again` })

async function begin(): Promise<Reactor> {
  const reactor = reactorOf(rulebook, start + MINUTE)
  await reactor.take([enrolled(), flight(0)])
  return reactor
}

const accepted = async ({ ports }: Reactor) => {
  const tally = await ports.tally.read()
  return Object.fromEntries(Object.entries(tally).filter(([key]) => /^(accepted|duplicates)/.test(key)))
}
const announced = ({ ports }: Reactor) => new Set(ports.bus.announcements.map(({ detail }) => detail.id))

async function flyers({ ports }: Reactor): Promise<string[]> {
  const { members } = await ports.audiences.page({ audience: 'flyers', limit: 100 })
  return members.map(({ memberId }) => memberId).sort()
}

describe('a crash heals when the message comes again', () => {
  const faults: [string, (ports: Reactor['ports']) => Partial<Ports>][] = [
    ['before the write', ({ members }) => ({ members: failing(members, 'write', 'before') })],
    ['after the write', ({ members }) => ({ members: failing(members, 'write', 'after') })],
    ['before the hand-over', ({ queues }) => ({ queues: failing(queues, 'send', 'before') })],
    ['after the hand-over', ({ queues }) => ({ queues: failing(queues, 'send', 'after') })],
    ['before the index', ({ audiences }) => ({ audiences: failing(audiences, 'put', 'before') })],
    ['after the index', ({ audiences }) => ({ audiences: failing(audiences, 'put', 'after') })],
    ['before the announcements', ({ bus }) => ({ bus: failing(bus, 'publish', 'before') })],
    ['after the announcements', ({ bus }) => ({ bus: failing(bus, 'publish', 'after') })],
    ['before the records', ({ records }) => ({ records: failing(records, 'put', 'before') })],
    ['after the records', ({ records }) => ({ records: failing(records, 'put', 'after') })],
  ]

  test.each(faults)('%s', async (_, breakIt) => {
    const reactor = reactorOf(rulebook, start + MINUTE)
    await reactor.take([enrolled()])
    const batch = [flight(0), complaint(1), complaint(2)]
    const failed = await reactor.take(batch, breakIt(reactor.ports)).catch(() => batch.map((_, i) => `m${i}`))
    expect(failed).toHaveLength(batch.length)
    expect(await reactor.take(batch)).toEqual([])

    const member = await reactor.member()
    expect(member.complaints).toHaveLength(2)
    expect(member.flights).toHaveLength(1)
    expect(member.pending).toHaveLength(1)
    expect(await reactor.recorded()).toEqual(['complaint-1', 'complaint-2', 'enrolled-M1', 'flight-0'])
    expect(new Set(reactor.taken('emails').map(({ actionId }) => actionId))).toEqual(
      new Set(member.pending.map(({ actionId }) => actionId)),
    )
    expect(announced(reactor).size).toBe(1)
    expect(await flyers(reactor)).toEqual(['M1'])
    const receipts = (await reactor.ports.records.list('M1')).flatMap(({ body }) => JSON.parse(body).receipts)
    expect(receipts.map(({ outcome }) => outcome).sort()).toEqual(['decided', 'entered', 'entered', 'held'])
    expect((await accepted(reactor)).duplicates).toBeUndefined()
  })

  test('a tally that does not answer makes nothing come again: all else would be counted twice', async () => {
    const reactor = await begin()
    const { tally } = reactor.ports
    expect(await reactor.take([complaint(1)], { tally: failing(tally, 'add', 'before') })).toEqual([])
    expect(await reactor.recorded()).toContain('complaint-1')
    expect((await accepted(reactor))['accepted.complaint.filed']).toBeUndefined()
  })

  test('twice, the second time between the two kinds of records: the receipts stay', async () => {
    const reactor = reactorOf(rulebook, start + MINUTE)
    await reactor.take([enrolled()])
    const { records } = reactor.ports
    const one = complaint(1)
    await reactor.take([one], { records: failing(records, 'put', 'before') }).catch(() => undefined)
    await reactor.take([one], { records: failing(records, 'putNew', 'after') }).catch(() => undefined)
    await reactor.take([one])
    const receipts = (await records.list('M1')).flatMap(({ body }) => JSON.parse(body).receipts as Receipt[])
    expect(receipts.map(({ outcome }) => outcome)).toEqual(['entered', 'decided'])
  })

  test.each(faults)('%s, in the dead-letter queue: the next event heals', async (_, breakIt) => {
    const reactor = reactorOf(rulebook, start + MINUTE)
    await reactor.take([enrolled()])
    await reactor.take([flight(0), complaint(1)], breakIt(reactor.ports)).catch(() => undefined)
    await reactor.take([flight(4), complaint(5)])
    const { pending, complaints } = await reactor.member()
    const known = complaints.some(({ complaintId }) => complaintId === 'C1')
    expect((await reactor.recorded()).includes('complaint-1')).toBe(known)
    expect(new Set(reactor.taken('emails').map(({ actionId }) => actionId))).toEqual(
      new Set(pending.map(({ actionId }) => actionId)),
    )
    expect(announced(reactor).size).toBe(1)
    expect(await flyers(reactor)).toEqual(['M1'])
  })

  test('what has been said already is not written again, though the reaction before it is recorded by now', async () => {
    const reactor = await begin()
    await reactor.take([complaint(1)])
    const [{ actionId } = { actionId: '' }] = reactor.taken('emails')
    const outcome = (type: string, more = {}) =>
      envelope(
        type,
        { id: `${actionId}:${type}`, occurredAt: later(MINUTE), memberId: 'M1', actionId, ...more },
        'wingback',
      )
    await reactor.take([outcome('email.delivered')])
    const before = (await reactor.ports.members.read(['M1'])).get('M1')
    await reactor.take([outcome('email.sent', { messageId: 'ses-1' })])
    expect((await reactor.ports.members.read(['M1'])).get('M1')).toEqual(before)
    const receipts = (await reactor.ports.records.list('M1')).flatMap(
      ({ body }) => JSON.parse(body).receipts as Receipt[],
    )
    expect(receipts.filter(({ outcome }) => outcome === 'sent')).toHaveLength(1)
  })

  test('a mail wakes nobody: its message stays where it is until it is done', async () => {
    const reactor = await begin()
    await reactor.take([complaint(1)])
    expect(reactor.taken('emails')).toHaveLength(1)
    expect(await reactor.ports.members.nextWakeAt()).toBeUndefined()
  })
})

describe('the index of audiences', () => {
  test('has who is found in one at the first look, and since when', async () => {
    const reactor = reactorOf(rulebook, start + MINUTE)
    await reactor.take([flight(0), flight(0, 'M2'), enrolled('M3')])
    const { members } = await reactor.ports.audiences.page({ audience: 'flyers', limit: 100 })
    expect(members.map(({ memberId }) => memberId).sort()).toEqual(['M1', 'M2'])
    expect(members[0]!.since).toBe((await reactor.member('M1')).audiences.flyers)
  })

  test('goes with the card that is merged, and with the person who is erased', async () => {
    const reactor = reactorOf(rulebook, start + MINUTE)
    await reactor.take([flight(0), enrolled('M2')])
    await reactor.take([merged('M1', 'M2')])
    await wakeDue({ ports: reactor.ports, now: reactor.now })
    await reactor.drain()
    expect(await flyers(reactor)).toEqual(['M2'])
    await reactor.take([erasure('M2')])
    expect(await flyers(reactor)).toEqual([])
  })

  test('loses who is erased though the process ends in between', async () => {
    const reactor = await begin()
    const { audiences } = reactor.ports
    await reactor.take([erasure('M1')], { audiences: failing(audiences, 'put', 'before') }).catch(() => undefined)
    expect(await flyers(reactor)).toEqual(['M1'])
    await reactor.take([erasure('M1')])
    expect(await flyers(reactor)).toEqual([])
  })
})

describe('redeliveries', () => {
  test('the same delivery is the same event; another one is a duplicate, counted once', async () => {
    const reactor = await begin()
    const one = complaint(1)
    const two = redelivered(one)
    await reactor.take([one])
    await reactor.take([one])
    await reactor.take([two, two])
    await reactor.take([two])
    expect(await accepted(reactor)).toEqual({
      'accepted.member.enrolled': 1,
      'accepted.flight.completed': 1,
      'accepted.complaint.filed': 1,
      duplicates: 1,
    })
    expect((await reactor.member()).journeys).toHaveLength(1)
  })

  test('far beyond what the member remembers, in one batch and in many', async () => {
    const reactor = await begin()
    const events = Array.from({ length: 3 * LIMITS.seen }, (_, i) => flight(i + 1))
    await reactor.take([...events, ...events.map(redelivered)].toReversed())
    await reactor.take(events)
    for (const each of events) await reactor.take([redelivered(each)])
    expect((await reactor.member()).flights).toHaveLength(events.length + 1)
    expect(await accepted(reactor)).toMatchObject({ 'accepted.flight.completed': events.length + 1 })
    expect(await reactor.recorded()).toHaveLength(events.length + 2)
  })

  test('an outcome told once more, when something else is due, does not take the place of its first record', async () => {
    const reactor = await begin()
    await reactor.take([complaint(1), complaint(2)])
    const [{ actionId } = { actionId: '' }] = (await reactor.member()).pending
    const id = `${actionId}:sent`
    const sent = envelope('email.sent', { id, occurredAt: later(0), memberId: 'M1', actionId }, 'wingback')
    await reactor.take([sent])
    reactor.now += 11 * MINUTE
    await reactor.take([sent])
    const receipts = (await reactor.ports.records.list('M1')).flatMap(
      ({ body }) => JSON.parse(body).receipts as Receipt[],
    )
    expect(receipts.filter(({ outcome }) => outcome === 'sent')).toHaveLength(1)
  })

  test('an old event, delivered twice to two workers before either has put its record', async () => {
    const reactor = await begin()
    await reactor.take(Array.from({ length: 2 * LIMITS.seen }, (_, i) => flight(i + 10)))
    const old = flight(1)
    const meanwhile = redelivered(old)
    const { members } = reactor.ports
    await reactor.take([old], { records: failing(reactor.ports.records, 'put', 'before') }).catch(() => undefined)
    await reactor.take([meanwhile], { members })
    expect((await reactor.member()).flights).toHaveLength(2 * LIMITS.seen + 2)
    expect((await accepted(reactor)).duplicates).toBe(1)
    await reactor.take([old])
    expect((await reactor.member()).flights).toHaveLength(2 * LIMITS.seen + 2)
  })
})

describe('many at once', () => {
  test('a hundred events of one member in one batch: all folded, and the item stays small', async () => {
    const reactor = await begin()
    let largest = 0
    const members = {
      ...reactor.ports.members,
      write: (member: Parameters<Ports['members']['write']>[0]) => {
        largest = Math.max(largest, Buffer.byteLength(member.state))
        return reactor.ports.members.write(member)
      },
    }
    const events = Array.from({ length: 100 }, (_, i) => (i % 2 ? complaint(i) : flight(i)))
    expect(await reactor.take(events, { members })).toEqual([])
    const member = await reactor.member()
    expect(await reactor.recorded()).toHaveLength(102 - 1)
    expect(member.unrecorded.length).toBeLessThanOrEqual(LIMITS.unrecorded)
    expect(largest).toBeLessThan(64 * 1024)
  })

  test('however much is to be recorded of each, the item stays small', async () => {
    const campaigns = Array.from(
      { length: 12 },
      (_, i) => `campaign: c${i}
trigger: complaint.filed
audience: { all: [{ flights: { inLast: 365d, atLeast: ${i} } }, { complaints: { inLast: 30d, atLeast: 1 } }] }
guardrails: { whileCaseOpen: true, oncePer: ever }
steps: [{ serviceTask: { title: Call, detail: Now } }]`,
    )
    const reactor = reactorOf(await rulebookOf({ campaigns }), start + MINUTE)
    let largest = 0
    const members = {
      ...reactor.ports.members,
      write: (member: Parameters<Ports['members']['write']>[0]) => {
        largest = Math.max(largest, Buffer.byteLength(member.state))
        return reactor.ports.members.write(member)
      },
    }
    const events = Array.from({ length: 48 }, (_, i) => complaint(i))
    expect(await reactor.take([enrolled(), ...events], { members })).toEqual([])
    expect(await reactor.recorded()).toHaveLength(49)
    expect(largest).toBeLessThan(64 * 1024)
  })

  test('five hundred events for five members, each twice, by workers that meet', async () => {
    const reactor = reactorOf(rulebook, start + MINUTE)
    const ids = ['A', 'B', 'C', 'D', 'E']
    await reactor.take(ids.map((id) => enrolled(id)))
    const events = Array.from({ length: 500 }, (_, i) => {
      const one = flight(i, ids[i % 5])
      return { ...one, detail: { ...(one.detail as object), id: `${ids[i % 5]}-${i}` } }
    })
    const all = [...events, ...events.map(redelivered)]
    const batches = Array.from({ length: 10 }, (_, i) => all.filter((_, n) => n % 10 === i))
    let left = batches
    for (let rounds = 0; left.length > 0 && rounds < 5; rounds++) {
      const results = await Promise.all(left.map((batch) => reactor.take(batch)))
      left = left
        .map((batch, i) => batch.filter((_, n) => results[i]!.includes(`m${n}`)))
        .filter((batch) => batch.length > 0)
    }
    expect(left).toEqual([])
    for (const id of ids) {
      const { flights, flownByMonth } = await reactor.member(id)
      expect(flights.length + flownByMonth.reduce((sum, month) => sum + month.flights, 0)).toBe(100)
      expect(await reactor.recorded(id)).toHaveLength(101)
    }
    expect(await accepted(reactor)).toEqual({
      'accepted.member.enrolled': 5,
      'accepted.flight.completed': 500,
      duplicates: 500,
    })
  })
})

describe('conflicts', () => {
  test('two workers on one member lose nothing', async () => {
    const reactor = await begin()
    await Promise.all(Array.from({ length: 4 }, (_, i) => reactor.take([complaint(i), flight(i + 10)])))
    const member = await reactor.member()
    expect(member.complaints).toHaveLength(4)
    expect(member.flights).toHaveLength(5)
    expect(reactor.errors).toEqual([])
  })

  test('a conflict that was the worker’s own write, of which the answer was lost, is found out', async () => {
    const reactor = await begin()
    let writes = 0
    const members = {
      ...reactor.ports.members,
      async write(member: Parameters<Ports['members']['write']>[0]) {
        const outcome = await reactor.ports.members.write(member)
        return ++writes === 1 ? ('conflict' as const) : outcome
      },
    }
    expect(await reactor.take([complaint(1), flight(5)], { members })).toEqual([])
    const member = await reactor.member()
    expect(member.journeys).toHaveLength(1)
    expect(member.flights).toHaveLength(2)
    expect(reactor.taken('emails')).toHaveLength(1)
    expect(await reactor.recorded()).toEqual(['complaint-1', 'enrolled-M1', 'flight-0', 'flight-5'])
    expect(await accepted(reactor)).toMatchObject({ 'accepted.complaint.filed': 1, 'accepted.flight.completed': 2 })
  })

  test('a member who cannot be read, or written, harms only themselves', async () => {
    const reactor = reactorOf(rulebook, start + MINUTE)
    await reactor.ports.members.write({ memberId: 'BAD', version: 1, state: '{"format":99}' })
    const failed = await reactor.take([enrolled('M1'), enrolled('BAD'), flight(1, 'M2'), flight(2, 'BAD')])
    expect(failed.sort()).toEqual(['m1', 'm3'])
    expect(reactor.errors.length).toBeGreaterThan(0)
    expect(await reactor.recorded('M1')).toHaveLength(1)
    expect((await reactor.member('M2')).flights).toHaveLength(1)
  })
})

describe('what cannot be done for one', () => {
  test('of a batch’s members is tried again for that one, and done for the others', async () => {
    const reactor = reactorOf(rulebook, start + MINUTE)
    const { records } = reactor.ports
    const bad = enrolled('BAD')
    const put: typeof records.put = async (all) => {
      if (all.some(({ memberId }) => memberId === 'BAD')) throw new Error('cannot be put')
      await records.put(all)
    }
    expect(await reactor.take([enrolled('A'), bad, enrolled('B')], { records: { ...records, put } })).toEqual(['m1'])
    expect([await reactor.recorded('A'), await reactor.recorded('B')]).toEqual([['enrolled-A'], ['enrolled-B']])
    expect(await reactor.take([bad])).toEqual([])
    expect(await accepted(reactor)).toEqual({ 'accepted.member.enrolled': 3 })
  })

  test('of a member’s events is tried again for that one, and done for the others', async () => {
    const holds = ({ event }: { event?: MemberEvent | undefined }) => {
      if (event?.type === 'complaint.filed' && event.complaintId === 'C2') throw new Error('cannot be told')
      return true
    }
    const campaigns = rulebook.campaigns.map((campaign) => ({
      ...campaign,
      trigger: { ...campaign.trigger, where: { ...campaign.audience, holds } },
    }))
    const reactor = reactorOf({ ...rulebook, campaigns }, start + MINUTE)
    expect(await reactor.take([enrolled(), complaint(1), complaint(2), complaint(3)])).toEqual(['m2'])
    expect(reactor.errors).toHaveLength(1)
    expect((await reactor.member()).complaints.map(({ complaintId }) => complaintId)).toEqual(['C3', 'C1'])
    expect(await reactor.recorded()).toEqual(['complaint-1', 'complaint-3', 'enrolled-M1'])
  })
})

describe('merged cards', () => {
  test('facts are taken over, and later events reach the survivor', async () => {
    const reactor = reactorOf(rulebook, start + MINUTE)
    await reactor.take([enrolled('A'), flight(1, 'A'), enrolled('B'), flight(2, 'B'), merged('A', 'B')])
    await reactor.drain()
    const survivor = await reactor.member('B')
    expect(survivor.flights).toHaveLength(2)
    expect(survivor.aliases).toEqual(['A'])
    expect(await reactor.member('A')).toMatchObject({ mergedInto: 'B', flights: [] })
    expect((await reactor.member('A')).legacy).toBeUndefined()
    await reactor.take([flight(3, 'A')])
    await reactor.drain()
    expect((await reactor.member('B')).flights).toHaveLength(3)
    await reactor.take([redelivered(flight(1, 'A')), redelivered(flight(3, 'A'))])
    await reactor.drain()
    expect((await reactor.member('B')).flights).toHaveLength(3)
  })

  test('what comes after the merge in the same batch is the survivor’s', async () => {
    const reactor = reactorOf(rulebook, start + MINUTE)
    await reactor.take([enrolled('B'), enrolled('A'), merged('A', 'B'), flight(1, 'A'), complaint(1, 'A')])
    await reactor.drain()
    expect(await reactor.member('B')).toMatchObject({ flights: [{}], complaints: [{}] })
    expect(await reactor.member('A')).toMatchObject({ flights: [], complaints: [] })
    expect(await accepted(reactor)).toMatchObject({ 'accepted.flight.completed': 1 })
  })

  test('a message that is lost on the way is sent again until the survivor has it', async () => {
    const reactor = reactorOf(rulebook, start + MINUTE)
    await reactor.take([enrolled('A'), flight(1, 'A'), enrolled('B'), merged('A', 'B')])
    reactor.taken('events')
    reactor.now += 6 * MINUTE
    await wakeDue({ ports: reactor.ports, now: reactor.now })
    await reactor.drain()
    expect((await reactor.member('B')).flights).toHaveLength(1)
    expect((await reactor.member('A')).wakeAt).toBeUndefined()
  })

  test('a merge whose record cannot be put is tried again, with what came after it', async () => {
    const reactor = reactorOf(rulebook, start + MINUTE)
    await reactor.take([enrolled('A'), enrolled('B')])
    const records = failing(reactor.ports.records, 'put', 'before')
    expect(await reactor.take([merged('A', 'B'), complaint(1, 'A')], { records })).toEqual(['m0', 'm1'])
  })

  test('a merge that is delivered once more is a duplicate, not an event of the survivor’s', async () => {
    const reactor = reactorOf(rulebook, start + MINUTE)
    await reactor.take([enrolled('A'), enrolled('B'), merged('A', 'B')])
    await reactor.drain()
    await reactor.take([merged('A', 'B')])
    await reactor.drain()
    expect(await reactor.ports.tally.read()).toMatchObject({ 'accepted.member.merged': 1, duplicates: 1 })
  })
})

describe('an erased member', () => {
  const personal = async ({ ports, drain }: Reactor, id = 'M1') => {
    await drain()
    return {
      records: (await ports.records.list(id)).map((record) => record.id),
      state: (await ports.members.read([id])).get(id)?.state ?? '',
    }
  }

  test('leaves no records, and nothing that comes later brings them back', async () => {
    const reactor = await begin()
    await reactor.take([complaint(1)])
    await reactor.take([erasure('M1')])
    await reactor.take([complaint(2), enrolled(), redelivered(flight(0))])
    reactor.now += HOUR
    await wakeDue({ ports: reactor.ports, now: reactor.now })
    await reactor.drain()
    const { records, state } = await personal(reactor)
    expect(records).toEqual([])
    expect(state).not.toContain('mei@example.com')
    expect(await reactor.member()).toMatchObject({ pending: [], journeys: [], complaints: [], unrecorded: [] })
  })

  test('in the middle of a long batch too', async () => {
    const reactor = await begin()
    const events = Array.from({ length: 40 }, (_, i) => complaint(i))
    await reactor.take([...events.slice(0, 30), redelivered(flight(0)), erasure('M1'), ...events.slice(30)])
    expect((await personal(reactor)).records).toEqual([])
  })

  test('though the first try was cut off between the item and its records', async () => {
    const reactor = await begin()
    await reactor.take([complaint(1)])
    const { records } = reactor.ports
    const cutOff = { records: failing(records, 'erase', 'before') }
    await reactor.take([erasure('M1')], cutOff).catch(() => undefined)
    await reactor.take([erasure('M1')])
    expect((await personal(reactor)).records).toEqual([])
  })

  test('with all of their cards', async () => {
    const reactor = reactorOf(rulebook, start + MINUTE)
    await reactor.take([enrolled('A'), complaint(1, 'A'), enrolled('B'), merged('A', 'B')])
    await reactor.drain()
    await reactor.take([erasure('B')])
    await reactor.drain()
    expect((await personal(reactor, 'A')).records).toEqual([])
    expect((await personal(reactor, 'B')).records).toEqual([])
    await reactor.take([complaint(2, 'A'), complaint(3, 'B')])
    await reactor.drain()
    expect((await personal(reactor, 'A')).records).toEqual([])
    expect((await personal(reactor, 'B')).records).toEqual([])
  })

  test('and a card that has not been taken over yet gives up', async () => {
    const reactor = reactorOf(rulebook, start + MINUTE)
    await reactor.take([enrolled('A', { givenName: 'Mei-Ling' }), enrolled('B')])
    await reactor.take([erasure('B')])
    await reactor.take([merged('A', 'B')])
    await reactor.drain()
    expect((await personal(reactor, 'A')).state).not.toContain('Mei-Ling')
    reactor.now += HOUR
    await wakeDue({ ports: reactor.ports, now: reactor.now })
    await reactor.drain()
    expect(await reactor.ports.members.nextWakeAt()).toBeUndefined()
  })
})
