import { describe, expect, test } from 'vitest'
import { badLink } from '../../../shared/domain/message/links-out.ts'
import { markupFaults } from '../../../shared/domain/message/markup.ts'
import { said } from '../../support/said.ts'

test.each([
  '<p>Read <a href="https://air.example/x?a=1&amp;b=2">this</a>, <a href="mailto:care@air.example">write</a></p>',
  '<a href="{{ airline.helpUrl }}">a</a><a href=\'{{ offer.acceptUrl }}\'>b</a><a href="#top">c</a>',
  '<a href="https://air.example/{% if offer %}offer{% endif %}?n={{ member.name }}">a</a>',
  '<a href="{% if offer %}{{ offer.acceptUrl }}{% else %}https://air.example{% endif %}">a</a>',
  '<img src="https://air.example/a.png" alt="{{ member.name }}"><img src="cid:logo">',
  '{% if a < b %}<p title="{{ "x" }}">1 < 2</p>{% endif %}',
  '<mj-section><mj-column><mj-button href="tel:+86">Call</mj-button></mj-column></mj-section>',
  '<!--[if mso]><noscript><xml><o:PixelsPerInch>96</o:PixelsPerInch></xml></noscript><v:rect href="https://a.b"/><![endif]-->',
  '<input type="checkbox" id="menu"><label for="menu">Menu</label><style>a > b { color: red }</style>',
  '<meta http-equiv="Content-Type" content="text/html"><link rel="stylesheet" href="https://fonts.example/a.css">',
  '<!-- a note: 1 < 2 -->',
])('nothing against %s', (source) => {
  expect(markupFaults(source)).toEqual([])
})

describe('refused', () => {
  test.each([
    ['<script>x</script>', 'unsafe-markup', 'no <script>'],
    ['<SCRIPT src="https://x.example">', 'unsafe-markup', 'no <script>'],
    ['<iframe src="https://x.example"></iframe>', 'unsafe-markup', 'no <iframe>'],
    ['<form></form>', 'unsafe-markup', 'no <form>'],
    ['<input name="card">', 'unsafe-markup', 'form'],
    ['<textarea></textarea>', 'unsafe-markup', 'no <textarea>'],
    ['<svg onload="x">', 'unsafe-markup', 'no <svg>'],
    ['<base href="https://x.example">', 'unsafe-markup', 'no <base>'],
    ['<noscript><p title="</noscript><script>"></p></noscript>', 'unsafe-markup', 'no <noscript>'],
    ['<meta http-equiv="Refresh" content="0">', 'unsafe-markup', 'refresh'],
    ['<p onclick="x">', 'unsafe-markup', 'onclick'],
    ['<p ONCLICK=x>', 'unsafe-markup', 'onclick'],
    ['<p style="width: expression(x)">', 'unsafe-markup', 'style'],
    ['<style>a { behavior: url(x) }</style>', 'unsafe-markup', 'style'],
    ['<a href="javascript:x">', 'unsafe-link', 'javascript:'],
    ['<a href=" JaVa&#115;cript:x">', 'unsafe-link', 'JaVascript:'],
    ['<a href="java\tscript:x">', 'unsafe-link', 'java'],
    ['<a href="{% if offer %}https://a.b{% else %}javascript:x{% endif %}">', 'unsafe-link', 'javascript:'],
    ['<a href="java{% if offer %}script:x{% endif %}">', 'unsafe-link', 'javascript:'],
    ['<img src="data:image/png;base64,AA">', 'unsafe-link', 'data:'],
    ['<v:rect href="vbscript:x"/>', 'unsafe-link', 'vbscript:'],
    ['<a href="">', 'unsafe-link', 'leads nowhere'],
    ['<a href="{% if offer %}{% endif %}x">', 'unsafe-link', '"x"'],
    ['<a href="//x.example">', 'unsafe-link', '//x.example'],
    ['<a href="/book">', 'unsafe-link', '/book'],
    ['<a href="www.x.example">', 'unsafe-link', 'www.x.example'],
    // Outlook reads conditional comments, and where a comment ends is not the same everywhere.
    ['<!--[if mso]><script>x</script><![endif]-->', 'unsafe-markup', 'no <script>'],
    ['<!--{% if offer %}>{% endif %}<script>-->', 'unsafe-markup', 'no <script>'],
    // Liquid that makes of the HTML something else than it seems.
    ['<{{ "script" }}>', 'unsafe-markup', 'name of an element'],
    ['<scr{% if offer %}ipt>', 'unsafe-markup', 'name of an element'],
    ['<p {{ "onclick" }}="x">', 'unsafe-markup', 'outside of quotes'],
    ['<p title={{ member.name }}>', 'unsafe-markup', 'outside of quotes'],
    ['<p {% if offer %}title="x"{% endif %}>', 'unsafe-markup', 'outside of quotes'],
    ['<p title="{% if offer %}"{% endif %} onclick="x">', 'unsafe-markup', 'outside of quotes'],
    ['<b>'.repeat(200), 'too-deep', '100 deep'],
  ])('%s', (source, code, words) => {
    const found = markupFaults(source)
    expect(said(found[0]!)).toMatchObject({ code, message: expect.stringContaining(words), hint: expect.any(String) })
  })

  test('where it stands', () => {
    const source = '<p>{{ member.name }}</p>\n<p onclick="x">'
    expect(markupFaults(source)).toMatchObject([{ at: source.indexOf('onclick') }])
    const comment = '<p></p><!--[if mso]><script><![endif]-->'
    expect(markupFaults(comment)).toMatchObject([{ at: comment.indexOf('<script') }])
  })

  test('at most twenty are told', () => {
    expect(markupFaults('<script></script>'.repeat(5000))).toHaveLength(20)
  })

  test('not what mjml drops', () => {
    expect(markupFaults('<!-- <script> -->', { drops: 'comments' })).toEqual([])
  })
})

test.each([
  ['<a href="https://air.example">', undefined],
  ["<a href='http://127.0.0.1:4700/u/x'>", undefined],
  ['<a class="x" href="#test">', undefined],
  ['<a href="javascript:alert(1)">', 'javascript:alert(1)'],
  ['<a href="https://air.example"><td\nbackground = "data:x">', 'data:x'],
  ['<a href=javascript:x>', 'javascript:x'],
  ['<a href="">', ''],
  ['<a href="java&#115;cript:x">', 'java&#115;cript:x'],
  ['<img SRC="ftp://x">', 'ftp://x'],
  ['<a title="a > b" href="javascript:x">', 'javascript:x'],
  ["<a title='<' href='javascript:x'>", 'javascript:x'],
  ['<p>&lt;img src=x onerror=1&gt; and href=x</p>', undefined],
])('of a mail as it goes out: %s', (html, bad) => {
  expect(badLink(html)).toBe(bad)
})

test.each([
  ['of blanks', `<p ${' '.repeat(190_000)}>`],
  ['of elements', '<p>'.repeat(60_000)],
  ['of attributes', `<p ${'a="" '.repeat(38_000)}>`],
  ['of comments', '<!--[if mso]><p><![endif]-->'.repeat(7000)],
  ['of what is not closed', '<a href="'.repeat(20_000)],
  ['of quotes', `<a ${`'"`.repeat(90_000)}`],
  ['of apostrophes', "<a '".repeat(45_001)],
])('many %s do not take long', (_, source) => {
  const started = performance.now()
  markupFaults(source)
  badLink(source)
  expect(performance.now() - started).toBeLessThan(2000)
})
