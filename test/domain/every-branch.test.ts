import { describe, expect, test } from 'vitest'
import { everyBranch, shippedTemplates, variantsOf } from '../support/mails.ts'
import { proseFaults } from '../support/prose.ts'

/** The mails that the project ships, in every form they can take: with each thing they speak of, and without. */

const templates = await shippedTemplates()

test('both languages of the example rulebook and of the starter are looked at', () => {
  expect(templates).toHaveLength(22)
})

describe.each(templates.map((each) => [each.name, each] as const))('%s', (_, shipped) => {
  const variants = variantsOf(shipped)

  test('takes every branch of its conditions', () => {
    expect(everyBranch(shipped).untaken).toEqual([])
  })

  test('reads well in all its forms', () => {
    const faults = new Set(variants.flatMap(({ subject, text }) => [...proseFaults(subject), ...proseFaults(text)]))
    expect([...faults]).toEqual([])
  })

  test('always has a way out, and every link leads somewhere', () => {
    for (const { html, text } of variants) {
      expect(text).toContain('https://links.example.com/u/sample')
      for (const [, link] of html.matchAll(/<a\b[^>]*>([\s\S]*?)<\/a>/g)) expect(link!.trim()).not.toBe('')
    }
  })

  test('sets its parts apart in the text as well', () => {
    for (const { text } of variants)
      expect(text).toMatch(shipped.name.startsWith('campaigns') ? /^(?:.+\n\n){4}/ : /\n\n/)
  })
})

test.each([
  ['two  blanks', 'two blanks'],
  ['your time on board .', 'a blank before punctuation'],
  ['Hello undefined,', 'a trace of the template'],
  ['{{ name }}', 'a trace of the template'],
  ['Dear ,', 'a blank before punctuation'],
  ['Yes ()', 'an empty link'],
  ['抱歉。 谢谢', 'a blank within Chinese'],
  ['抱歉,谢谢', 'English punctuation in Chinese'],
  ['抱歉。，谢谢', 'punctuation twice'],
])('what is looked for is found: %s', (text, fault) => {
  expect(proseFaults(text).join()).toContain(fault)
})
