import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { books, complains, enrols, flies } from '../support/airline.ts'
import { openRun, type Sent } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** What producers get wrong, and what somebody may try: each hurts itself alone. */

let wingback: Awaited<ReturnType<typeof openRun>>
const T0 = '2026-10-05T04:00:00Z'

beforeAll(async () => {
  wingback = await openRun()
  await wingback.publish(smallRulebook)
  await wingback.begin(T0)
  await wingback.put([enrols('GOOD', T0)])
  await wingback.drain()
})
afterAll(() => wingback.end())

const complaint = { id: 'c', memberId: 'GOOD', occurredAt: T0, complaintId: 'C', category: 'service' }
const raw = (type: string, detail: object, source?: string): Sent => ({ type, detail, source })

/** Each with the reason it is set aside for. */
const bad: [string, string, Sent][] = [
  ['an object for an id', 'bad-id', raw('complaint.filed', { ...complaint, id: { $ne: null } })],
  ['an object for a member', 'bad-member', raw('complaint.filed', { ...complaint, memberId: { S: 'GOOD' } })],
  ['a key of the table for a member', 'bad-member', raw('complaint.filed', { ...complaint, memberId: 'GOOD#E' })],
  ['an id with a newline', 'bad-id', raw('complaint.filed', { ...complaint, id: 'a\nb' })],
  ['no id', 'missing-id', raw('complaint.filed', { ...complaint, id: undefined })],
  ['no member', 'missing-member', raw('complaint.filed', { ...complaint, memberId: undefined })],
  ['the year 99999', 'bad-time', raw('complaint.filed', { ...complaint, occurredAt: '+99999-01-01T00:00:00Z' })],
  ['a number for a time', 'bad-time', raw('complaint.filed', { ...complaint, occurredAt: 1e18 })],
  ['a time without an offset', 'bad-time', raw('complaint.filed', { ...complaint, occurredAt: '2026-10-05T04:00:00' })],
  ['no time', 'missing-time', raw('complaint.filed', { ...complaint, occurredAt: undefined })],
  ['an array for a complaint', 'bad-field', raw('complaint.filed', { ...complaint, complaintId: ['a'] })],
  ['an object for a complaint', 'bad-field', raw('complaint.filed', { ...complaint, complaintId: {} })],
  ['a flight without an end', 'bad-field', flies('GOOD', T0, { distanceKm: 1e308 })],
  ['an unknown type', 'unknown-type', raw('complaint.field', complaint)],
  ['__proto__ for a type', 'unknown-type', raw('__proto__', complaint)],
  ['constructor for a type', 'unknown-type', raw('constructor', complaint)],
  [
    'our own type from outside',
    'unknown-type',
    raw('email.complained', { ...complaint, actionId: 'a', address: 'a@b.c' }),
  ],
  ['a megabyte', 'too-large', raw('complaint.filed', { ...complaint, text: 'x'.repeat(1_045_000) })],
]

describe('each is set aside with its reason', () => {
  beforeAll(async () => {
    for (const [, , event] of bad) {
      const [answer] = await wingback.put([event])
      expect(answer?.ErrorCode).toBeUndefined()
    }
    await wingback.drain()
  })

  test('all of them and nothing else', async () => {
    const aside = await wingback.setAsides()
    expect(aside.map(({ fault }) => fault.code).sort()).toEqual(bad.map(([, code]) => code).sort())
    const { events, members, actions } = await wingback.status()
    expect(events).toMatchObject({ accepted: 1, duplicates: 0, setAside: bad.length })
    expect([members, actions.email.sent]).toEqual([1, 0])
  })

  test.each(bad)('%s: %s', async (what, code, { type, detail }) => {
    const aside = await wingback.setAsides()
    const found = aside.filter(({ fault, envelope }) =>
      fault.code === 'too-large'
        ? code === 'too-large'
        : JSON.stringify(envelope.detail) === JSON.stringify(detail) && envelope['detail-type'] === type,
    )
    expect([what, found.map(({ fault }) => fault.code)]).toEqual([what, [code]])
    expect(found[0]!.fault.message).not.toBe('')
  })

  test('what is too large is kept whole, as text', async () => {
    const [large] = (await wingback.setAsides()).filter(({ fault }) => fault.code === 'too-large')
    expect(JSON.parse(String(large!.envelope.detail)).detail.text).toHaveLength(1_045_000)
  })

  test('nothing of it is in a dead-letter queue or comes again', async () => {
    const { queues, pending } = await wingback.status()
    expect([pending, ...Object.values(queues).map(({ dead }) => dead)].filter(Boolean)).toEqual([])
    expect(wingback.errors).toEqual([])
  })

  test('the good one lives', async () => {
    await wingback.put([complains('GOOD', T0, 'CMP-GOOD', { text: 'x'.repeat(200_000) })])
    await wingback.drain()
    const { facts, wingback: ours } = await wingback.member('GOOD')
    expect([facts.openComplaints, ours.compensations.length, ours.mails.length]).toEqual([1, 1, 1])
  })
})

