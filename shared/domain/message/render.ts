import { readLocale, scriptOf } from '../../standards/locale.ts'
import type { MessageTemplate, Template } from '../rulebook/rulebook.ts'
import { languageOf, type MessageData } from './data.ts'
import { compile, compileMessage, engineOf, type Part } from './engine.ts'
import { badLink } from './links-out.ts'

export type Rendered = { ok: true; subject: string; html: string; text: string } | { ok: false; reason: string }

/** Characters. */
const SUBJECT_AT_MOST = 200
const PART_AT_MOST = 400_000
const VALUE_AT_MOST = 2000
/** Milliseconds for all parts: far more than any template needs on a busy machine; it ends loops that would not end. */
const TIME_AT_MOST = 1000

/**
 * A mail's three parts. A variable that is missing, a loop without end, a part too large, a link that leads nowhere:
 * `ok: false` with the reason, never a mail with a hole in it.
 */
export function render(template: Template, data: MessageData): Rendered {
  try {
    const parts = compile(template)
    const scope = cleaned(data) as MessageData
    const ends = performance.now() + TIME_AT_MOST
    const made = (part: Part) =>
      String(engineOf[part].renderSync(parts[part], scope, { renderLimit: ends - performance.now() }))
    const [subject, html, text] = [made('subject'), made('html'), made('text')]
    if ([subject, html, text].some((part) => part.length > PART_AT_MOST)) return fails('the mail is too large')
    const line = oneLine(subject, SUBJECT_AT_MOST)
    if (line === '') return fails('the subject is empty')
    const bad = badLink(html)
    if (bad !== undefined) return fails(`a link leads to "${bad.slice(0, 60)}"`)
    return { ok: true, subject: line, html, text: tidy(text) }
  } catch (error) {
    return fails(reasonOf(error))
  }
}

export type RenderedMessage = { ok: true; text: string } | { ok: false; reason: string }

/** A message's text, made as a mail's text is. How long it may be is the channel's to say: {@link charactersIn}. */
export function renderMessage(template: MessageTemplate, data: MessageData): RenderedMessage {
  try {
    const made = String(
      engineOf.text.renderSync(compileMessage(template), cleaned(data) as MessageData, { renderLimit: TIME_AT_MOST }),
    )
    if (made.length > PART_AT_MOST) return fails('the message is too large')
    const text = tidy(made).trim()
    return text === '' ? fails('the message is empty') : { ok: true, text }
  } catch (error) {
    return fails(reasonOf(error))
  }
}

/** As people count them: one of two code units is one. */
export function charactersIn(text: string): number {
  return [...text].length
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300)
}

function fails(reason: string): { ok: false; reason: string } {
  return { ok: false, reason }
}

/**
 * The template for a reader: exactly their locale, else a shorter form of it, else another of the same language, in
 * the same script if there is one, else the rulebook's own locale, found the same way. Undefined where not even that is there.
 */
export function templateFor<T extends Template | MessageTemplate>(
  byLocale: Readonly<Record<string, T>>,
  wanted: string | undefined,
  fallback: string,
): { locale: string; template: T } | undefined {
  const asked = readLocale(wanted ?? '')
  const locale = (asked.ok ? localeFor(byLocale, asked.name) : undefined) ?? localeFor(byLocale, fallback)
  return locale === undefined ? undefined : { locale, template: byLocale[locale]! }
}

function localeFor(byLocale: Readonly<Record<string, object>>, wanted: string): string | undefined {
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
function oneLine(text: string, atMost: number): string {
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

/** Liquid tags leave blanks and blank lines behind. Runs are taken whole, so that the time grows with the text and not with its square. */
function tidy(text: string): string {
  return `${text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}
