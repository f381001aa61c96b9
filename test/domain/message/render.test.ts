import { describe, expect, test } from 'vitest'
import type { MessageData } from '../../../shared/domain/message/data.ts'
import { render, templateFor } from '../../../shared/domain/message/render.ts'
import { sampleData } from '../../../shared/domain/message/sample.ts'

const template = (subject: string, html = '<p>.</p>', text = '.') => ({ subject, html, text })

function rendered(source: string, data: Partial<MessageData> = {}, locale = 'en') {
  const result = render(template(source, source, source), { ...sampleData(locale, {}), ...data })
  if (!result.ok) throw new Error(result.reason)
  return result
}

function member(name: string): MessageData['member'] {
  return { ...sampleData('en', {}).member, name, givenName: name }
}

describe('a hostile name', () => {
  test('is no template', () => {
    const { subject, html } = rendered('Hi {{ member.name }}', {
      member: member('{{ 7 | times: 7 }}{% assign x = 1 %}'),
    })
    expect(subject).toBe('Hi {{ 7 | times: 7 }}{% assign x = 1 %}')
    expect(html).not.toContain('49')
  })

  test('is escaped in HTML, in text and attributes, and as it is in the text part', () => {
    const source = '<a title="{{ member.name }}">{{ member.name }}</a>'
    const { html, text } = rendered(source, { member: member(`<script>"'&`) })
    expect(html).toBe('<a title="&lt;script&gt;&#34;&#39;&amp;">&lt;script&gt;&#34;&#39;&amp;</a>')
    expect(text).toContain(`<script>"'&`)
  })

  test.each([
    '{% capture x %}{{ member.name }}{% endcapture %}{{ x }}',
    '{% capture x %}{{ member.name }}{% endcapture %}{% capture y %}{{ x }}{% endcapture %}{{ y }}',
    '{% assign x = member.name | append: "" %}{{ x }}',
    '{% echo member.name %}',
  ])('is escaped once, however it comes into the mail: %s', (source) => {
    const { html, text } = rendered(source, { member: member("O'Brien <b>&amp;") })
    expect(html).toBe('O&#39;Brien &lt;b&gt;&amp;amp;')
    expect(text).toBe("O'Brien <b>&amp;\n")
  })

  test('what is captured is no HTML', () => {
    expect(rendered('{% capture x %}<script>{% endcapture %}{{ x }}').html).toBe('&lt;script&gt;')
  })

  test('breaks out of no header', () => {
    const { subject } = rendered('Hi {{ member.name }}', {
      member: member('A\r\nBcc: x@example.com\u2028\u0000\u202eevil'),
    })
    expect(subject).toBe('Hi A Bcc: x@example.com evil')
  })

  test('is bounded, whole characters only', () => {
    const { subject, html } = rendered('Hi {{ member.name }}', { member: member('😀'.repeat(10_000)) })
    expect(subject.length).toBeLessThanOrEqual(200)
    expect(html.length).toBeLessThanOrEqual(2010)
    expect(subject.isWellFormed() && html.isWellFormed()).toBe(true)
  })

  test('reaches no prototype', () => {
    expect(render(template('{{ member.constructor }}'), sampleData('en', {}))).toMatchObject({ ok: false })
    expect(render(template('{{ airline.__proto__ }}'), sampleData('en', {}))).toMatchObject({ ok: false })
  })
})

describe('a bad template', () => {
  test.each([
    ['a missing variable', '{{ offer.acceptUrl }}', 'undefined variable: offer'],
    ['a loop without end', '{% for i in (1..100000000) %}x{% endfor %}', 'memory alloc limit exceeded'],
    [
      'text that doubles',
      '{% assign a = "xx" %}{% for i in (1..50) %}{% assign a = a | append: a %}{% endfor %}',
      'memory',
    ],
    ['an include', '{% include "/etc/passwd" %}', 'tag "include" not found'],
    ['a way round escaping', '{{ member.name | raw }}', 'undefined filter: raw'],
    ['money without a currency', '{{ compensation | money }}', 'there is no currency'],
    ['a date that is none', '{{ member.name | date }}', 'not a number'],
    ['no subject', '{% if offer %}{% endif %}', 'the subject is empty'],
    [
      'loops that make nothing',
      `{% assign a = (1..90000) %}${'{% for i in a %}'.repeat(2)}${'{% endfor %}'.repeat(2)}`,
      'limit',
    ],
  ])('fails with %s: %s', (_, source, reason) => {
    const { offer, ...data } = sampleData('en', {})
    const result = render(template(source), data)
    expect(result).toMatchObject({ ok: false, reason: expect.stringContaining(reason) })
  })

  test('fails with a link that came to lead nowhere, whatever the template looks like', () => {
    const html = '<a href="{{ complaint.category }}">more</a>'
    const complaint = { id: 'C', category: 'javascript:x', severity: 1 }
    expect(render(template('s', html), { ...sampleData('en', {}), complaint })).toEqual({
      ok: false,
      reason: 'a link leads to "javascript:x"',
    })
  })

  test('asks whether a group is there', () => {
    const { offer, ...data } = sampleData('en', {})
    expect(render(template('a{% if offer %} {{ offer.cabin }}{% endif %}'), data)).toMatchObject({ subject: 'a' })
  })
})