describe('what is large', () => {
  /** Random letters of three bytes each: no packing makes them fit an item of the table. */
  const letters = (n: number) =>
    Array.from({ length: n }, () => String.fromCharCode(0x4e00 + Math.floor(Math.random() * 20_000))).join('')

  test('is set aside whole, and harms none of those that come with it', async () => {
    const before = (await wingback.status()).events
    const big = { id: 'poison', occurredAt: T0, memberId: 'BIG', x: letters(250_000) }
    const good = Array.from({ length: 9 }, (_, i) => enrols(`BESIDE${i}`, T0))
    await wingback.put([raw('no.such.type', big)])
    await wingback.put(good)
    await wingback.drain()
    const { events, queues } = await wingback.status()
    expect(events).toMatchObject({ accepted: before.accepted + 9, setAside: before.setAside + 1 })
    expect(Object.values(queues).filter(({ dead }) => dead > 0)).toEqual([])
    const kept = (await wingback.setAsides()).find(({ envelope }) => envelope['detail-type'] === 'no.such.type')
    expect(kept!.envelope.detail).toEqual(big)
  })

  test('and sound is accepted, with its text cut', async () => {
    await wingback.put([enrols('LONG', T0), complains('LONG', T0, 'CMP-LONG', { text: 'x'.repeat(900_000) })])
    await wingback.drain()
    const { facts } = await wingback.member('LONG')
    expect(facts.openComplaints).toBe(1)
  })
})

describe('what is accepted does no harm', () => {
  test('keys of prototypes are keys', async () => {
    const detail = JSON.parse(
      `{"id":"proto","memberId":"PROTO","occurredAt":"${T0}","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}},` +
        '"preferences":{"__proto__":"x","constructor":"y","seat":"aisle"},"email":"proto@example.com","consent":{"email":true}}',
    )
    await wingback.put([{ type: 'member.enrolled', detail }, books('PROTO', T0, 'PNR1')])
    await wingback.drain()
    expect(({} as { admin?: boolean }).admin).toBeUndefined()
    const { facts, wingback: ours } = await wingback.member('PROTO')
    expect(facts.preferences).toMatchObject({ seat: 'aisle', constructor: 'y' })
    expect(ours.mails).toHaveLength(1)
  })

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'a member may be called %s',
    async (memberId) => {
      await wingback.put([
        enrols(memberId, T0, { email: 'odd@example.com' }),
        flies(memberId, T0),
        books(memberId, T0, 'PNR2'),
      ])
      await wingback.drain()
      const { facts, wingback: ours } = await wingback.member(memberId)
      expect([facts.flown.flights, ours.mails.length]).toEqual([1, 1])
    },
  )

  test('a name of 10,000 characters is set aside alone, and the member is taken without it', async () => {
    const givenName = 'x'.repeat(10_000)
    await wingback.put([enrols('LONGNAME', T0, { givenName })])
    await wingback.drain()
    expect((await wingback.member('LONGNAME')).facts).toMatchObject({ email: 'longname@example.com' })
    const apart = (await wingback.setAsides()).filter(({ envelope }) => Object(envelope.detail).memberId === 'LONGNAME')
    expect(apart).toMatchObject([{ fault: { code: 'bad-field' }, envelope: { detail: { givenName } } }])
  })

  test('half a character is no more than that', async () => {
    const half = { givenName: 'Mei\ud800', preferences: { seat: '\udfff' } }
    await wingback.put([enrols('HALF', T0, half), books('HALF', T0, 'PNR4')])
    await wingback.put([complains('HALF', T0, 'CMP-HALF', { text: 'bad \ud83d', category: '\ud83d' })])
    await wingback.put([raw('member.updated', { ...complaint, id: 'half', tier: ['\ud800'] })])
    await wingback.drain()
    const { facts, wingback: ours } = await wingback.member('HALF')
    expect([facts.openComplaints, ours.mails.length]).toEqual([1, 2])
    expect((await wingback.setAsides()).some(({ envelope }) => Object(envelope.detail).id === 'half')).toBe(true)
    expect(wingback.errors).toEqual([])
  })

  test('a template in a name stays a text, or is left out', async () => {
    await wingback.put([
      enrols('LIQUID', T0, { givenName: '{{ 7 | times: 7 }}{% for i in (1..9999999) %}x{% endfor %}' }),
      enrols('HTML', T0, { givenName: '<img src=x onerror=alert(1)>' }),
      enrols('HEADER', T0, { givenName: 'Mei\r\nBcc: everybody@example.com' }),
    ])
    await wingback.put(['LIQUID', 'HTML', 'HEADER'].map((memberId) => books(memberId, T0, 'PNR3')))
    await wingback.drain()
    for (const memberId of ['liquid', 'html', 'header']) {
      const mails = (await wingback.mails()).filter(
        ({ destination }) => destination.to[0] === `${memberId}@example.com`,
      )
      expect(mails).toHaveLength(1)
      const { html, text } = mails[0]!.body
      expect(html + text).not.toMatch(/Dear 49|times: 7|<img src=x|onerror|Bcc:/)
    }
  })
})

