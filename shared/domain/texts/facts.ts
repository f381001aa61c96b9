import type { Scalar } from '../audience/matcher.ts'
import type { Target } from '../audience/options.ts'
import type { Change } from '../audience/turn.ts'
import { textsIn } from './index.ts'
import type { Language } from './language.ts'

/** A fact, or what is asked of it, as it stands in a rule: in words. */
export function ruleText(text: string, language: Language): string {
  const { rule } = textsIn(language).facts
  return text
    .split(' ')
    .map((word) => (Object.hasOwn(rule, word) ? rule[word] : word))
    .join(' ')
}

export function valueText(value: Scalar | null, language: Language): string {
  const { values, none } = textsIn(language).facts
  return value === null ? none : (values[String(value)] ?? String(value))
}

/** `tier gold or platinum (it was silver)`. */
export function changeText({ fact, was, to, by }: Change, language: Language): string {
  const words = textsIn(language).facts
  const before = words.was(valueText(was, language))
  const far = by === undefined || by === 0 ? '' : `, ${words.by(String(by))}`
  return `${ruleText(fact, language)} ${targetText(to, language)} (${before}${far})`
}

function targetText(to: Target, language: Language): string {
  const words = textsIn(language).facts
  const list = (values: readonly Scalar[]) => values.map((value) => valueText(value, language)).join(words.or)
  if ('oneOf' in to) return words.oneOf(list(to.oneOf))
  if ('noneOf' in to) return words.noneOf(list(to.noneOf))
  if ('present' in to) return to.present ? words.present : words.absent
  const { atLeast, above, atMost, below } = to
  if (atLeast !== undefined && atMost !== undefined)
    return atLeast === atMost ? words.exactly(String(atLeast)) : words.between(String(atLeast), String(atMost))
  const bounds = [
    atLeast !== undefined && words.atLeast(String(atLeast)),
    above !== undefined && words.above(String(above)),
    atMost !== undefined && words.atMost(String(atMost)),
    below !== undefined && words.below(String(below)),
  ]
  return bounds.filter((bound) => bound !== false).join(', ') || words.present
}