describe('a long text', () => {
  test.each([
    ['blanks', ' '.repeat(150_000)],
    ['blanks of a loop', '{% for i in (1..30000) %} {% endfor %}'],
    ['blank lines', ' \n'.repeat(70_000)],
  ])('of %s is tidied in a moment', (_, body) => {
    const started = performance.now()
    const result = render(template('s', '<p>.</p>', `x${body}y`), sampleData('en', {}))
    expect(result).toMatchObject({ ok: true, text: expect.stringMatching(/^x\s{1,2}y\n$/) })
    expect(performance.now() - started).toBeLessThan(2000)
  })

  test('all parts together have one limit of time', () => {
    const forever = `x{% assign a = (1..90000) %}${'{% for i in a %}'.repeat(2)}${'{% endfor %}'.repeat(2)}`
    const started = performance.now()
    expect(render(template(forever, forever, forever), sampleData('en', {}))).toMatchObject({ ok: false })
    expect(performance.now() - started).toBeLessThan(2900)
  })
})

describe('dates, money and words are the reader’s', () => {
  const expiresAt = Date.UTC(2026, 9, 20, 17, 30)
  const offer = { ...sampleData('en', {}).offer!, expiresAt }

  test.each([
    ['en', 'Asia/Shanghai', 'October 21, 2026', 'October 21'],
    ['en-GB', 'Europe/London', '20 October 2026', '20 October'],
    ['zh-CN', 'America/New_York', '2026年10月20日', '10月20日'],
  ])('%s in %s', (locale, zone, long, short) => {
    const { text } = rendered("{{ offer.expiresAt | date }} {{ offer.expiresAt | date: 'short' }}", {
      locale,
      zone,
      offer,
    })
    expect(text.trim()).toBe(`${long} ${short}`)
  })

  test.each([
    ['en', 50_000, 'CNY', 'CN¥500'],
    ['zh-CN', 50_050, 'CNY', '¥500.50'],
    ['en-GB', 4200, 'GBP', '£42'],
    ['ja-JP', 1200, 'JPY', '￥1,200'],
    ['en', 1500, 'KWD', 'KWD 1.500'],
  ])('%s writes %d %s as %s', (locale, amount, currency, expected) => {
    const { text } = rendered('{{ compensation | money }}', {
      locale,
      compensation: { kind: 'cash', amount, currency, basis: 'goodwill', law: '', paragraphs: '' },
    })
    expect(text.trim().replace(/\u00a0/g, ' ')).toBe(expected)
  })

  test.each([
    ['en', 190, '3 hours 10 minutes'],
    ['en', 60, '1 hour'],
    ['zh-CN', 190, '3小时10分钟'],
    ['en', 0, '0 minutes'],
  ])('%s says %d minutes as %s', (locale, delayMinutes, expected) => {
    const disruption = { kind: 'delay', delayMinutes, rights: 'CN' as const, careDue: true, refundRight: false }
    const { text } = rendered('{{ disruption.delayMinutes | duration }}', { locale, disruption })
    expect(text.trim()).toBe(expected)
  })

  test('miles and cabins', () => {
    const source = '{{ compensation.amount | number }} {{ offer.cabin | cabin }}'
    expect(rendered(source).text).toBe('5,000 Business Class\n')
    expect(rendered(source, {}, 'zh-CN').text).toBe('5,000 公务舱\n')
  })
})

describe('the template for a reader', () => {
  const [en, zhCN, zhHant] = [template('en'), template('zh-CN'), template('zh-Hant')]

  test.each([
    ['zh-CN', 'zh-CN'],
    ['zh-cn', 'zh-CN'],
    ['zh-Hant-TW', 'zh-Hant'],
    ['zh-SG', 'zh-CN'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    [undefined, 'en'],
  ])('%s reads %s', (wanted, locale) => {
    expect(templateFor({ en, 'zh-CN': zhCN, 'zh-Hant': zhHant }, wanted, 'en')?.locale).toBe(locale)
  })

  test('is none where not even the rulebook’s own language is there', () => {
    expect(templateFor({ 'zh-CN': zhCN }, 'fr', 'en')).toBeUndefined()
  })
})
