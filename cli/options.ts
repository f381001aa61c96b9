import { InvalidArgumentError, Option } from 'commander'
import { SET_ASIDE_CODES } from '../shared/contract/index.ts'
import type { Help } from '../shared/domain/texts/help.ts'
import { LANGUAGES, type Language, languageFor } from '../shared/domain/texts/language.ts'
import { Refused } from './errors.ts'

/** More members than anybody has: all of them are looked at. */
export const EVERYBODY = 1_000_000_000

/** Reads an option that is a whole number. An error names the option, before any request is made. */
export function whole({ commander }: Help, least: number, most: number): (text: string) => string {
  return (text) => {
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= least && number <= most) return text
    throw new InvalidArgumentError(commander.whole(least, most))
  }
}

/** The language of the output, for every command. */
export function languageOption({ common, commander }: Help): Option {
  const languages = LANGUAGES.join(', ')
  return new Option('--lang <language>', common.lang(languages)).argParser((text): Language => {
    const language = languageFor(text)
    if (language) return language
    throw new InvalidArgumentError(commander.language(languages))
  })
}

/**
 * The language of help, output and errors: that of `--lang`, wherever it stands, because the help is written before options
 * are parsed; otherwise the default.
 */
export function languageOf(args: readonly string[], environment = process.env): Language {
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : undefined)
  const at = options.lastIndexOf('--lang')
  const joined = options.findLast((each) => each.startsWith('--lang='))?.slice('--lang='.length)
  const asked = at >= 0 ? options[at + 1] : joined
  return languageFor(asked ?? '') ?? usualLanguage(environment)
}

/** The user's default language: set once, it applies to every command. */
export function usualLanguage({ WINGBACK_LANG, LC_ALL, LC_MESSAGES, LANG } = process.env): Language {
  const locale = WINGBACK_LANG || LC_ALL || LC_MESSAGES || LANG || 'en'
  return languageFor(locale) ?? 'en'
}

/** Only set-aside events with this reason. */
export function reasonOption({ common }: Help): Option {
  return new Option('--code <code>', common.code).choices(SET_ASIDE_CODES)
}

/** Who does it, if there is no other identity than their word. */
export function byOption({ common }: Help): Option {
  return new Option('--by <name>', common.by)
}

/** The values of an option that takes several. */
export function listOf(value: unknown): string[] {
  return Array.isArray(value) ? (value as string[]) : []
}

/** A day of the calendar, `2026-09-01`. */
export function dayOf(option: string, value: unknown): string | undefined {
  if (value === undefined) return undefined
  const day = String(value)
  const start = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN
  if (!Number.isNaN(start) && new Date(start).toISOString().startsWith(day)) return day
  throw new Refused(({ usage }) => usage.notADay(option, day))
}

/** An instant, as people write it. */
export function instantOf(option: string, value: unknown): number | undefined {
  if (value === undefined) return undefined
  const instant = Date.parse(String(value))
  if (Number.isNaN(instant)) throw new Refused(({ usage }) => usage.notAnInstant(option, String(value)))
  return instant
}
