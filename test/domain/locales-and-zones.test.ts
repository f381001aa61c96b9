import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { parseEnvelope } from '../../shared/contract/index.ts'
import { decodeMember, encodeMember } from '../../shared/domain/member/codec.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { profileOf } from '../../shared/domain/member/profile.ts'
import { render, templateFor } from '../../shared/domain/message/render.ts'
import { sampleData } from '../../shared/domain/message/sample.ts'
import { compileBundle } from '../../shared/domain/rulebook/compile.ts'
import { languageFor } from '../../shared/domain/texts/language.ts'
import { AIRPORTS } from '../../shared/standards/airports/table.ts'
import { readLocale } from '../../shared/standards/locale.ts'
import { readZone } from '../../shared/standards/zone.ts'
import { ZONE_LINKS } from '../../shared/standards/zone-links.ts'
import { at, envelope } from '../support/events.ts'
import { load, sound } from '../support/rulebooks.ts'

const NOW = at('2026-10-02T00:00:00Z')

function updated(fields: Record<string, unknown>) {
  return parseEnvelope(
    envelope('member.updated', { id: 'u1', memberId: 'M1', occurredAt: '2026-10-01T00:00:00Z', ...fields }),
    NOW,
  )
}

describe('a locale has one form', () => {
  test.each([
    [
      'zh-CN',
      'zh-CN zh-cn ZH_CN zh_CN.UTF-8 zh-CN-UTF8 zh-CHS zh-Hans zh-Hans-CN zh-CN-Hans zh-wuu cmn-Hans-CN zh－CN',
    ],
    ['zh-TW', 'zh-TW zh-CHT zh-Hant zh-TW-Hant zh-min-nan'],
    ['zh-HK', 'zh-HK zh-Hant-HK zh-yue yue'],
    ['en-US', 'en-US en_US.UTF-8 en-US-UTF8 en-US-POSIX en-US-u-ca-buddhist'],
    ['en-GB', 'en-GB en-GB-oed en-UK'],
    ['nn-NO', 'nn-NO no-NO-NY'],
    ['sr-RS', 'sr-RS sr-Cyrl-RS sr-SP-Cyrl'],
    ['sr-Latn', 'sr@latin sh'],
    ['uz-UZ', 'uz-UZ-Latn'],
    ['th-TH', 'th-TH-TH'],
    ['ja-JP', 'ja-JP-JP'],
    ['he', 'iw'],
    ['en', 'EN eng en-EN'],
    ['zh', 'zh chi zho cmn'],
  ])('%s: %s', (name, written) => {
    for (const each of written.split(' ')) expect([each, readLocale(each)]).toEqual([each, { ok: true, name }])
  })

  test.each([
    ['en-12', 'did you mean en?'],
    ['en-US-US', 'did you mean en-US?'],
    ['zh-CN-CN', 'did you mean zh-CN?'],
    ['english', 'did you mean en?'],
    ['cn', 'did you mean zh-CN?'],
    ['jp-JP', 'did you mean ja-JP?'],
    ['xx', 'write a tag such as zh-CN'],
    ['C', 'write a tag such as zh-CN'],
    ['mul', 'write a tag such as zh-CN'],
    ['constructor', 'write a tag such as zh-CN'],
    ['i-klingon', 'write a tag such as zh-CN'],
    ['', 'write a tag such as zh-CN'],
  ])('%j is refused: %s', (written, hint) => {
    expect(readLocale(written)).toEqual({ ok: false, message: expect.any(String), hint })
  })

  test('its form is its own form, and Intl takes it', () => {
    for (const tag of ['zh-CHS', 'sr-SP-Cyrl', 'uz-Cyrl-UZ', 'zh-Hans-HK', 'pt-BR', 'es-419', 'yue-CN', 'az-Arab']) {
      const read = readLocale(tag)
      if (!read.ok) throw new Error(tag)
      expect(readLocale(read.name)).toEqual(read)
      expect(() => new Intl.DateTimeFormat(read.name)).not.toThrow()
    }
  })
})

