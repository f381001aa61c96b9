import { describe, expect, test } from 'vitest'
import { reportIn } from '../../shared/app/feedback/ses-feedback.ts'
import type { Envelope } from '../../shared/contract/index.ts'
import { addressHash } from '../../shared/domain/member/address.ts'
import { judgedDays } from '../../shared/domain/sending/reputation.ts'
import { envelope } from '../support/events.ts'
import { reactorOf } from '../support/reactor.ts'
import { rulebookOf } from '../support/rulebook.ts'

const now = Date.parse('2026-06-01T04:00:00Z')
const ours = 'li@bücher.example'

/** A report as SES publishes it, of a mail to `ours` unless it says otherwise. */
function reportOf(what: object, mail: object = { destination: [ours] }): string {
  return JSON.stringify({ ...what, mail: { ...mail, tags: { action: ['a1'], member: ['M1'] } } })
}
const bounce = (bounceType: string, bounceSubType?: string | null, emailAddress = ours) => ({
  eventType: 'Bounce',
  bounce: { bounceType, bounceSubType, bouncedRecipients: [{ emailAddress }] },
})
const complaint = (fields: object, recipients: object[] = [{ emailAddress: ours }]) => ({
  eventType: 'Complaint',
  complaint: { ...fields, complainedRecipients: recipients },
})

/** What reports on one mail come to: what is suppressed, what is counted, what is set aside. */
async function heard(...reports: string[]) {
  const reactor = reactorOf(await rulebookOf({}), now)
  const profile = { id: 'e1', memberId: 'M1', occurredAt: '2026-01-01T00:00:00Z', email: ours }
  await reactor.take([envelope('member.enrolled', profile)])
  await reactor.take(reports.map((body) => JSON.parse(body) as Envelope))
  const { suppressions } = await reactor.member()
  const counted = (measure: 'bounces' | 'complaints') => reactor.ports.reputation.read(measure, judgedDays(now))
  return {
    suppressed: suppressions.map(({ why }) => why),
    addresses: suppressions.map(({ address }) => address),
    bounces: (await counted('bounces')).bad,
    complaints: (await counted('complaints')).bad,
    setAside: (await reactor.ports.setAsides.list({ limit: 10 })).entries.length,
  }
}

const nothing = { suppressed: [], addresses: [], bounces: 0, complaints: 0, setAside: 0 }
const dead = { ...nothing, suppressed: ['bounce'], addresses: [addressHash(ours)] }
const unwanted = { ...nothing, suppressed: ['complaint'], addresses: [addressHash(ours)] }

describe('a bounce', () => {
  test.each<[type: string, subType: string | null | undefined, comesTo: typeof dead]>([
    ['Permanent', 'General', { ...dead, bounces: 1 }],
    ['Permanent', 'NoEmail', { ...dead, bounces: 1 }],
    ['Permanent', 'Suppressed', { ...dead, bounces: 1 }],
    ['Permanent', 'SomethingNew', { ...dead, bounces: 1 }],
    ['Permanent', null, { ...dead, bounces: 1 }],
    ['Permanent', undefined, { ...dead, bounces: 1 }],
    // SES did not try.
    ['Permanent', 'OnAccountSuppressionList', dead],
    ['Permanent', 'OnTenantSuppressionList', dead],
    ['Permanent', 'EmailValidationSuppressed', dead],
    ...[
      'General',
      'MailboxFull',
      'MessageTooLarge',
      'ContentRejected',
      'AttachmentRejected',
      'CustomTimeoutExceeded',
    ].map((subType): [string, string, typeof dead] => ['Transient', subType, nothing]),
    ['Undetermined', 'Undetermined', nothing],
  ])('%s, %s', async (type, subType, comesTo) => {
    expect(await heard(reportOf(bounce(type, subType)))).toEqual(comesTo)
  })

  test.each([
    ['the mailbox that ours was forwarded to', 'real.person@corp.example.net'],
    ['a host without a dot', 'd@mailhost'],
    ['a DSN’s own way to write an address', 'rfc822;li@bücher.example'],
    ['punycode', 'li@xn--bcher-kva.example'],
    ['a name before it', '"Li, B" <LI@bücher.example>'],
    ['nothing', ''],
  ])('counts for the address we wrote to, though it names %s', async (_, emailAddress) => {
    expect(await heard(reportOf(bounce('Permanent', 'General', emailAddress)))).toEqual({ ...dead, bounces: 1 })
  })

  test.each([
    ['in punycode', { destination: ['li@xn--bcher-kva.example'] }],
    ['with a name, in capitals', { destination: ['Li <LI@BÜCHER.EXAMPLE>'] }],
    ['not at all: then it is the member’s', { destination: [] }],
    ['not even with an empty list', {}],
  ])('the address we wrote to is told %s', async (_, mail) => {
    expect(await heard(reportOf(bounce('Permanent', 'General'), mail))).toEqual({ ...dead, bounces: 1 })
  })

  test('for good counts after one that passed, and once', async () => {
    const reports = [bounce('Transient', 'General'), bounce('Permanent', 'General'), bounce('Permanent', 'General')]
    expect(await heard(...reports.map((each) => reportOf(each)))).toEqual({ ...dead, bounces: 1 })
  })

  test('wrapped in a notification of SNS is the same', async () => {
    const Message = reportOf(bounce('Permanent', 'General'))
    expect(await heard(JSON.stringify({ Type: 'Notification', Message }))).toEqual({ ...dead, bounces: 1 })
  })
})

