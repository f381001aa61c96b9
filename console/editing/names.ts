import { isMapping } from '../../shared/domain/cursor.ts'
import { plainOf } from '../../shared/domain/document/edit.ts'
import { nameFor } from '../../shared/domain/rulebook/called.ts'
import { isExample, kindOfDocument } from '../../shared/domain/rulebook/content.ts'
import type { Language } from '../../shared/domain/texts/language.ts'

/** What there is to name in a rulebook's files, by the key that such a name stands under. */
export function namesIn(files: Readonly<Record<string, string | null>>): Record<string, string[]> {
  const paths = Object.keys(files).filter((path) => files[path] !== null)
  const templates = paths.flatMap((path) => /^templates\/([a-z0-9-]+)\//.exec(path)?.[1] ?? [])
  const audiences = paths.filter((path) => kindOfDocument(path) === 'audience')
  return {
    audience: audiences.flatMap((path) => idIn(files[path]!, 'audience') ?? []).sort(),
    budget: budgetsIn(files['budgets.yaml']),
    ...Object.fromEntries(['template', 'email', 'message'].map((key) => [key, [...new Set(templates)].sort()])),
  }
}

/** What audiences are called, where their files say it. */
export function audienceNamesIn(
  files: Readonly<Record<string, string | null>>,
  language: Language,
): { id: string; name: string }[] {
  return Object.keys(files).flatMap((path) => {
    const text = kindOfDocument(path) === 'audience' ? files[path] : undefined
    const id = text && idIn(text, 'audience')
    const name = nameIn(text, language)
    return id && name ? [{ id, name }] : []
  })
}

/** What people call a campaign or an audience. */
export function nameIn(text: string | null | undefined, language: Language): string | undefined {
  const name = text ? /^name: *(['"]?)(.+?)\1 *$/m.exec(text)?.[2] : undefined
  const nameZh = text ? /^nameZh: *(['"]?)(.+?)\1 *$/m.exec(text)?.[2] : undefined
  return name === undefined ? nameZh : nameFor({ name, nameZh }, language)
}

/** The campaigns that a file is about: its own, or of a mail those that send it. */
export function campaignsAbout(path: string, files: Readonly<Record<string, string | null>>): string[] {
  const own = /^campaigns\/(.+?)(?:\.examples)?\.yaml$/.exec(path)?.[1]
  if (own !== undefined) return [idIn(files[`campaigns/${own}.yaml`] ?? '', 'campaign') ?? own]
  const template = /^templates\/([a-z0-9-]+)\//.exec(path)?.[1]
  if (template === undefined) return []
  const sends = new RegExp(`\\b(email|message|template):\\s*["']?${template}\\b(?!-)`)
  return Object.entries(files).flatMap(([file, text]) =>
    text !== null && kindOfDocument(file) === 'campaign' && !isExample(file) && sends.test(text)
      ? (idIn(text, 'campaign') ?? [])
      : [],
  )
}

/** Its first lines say it: to read a thousand files whole would take long. */
function idIn(text: string, key: string): string | undefined {
  return new RegExp(`^${key}:[ ]*([a-z0-9-]+)`, 'm').exec(text)?.[1]
}

function budgetsIn(text: string | null | undefined): string[] {
  const value = text ? plainOf(text) : undefined
  const budgets = isMapping(value) ? value.budgets : undefined
  return isMapping(budgets) ? Object.keys(budgets) : []
}