describe('a zone has one form', () => {
  test('every name that this machine’s Intl lists is taken, in any case, by Temporal', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const read = readZone(zone)
      if (!read.ok) throw new Error(`${zone}: ${read.message}`)
      expect(readZone(zone.toLowerCase())).toEqual(read)
      expect(readZone(read.name)).toEqual(read)
      expect(sameClock(zone, read.name)).toBe(true)
    }
  })

  test('names of one zone are clocks that show the same', () => {
    for (const line of ZONE_LINKS.trim().split('\n')) {
      const [name, ...others] = line.trim().split(' ') as [string, ...string[]]
      for (const each of others) {
        expect([each, readZone(each)]).toEqual([each, { ok: true, name }])
        expect([each, sameClock(each, name)]).toEqual([each, true])
      }
    }
  })

  test.each([
    ['Asia/Kolkata', 'Asia/Calcutta asia/calcutta'],
    ['Asia/Shanghai', 'asia/shanghai PRC Asia/Chongqing'],
    ['Europe/Kyiv', 'Europe/Kiev'],
    ['Asia/Tokyo', 'Japan'],
    ['America/New_York', 'US/Eastern EST5EDT'],
    ['UTC', 'Etc/UTC utc GMT Zulu'],
  ])('%s: %s', (name, written) => {
    for (const each of written.split(' ')) expect([each, readZone(each)]).toEqual([each, { ok: true, name }])
  })

  const ABBREVIATIONS =
    'JST CST IST BST PST ECT CTT AST NST SST NET PLT VST PNT PRT IET CNT AGT BET CAT EAT ART MIT ACT AET EST MST HST CET EET'
  test.each(ABBREVIATIONS.split(' '))('%s misleads: what is meant is asked', (written) => {
    const read = readZone(written)
    expect(read).toEqual({
      ok: false,
      message: `"${written}" is an abbreviation`,
      hint: expect.stringMatching(/^did you mean [A-Z]\w+\//),
    })
    // What is proposed is taken.
    for (const zone of (read as { hint: string }).hint.match(/[A-Z]\w+\/[\w/]+/g)!)
      expect(readZone(zone)).toEqual({ ok: true, name: zone })
  })

  test.each([
    ['CST', 'did you mean Asia/Shanghai or America/Chicago?'],
    ['jst', 'did you mean Asia/Tokyo?'],
    ['Asia/Beijing', 'did you mean Asia/Shanghai?'],
    ['Shanghai', 'did you mean Asia/Shanghai?'],
    ['China Standard Time', 'did you mean Asia/Shanghai?'],
    ['Asia/Shangai', 'did you mean Asia/Shanghai?'],
    ['+08:00', 'an offset has no summer time: write an area and a place, such as Asia/Shanghai'],
    ['UTC+8', 'an offset has no summer time: write an area and a place, such as Asia/Shanghai'],
    ['Etc/GMT+8', 'it is 8 hours behind UTC, and has no summer time: write an area and a place, such as Asia/Shanghai'],
    ['SystemV/PST8', 'write an area and a place, such as Asia/Shanghai'],
    ['constructor', 'write an area and a place, such as Asia/Shanghai'],
    ['', 'write an area and a place, such as Asia/Shanghai'],
  ])('%j is refused: %s', (written, hint) => {
    expect(readZone(written)).toEqual({ ok: false, message: expect.any(String), hint })
  })

  test('the zones of airports are taken', () => {
    for (const zone of new Set(Object.keys(AIRPORTS).map((group) => group.split(' ')[1]!)))
      expect(readZone(zone)).toHaveProperty('name')
  })
})

