import { expect, test } from 'vitest'
import { compose } from '../../../shared/domain/message/compose.ts'
import { sampleData } from '../../../shared/domain/message/sample.ts'

const template = {
  subject: 'Hi {{ member.name }}',
  html: '<html><body style="x"><a href="{{ offer.acceptUrl }}">yes</a><a href="{{ unsubscribeUrl }}">no</a></body></html>',
  text: 'Yes: {{ offer.acceptUrl }}\nNo: {{ unsubscribeUrl }}',
}
const composition = {
  template,
  data: sampleData('en', {}),
  to: 'anna@example.com',
  from: 'care@example.com',
  replyTo: 'help@example.com',
  tags: { action: 'abc-_1', campaign: 'we miss you!', rulebook: 'r1' },
}

test('a mail with one-click unsubscribing and tags that SES takes', () => {
  expect(compose(composition)).toEqual({
    ok: true,
    mail: {
      to: 'anna@example.com',
      from: 'care@example.com',
      replyTo: 'help@example.com',
      subject: 'Hi Sample',
      html: expect.stringContaining('href="https://links.example.com/o/sample?answer=accepted"'),
      text: expect.stringContaining('https://links.example.com/u/sample'),
      headers: {
        'List-Unsubscribe': '<https://links.example.com/u/sample>',
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
      tags: { action: 'abc-_1', campaign: 'we_miss_you_', rulebook: 'r1' },
    },
  })
})

test('a test mail is marked, and nothing in it acts or is counted', () => {
  const composed = compose({ ...composition, test: true })
  expect(composed).toMatchObject({
    ok: true,
    mail: {
      subject: '[TEST] Hi Sample',
      html: expect.stringMatching(/<body style="x"><div[^>]*>TEST/),
      text: expect.stringMatching(/^\*\*\* TEST/),
      headers: {},
      tags: { test: 'yes' },
    },
  })
  expect(JSON.stringify(composed)).not.toContain('links.example.com')
})

test('a test mail in Chinese is marked in Chinese', () => {
  const composed = compose({ ...composition, data: { ...composition.data, locale: 'zh-CN' }, test: true })
  expect(composed).toMatchObject({ ok: true, mail: { subject: '【测试】Hi Sample' } })
})

test('what cannot be rendered is not sent', () => {
  const { offer, ...data } = composition.data
  expect(compose({ ...composition, data })).toMatchObject({
    ok: false,
    code: 'unrenderable',
    reason: expect.stringContaining('undefined variable: offer'),
  })
})
