import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEnvelope } from '../../shared/contract/index.ts'
import { readMailAddress, readSender } from '../../shared/standards/mail-address.ts'
import { load, sound } from '../support/rulebooks.ts'

describe('an address', () => {
  test.each([
    ['a@example.com', 'a@example.com'],
    ["  O'Brien+air=1@Mail.Example.COM ", "O'Brien+air=1@mail.example.com"],
    ['li@bücher.example', 'li@xn--bcher-kva.example'],
    ['li@BÜCHER.example', 'li@xn--bcher-kva.example'],
    ['care@例子.中国', 'care@xn--fsqu00a.xn--fiqs8s'],
    ['care@例子。中国', 'care@xn--fsqu00a.xn--fiqs8s'],
    ['a@faß.de', 'a@xn--fa-hia.de'],
    ['a@xn--bcher-kva.example', 'a@xn--bcher-kva.example'],
    ['first.last@sub-domain.example.museum', 'first.last@sub-domain.example.museum'],
  ])('%j goes over the wire as %s', (written, name) => {
    expect(readMailAddress(written)).toEqual({ ok: true, name })
    expect(readMailAddress(name)).toEqual({ ok: true, name })
  })

  test.each([
    ['', 'has no @'],
    ['example.com', 'has no @'],
    ['a＠example.com', 'has no @'],
    ['a@b@example.com', 'more than one @'],
    ['a@example.com, b@example.com', 'more than one @'],
    ['Ann <a@example.com>', 'more than an address'],
    ['a b@example.com', 'more than an address'],
    ['"a b"@example.com', 'more than an address'],
    ['a@[192.0.2.1]', 'more than an address'],
    ['mailto:a@example.com', 'more than an address'],
    ['a@example.com\r\nBcc: b', 'invisible character (U+000D)'],
    ['a@exa\u200bmple.com', 'invisible character (U+200B)'],
    ['\u200ba@example.com', 'invisible character (U+200B)'],
    ['a@exa\u00admple.com', 'invisible character (U+00AD)'],
    ['a\u202e@example.com', 'invisible character (U+202E)'],
    ['a@exa\u200dmple.com', 'domain'],
    ['ä@example.com', 'before the @'],
    ['张@example.com', 'before the @'],
    ['a@example.com.', 'a dot too many'],
    ['.a@example.com', 'a dot too many'],
    ['a..b@example.com', 'a dot too many'],
    ['a.@example.com', 'a dot too many'],
    ['a@.example.com', 'a dot too many'],
    ['=?utf-8?q?x?=@example.com', 'coded'],
    ['a@example', 'domain'],
    ['a@192.0.2.1', 'domain'],
    ['a@1.2', 'domain'],
    ['a@-x.com', 'domain'],
    ['a@x_y.com', 'domain'],
    ['a@exa%6dple.com', 'domain'],
    ['a@example.com/x', 'domain'],
    [`a@${'x'.repeat(64)}.com`, 'domain'],
    [`${'x'.repeat(65)}@example.com`, 'too long'],
    [`a@${'x.'.repeat(125)}example.com`, 'too long'],
  ])('%j is none: %s', (written, why) => {
    expect(readMailAddress(written)).toEqual({
      ok: false,
      message: expect.stringContaining(why),
      hint: expect.any(String),
    })
  })

  test('what is taken is one line of ASCII with one @, and is taken again as it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'ab.@"<> é例\r\n') }),
      fc.emailAddress(),
    )
    fc.assert(
      fc.property(text, (written) => {
        const read = readMailAddress(written)
        if (!read.ok) return
        expect(read.name).toMatch(/^[!#-'*+\--9=?A-Z^-~]{1,64}@[a-z0-9.-]{4,255}$/)
        expect(readMailAddress(read.name)).toEqual(read)
      }),
    )
  })
})

