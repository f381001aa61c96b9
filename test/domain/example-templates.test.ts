import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readRulebookFolder } from '../../cli/rulebook/read.ts'
import { templateBuilder } from '../../shared/app/templates/build.ts'
import { checkTemplate } from '../../shared/domain/message/check.ts'
import type { MessageData, Rights } from '../../shared/domain/message/data.ts'
import { render } from '../../shared/domain/message/render.ts'
import { sampleData } from '../../shared/domain/message/sample.ts'
import type { Template } from '../../shared/domain/rulebook/rulebook.ts'

const ids = ['a-gift', 'birthday', 'come-back', 'disruption-care', 'upgrade-offer', 'we-are-sorry', 'we-miss-you']
const locales = ['en', 'zh-CN']
const built = new Map<string, Template>()
let airline: Record<string, string>

beforeAll(async () => {
  const { files } = await readRulebookFolder(fileURLToPath(new URL('../../campaigns', import.meta.url)))
  airline = parse(files['wingback.yaml']!).airline
  const build = templateBuilder(files)
  for (const id of ids) {
    for (const locale of locales) {
      const path = `templates/${id}/${locale}.mjml`
      const result = await build(files[path]!, path, locale)
      if (!result.ok) throw new Error(JSON.stringify(result.problems))
      built.set(`${id} ${locale}`, result.template)
    }
  }
})

function mail(id: string, locale: string, change: Partial<MessageData> = {}) {
  const rendered = render(built.get(`${id} ${locale}`)!, { ...sampleData(locale, airline), ...change })
  if (!rendered.ok) throw new Error(rendered.reason)
  return rendered
}

describe.each(locales)('every example in %s', (locale) => {
  test.each(ids)('%s renders, with a way out and no trace of a template', (id) => {
    expect(checkTemplate(built.get(`${id} ${locale}`)!, locale, airline)).toEqual([])
    const { subject, html, text } = mail(id, locale)
    expect(`${subject}${html}${text}`).not.toMatch(/\{\{|\{%|\[object|undefined|NaN/)
    expect(html).toContain('href="https://links.example.com/u/sample"')
    expect(text).toContain('https://links.example.com/u/sample')
    expect(html).toContain(`<html lang="${locale}"`)
    expect(html.length).toBeLessThan(60_000)
  })

  test.each(ids)('%s does without a name', (id) => {
    const nameless = { ...sampleData(locale, airline).member, name: '', givenName: '', familyName: '' }
    const { subject, text } = mail(id, locale, { member: nameless })
    expect(`${subject}\n${text}`).not.toMatch(/Dear ,|尊敬的：|, $|^，/m)
  })

  test('the apology does without a flight and without a compensation, and then speaks of none', () => {
    const { text } = mail('we-are-sorry', locale, { flight: undefined, compensation: undefined })
    expect(text).not.toMatch(/miles|里程|XW1501/)
  })

  test.each<[Rights, string]>([
    ['EU261', 'EU261'],
    ['UK261', 'UK261'],
    ['CN', '航班正常管理规定'],
    ['US-DOT', locale === 'en' ? 'US Department of Transportation' : '美国交通部'],
    ['other', 'EU261'],
  ])('the disruption mail names %s with care', (rights, named) => {
    const { text } = mail('disruption-care', locale, {
      disruption: { kind: 'cancellation', delayMinutes: null, rights, careDue: true, refundRight: true },
    })
    expect(text).toContain(named)
    expect(text).toMatch(/may (be entitled|entitle)|可能有权/)
    expect(text).toMatch(/not legal advice|不构成法律意见/)
  })

  test.each(['delay', 'cancellation', 'diversion', 'deniedBoarding', 'downgrade', 'baggageDelay'])(
    'the disruption mail says what happened (%s) and sells nothing',
    (kind) => {
      const { text } = mail('disruption-care', locale, {
        disruption: { kind, delayMinutes: 190, rights: 'CN', careDue: true, refundRight: false },
      })
      expect(text).toContain('XW1501')
      expect(text).not.toMatch(/example\.com\/book|miles|里程|offer|优惠/i)
    },
  )
})
