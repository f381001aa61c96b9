import { beforeEach, describe, expect, test } from 'vitest'
import { deliverEmails } from '../../shared/app/deliver/email.ts'
import { announcements } from '../../shared/contract/announcements.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import type { Ports } from '../../shared/ports/index.ts'
import { envelope } from '../support/events.ts'
import { nothingSpecial } from '../support/life.ts'
import { failing, type Reactor, reactorOf } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** A hard bounce, or a spam report, belongs to the address: every card that has it hears of it. */

const noon = Date.parse('2026-06-01T12:00:00+08:00')
const iso = (instant: number) => new Date(instant).toISOString()
const shared = 'Couple@Example.com'

let rulebook: Rulebook
let reactor: Reactor
let events = 0

beforeEach(async () => {
  rulebook = await rulebookOf({
    campaigns: [
      'campaign: c\nclass: service\ntrigger: complaint.filed\nguardrails: { whileCaseOpen: true }\nsteps: [{ email: hello }]',
    ],
  })
  reactor = reactorOf(rulebook, noon)
})

const about = (memberId: string) => ({ id: `e${++events}`, memberId, occurredAt: iso(reactor.now) })
const enrols = (memberId: string, email: string = shared) =>
  reactor.take([envelope('member.enrolled', { ...about(memberId), email, consent: { email: true } })])
const movesTo = (memberId: string, email: string | null) =>
  reactor.take([envelope('member.updated', { ...about(memberId), email })])
const reports = (type: string, memberId: string, fields: object) =>
  reactor.take([envelope(type, { ...about(memberId), actionId: 'sent-before', ...fields }, 'wingback')])
const bounces = (memberId: string, address = shared) => reports('email.bounced', memberId, { address, permanent: true })
const complainsOfSpam = (memberId: string, address = shared, more = {}) =>
  reports('email.complained', memberId, { address, ...more })

/** A mail is decided for the member, and its order lies with the sender. */
async function decides(memberId: string): Promise<{ messageId: string; body: string }[]> {
  const n = ++events
  const complaint = { complaintId: `CMP-${n}`, category: 'delay' }
  await reactor.take([envelope('complaint.filed', { ...about(memberId), ...complaint })])
  return reactor.taken('emails').map((order, i) => ({ messageId: `m${n}-${i}`, body: JSON.stringify(order) }))
}

function sends(orders: { messageId: string; body: string }[], ports: Partial<Ports> = {}): Promise<string[]> {
  return deliverEmails(orders, {
    ports: { ...reactor.ports, ...ports },
    rulebooks: { load: async () => rulebook, get: () => rulebook },
    hints: nothingSpecial,
    now: reactor.now,
    links: { baseUrl: 'https://links.example.com', keys: ['a key long enough to sign'] },
    onError: (error) => reactor.errors.push(error),
    alert: () => {},
  })
}

/** How many mails the member gets of one more occasion. */
async function mailsTo(memberId: string): Promise<number> {
  const before = reactor.ports.mailer.mails.length
  await sends(await decides(memberId))
  await reactor.drain()
  return reactor.ports.mailer.mails.length - before
}

