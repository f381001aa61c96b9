import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeRulebook } from '../../shared/app/templates/make.ts'
import { type Files, isRulebookPath } from '../../shared/domain/drafts/files.ts'
import { firstMail } from '../../shared/domain/drafts/first-mail.ts'
import { drafts as en } from '../../shared/domain/texts/en/editing/drafts.ts'
import { LANGUAGES } from '../../shared/domain/texts/language.ts'
import { drafts as zh } from '../../shared/domain/texts/zh-CN/editing/drafts.ts'

const words = { en: en.firstMail, 'zh-CN': zh.firstMail }

const readIn = (folder: string): Files =>
  Object.fromEntries(
    globSync('**/*.{yaml,mjml}', { cwd: folder }).map((path) => [path, readFileSync(`${folder}/${path}`, 'utf8')]),
  )

/** A campaign that sends it, so that its own checks are made of it. */
const sending = (id: string) => ({
  [`campaigns/${id}.yaml`]: `campaign: ${id}\ntrigger: complaint.filed\nguardrails: { oncePer: complaint }\nsteps:\n  - email: ${id}\n`,
})

describe.each([['campaigns'], ['cli/starter']])('a new email in the rulebook %s', (folder) => {
  test('is in each language that the other emails have, with the parts that they share, and lacks only its subject', async () => {
    const files = readIn(folder)
    const mails = firstMail('weekend-idea', files, { words, language: 'en' })
    expect(Object.keys(mails)).toEqual(['templates/weekend-idea/en.mjml', 'templates/weekend-idea/zh-CN.mjml'])
    expect(Object.keys(mails).every(isRulebookPath)).toBe(true)
    expect(mails['templates/weekend-idea/en.mjml']).toContain('look/style.mjml')
    expect(mails['templates/weekend-idea/zh-CN.mjml']).toContain(zh.firstMail.text)
    const bare = await makeRulebook({ ...files, ...mails, ...sending('weekend-idea') })
    const missing = Object.keys(mails).map((file) => expect.objectContaining({ file, code: 'no-subject' }))
    expect(bare.ok ? [] : bare.problems).toEqual(missing)
    const written = Object.entries(mails).map(([path, text]) => [path, text.replace('subject: ""', 'subject: "Hello"')])
    const made = await makeRulebook({ ...files, ...Object.fromEntries(written), ...sending('weekend-idea') })
    expect(made.ok ? [] : made.problems).toEqual([])
  })
})

test.each(LANGUAGES)('the first email of all is in the language of who begins it: %s', async (language) => {
  const files = Object.fromEntries(Object.entries(readIn('campaigns')).filter(([path]) => path === 'wingback.yaml'))
  const mails = firstMail('hello', files, { words, language })
  expect(Object.keys(mails)).toEqual([`templates/hello/${language}.mjml`])
  expect(Object.values(mails)[0]).toContain('{{ unsubscribeUrl }}')
  expect(Object.values(mails)[0]).not.toMatch(/^\s+$/m)
})

test('a language of neither console begins in English, and says which it is', () => {
  const mails = firstMail('hello', { 'templates/other/fr.mjml': '' }, { words, language: 'zh-CN' })
  expect(mails['templates/hello/fr.mjml']).toContain('<mjml lang="fr">')
  expect(mails['templates/hello/fr.mjml']).toContain(en.firstMail.text)
})
