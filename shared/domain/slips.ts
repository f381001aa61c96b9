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

/** `gold，platinum` is one value, and was meant as two. Names in Chinese may have such a comma: `退票、改签`. */
export function looksLikeSeveral(text: string): boolean {
  return /^[\w.-]+(\s*[，、]\s*[\w.-]+)+$/.test(text)
}

/** `2,000`, or `2,000 CNY`. */
export function commaInNumber(text: unknown): Wording | undefined {
  const isNumber = typeof text === 'string' && /^\d{1,3}(,\d{3})+(\.\d+)?( ?[A-Z]{3})?$/.test(text)
  return isNumber ? ({ problems }) => problems.withoutComma(text.replaceAll(',', '')) : undefined
}

const MULTIPLES: Readonly<Record<string, number>> = { '': 1, 千: 1_000, 万: 10_000, 亿: 100_000_000 }

/** `60000元`, `6万 CNY`, `¥500`: money as it is written in Chinese. A bare number may be of any currency. */
export function yuanInChinese(text: unknown): Wording | undefined {
  if (typeof text === 'string' && /^[\d,.]*$/.test(text)) return undefined
  const yuan = numberIn(text, /^[¥￥]? ?([\d,]+(?:\.\d+)?) ?([千万亿]?) ?(?:元|块|人民币|CNY|RMB)?$/)
  return yuan === undefined ? undefined : ({ problems }) => problems.writeAsMoney(yuan)
}

/** `3000里程`, `3千`: a number with its unit as it is written in Chinese. */
export function numberInChinese(text: unknown): Wording | undefined {
  const number = numberIn(text, /^([\d,]+(?:\.\d+)?) ?([千万亿]?) ?\p{Script=Han}{0,3}$/u)
  return number === undefined ? undefined : ({ problems }) => problems.writeUnit(String(number))
}

function numberIn(text: unknown, form: RegExp): number | undefined {
  const [, digits, multiple = ''] = (typeof text === 'string' && form.exec(text)) || []
  // Not 0.1 + 0.2: thousandths are enough for an amount in tens of thousands.
  return digits === undefined
    ? undefined
    : Math.round(Number(digits.replaceAll(',', '')) * MULTIPLES[multiple]! * 1000) / 1000
}

/** `{ miles: 2,000 }` is a mapping of `miles: 2` and a key `000`. */
export function cutByComma(key: string, value: Readonly<Record<string, unknown>>): Wording | undefined {
  if (!/^\d{3}( ?[A-Z]{3})?$/.test(key) || value[key] !== null) return undefined
  const heads = Object.values(value).filter((each) => typeof each === 'number')
  return ({ problems }) => (heads.length === 1 ? problems.withoutComma(`${heads[0]}${key}`) : problems.noCommas)
}
