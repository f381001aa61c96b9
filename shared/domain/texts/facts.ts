import type { FactUse } from '../audience/condition.ts'
import type { Unknown } from '../audience/fact-use.ts'
import type { Scalar } from '../audience/matcher.ts'
import type { Target } from '../audience/options.ts'
import type { Change } from '../audience/smallest-changes.ts'
import { textsIn } from './index.ts'
import type { Language } from './language.ts'

/** A fact, or what is asked of it (then `fact` says of which), as it stands in a rule: in words. */
export function ruleText(text: string, language: Language, fact?: string): string {
  return textsIn(language).facts.rule(text, fact)
}

/** What is known of a fact, in words. */
function valueText(value: Scalar | null, language: Language, fact?: string): string {
  const { value: inWords, none } = textsIn(language).facts
  return value === null ? none : inWords(String(value), fact)
}

/** A fact that a decision used: its name, what it was, and what was asked of it. `called`: the name of an audience. */
export function usedText(
  { fact, value, asked, not = false, called = asked }: FactUse & { called?: string },
  language: Language,
): { fact: string; value: string; asked: string } {
  const { inAudience } = textsIn(language).facts
  const was = valueText(value, language, fact)
  if (fact === 'audience') return { fact: inAudience(called), value: was, asked: valueText(!not, language) }
  return { fact: ruleText(fact, language), value: was, asked: ruleText(not ? `not ${asked}` : asked, language, fact) }
}

/** `tier gold or platinum (it was silver)`. */
export function changeText({ fact, was, to, by }: Change, language: Language, unknown?: Unknown): string {
  const { facts, explain } = textsIn(language)
  const known = valueText(was, language, fact)
  return facts.change({
    fact: ruleText(fact, language),
    to: targetText(to, language, fact),
    was: unknown === undefined ? known : `${known}${explain.colon}${explain.unknown[unknown]}`,
    ...(by && { by: valueText(by, language) }),
  })
}

function targetText(to: Target, language: Language, fact: string): string {
  const words = textsIn(language).facts
  const list = (values: readonly Scalar[]) => values.map((value) => valueText(value, language, fact)).join(words.or)
  if ('oneOf' in to) return words.oneOf(list(to.oneOf))
  if ('noneOf' in to) return words.noneOf(list(to.noneOf))
  if ('present' in to) return to.present ? words.present : words.absent
  const { atLeast, above, atMost, below } = to
  const value = (bound: Scalar) => valueText(bound, language, fact)
  if (atLeast !== undefined && atMost !== undefined)
    return atLeast === atMost ? words.exactly(value(atLeast)) : words.between(value(atLeast), value(atMost))
  const bounds = [
    atLeast !== undefined && words.atLeast(value(atLeast)),
    above !== undefined && words.above(value(above)),
    atMost !== undefined && words.atMost(value(atMost)),
    below !== undefined && words.below(value(below)),
  ]
  return bounds.filter((bound) => bound !== false).join(', ') || words.present
}
