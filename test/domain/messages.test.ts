import { beforeEach, describe, expect, test } from 'vitest'
import { deliverEmails } from '../../shared/app/deliver/email.ts'
import { deliverMessages } from '../../shared/app/deliver/message.ts'
import { announcements } from '../../shared/contract/announcements.ts'
import { DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { decodeMember } from '../../shared/domain/member/codec.ts'
import { wingbackOf } from '../../shared/domain/member/facts.ts'
import { isCounted } from '../../shared/domain/member/mails.ts'
import { profileOf } from '../../shared/domain/member/profile.ts'
import { boundedSuppressions } from '../../shared/domain/member/suppressions.ts'
import type { Receipt, RecordBody } from '../../shared/domain/receipt.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { say } from '../../shared/domain/texts/say.ts'
import { NotTaken, type Ports } from '../../shared/ports/index.ts'
import { envelope } from '../support/events.ts'
import { nothingSpecial } from '../support/life.ts'
import { failing, type Reactor, reactorOf } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** A message over a channel of the airline's own: decided, claimed, handed to a gateway, answered for. */

const noon = Date.parse('2026-06-01T12:00:00+08:00')
const iso = (instant: number) => new Date(instant).toISOString()

const campaignOf = (step: string, more = '') => `campaign: c
trigger: survey.answered
${more}
steps: [${step}]`

let rulebook: Rulebook
let reactor: Reactor
let events = 0

async function publish(
  step: string,
  more = '',
  settings = 'channels: { wechat: { name: WeChat, text: 600 }, app: { name: our app, text: 30 } }',
) {
  rulebook = await rulebookOf({ campaigns: [campaignOf(step, more)], settings })
  reactor = reactorOf(rulebook, noon)
}

const about = (memberId = 'M1') => ({ id: `e${++events}`, memberId, occurredAt: iso(reactor.now) })
const say_ = (type: string, fields: object = {}, memberId = 'M1', source = 'airline.crm') =>
  reactor.take([envelope(type, { ...about(memberId), ...fields }, source)])
const enrols = (consent: object = { email: true, wechat: true }, more: object = {}) =>
  say_('member.enrolled', { email: 'mei@example.com', givenName: 'Mei', locale: 'en', consent, ...more })
const asks = () => say_('survey.answered', { nps: 3 })

const surroundings = (ports: Partial<Ports>) => ({
  ports: { ...reactor.ports, ...ports },
  rulebooks: { load: async () => rulebook, get: () => rulebook },
  hints: nothingSpecial,
  now: reactor.now,
  links: { baseUrl: 'https://links.example.com', keys: ['a key long enough to sign'] },
  onError: (error: unknown) => reactor.errors.push(error),
  alert: () => {},
})

/** What lies with the sender of messages is delivered, and what it says is heard. */
async function delivers(ports: Partial<Ports> = {}): Promise<void> {
  const orders = reactor.taken('messages').map((order, i) => ({ messageId: `q${i}`, body: JSON.stringify(order) }))
  await deliverMessages(orders, surroundings(ports))
  await reactor.drain()
}

const ready = () =>
  reactor.ports.bus.announcements.flatMap((each) => (each.type === 'message.ready' ? [each.detail] : []))
const answers = (type: string, more: object = {}, memberId = 'M1') =>
  say_(type, { messageId: ready()[0]!.messageId, ...more }, memberId, 'airline.gateway')

async function receipts(): Promise<Receipt[]> {
  const records = await reactor.ports.records.list('M1')
  const bodies = records.map(({ body }) => JSON.parse(body) as RecordBody).sort((a, b) => a.order - b.order)
  return bodies.flatMap((body) => body.receipts)
}
const outcomes = async () => (await receipts()).map(({ outcome }) => outcome)
const setAside = async () => (await reactor.ports.setAsides.list({ limit: 10 })).entries.map(({ fault }) => fault)

const overWechat = '{ message: { template: hello, channel: wechat } }'

beforeEach(() => publish(overWechat))

describe('a message', () => {
  test('is put on the bus for its gateway, and is sent when the gateway says so', async () => {
    await enrols()
    await asks()
    await delivers()
    const [announced] = ready()
    expect(announcements['message.ready'].parse(announced)).toEqual(announced)
    expect(announced).toMatchObject({
      memberId: 'M1',
      campaign: 'c',
      channel: 'wechat',
      purpose: 'marketing',
      locale: 'en',
      text: 'hello, Mei',
      expiresAt: iso(noon + DAY),
    })
    expect(announced!.id).toBe(`${announced!.messageId.replace('message-', '')}:ready`)
    expect(await outcomes()).toEqual(['entered', 'decided', 'handed'])
    reactor.now += MINUTE
    await answers('message.sent')
    expect(await outcomes()).toEqual(['entered', 'decided', 'handed', 'sent', 'ended'])
    expect((await receipts()).find(({ outcome }) => outcome === 'sent')).toMatchObject({
      kind: 'message',
      channel: 'wechat',
      reason: { is: 'message.taken', channel: 'WeChat' },
    })
    expect((await reactor.member()).pending).toEqual([])
  })

  test('is told of: when it was delivered, opened, replied to, whatever came first', async () => {
    await enrols()
    await asks()
    await delivers()
    reactor.now += MINUTE
    await answers('message.opened')
    reactor.now += MINUTE
    await answers('message.delivered')
    await answers('message.replied', { text: 'thank you' })
    const { messages, mails } = wingbackOf(await reactor.member())
    expect(mails).toEqual([])
    expect(messages).toMatchObject([
      {
        channel: 'wechat',
        sentAt: iso(noon + MINUTE),
        openedAt: iso(noon + MINUTE),
        repliedAt: iso(noon + 2 * MINUTE),
      },
    ])
    expect(await outcomes()).toEqual(['entered', 'decided', 'handed', 'sent', 'ended'])
  })

  test('begins other campaigns, and is waited for', async () => {
    await publish(
      `${overWechat}, { wait: { for: message.replied, atMost: 2d } }, { message: { template: news, channel: wechat } }`,
    )
    await enrols()
    await asks()
    await delivers()
    await answers('message.sent')
    expect(ready()).toHaveLength(1)
    reactor.now += HOUR
    await answers('message.replied')
    await delivers()
    expect(ready().map(({ text }) => text)).toEqual(['hello, Mei', 'news, Mei'])
  })

  test('of which the gateway says nothing is given up when its time is over, and not sent again', async () => {
    await publish('{ message: { template: hello, channel: wechat, validFor: 2h } }')
    await enrols()
    await asks()
    await delivers()
    expect((await reactor.member()).wakeAt).toBe(noon + 2 * HOUR)
    reactor.now += 2 * HOUR
    await say_('member.woken', {}, 'M1', 'wingback')
    await delivers()
    expect(await outcomes()).toEqual(['entered', 'decided', 'handed', 'expired', 'ended'])
    expect(ready()).toHaveLength(1)
    reactor.now += MINUTE
    await answers('message.delivered')
    expect(wingbackOf(await reactor.member()).messages[0]).toMatchObject({ deliveredAt: iso(reactor.now) })
    expect(await setAside()).toEqual([])
  })

  test('that failed is over; for good, nothing more goes there until the person agrees anew', async () => {
    await enrols()
    await asks()
    await delivers()
    await answers('message.failed', { permanent: true, reason: 'no such follower' })
    expect((await receipts()).find(({ outcome }) => outcome === 'failed')?.reason).toEqual({
      is: 'message.failed',
      channel: 'WeChat',
      said: 'no such follower',
    })
    expect(reactor.ports.bus.announcements.map(({ type }) => type)).toContain('address.suppressed')
    reactor.now += HOUR
    await asks()
    expect((await receipts()).at(-2)).toMatchObject({
      outcome: 'skipped',
      reason: { is: 'suppressed.bounced', channel: 'WeChat' },
    })
    reactor.now += HOUR
    await say_('member.updated', { consent: { wechat: true } })
    await asks()
    expect((await receipts()).at(-2)).toMatchObject({ outcome: 'skipped' })
    await say_('consent.changed', { channel: 'wechat', granted: true })
    await asks()
    await delivers()
    expect(ready()).toHaveLength(2)
  })

  test('that failed once may come again', async () => {
    await enrols()
    await asks()
    await delivers()
    await answers('message.failed')
    reactor.now += HOUR
    await asks()
    await delivers()
    expect(ready()).toHaveLength(2)
  })

  test('is as long as the channel takes, for this member too', async () => {
    await publish('{ message: { template: hello, channel: app } }')
    await enrols({ app: true }, { givenName: 'Maria '.repeat(5).trim() })
    await asks()
    await delivers()
    expect(ready()).toEqual([])
    const failed = (await receipts()).find(({ outcome }) => outcome === 'failed')
    expect(failed?.reason).toEqual({ is: 'message.tooLong', characters: 36, atMost: 30 })
  })

  test('crosses no answer of another member, nor one to nothing that was sent', async () => {
    await enrols()
    await asks()
    await delivers()
    await say_('member.enrolled', { email: 'other@example.com' }, 'M2')
    await answers('message.sent', {}, 'M2')
    await say_('message.sent', { messageId: 'message-of-nobody' })
    expect(await setAside()).toMatchObject([
      { code: 'unknown-message', path: 'messageId', hint: expect.stringContaining('message.ready') },
      { code: 'unknown-message', path: 'messageId' },
    ])
    expect(await outcomes()).toEqual(['entered', 'decided', 'handed'])
  })
})

describe('its claim', () => {
  const skips: [string, () => Promise<unknown>, object][] = [
    ['consent', () => say_('consent.changed', { channel: 'wechat', granted: false }), { gate: 'consent' }],
    ['consent by a copy', () => say_('member.updated', { consent: { wechat: false } }), { gate: 'consent' }],
    ['the channel is forgotten', () => say_('member.updated', { consent: { wechat: null } }), { gate: 'address' }],
  ]
  test.each(skips)('asks again: %s', async (_name, between, stop) => {
    await enrols()
    await asks()
    reactor.now += 1000
    await between()
    await delivers()
    expect(ready()).toEqual([])
    const skipped = (await receipts()).find(({ outcome }) => outcome === 'skipped')
    expect(skipped?.gates?.at(-1)).toMatchObject(stop)
  })

  test('consent to e-mail, or its withdrawal, says nothing of it', async () => {
    await enrols({ email: false, wechat: true })
    await asks()
    await delivers()
    expect(ready()).toHaveLength(1)
    await publish(overWechat)
    await enrols({ email: true })
    await asks()
    expect((await receipts()).at(-2)).toMatchObject({
      outcome: 'skipped',
      reason: { is: 'address.none', channel: 'WeChat' },
    })
  })

  test('holds in the channel’s quiet hours, else in the settings’', async () => {
    const settings = (own: string) => `quietHours: 21:00-08:00\nchannels: { wechat: { name: WeChat, text: 600${own} } }`
    await publish(overWechat, '', settings(', quietHours: 11:00-13:00'))
    await enrols()
    await asks()
    expect((await receipts()).at(-1)).toMatchObject({ outcome: 'held', reason: { is: 'quietHours.within' } })
    await publish(overWechat, '', settings(''))
    await enrols()
    await asks()
    await delivers()
    expect(ready()).toHaveLength(1)
  })

  test('counts against caps of its channel, and across channels', async () => {
    const caps =
      'atMost: [{ channel: any, atMost: 2 in 7d }, { channel: wechat, atMost: 1 in 1d }, 5 emails in 7d]\nchannels: { wechat: { name: WeChat, text: 600 } }'
    await publish(`${overWechat}, { email: hello }`, '', caps)
    await enrols()
    const goes = async () => {
      await asks()
      await delivers()
      if (ready().length > 0) await answers('message.sent').then(() => mails())
      else await mails()
    }
    const mails = async () => {
      const orders = reactor.taken('emails').map((order, i) => ({ messageId: `q${i}`, body: JSON.stringify(order) }))
      await deliverEmails(orders, surroundings({}))
      await reactor.drain()
    }
    await goes()
    expect([ready().length, reactor.ports.mailer.mails.length]).toEqual([1, 1])
    reactor.now += HOUR
    await goes()
    expect([ready().length, reactor.ports.mailer.mails.length]).toEqual([1, 1])
    const reasons = (await receipts()).filter(({ outcome }) => outcome === 'skipped').map(({ reason }) => say(reason))
    expect(reasons).toEqual(['already 2 messages in the last 7 days', 'already 2 messages in the last 7 days'])
  })

  test('a message that is claimed twice is on the bus once', async () => {
    await enrols()
    await asks()
    const [order] = reactor.taken('messages')
    const orders = ['a', 'b'].map((messageId) => ({ messageId, body: JSON.stringify(order) }))
    await deliverMessages(orders, surroundings({}))
    await deliverMessages(orders, surroundings({}))
    expect(ready()).toHaveLength(1)
  })

  test('where the bus lost its answer it may be with the gateway: it waits for that, and is not put there again', async () => {
    await enrols()
    await asks()
    await delivers({ bus: failing(reactor.ports.bus, 'publish', 'after') })
    expect(await outcomes()).toEqual(['entered', 'decided', 'unknown'])
    reactor.now += 30 * MINUTE
    await say_('member.woken', {}, 'M1', 'wingback')
    await delivers()
    expect(ready()).toHaveLength(1)
    await answers('message.delivered')
    expect(await outcomes()).toEqual(['entered', 'decided', 'unknown', 'sent', 'ended'])
  })

  test('and where it never was with the gateway it is given up in its time', async () => {
    await enrols()
    await asks()
    await delivers({ bus: failing(reactor.ports.bus, 'publish', 'before') })
    reactor.now += DAY
    await say_('member.woken', {}, 'M1', 'wingback')
    await delivers()
    expect(ready()).toEqual([])
    expect(await outcomes()).toEqual(['entered', 'decided', 'unknown', 'expired', 'ended'])
  })

  test('what the bus certainly did not take waits, and is asked everything again', async () => {
    await enrols()
    await asks()
    const full = { ...reactor.ports.bus, publish: () => Promise.reject(new NotTaken('throttled')) }
    await delivers({ bus: full })
    expect((await receipts()).at(-1)).toMatchObject({ outcome: 'held', reason: { is: 'sender.busFull' } })
    expect((await reactor.member()).mails).toEqual([])
    reactor.now = (await reactor.member()).wakeAt!
    await say_('member.woken', {}, 'M1', 'wingback')
    await delivers()
    expect(ready()).toHaveLength(1)
  })

  test('a sender that stopped after its claim leaves it unknown', async () => {
    await enrols()
    await asks()
    const [order] = reactor.taken('messages')
    const orders = [{ messageId: 'a', body: JSON.stringify(order) }]
    const never = { ...reactor.ports.queues, send: () => Promise.reject(new Error('stopped')) }
    await deliverMessages(orders, surroundings({ queues: never, bus: reactor.ports.bus })).catch(() => {})
    reactor.now += 5 * MINUTE
    await deliverMessages(orders, surroundings({}))
    await reactor.drain()
    expect(await outcomes()).toEqual(['entered', 'decided', 'unknown'])
    expect(ready()).toHaveLength(1)
  })
})

describe('consent', () => {
  test('to a channel that nobody declared is set aside, with what was meant', async () => {
    await enrols()
    await say_('consent.changed', { channel: 'wechta', granted: false })
    await say_('consent.changed', { channel: 'telegram', granted: false })
    await say_('consent.changed', { channel: 'WeChat ', granted: false })
    await say_('consent.changed', { channel: 'phone', granted: false })
    const faults = new Map((await setAside()).map((fault) => [fault.hint?.startsWith('did you mean'), fault]))
    expect(faults.get(true)).toMatchObject({ code: 'unknown-channel', path: 'channel', hint: 'did you mean "wechat"?' })
    expect(faults.get(false)).toMatchObject({
      code: 'unknown-channel',
      hint: expect.stringContaining('there are email, phone, wechat, app'),
    })
    expect(profileOf(await reactor.member()).consents).toEqual({
      phone: { marketing: false },
      wechat: { marketing: false },
    })
  })

  test('that is no answer is set aside where the channel is declared, and does no harm elsewhere', async () => {
    await enrols({ email: true, wechat: 'nein', telegram: 'nein' })
    expect(await setAside()).toMatchObject([{ code: 'bad-field', path: 'consent.wechat' }])
    await enrols({ email: true, telegram: 'nein' })
    expect(await setAside()).toHaveLength(1)
  })

  test('of a copy never undoes what the person said, channel by channel', async () => {
    await enrols({ email: true, wechat: true, app: true })
    reactor.now += HOUR
    await say_('consent.changed', { channel: 'wechat', granted: false })
    reactor.now += HOUR
    await say_('member.updated', { consent: { wechat: true, app: false } })
    expect(profileOf(await reactor.member())).toMatchObject({
      consentEmail: true,
      consents: { wechat: { marketing: false }, app: { marketing: false } },
    })
  })

  test('the stricter of two cards counts, channel by channel and purpose by purpose', async () => {
    await enrols({ email: true, wechat: true, app: true })
    await say_('member.enrolled', { consent: { wechat: false, app: true } }, 'M2')
    await say_('consent.changed', { channel: 'app', granted: false, purpose: 'service' }, 'M2')
    await say_('member.merged', { into: 'M1' }, 'M2')
    await reactor.drain()
    expect(profileOf(await reactor.member())).toMatchObject({
      consentEmail: true,
      consents: { wechat: { marketing: false }, app: { marketing: true, service: false } },
    })
  })

  test('service needs none, but a channel that reaches the member; and may be objected to by itself', async () => {
    await publish(overWechat, 'class: service')
    await enrols({ wechat: false })
    await asks()
    await delivers()
    expect(ready()).toMatchObject([{ purpose: 'service' }])
    await answers('message.sent')
    reactor.now += HOUR
    await say_('consent.changed', { channel: 'wechat', granted: false, purpose: 'service' })
    await asks()
    expect((await receipts()).at(-2)).toMatchObject({
      outcome: 'skipped',
      reason: { is: 'consent.objected', channel: 'WeChat' },
    })
  })
})

describe('the preferred channel', () => {
  const preferred = '{ message: { template: hello, channel: preferred } }'
  const chosen = async () => (await receipts()).find(({ outcome }) => outcome === 'decided')!

  test('is the first that reaches the member, with what it fell back from and why', async () => {
    await publish(preferred)
    await enrols({ email: true, wechat: false })
    await asks()
    const decided = await chosen()
    expect(decided).toMatchObject({
      kind: 'email',
      channel: 'email',
      notOver: [
        { channel: 'wechat', gate: 'consent', reason: { is: 'consent.withheld', channel: 'WeChat' } },
        { channel: 'app', gate: 'address', reason: { is: 'address.none', channel: 'our app' } },
      ],
    })
    expect(reactor.taken('emails')).toHaveLength(1)
    expect(reactor.taken('messages')).toEqual([])
  })

  test('is the one that the member named, where it reaches them', async () => {
    const both = 'channels: { wechat: { name: 微信, text: 600 }, app: { name: 国航 App, text: 600 } }'
    for (const [named, over] of [
      ['app', 'app'],
      ['国航 app', 'app'],
      ['微信', 'wechat'],
      ['fax', 'wechat'],
      ['email', 'email'],
    ] as const) {
      await publish(preferred, '', both)
      await enrols({ email: true, wechat: true, app: true }, { preferences: { channel: named } })
      await asks()
      expect(await chosen()).toMatchObject({ channel: over })
    }
  })

  test('goes by the order that a step gives', async () => {
    await publish('{ message: { template: hello, channel: [app, wechat] } }')
    await enrols({ email: true, wechat: true }, { preferences: { channel: 'email' } })
    await asks()
    expect(await chosen()).toMatchObject({
      kind: 'message',
      channel: 'wechat',
      notOver: [{ channel: 'app', gate: 'address' }],
    })
  })

  test('is the one that comes nearest where none reaches the member, and the gates say why', async () => {
    const skipped = async () => (await receipts()).find(({ outcome }) => outcome === 'skipped')!
    await publish(preferred)
    await enrols({ email: false }, {})
    await asks()
    expect(await skipped()).toMatchObject({
      kind: 'email',
      channel: 'email',
      reason: { is: 'consent.withheld' },
      notOver: [{ channel: 'wechat', reason: { is: 'address.none' } }, { channel: 'app' }],
    })
    await publish(preferred)
    await enrols({ email: false, app: false }, {})
    await asks()
    expect(await skipped()).toMatchObject({
      kind: 'message',
      channel: 'app',
      reason: { is: 'consent.withheld', channel: 'our app' },
      notOver: [{ channel: 'wechat' }, { channel: 'email', reason: { is: 'consent.withheld' } }],
    })
  })

  test('is asked anew when what was held goes on', async () => {
    await publish(preferred, 'guardrails: { quietHours: 11:00-13:00 }')
    await enrols({ email: true, wechat: true })
    await asks()
    expect((await receipts()).at(-1)).toMatchObject({ outcome: 'held', channel: 'wechat' })
    await say_('consent.changed', { channel: 'wechat', granted: false })
    reactor.now = noon + HOUR
    await say_('member.woken', {}, 'M1', 'wingback')
    expect(await chosen()).toMatchObject({ channel: 'email', notOver: [{ channel: 'wechat' }, { channel: 'app' }] })
  })
})

test('a member stored before there were messages counts their mails as ever', async () => {
  const mails = [{ actionId: 'old', campaign: 'c', class: 'marketing', claimedAt: noon - HOUR, openedAt: noon }]
  const suppressions = [{ why: 'bounce', address: 'hash-of-another', at: noon - DAY }]
  const layers = [{ at: 1, eventId: 'e', fields: { email: 'a@example.com', consentEmail: true, saidService: true } }]
  const stored = decodeMember({ memberId: 'M1', state: JSON.stringify({ format: 3, layers, mails, suppressions }) })
  expect(profileOf(stored)).toMatchObject({ consentEmail: true, serviceEmail: true })
  expect(wingbackOf(stored)).toMatchObject({
    mails: [{ actionId: 'old', sentAt: iso(noon - HOUR) }],
    messages: [],
    suppressions: [{ why: 'bounce', channel: 'email' }],
  })
  expect(isCounted(stored.mails[0]!, { channel: 'email' })).toBe(true)
  expect(isCounted(stored.mails[0]!, { channel: 'any' })).toBe(true)
  expect(isCounted(stored.mails[0]!, { channel: 'wechat' })).toBe(false)
})

test('no number of bounced addresses makes a failure for good fall out', () => {
  const failed = { why: 'bounce', channel: 'wechat', address: 'w', at: 1 } as const
  const bounces = Array.from({ length: 20 }, (_, n) => ({ why: 'bounce' as const, address: `a${n}`, at: 2 + n }))
  const kept = boundedSuppressions([failed, ...bounces, { ...failed, at: 30 }])
  expect(kept.filter(({ channel }) => channel === 'wechat')).toEqual([{ ...failed, at: 30 }])
  expect(kept.filter(({ channel }) => channel === undefined)).toEqual(bounces.slice(-8))
})
