import { describe, expect, test } from 'vitest'
import { templateBuilder } from '../../shared/app/templates/build.ts'
import { render } from '../../shared/domain/message/render.ts'
import { sampleData } from '../../shared/domain/message/sample.ts'
import { said } from '../support/said.ts'

const path = 'templates/hello/en.mjml'
const mail = (body: string, subject = 'Hello') => `---
subject: ${subject}
---
<mjml>
  <mj-body>
    <mj-section><mj-column>
${body}
    </mj-column></mj-section>
    <mj-section><mj-column><mj-text><a href="{{ unsubscribeUrl }}">Stop</a></mj-text></mj-column></mj-section>
  </mj-body>
</mjml>
`

async function build(source: string, files: Record<string, string> = {}) {
  const built = await templateBuilder(files)(source, path, 'en')
  return built.ok ? built : { ...built, problems: built.problems.map(said) }
}

test('subject, responsive HTML, and a text part made of it', async () => {
  const body = `<mj-text>Hi {{ member.name }}, <b>a &amp; b</b></mj-text><mj-button href="{{ offer.acceptUrl }}">Yes</mj-button>`
  const built = await build(mail(body, '"Hi {{ member.name }}"'))
  expect(built).toMatchObject({
    ok: true,
    template: {
      subject: 'Hi {{ member.name }}',
      html: expect.stringContaining('href="{{ offer.acceptUrl }}"'),
      text: 'Hi {{ member.name }}, a & b\n\nYes ({{ offer.acceptUrl }})\n\nStop ({{ unsubscribeUrl }})',
    },
  })
})

test('each text is a paragraph of the text part, whatever blanks its Liquid takes away', async () => {
  const body = `<mj-text>Dear {{ member.name }},</mj-text>
<mj-text>
  {%- if flight -%}On {{ flight.number }}.{%- endif -%}
</mj-text>
<mj-text>Yours</mj-text>`
  const built = await build(mail(body))
  if (!built.ok) throw new Error(JSON.stringify(built.problems))
  const made = render(built.template, sampleData('en', {}))
  expect(made).toMatchObject({ text: expect.stringContaining('Dear Sample,\n\nOn XW1501.\n\nYours\n\nStop') })
})

test('a line break within Chinese or Japanese is no blank, and one within English is', async () => {
  const body = `<mj-text>
  抱歉。
  {% if flight %}航班{% endif %}
  <b>延误</b>
  のため，
  见 EU261
  与说明
  in two
  lines</mj-text>`
  const built = await build(mail(body))
  if (!built.ok) throw new Error(JSON.stringify(built.problems))
  const made = render(built.template, sampleData('zh-CN', {}))
  expect(made).toMatchObject({ text: expect.stringMatching(/^抱歉。航班延误のため，见 EU261 与说明 in two lines\n/) })
  expect(made).toMatchObject({
    html: expect.stringMatching(/抱歉。航班<b>延误<\/b>のため，见 EU261\s与说明\sin two\slines/),
  })
})

test('a text part of its own, beside it', async () => {
  const built = await build(mail('<mj-text>x</mj-text>'), { 'templates/hello/en.txt': 'Stop: {{ unsubscribeUrl }}' })
  expect(built).toMatchObject({ ok: true, template: { text: 'Stop: {{ unsubscribeUrl }}' } })
})

