import type { Language } from '../texts/language.ts'
import type { Files } from './files.ts'

/** What an email says before anybody has written it. */
export interface FirstMail {
  text: string
  greeting: string
  unsubscribe: string
}

const MAIL = /^templates\/[^/]+\/([^/]+)\.mjml$/

/**
 * A new email of the rulebook: in each language that its other emails have, with the parts of `look/` that they share. Without
 * a subject it cannot go live, so that nobody gets an email that nobody has written.
 */
export function firstMail(
  id: string,
  files: Files,
  { words, language }: { words: Readonly<Record<Language, FirstMail>>; language: Language },
): Files {
  const written = new Set(Object.keys(files).flatMap((path) => MAIL.exec(path)?.[1] ?? []))
  const languages = written.size > 0 ? [...written].sort() : [language]
  return Object.fromEntries(
    languages.map((each) => [
      `templates/${id}/${each}.mjml`,
      mailOf(each, files, words[each.startsWith('zh') ? 'zh-CN' : 'en']),
    ]),
  )
}

function mailOf(language: string, files: Files, words: FirstMail): string {
  const part = (path: string, otherwise = '') => (path in files ? `<mj-include path="../../${path}" />` : otherwise)
  const shared = (name: string, otherwise?: string) => part(`look/${name}.${language}.mjml`, otherwise)
  const foot = `<mj-text><a href="{{ unsubscribeUrl }}">${words.unsubscribe}</a> · {{ airline.name }}</mj-text>`
  const lines = `---
subject: ""
---
<mjml lang="${language}">
  <mj-head>
    <mj-title>{{ airline.name }}</mj-title>
    ${part('look/style.mjml')}
  </mj-head>
  <mj-body>
    ${shared('top')}
    <mj-section>
      <mj-column>
        ${shared('greeting', `<mj-text>${words.greeting}</mj-text>`)}
        <mj-text>
          <!-- ${words.text} -->
        </mj-text>
        ${shared('sign')}
      </mj-column>
    </mj-section>
    ${shared('foot', `<mj-section><mj-column>${foot}</mj-column></mj-section>`)}
  </mj-body>
</mjml>
`
  return lines.replace(/^ +\n/gm, '')
}