describe('where they come in', () => {
  test('an event has them in their one form', () => {
    expect(updated({ locale: 'zh-CHS', timeZone: 'asia/calcutta' })).toMatchObject({
      ok: true,
      event: { locale: 'zh-CN', timeZone: 'Asia/Kolkata' },
    })
  })

  test.each([
    [{ timeZone: 'CST' }, 'timeZone', 'did you mean Asia/Shanghai or America/Chicago?'],
    [{ locale: 'en-12' }, 'locale', 'did you mean en?'],
    [{ locale: 7 }, 'locale', undefined],
  ])('%j is a bad field', (fields, path, hint) => {
    const parsed = updated(fields)
    expect(parsed).toMatchObject({ ok: false, fault: { code: 'bad-field', path } })
    expect(!parsed.ok && parsed.fault.hint).toBe(hint)
  })

  test('a rulebook has them in their one form, its templates too', async () => {
    const settings = sound['wingback.yaml']!.replace('Asia/Shanghai', 'PRC').replace('locale: en', 'locale: zh_CN')
    const weekly = `campaign: weekly
trigger: { schedule: { cron: "0 10 * * MON", zone: asia/calcutta }, audience: valued }
steps:
  - email: { template: hi, locale: zh-CHS }
`
    const loaded = await load({
      'wingback.yaml': settings,
      'campaigns/weekly.yaml': weekly,
      'templates/hi/zh_Hans.mjml': 'subject: 你好',
    })
    expect(loaded).toMatchObject({
      ok: true,
      rulebook: {
        settings: { zone: 'Asia/Shanghai', locale: 'zh-CN' },
        templates: { hi: { 'zh-CN': {} } },
        campaigns: [{ trigger: { schedule: { zone: 'Asia/Kolkata' } } }],
      },
    })
  })

  test('of one template there is one in each locale', async () => {
    expect(await load({ 'templates/sorry/zh_CN.mjml': 'subject: 抱歉' })).toMatchObject({
      ok: false,
      problems: [{ file: 'templates/sorry/zh_CN.mjml', code: 'duplicate-id' }],
    })
    expect(await load({ 'templates/sorry/english.mjml': 'subject: Sorry' })).toMatchObject({
      ok: false,
      problems: [{ code: 'misplaced-file', hint: 'did you mean en?' }],
    })
  })

  test('a bundle that was packed elsewhere has its templates under such names', async () => {
    const loaded = await load({})
    if (!loaded.ok) throw new Error('sound')
    const { bundle } = loaded
    const templates = { sorry: { 'en-US-US': bundle.templates.sorry!.en! } }
    expect(compileBundle({ ...bundle, templates })).toMatchObject({ ok: false, problems: [{ code: 'bad-locale' }] })
  })

  test.each([
    ['zh', 'zh-CN'],
    ['zh_CN.UTF-8', 'zh-CN'],
    ['zh-TW', 'zh-CN'],
    ['EN_us', 'en'],
    ['de', undefined],
    ['lots', undefined],
  ])('%s asks for %s', (locale, language) => {
    expect(languageFor(locale)).toBe(language)
  })
})

describe('what was stored before is used as far as it can be', () => {
  test.each([
    [
      { locale: 'zh-CHS', timeZone: 'Asia/Calcutta' },
      { locale: 'zh-CN', timeZone: 'Asia/Kolkata' },
    ],
    [
      { locale: 'en-US-UTF8', timeZone: 'EST' },
      { locale: 'en-US', timeZone: 'EST' },
    ],
    [
      { locale: 'en-12', timeZone: 'JST' },
      { locale: 'en', timeZone: 'Asia/Tokyo' },
    ],
    // What meant several is not known: the airline's own counts.
    [{ locale: 'abc-def', timeZone: 'CST', tier: 'gold' }, { tier: 'gold' }],
    [{ locale: 'abc-def', timeZone: 'CST' }, {}],
  ])('%j is read as %j', (fields, today) => {
    const member = { ...newMember('M1'), layers: [{ at: 1, eventId: 'e', fields }] }
    const old = JSON.stringify({ ...JSON.parse(encodeMember(member)), format: 2 })
    expect(profileOf(decodeMember({ memberId: 'M1', state: old }))).toEqual(today)
    for (const zone of [profileOf(decodeMember({ memberId: 'M1', state: old })).timeZone ?? 'UTC'])
      expect(() => Temporal.Instant.fromEpochMilliseconds(NOW).toZonedDateTimeISO(zone)).not.toThrow()
  })
})

test.each([
  ['zh-HK', 'zh-TW'],
  ['zh-SG', 'zh-CN'],
  ['zh-MO', 'zh-TW'],
  ['zh-CHT', 'zh-TW'],
  ['en-US-US', 'en'],
  ['sr-Latn', 'en'],
])('a reader of %s gets the template in %s', (wanted, locale) => {
  const template = { subject: 's', html: '{{ compensation.amount | number }}', text: 't' }
  const found = templateFor({ en: template, 'zh-CN': template, 'zh-TW': template }, wanted, 'en')
  expect(found?.locale).toBe(locale)
  expect(render(template, sampleData(locale, {}))).toMatchObject({ ok: true })
  // Nor does one that has passed no door make the mail fail.
  expect(render(template, sampleData(wanted, {}))).toMatchObject({ ok: true })
})

function sameClock(one: string, other: string): boolean {
  return Array.from({ length: 12 }, (_, quarter) => Date.UTC(2024, 3 * quarter, 2)).every((instant) => {
    const [a, b] = [one, other].map((zone) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone))
    return a!.offset === b!.offset
  })
}
