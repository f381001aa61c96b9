import { FILTER_NAMES } from '../../../shared/domain/message/engine.ts'
import { sampleData } from '../../../shared/domain/message/sample.ts'
import type { Suggestion } from '../suggest.ts'

/** What a mail may say: every value, as one that is sent has it, the airline's own words among them. */
function wordsOf(airline: Readonly<Record<string, string>>): Suggestion[] {
  const { locale: _locale, zone: _zone, ...said } = sampleData('en', airline)
  return Object.entries(said).flatMap(([group, value]): Suggestion[] =>
    value !== null && typeof value === 'object'
      ? Object.entries(value as Record<string, unknown>).map(([field, each]) => suggestion(`${group}.${field}`, each))
      : [suggestion(group, value)],
  )
}

function suggestion(label: string, sample: unknown): Suggestion {
  return { label, type: 'property', detail: String(sample ?? '').slice(0, 40) }
}

const TAGS = ['if', 'elsif', 'else', 'endif', 'unless', 'endunless', 'case', 'when', 'endcase', 'assign']

/** What can stand where somebody types between `{{ }}` or `{% %}`: values, filters behind a bar, and tags. */
export function mailSuggestionsAt(text: string, at: number, airline: Readonly<Record<string, string>>): Suggestion[] {
  const before = text.slice(Math.max(0, at - 400), at)
  const open = Math.max(before.lastIndexOf('{{'), before.lastIndexOf('{%'))
  if (open < 0 || /\}\}|%\}/.test(before.slice(open))) return []
  const inside = before.slice(open)
  if (/\|\s*\w*$/.test(inside)) return FILTER_NAMES.map((label) => ({ label, type: 'enum' }))
  const isFirst = /^\{%-?\s*\w*$/.test(inside)
  return isFirst ? TAGS.map((label) => ({ label, type: 'enum' })) : wordsOf(airline)
}