describe('an event that comes too soon', () => {
  test('is set aside, and accepted when it is tried again after its time', async () => {
    const before = (await wingback.status()).events
    await wingback.put([
      complains('GOOD', '2099-10-05T05:00:00Z', 'CMP-2099'),
      complains('GOOD', '2026-10-05T04:00:00Z', 'CMP-NOW'),
    ])
    await wingback.drain()
    const [soon] = (await wingback.setAsides()).filter(({ fault }) => fault.code === 'in-the-future')
    expect(soon!.fault.path).toBe('occurredAt')
    expect((await wingback.status()).events).toMatchObject({
      accepted: before.accepted + 1,
      setAside: before.setAside + 1,
    })

    await wingback.command('set-aside', 'replay', '--code', 'in-the-future')
    await wingback.drain()
    expect((await wingback.status()).events.setAside).toBe(before.setAside + 1)

    await wingback.moveTo('2099-10-05T05:30:00Z')
    const replayed = JSON.parse(await wingback.command('set-aside', 'replay', '--code', 'in-the-future', '--json'))
    expect(replayed).toMatchObject({ sent: 1, unsendable: 0 })
    await wingback.drain()
    expect((await wingback.status()).events).toMatchObject({ accepted: before.accepted + 2, setAside: before.setAside })
    expect((await wingback.member('GOOD')).timeline.map(({ type }) => type)).toContain('complaint.filed')
    const codes = (await wingback.command('set-aside', 'list', '--json'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).fault.code)
    expect(codes).not.toContain('in-the-future')
    expect(codes).toHaveLength(before.setAside)
  }, 60_000)
})

describe('lines of a file', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wingback-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('that are no events are set aside, once, and the others are taken', async () => {
    const before = (await wingback.status()).events
    const { type: DetailType, detail: Detail } = flies('GOOD', T0)
    const good = { Source: 'airline.test', DetailType, Detail }
    const lines = [
      '{"Source": "airline.test", "DetailType": "flight.comp',
      JSON.stringify(good),
      'null',
      '[]',
      '"text"',
      JSON.stringify({ ...good, Source: 'hotel.pms' }),
      JSON.stringify({ ...good, DetailType: undefined }),
      JSON.stringify({ ...good, Detail: 'no' }),
      '',
      JSON.stringify({ ...good, Source: 'aws.events' }),
    ]
    const file = join(folder, 'bad.jsonl')
    await writeFile(file, lines.join('\n'))
    const report = JSON.parse(await wingback.command('replay', file, '--json'))
    expect(report).toMatchObject({ sent: 2, accepted: 1, duplicates: 0, setAside: 8, notSent: 7 })
    const again = JSON.parse(await wingback.command('replay', file, '--json'))
    expect(again).toMatchObject({ sent: 2, accepted: 0, duplicates: 1, setAside: 1, notSent: 7 })
    expect((await wingback.status()).events.setAside).toBe(before.setAside + 9)
  })
})