describe('errors say where', () => {
  const others = {
    'wingback.yaml': 'airline: { name: Cranewing Air }',
    'look/top.mjml': '<mj-text>a</mj-text>\n<mj-text>{{ membr.name }}</mj-text>',
    'look/both.mjml': '<mj-text>a</mj-text>\n<mj-include path="top.mjml" />',
  }
  const INCLUDE = { path, line: 7, code: 'bad-include' }
  const HTML_ATTRIBUTES = `<mj-text css-class="a">x</mj-text></mj-column></mj-section></mj-body><mj-head><mj-html-attributes>
<mj-selector path=".a"><mj-html-attribute name="onclick">x</mj-html-attribute></mj-selector></mj-html-attributes></mj-head>
<mj-body><mj-section><mj-column>`

  test.each([
    [
      'an element that is none',
      '<mj-txt>x</mj-txt>',
      { path, line: 7, code: 'mjml', message: /mj-txt.*doesn't exist/ },
    ],
    ['an attribute that is none', '<mj-text colr="x">x</mj-text>', { path, line: 7, code: 'mjml', message: /colr/ }],
    [
      'a variable that is none',
      '<mj-text>a\n  {{ member.nam }}</mj-text>',
      { path, line: 8, column: 6, code: 'unknown-variable', hint: 'did you mean "member.name"?' },
    ],
    [
      'a filter that is none',
      '<mj-text>{{ offer.expiresAt | dat }}</mj-text>',
      { path, line: 7, code: 'unknown-filter', hint: 'did you mean "date"?' },
    ],
    ['a tag that is not closed', '<mj-text>{% if offer %}</mj-text>', { path, line: 7, code: 'liquid-syntax' }],
    ['a filter on what it is not for', '<mj-text>{{ member.name | money }}</mj-text>', { path, code: 'unrenderable' }],
    [
      'a word that the airline does not have',
      '<mj-text>{{ airline.nam }}</mj-text>',
      { path, line: 7, code: 'unknown-variable', hint: 'did you mean "airline.name"?' },
    ],
    [
      'a mistake in an included file',
      '<mj-include path="../../look/top.mjml" />',
      { path: 'look/top.mjml', line: 2, code: 'unknown-variable', hint: 'did you mean "member"?' },
    ],
    ['a script', '<mj-text>a\n  <script>x</script></mj-text>', { path, line: 8, column: 3, code: 'unsafe-markup' }],
    [
      'what an element does when it is pressed',
      '<mj-raw><p onclick="x">a</p></mj-raw>',
      { path, line: 7, column: 12, code: 'unsafe-markup' },
    ],
    ['a link that runs', '<mj-button href="javascript:x">a</mj-button>', { path, line: 7, code: 'unsafe-link' }],
    [
      'a word of the airline that is no address, where a link wants one',
      '<mj-button href="{{ airline.name }}">a</mj-button>',
      { path, code: 'unrenderable', message: /link leads to "Cranewing Air"/ },
    ],
    ['an attribute that only MJML makes', HTML_ATTRIBUTES, { path, code: 'unsafe-markup' }],
    ['elements without end', '<mj-text>'.repeat(200), { path, line: 7, code: 'too-deep' }],
    [
      'more Liquid than a mail has',
      `<mj-text>${'{{ member.name }}'.repeat(2000)}</mj-text>`,
      { path, code: 'too-large' },
    ],
    [
      'an include with something else',
      '<mj-include path="../../look/top.mjml" css-class="x" />',
      { path, line: 7, code: 'bad-include', hint: expect.stringContaining('alone on its line') },
    ],
    ['an include beside something', '<mj-text>x</mj-text><mj-include path="../../look/top.mjml" />', INCLUDE],
    ['an include of two elements', '<mj-include path="../../look/top.mjml"></mj-include>', INCLUDE],
    ['an include with single quotes', "<mj-include path='../../look/top.mjml' />", INCLUDE],
    ['an include over two lines', '<mj-include\n  path="../../look/top.mjml" />', INCLUDE],
    [
      'an include in an included file',
      '<mj-include path="../../look/both.mjml" />',
      { path: 'look/both.mjml', line: 2, code: 'bad-include' },
    ],
    [
      'a file that is not in the rulebook',
      '<mj-include path="../../../../etc/passwd" />',
      { path, line: 7, code: 'bad-include' },
    ],
  ])('%s', async (_, body, problem) => {
    const { message, ...rest } = problem as typeof problem & { message?: RegExp }
    const expected = { ...rest, message: message ? expect.stringMatching(message) : expect.any(String) }
    expect(await build(mail(body), others)).toEqual({ ok: false, problems: [expect.objectContaining(expected)] })
  })

  test.each([
    ['no front matter', '<mjml></mjml>', 'front-matter'],
    ['front matter that is no YAML', '---\nsubject: "a\n---\n<mjml></mjml>', 'front-matter'],
    ['no subject', '---\nsubjekt: a\n---\n<mjml></mjml>', 'no-subject'],
    ['no MJML', '---\nsubject: a\n---\nhello', 'mjml'],
  ])('%s', async (_, source, code) => {
    expect(await build(source)).toMatchObject({ ok: false, problems: [{ path, code }] })
  })

  test('a mistake in the subject stands on the subject’s line', async () => {
    const built = await build(mail('<mj-text>x</mj-text>', '"{{ member.nme }}"'))
    expect(built).toMatchObject({ ok: false, problems: [{ line: 2, hint: 'did you mean "member.name"?' }] })
  })

  test('a mail without a way to unsubscribe is none', async () => {
    const built = await build(mail('<mj-text>x</mj-text>').replace('unsubscribeUrl', 'airline.homeUrl'))
    expect(built).toMatchObject({ ok: false, problems: [{ code: 'no-unsubscribe' }, { code: 'no-unsubscribe' }] })
  })

  test('a mistake in the text part stands in its file', async () => {
    const built = await build(mail('<mj-text>x</mj-text>'), { 'templates/hello/en.txt': 'a\n{{ offr.cabin }}' })
    expect(built).toMatchObject({ ok: false, problems: [{ path: 'templates/hello/en.txt', line: 2 }] })
  })
})

describe('a template that would take long', () => {
  const files = { 'wingback.yaml': 'airline: { name: Cranewing Air }' }

  test.each([
    ['of blanks', ' '.repeat(150_000), true],
    ['of lines', '\n '.repeat(70_000), true],
    ['of elements', '<b></i></b>'.repeat(15_000), true],
    ['of a loop of blanks', '{% for i in (1..3000) %} {% endfor %}', true],
    ['of loops in loops', '{% assign a = (1..90000) %}{% for i in a %}{% for j in a %}{% endfor %}{% endfor %}', false],
  ])('%s is built or refused in a moment', async (_, body, ok) => {
    const started = performance.now()
    const built = await build(mail(`<mj-text>x${body}y</mj-text>`), files)
    expect(built.ok).toBe(ok)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