describe('at the door', () => {
  const parse = (email: string) => {
    const detail = { id: '1', occurredAt: '2026-10-05T00:00:00Z', memberId: 'CW1', email }
    const envelope = {
      id: 'e',
      source: 'airline.crm',
      'detail-type': 'member.enrolled',
      time: detail.occurredAt,
      detail,
    }
    return parseEnvelope(envelope, Date.parse('2026-10-06'))
  }

  test('a member is kept with the address as it is written to', () => {
    expect(parse(' Li@BÜCHER.example')).toMatchObject({ ok: true, event: { email: 'Li@xn--bcher-kva.example' } })
  })

  test('an event whose address nobody can write to is set aside with a hint, without telling the address', () => {
    const parsed = parse('li@example.com.')
    const hint = expect.stringContaining('no dot')
    expect(parsed).toMatchObject({ ok: false, fault: { code: 'bad-field', path: 'email', hint } })
    expect(JSON.stringify(parsed)).not.toContain('li@')
  })

  test('a rulebook has its sender as it goes into a header', async () => {
    const settings = sound['wingback.yaml']!.replace('care@example.com', '鹤翼航空 <care@例子.中国>')
    const loaded = await load({ 'wingback.yaml': settings })
    expect(loaded).toMatchObject({
      rulebook: { settings: { mailFrom: '=?UTF-8?B?6bmk57+86Iiq56m6?= <care@xn--fsqu00a.xn--fiqs8s>' } },
    })
  })
})

describe('a sender', () => {
  test.each([
    ['care@example.com', 'care@example.com'],
    ['<care@example.com>', 'care@example.com'],
    ['Wing Air <care@example.com>', 'Wing Air <care@example.com>'],
    ['Your Airline, Inc. <care@example.com>', '"Your Airline, Inc." <care@example.com>'],
    ['"Your Airline, Inc." <care@example.com>', '"Your Airline, Inc." <care@example.com>'],
    ['The "Care" \\ Team <care@example.com>', '"The \\"Care\\" \\\\ Team" <care@example.com>'],
    ['care@bank.example <care@example.com>', '"care@bank.example" <care@example.com>'],
    ['鹤翼航空 <care@例子.中国>', '=?UTF-8?B?6bmk57+86Iiq56m6?= <care@xn--fsqu00a.xn--fiqs8s>'],
    ['Ænir Flüge <a@example.com>', '=?UTF-8?B?w4ZuaXIgRmzDvGdl?= <a@example.com>'],
    ['=?UTF-8?B?6bmk57+86Iiq56m6?= <a@example.com>', '=?UTF-8?B?6bmk57+86Iiq56m6?= <a@example.com>'],
  ])('%s goes into a header as %s', (written, name) => {
    expect(readSender(written)).toEqual({ ok: true, name })
    expect(readSender(name)).toEqual({ ok: true, name })
  })

  test.each([
    ['Wing Air', 'has no @'],
    ['Wing Air care@example.com', 'more than an address'],
    ['Wing Air <care@example.com', 'more than an address'],
    ['Wing Air <care@example.com.>', 'a dot too many'],
    ['A <a@example.com>, B <b@example.com>', 'more than'],
    ['Wing\r\nBcc: x@y.example <care@example.com>', 'invisible character'],
    ['Wing\u202eAir <care@example.com>', 'invisible character'],
    [`${'x'.repeat(101)} <care@example.com>`, '100 characters'],
  ])('%j is none: %s', (written, why) => {
    expect(readSender(written)).toMatchObject({ ok: false, message: expect.stringContaining(why) })
  })

  test('any name arrives as it was written, in words of at most 75 characters, cut between characters', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .map((each) => each.replace(/[<>]|\p{C}/gu, '').trim())
    fc.assert(
      fc.property(name, (said) => {
        const read = readSender(`${said} <a@example.com>`)
        if (!read.ok) return
        expect(read.name).toMatch(/^[\x20-\x7e]+$/)
        const phrase = read.name.replace(/ ?<?a@example\.com>?$/, '')
        for (const word of phrase.match(/=\?UTF-8\?B\?[^?]*\?=/g) ?? []) expect(word.length).toBeLessThanOrEqual(75)
        expect(decoded(phrase)).toBe(said.replace(/ {2,}/g, ' '))
      }),
    )
  })
})

/** A header's phrase as mail programs show it. */
function decoded(phrase: string): string {
  if (phrase.startsWith('"')) return phrase.slice(1, -1).replace(/\\(.)/g, '$1')
  return phrase
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, bytes: string) => Buffer.from(bytes, 'base64').toString())
}
