import type { Wording } from './texts/problem-texts.ts'

/** Typos that are easily made at a keyboard, and what was meant. */

const CHINESE: Readonly<Record<string, string>> = {
  '：': ':',
  '，': ',',
  '、': ',',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '％': '%',
  '“': '"',
  '”': '"',
  '－': '-',
  '＃': '#',
  '　': ' ',
}

/** Punctuation of the Chinese keyboard, which has no meaning in YAML. */
export function chinesePunctuation(text: string): Wording | undefined {
  const found = Array.from(text).find((each) => Object.hasOwn(CHINESE, each))
  if (found === '　') return ({ problems }) => problems.fullWidthSpace
  return found && (({ problems }) => problems.chinesePunctuation(found, CHINESE[found]!))
}

/** `2,000`, or `2,000 CNY`. */
export function commaInNumber(text: unknown): Wording | undefined {
  const isNumber = typeof text === 'string' && /^\d{1,3}(,\d{3})+(\.\d+)?( ?[A-Z]{3})?$/.test(text)
  return isNumber ? ({ problems }) => problems.withoutComma(text.replaceAll(',', '')) : undefined
}

/** `{ miles: 2,000 }` is a mapping of `miles: 2` and a key `000`. */
export function cutByComma(key: string, value: Readonly<Record<string, unknown>>): Wording | undefined {
  if (!/^\d{3}( ?[A-Z]{3})?$/.test(key) || value[key] !== null) return undefined
  const heads = Object.values(value).filter((each) => typeof each === 'number')
  return ({ problems }) => (heads.length === 1 ? problems.withoutComma(`${heads[0]}${key}`) : problems.noCommas)
}
