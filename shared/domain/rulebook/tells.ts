import type { Brought } from '../actions/traits.ts'
import type { MessageTemplate, Template } from './rulebook.ts'

/** What the templates of a rulebook tell of, by template. */
export interface Tells {
  /** Speaks of a compensation in any of its languages, if only to ask whether there is one. */
  speaksOfGrant: boolean
  /** What it cannot be made without: it speaks of it in some language, and does not ask first. */
  needs: Brought[]
}

/** One form that templates can have, that of a mail or that of a message: which there are, and what they tell of. */
export interface Form {
  /** Locales by template. */
  locales: Readonly<Record<string, readonly string[]>>
  tells: Readonly<Record<string, Tells>>
  /** Of its files: `templates/<id>/<locale>.<ending>`. */
  ending: 'mjml' | 'message.txt'
}

const MADE_BY: Readonly<Record<Brought, string>> = { compensation: 'compensation', offer: 'upgradeOffer' }

export function tellsOf(template: Readonly<Record<string, Template | MessageTemplate>>): Tells {
  const texts = Object.values(template).flatMap((parts) => Object.values(parts) as string[])
  const needs = (['compensation', 'offer'] as const).filter((what) => texts.some((text) => needsIn(text, what)))
  return { speaksOfGrant: texts.some((text) => firstUse(text, 'compensation') !== undefined), needs }
}

/** The message and the hint where a mail needs what nothing before it brings about. */
export function nothingToTell(id: string, what: Brought): [message: string, hint: string] {
  const told =
    what === 'compensation'
      ? 'a compensation, and no step before it grants one'
      : 'an offer, and no step before it makes one'
  return [`"${id}" tells of ${told}`, `put "${MADE_BY[what]}:" before it, or ask {% if ${what} %} in the template`]
}

function needsIn(text: string, what: Brought): boolean {
  const use = firstUse(text, what)
  return use !== undefined && !/^\{%-?\s*(if|elsif|unless)\b|\|\s*default\b/.test(use)
}

/** From the beginning of the first tag or output with the word to its end. */
function firstUse(text: string, what: Brought): string | undefined {
  return new RegExp(`\\{[{%][^{}]*(?<![\\w.])${what}\\b[^{}]*`).exec(text)?.[0]
}