describe('a complaint', () => {
  test.each([
    ['abuse', null, { ...unwanted, complaints: 1 }],
    ['fraud', null, { ...unwanted, complaints: 1 }],
    ['other', null, { ...unwanted, complaints: 1 }],
    ['something-new', null, { ...unwanted, complaints: 1 }],
    // Most providers do not say.
    [undefined, undefined, { ...unwanted, complaints: 1 }],
    [null, null, { ...unwanted, complaints: 1 }],
    // The reader took it out of the spam folder; a machine checked the signature, or found a virus.
    ['not-spam', null, nothing],
    ['auth-failure', null, nothing],
    ['virus', null, nothing],
    // SES did not try, and says not whose report it remembers.
    [undefined, 'OnAccountSuppressionList', { ...unwanted, suppressed: ['report'] }],
    ['abuse', 'OnAccountSuppressionList', { ...unwanted, suppressed: ['report'] }],
  ])('%s, %s', async (complaintFeedbackType, complaintSubType, comesTo) => {
    expect(await heard(reportOf(complaint({ complaintFeedbackType, complaintSubType })))).toEqual(comesTo)
  })

  test.each([
    ['nobody', []],
    ['an address that is hidden', [{ emailAddress: 'redacted' }]],
    ['everybody of a domain', [{ emailAddress: 'a@x.example' }, { emailAddress: 'b@x.example' }]],
  ])('counts for the address we wrote to, though it names %s', async (_, recipients) => {
    expect(await heard(reportOf(complaint({}, recipients)))).toEqual({ ...unwanted, complaints: 1 })
  })
})

test('what is not about a mail of ours is left alone', () => {
  const untagged = { ...bounce('Permanent', 'General'), mail: { destination: [ours], tags: {} } }
  for (const body of [JSON.stringify(untagged), reportOf({ eventType: 'Subscription' })])
    expect(reportIn(body, now)).toEqual({})
  for (const body of ['no json', '{}', '{"eventType":"Bounce"}']) expect(reportIn(body, now)).toBeUndefined()
})

describe('in the queue of events', () => {
  test('a report is known whether its topic wraps it or not, and whatever its subject says', async () => {
    const headers = [{ name: 'Subject', value: 'About "detail-type": and "eventType":' }]
    const plain = reportOf(bounce('Permanent', 'General'), { destination: [ours], headers })
    const wrapped = JSON.stringify({ Type: 'Notification', Message: plain })
    const spaced = JSON.stringify(JSON.parse(plain), undefined, 2)
    for (const body of [plain, wrapped, spaced]) {
      expect(await heard(body)).toEqual({ ...dead, bounces: 1 })
    }
  })

  test('an event of the bus is none, though it speaks of one', async () => {
    const said = {
      complaintId: 'C1',
      category: 'food',
      eventType: 'Bounce',
      mail: { tags: { action: ['a'], member: ['M1'] } },
    }
    const filed = envelope('complaint.filed', { id: 'e2', memberId: 'M1', occurredAt: '2026-06-01T03:59:00Z', ...said })
    expect(reportIn(JSON.stringify(filed), now)).toBeUndefined()
    expect(await heard(JSON.stringify(filed))).toEqual(nothing)
  })

  test('one that is not ours is counted, and is no reason to set anything aside', async () => {
    const reactor = reactorOf(await rulebookOf({}), now)
    const others = [
      { ...bounce('Permanent', 'General'), mail: { destination: [ours], tags: { 'ses:from-domain': ['x.example'] } } },
      JSON.parse(reportOf({ eventType: 'Subscription' })),
    ]
    expect(await reactor.take(others as unknown as Envelope[])).toEqual([])
    expect(reactor.notOurs).toBe(2)
    expect((await reactor.ports.setAsides.list({ limit: 10 })).entries).toEqual([])
  })
})
