import { type Decimal, decimalOf } from '../../shared/standards/decimal.ts'

/** What is wrong with a cell that should contain a number, yes or no. */
export type CellProblem = 'empty' | 'thousands' | 'comma' | 'currency' | 'percent' | 'word'

const WORDS: Readonly<Record<string, bigint>> = {
  ...Object.fromEntries(['yes', 'y', 'true', 't', '是', '有'].map((word) => [word, 1n])),
  ...Object.fromEntries(['no', 'n', 'false', 'f', '否', '无'].map((word) => [word, 0n])),
}

const EMPTY = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', '-', '#n/a', '空'])

/** In the order they are checked. */
const PROBLEMS: readonly [RegExp, CellProblem][] = [
  [/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/, 'thousands'],
  [/^[+-]?\d+,\d+$/, 'comma'],
  [/^[+-]?[\d.,]+\s*[%％]$/, 'percent'],
  [/^([\p{Sc}]|[A-Z]{3})\s*[+-]?[\d.,]+$|^[+-]?[\d.,]+\s*([\p{Sc}元]|[A-Z]{3})$/u, 'currency'],
]

/** A cell's number; yes is 1 and no is 0. */
export function readCell(cell: string): Decimal | CellProblem {
  const text = cell.trim()
  const number = decimalOf(text)
  if (number) return number
  const lower = text.toLowerCase()
  if (Object.hasOwn(WORDS, lower)) return { digits: WORDS[lower]!, decimals: 0 }
  if (EMPTY.has(lower)) return 'empty'
  return PROBLEMS.find(([pattern]) => pattern.test(text))?.[1] ?? 'word'
}
