import { describe, expect, test } from 'vitest'
import { newMember } from '../../../shared/domain/member/new.ts'
import { formattingLocale, isTooLate, messageDataOf } from '../../../shared/domain/message/data.ts'
import { disruptedBy } from '../../support/disrupted.ts'

test('numbers are written the member’s way where the mail is in the member’s language', () => {
  expect(formattingLocale('en-GB', 'en')).toBe('en-GB')
  expect(formattingLocale('fr-FR', 'en')).toBe('en')
  expect(formattingLocale(undefined, 'zh-CN')).toBe('zh-CN')
})

describe('what a template is given', () => {
  const leg = 'XW1001:PEK-SHA:2026-09-02'
  const expiresAt = Date.UTC(2026, 9, 1)
  const member = {
    ...newMember('CW1'),
    layers: [
      { at: 1, eventId: 'e', fields: { givenName: '晓雨', familyName: '林', locale: 'zh-CN', timeZone: 'Asia/Tokyo' } },
    ],
    disruptions: disruptedBy([
      {
        at: 1,
        eventId: 't',
        leg,
        departsAt: Date.parse('2026-09-02T00:30Z'),
        kind: 'cancellation',
        cause: 'crew',
        extraordinary: false,
        carrierLicence: 'UK',
      },
    ]),
    offers: [{ offerId: 'offer-1', campaign: 'c', cabin: 'C' as const, issuedAt: 1, expiresAt }],
  }
  const about = {
    member,
    campaign: { id: 'c', name: 'C', class: 'marketing' as const },
    settings: { airline: { name: 'X' }, zone: 'Asia/Shanghai', flightSuffix: 'ignored' as const },
    templateLocale: 'zh-CN',
    links: { unsubscribeUrl: 'https://x/u/1' },
    now: 0,
  }

  test('an offer is told of until it expires, and no longer', () => {
    const journey = { cause: { fields: {} }, offerId: 'offer-1' }
    const links = {
      unsubscribeUrl: 'https://x/u/1',
      offer: { acceptUrl: 'https://x/o/a', declineUrl: 'https://x/o/d' },
    }
    const { expiresAt } = about.member.offers[0]!
    for (const [now, open] of [
      [expiresAt - 1, true],
      [expiresAt, false],
    ] as const) {
      expect('offer' in messageDataOf({ ...about, links, journey, now })).toBe(open)
      expect(isTooLate(about.member, journey, now)).toBe(!open)
    }
  })

  test('a complaint about a disrupted flight, with what was granted and offered', () => {
    const data = messageDataOf({
      ...about,
      links: { unsubscribeUrl: 'https://x/u/1', offer: { acceptUrl: 'https://x/o/a', declineUrl: 'https://x/o/d' } },
      journey: {
        cause: {
          type: 'complaint.filed',
          complaintId: 'CMP-1',
          leg,
          fields: { severity: 4, category: 'cancellation' },
        },
        granted: { kind: 'miles', amount: 5000 },
        offerId: 'offer-1',
      },
    })
    expect(data).toMatchObject({
      zone: 'Asia/Tokyo',
      member: { name: '林晓雨', tier: '' },
      complaint: { id: 'CMP-1', category: 'cancellation', severity: 4 },
      flight: { number: 'XW1001', from: 'PEK', to: 'SHA' },
      disruption: { kind: 'cancellation', delayMinutes: null, rights: 'UK261' },
      compensation: { kind: 'miles', amount: 5000, currency: '' },
      offer: { cabin: 'C', expiresAt, acceptUrl: 'https://x/o/a' },
    })
  })

  test('nothing that does not apply', () => {
    const data = messageDataOf({ ...about, journey: { cause: { fields: {} } } })
    expect(Object.keys(data).sort()).toEqual(['airline', 'campaign', 'locale', 'member', 'unsubscribeUrl', 'zone'])
  })

  test('a disruption that fell out of the member’s list, from the event', () => {
    const fields = { kind: 'delay', arrivalDelayMinutes: 200, carrierLicence: 'ZZ' }
    const data = messageDataOf({ ...about, journey: { cause: { type: 'member.disrupted', fields } } })
    expect(data.disruption).toEqual({
      kind: 'delay',
      delayMinutes: 200,
      rights: 'other',
      careDue: false,
      refundRight: false,
    })
  })
})
