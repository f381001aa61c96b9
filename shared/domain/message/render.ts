import { readLocale, scriptOf } from '../../standards/locale.ts'
import type { Template } from '../rulebook/rulebook.ts'
import { languageOf, type MessageData } from './data.ts'
import { compile, engineOf } from './engine.ts'

export type Rendered = { ok: true; subject: string; html: string; text: string } | { ok: false; reason: string }

/** Characters. */
const SUBJECT_AT_MOST = 200
const PART_AT_MOST = 400_000
const VALUE_AT_MOST = 2000

/**
 * A mail's three parts. A variable that is missing, a loop without end, a part too large: `ok: false` with the reason,
 * never a mail with a hole in it.
 */
export function render(template: Template, data: MessageData): Rendered {
  try {
    const parts = compile(template)
    const scope = cleaned(data) as MessageData
    const subject = oneLine(String(engineOf.subject.renderSync(parts.subject, scope)), SUBJECT_AT_MOST)
    const html = String(engineOf.html.renderSync(parts.html, scope))
    const text = tidy(String(engineOf.text.renderSync(parts.text, scope)))
    if (subject === '') return { ok: false, reason: 'the subject is empty' }
    if (html.length > PART_AT_MOST || text.length > PART_AT_MOST) return { ok: false, reason: 'the mail is too large' }
    return { ok: true, subject, html, text }
  } catch (error) {
    return { ok: false, reason: (error instanceof Error ? error.message : String(error)).slice(0, 300) }
  }
}

/**
 * The template for a reader: exactly their locale, else a shorter form of it, else another of the same language, in
 * the same script if there is one, else the rulebook's own locale, found the same way. Undefined where not even that is there.
 */
export function templateFor(
  byLocale: Readonly<Record<string, Template>>,
  wanted: string | undefined,
  fallback: string,
): { locale: string; template: Template } | undefined {
  const asked = readLocale(wanted ?? '')
  const locale = (asked.ok ? localeFor(byLocale, asked.name) : undefined) ?? localeFor(byLocale, fallback)
  return locale === undefined ? undefined : { locale, template: byLocale[locale]! }
}

function localeFor(byLocale: Readonly<Record<string, Template>>, wanted: string): string | undefined {
  const parts = wanted.split('-')
  for (let length = parts.length; length > 0; length--) {
    const tag = parts.slice(0, length).join('-')
    if (Object.hasOwn(byLocale, tag)) return tag
  }
  const sameLanguage = Object.keys(byLocale)
    .filter((locale) => languageOf(locale) === parts[0])
    .sort()
  return sameLanguage.find((locale) => scriptOf(locale) === scriptOf(wanted)) ?? sameLanguage[0]
}

/** Control characters, line separators and marks that turn the direction of text: nobody's name needs them. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]+/gu

/** One line without control characters: a header cannot be broken out of. */
export function oneLine(text: string, atMost: number): string {
  return cut(text.replace(INVISIBLE, ' ').replace(/ {2,}/g, ' ').trim(), atMost)
}

/** The same data with every text on one line and bounded, whoever wrote it. */
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cut(value.replace(INVISIBLE, ' '), VALUE_AT_MOST)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleaned(each)]))
}

/** Never in the middle of a character that takes two code units. */
function cut(text: string, atMost: number): string {
  return text.length <= atMost ? text : text.slice(0, atMost).replace(/[\ud800-\udbff]$/, '')
}

/** Liquid tags leave blanks and blank lines behind. */
function tidy(text: string): string {
  return `${text
    .replace(/\r\n?/g, '\n')
    .replace(/^[ \t]+|[ \t]+$/gm, '')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}
