import type { FactUse } from '../domain/audience/condition.ts'
import { ruleText, valueText } from '../domain/words/facts.ts'
import type { Language } from '../domain/words/index.ts'
import type { Explanation, Moment } from './explain.ts'
import { type ExplainWords, explainWords } from './explain-words.ts'
import { localTime } from './local-time.ts'
import type { Otherwise } from './otherwise.ts'

/**
 * An explanation as lines for people, times in `zone`.
 * The first says the verdict; then what would have turned it, and each moment with its gates and the facts it used.
 */
export function explainText(explanation: Explanation, zone: string, language: Language = 'en'): string[] {
  const words = explainWords[language]
  const { campaign, name, key, verdict, done, why, otherwise, until, moments } = explanation
  const told = done.map((each) => `${what(each, words)} ${localTime(each.at, zone)}`).join('; ') || why
  const title = name === campaign ? campaign : `${name} (${campaign})`
  return [
    `${title}${key === undefined ? '' : `, ${key}`}`,
    `  ${words.verdict[verdict].toUpperCase()}${until ? ` ${words.until} ${localTime(until, zone)}` : ''}: ${told}`,
    ...(otherwise ? otherwiseLines(otherwise, words).map((line) => `  ${line}`) : []),
    ...moments.flatMap((moment) => momentLines(moment, zone, language).map((line) => `  ${line}`)),
  ]
}

function otherwiseLines({ needed, parts }: Otherwise, words: ExplainWords): string[] {
  const told = parts.map(({ ways }) => ways.map(({ text }) => text).join(words.or))
  if (told.length === 1) return [`${words.otherwise}: ${told[0]}`]
  return [`${needed === 'all' ? words.otherwiseAll : words.otherwiseAny}:`, ...told.map((text) => `  · ${text}`)]
}

function momentLines(moment: Moment, zone: string, language: Language): string[] {
  const words = explainWords[language]
  return [
    `${localTime(moment.at, zone)}  ${what(moment, words)}: ${moment.reason}  [${words.rulebook} ${moment.rulebook.slice(0, 12)}]`,
    ...moment.gates.map(({ gate, answer, reason, until }) => {
      const time = until ? ` ${words.until} ${localTime(until, zone)}` : ''
      return `    ${words.answer[answer]} ${words.gate[gate]}: ${reason}${time}`
    }),
    ...moment.facts.map((fact) => `    ${factText(fact, words, language)}`),
  ]
}

export function what({ kind, outcome }: Pick<Moment, 'kind' | 'outcome'>, words: ExplainWords): string {
  return [kind && words.kind[kind], words.outcome[outcome]].filter(Boolean).join(' ')
}

function factText(
  { fact, value, asked, holds, not = false }: FactUse,
  words: ExplainWords,
  language: Language,
): string {
  const known = value === null ? words.unset : valueText(value, language)
  const wanted = ruleText(not ? `not ${asked}` : asked, language)
  return `${holds !== not ? '✓' : '✗'} ${ruleText(fact, language)} = ${known} (${words.asked}: ${wanted})`
}
