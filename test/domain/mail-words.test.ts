import { beforeEach, describe, expect, test } from 'vitest'
import { reportIn } from '../../shared/app/feedback/ses-feedback.ts'
import type { Envelope } from '../../shared/contract/index.ts'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import type { MailList } from '../../shared/domain/sending/mail-words.ts'
import { envelope } from '../support/events.ts'
import { type Reactor, reactorOf } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** Which list a mail stands in, and where it is counted: by what is reported of it, in whatever order and however often. */

const now = Date.parse('2026-06-01T04:00:00Z')
const MONTH = '2026-06'
const letters = `
campaign: letters
class: service
trigger: complaint.filed
guardrails: { oncePer: complaint }
steps: [{ email: hello }]`

let reactor: Reactor
let actionId: string

beforeEach(async () => {
  reactor = reactorOf(await rulebookOf({ campaigns: [letters] }), now)
  const profile = { id: 'e1', memberId: 'M1', occurredAt: '2026-05-01T00:00:00Z', email: 'Mei@Example.com' }
  await reactor.take([
    envelope('member.enrolled', profile),
    envelope('complaint.filed', {
      id: 'e2',
      memberId: 'M1',
      occurredAt: '2026-06-01T03:59:00Z',
      complaintId: 'C1',
      category: 'food',
    }),
  ])
  actionId = reactor.taken('emails')[0]!.actionId!
  await claimed()
})

/** As the sender claims it, with its note. */
async function claimed() {
  const member = await reactor.member()
  const note = { actionId, campaign: 'letters', class: 'service' as const, claimedAt: now }
  const stored = (await reactor.ports.members.read(['M1'])).get('M1')!
  const state = encodeMember({ ...member, mails: [note] })
  await reactor.ports.members.write({ ...stored, version: stored.version + 1, state })
}

function report(what: object): Envelope {
  const mail = { destination: ['mei@example.com'], tags: { action: [actionId], member: ['M1'] } }
  return JSON.parse(reportIn(JSON.stringify({ ...what, mail }), now)!.event!)
}
const delivery = () => report({ eventType: 'Delivery' })
const bounce = (bounceType: string, bounceSubType: string) =>
  report({ eventType: 'Bounce', bounce: { bounceType, bounceSubType } })
const complaint = () => report({ eventType: 'Complaint', complaint: { complaintFeedbackType: 'abuse' } })
const sent = () =>
  envelope(
    'email.sent',
    { id: `${actionId}:sent`, memberId: 'M1', occurredAt: new Date(now).toISOString(), actionId, messageId: 'm' },
    'wingback',
  )

const listed = async (list: MailList) =>
  (await reactor.ports.mails.page({ list, limit: 10 })).words.map((word) => word.reason ?? word.actionId)
const counted = async () => {
  const { campaigns, domains } = await reactor.ports.mailCounts.read(MONTH)
  return { letters: campaigns.letters, domain: domains['example.com'] }
}
const both = <T>(tally: T) => ({ letters: tally, domain: tally })

describe('a mail', () => {
  test('that is delivered is sent once, whether that is told before or after', async () => {
    await reactor.take([delivery(), sent(), delivery()])
    await reactor.take([sent(), delivery()])
    expect(await listed('sent')).toEqual([actionId])
    expect(await counted()).toEqual(both({ sent: 1, delivered: 1 }))
  })

  test('that bounces for good is in both lists, with its reason, and counted once', async () => {
    await reactor.take([sent()])
    for (let told = 0; told < 3; told++) await reactor.take([bounce('Permanent', 'NoEmail')])
    expect(await listed('sent')).toEqual([actionId])
    expect(await listed('bounced')).toEqual([{ is: 'mail.bounced', code: 'noSuchMailbox' }])
    expect(await counted()).toEqual(both({ sent: 1, bounced: 1 }))
  })

  test.each([
    ['MailboxFull', 'mailboxFull'],
    ['General', 'passing'],
    ['SomethingNew', 'notKnown'],
  ])('that bounces for now (%s) is listed, and not counted as bounced', async (subType, code) => {
    await reactor.take([sent(), bounce('Transient', subType)])
    expect(await listed('bounced')).toEqual([{ is: 'mail.bounced', code }])
    expect(await counted()).toEqual(both({ sent: 1 }))
  })

  test('that is reported as spam says as what', async () => {
    await reactor.take([sent(), delivery(), complaint()])
    expect(await listed('complained')).toEqual([{ is: 'mail.complained', code: 'abuse' }])
    expect(await counted()).toEqual(both({ sent: 1, delivered: 1, complained: 1 }))
  })

  test('that is not known is listed, and counts as sent once a report says so', async () => {
    const reason = { is: 'mail.senderStopped' }
    const about = {
      id: `${actionId}:unknown`,
      memberId: 'M1',
      occurredAt: new Date(now).toISOString(),
      actionId,
      reason,
    }
    await reactor.take([envelope('email.unknown', about, 'wingback')])
    expect(await listed('unknown')).toEqual([reason])
    expect(await counted()).toEqual(both(undefined))
    await reactor.take([delivery()])
    expect(await counted()).toEqual(both({ sent: 1, delivered: 1 }))
  })

  test('of who is erased is in no list', async () => {
    await reactor.take([sent(), bounce('Transient', 'MailboxFull'), complaint()])
    await reactor.take([envelope('member.erased', { id: 'e9', memberId: 'M1', occurredAt: '2026-06-01T04:00:00Z' })])
    await reactor.drain()
    for (const list of ['sent', 'bounced', 'complained'] as const) expect(await listed(list)).toEqual([])
  })

  test('is listed though the first hand-over broke', async () => {
    const note = () => Promise.reject(new Error('away'))
    const broken = { mails: { ...reactor.ports.mails, note } }
    expect(await reactor.take([sent()], broken)).toHaveLength(1)
    expect(await listed('sent')).toEqual([])
    await reactor.take([delivery()])
    expect(await listed('sent')).toEqual([actionId])
  })
})