describe('a hard bounce', () => {
  test('stops mails to every card with the address, however it is written, and to no other', async () => {
    await enrols('A')
    await enrols('B', 'couple@EXAMPLE.com')
    await enrols('C', 'other@example.com')
    await bounces('A')
    expect([await mailsTo('A'), await mailsTo('B'), await mailsTo('C')]).toEqual([0, 0, 1])
  })

  test('stops a mail that was decided before it, and takes it out of the caps', async () => {
    await enrols('A')
    await enrols('B')
    const orders = await decides('B')
    await bounces('A')
    expect(await sends(orders)).toEqual([])
    await reactor.drain()
    expect(reactor.ports.mailer.mails).toEqual([])
    expect(await reactor.member('B')).toMatchObject({ mails: [], pending: [], suppressions: [{ why: 'bounce' }] })
  })

  test('is seen by whoever claims after it, though they had read the member before', async () => {
    await enrols('A')
    await enrols('B')
    const orders = await decides('B')
    const members: Ports['members'] = {
      ...reactor.ports.members,
      // A's report is done with just before B's claim is written.
      async write(member) {
        if (member.memberId === 'B') await bounces('A')
        return reactor.ports.members.write(member)
      },
    }
    await sends(orders, { members })
    expect(reactor.ports.mailer.mails).toEqual([])
  })

  test('is known to the card from the first try on: the gate says so, and no claim is needed', async () => {
    await enrols('A')
    await enrols('B')
    await bounces('A')
    await mailsTo('B')
    expect(await decides('B')).toEqual([])
  })

  test('holds for a card that takes the address later, and lets go of one that gives it up', async () => {
    await enrols('A')
    await bounces('A')
    await enrols('B', 'fine@example.com')
    expect(await mailsTo('B')).toBe(1)
    await movesTo('B', shared)
    expect(await mailsTo('B')).toBe(0)
    await movesTo('B', 'new@example.com')
    expect(await mailsTo('B')).toBe(1)
    await movesTo('A', 'anew@example.com')
    expect(await mailsTo('A')).toBe(1)
  })

  test('outlives the member it was learnt of', async () => {
    await enrols('A')
    await bounces('A')
    await reactor.take([envelope('member.erased', about('A'))])
    await enrols('B')
    expect(await mailsTo('B')).toBe(0)
  })

  test('is noted of somebody who was erased before it came', async () => {
    await enrols('A')
    await reactor.take([envelope('member.erased', about('A'))])
    await bounces('A')
    await enrols('B')
    expect(await mailsTo('B')).toBe(0)
  })

  test('that could not be noted comes again', async () => {
    await enrols('A')
    await enrols('B')
    const report = envelope(
      'email.bounced',
      { ...about('A'), actionId: 'sent-before', address: shared, permanent: true },
      'wingback',
    )
    const suppressions = failing(reactor.ports.suppressions, 'add', 'before')
    expect(await reactor.take([report], { suppressions })).toEqual(['m0'])
    expect(await reactor.take([report])).toEqual([])
    expect(await mailsTo('B')).toBe(0)
  })
})

describe('a spam report', () => {
  test('stops mails to every card with the address', async () => {
    await enrols('A')
    await enrols('B')
    await complainsOfSpam('A')
    expect([await mailsTo('A'), await mailsTo('B')]).toEqual([0, 0])
  })

  test('is the member’s own too, whatever their address; of the others it is the address’s', async () => {
    await enrols('A')
    await enrols('B')
    await complainsOfSpam('A')
    await mailsTo('B')
    await movesTo('A', 'a@example.com')
    await movesTo('B', 'b@example.com')
    expect([await mailsTo('A'), await mailsTo('B')]).toEqual([0, 1])
  })

  test('that SES only remembers is nobody’s own', async () => {
    await enrols('A')
    await complainsOfSpam('A', shared, { listed: true })
    expect(await mailsTo('A')).toBe(0)
    await movesTo('A', 'a@example.com')
    expect(await mailsTo('A')).toBe(1)
  })
})

test('where the index cannot be read nothing is sent, nothing stays claimed, and the mail is tried again', async () => {
  await enrols('A')
  const orders = await decides('A')
  const suppressions = failing(reactor.ports.suppressions, 'read', 'before')
  expect(await sends(orders, { suppressions })).toEqual(orders.map(({ messageId }) => messageId))
  expect(reactor.ports.mailer.mails).toEqual([])
  expect((await reactor.member('A')).pending).toMatchObject([{ state: 'decided' }])
  expect(await sends(orders)).toEqual([])
  expect(reactor.ports.mailer.mails).toHaveLength(1)
})

test('the airline is told of each, once, whether it is the present address, and never which', async () => {
  await enrols('A')
  await enrols('B')
  await bounces('A')
  await bounces('A')
  await movesTo('B', 'b@example.com')
  await complainsOfSpam('B')
  await enrols('C')
  await mailsTo('C')
  const told = reactor.ports.bus.announcements.filter(({ type }) => type === 'address.suppressed')
  expect(told.map(({ detail }) => detail)).toMatchObject([
    { memberId: 'A', channel: 'email', why: 'bounce', current: true },
    { memberId: 'B', channel: 'email', why: 'complaint', current: false },
    { memberId: 'C', channel: 'email', why: 'bounce', current: true },
  ])
  for (const { detail } of told) announcements['address.suppressed'].parse(detail)
  expect(JSON.stringify(told)).not.toContain('example.com')
})
