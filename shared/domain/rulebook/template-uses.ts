import type { Brought } from '../actions/traits.ts'
import type { Wording } from '../texts/problem-texts.ts'
import type { MessageTemplate, Template } from './rulebook.ts'

/** What a template uses of the results of earlier steps. */
export interface TemplateUses {
  /** Mentions a compensation in any of its languages, even if only to ask whether there is one. */
  speaksOfGrant: boolean
  /** What it cannot be rendered without: it mentions it in some language without asking first. */
  needs: Brought[]
}

/** One form of templates, email or message: which exist, and what they mention. */
export interface Form {
  /** Locales by template. */
  locales: Readonly<Record<string, readonly string[]>>
  uses: Readonly<Record<string, TemplateUses>>
  /** Of its files: `templates/<id>/<locale>.<ending>`. */
  ending: 'mjml' | 'message.txt'
}

const MADE_BY: Readonly<Record<Brought, string>> = { compensation: 'compensation', offer: 'upgradeOffer' }

export function usesOf(template: Readonly<Record<string, Template | MessageTemplate>>): TemplateUses {
  const texts = [...new Set(Object.values(template).flatMap((parts) => Object.values(parts) as string[]))]
  const needs = (['compensation', 'offer'] as const).filter((what) => texts.some((text) => needsIn(text, what)))
  return { speaksOfGrant: texts.some((text) => firstUse(text, 'compensation') !== undefined), needs }
}

/** The message and hint for an email that needs what no earlier step brings about. */
export function nothingBrought(id: string, what: Brought): [message: Wording, hint: Wording] {
  return [
    ({ problems }) => problems.promises(id, what === 'compensation'),
    ({ problems }) => problems.putBefore(MADE_BY[what], what),
  ]
}

function needsIn(text: string, what: Brought): boolean {
  const use = firstUse(text, what)
  return use !== undefined && !/^\{%-?\s*(if|elsif|unless)\b|\|\s*default\b/.test(use)
}

/** From the beginning of the first tag or output with the word to its end. */
function firstUse(text: string, what: Brought): string | undefined {
  // Most texts have the word nowhere, and looking for it alone is far quicker.
  if (!text.includes(what)) return undefined
  return new RegExp(`\\{[{%][^{}]*(?<![\\w.])${what}\\b[^{}]*`).exec(text)?.[0]
}
