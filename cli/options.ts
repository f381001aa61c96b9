import { InvalidArgumentError, Option } from 'commander'
import { SET_ASIDE_CODES } from '../shared/contract/index.ts'
import { LANGUAGES, type Language, languageFor } from '../shared/domain/texts/language.ts'
import { Refused } from './errors.ts'

/** Reads an option that is a whole number. What is wrong is said with the option's name, before anything is asked. */
export function whole(least: number, most: number): (text: string) => string {
  return (text) => {
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= least && number <= most) return text
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`)
  }
}

/** In which language people are answered, for every command. */
export function languageOption(): Option {
  return new Option(
    '--lang <language>',
    `${LANGUAGES.join(' or ')} (default: WINGBACK_LANG, else the system's)`,
  ).argParser((text): Language => {
    const language = languageFor(text)
    if (language) return language
    throw new InvalidArgumentError(`It must be ${LANGUAGES.join(' or ')}.`)
  })
}

/** The language of who is at the keyboard, where no option says it: set once, it holds for every command. */
export function usualLanguage({ WINGBACK_LANG, LC_ALL, LC_MESSAGES, LANG } = process.env): Language {
  const locale = WINGBACK_LANG || LC_ALL || LC_MESSAGES || LANG || 'en'
  return languageFor(locale) ?? 'en'
}

/** Of what was set aside, those with one reason. */
export function reasonOption(): Option {
  return new Option('--code <code>', 'only events with this reason').choices(SET_ASIDE_CODES)
}

/** Who does it, where there is no identity but their word. */
export function byOption(): Option {
  return new Option(
    '--by <name>',
    'who (default: WINGBACK_BY, else your user name; in AWS whoever is signed in, always)',
  )
}

/** What was given of an option that takes several. */
export function listOf(value: unknown): string[] {
  return Array.isArray(value) ? (value as string[]) : []
}

/** An instant, as people write it. */
export function instantOf(option: string, value: unknown): number | undefined {
  if (value === undefined) return undefined
  const instant = Date.parse(String(value))
  if (Number.isNaN(instant)) throw new Refused(`${option}: "${value}" is not an instant such as 2026-10-01`)
  return instant
}
