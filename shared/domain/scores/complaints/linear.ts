import { faultOfVersion } from '../version.ts'
import { COMPLAINT_CATEGORIES, type ComplaintCategory, type Guess } from './categories.ts'
import { wordsFor } from './keywords.ts'

/**
 * A linear model of the letters of a text: each group of 2 to 5 letters that it knows speaks for and against each category,
 * and so does what the lists of words find.
 * Plain data, made by `npm run train:complaints` of texts that the airline has.
 */
export interface ComplaintModel {
  kind: 'complaints'
  /** Names what it learned: the same texts give the same model. */
  version: string
  trainedOn: { texts: number; byCategory: Partial<Record<ComplaintCategory, number>> }
  categories: readonly ComplaintCategory[]
  /** In hundredths, in the order of the categories. */
  bias: readonly number[]
  /** Of rows that are texts: how many hundredths a step of their letters is. */
  step?: number
  /**
   * By group of letters, in the order of the categories. A text has a letter for each: `?` is nothing, `@` a step for it, `>` one against
   * it, and so on from `#` (28 against it) to `[` (28 for it). Without a step, as older files have it: hundredths.
   */
  weights: Readonly<Record<string, string | readonly number[]>>
}

/** None of the letters from the least to the greatest has to be escaped in JSON. */
const NO_STEP = '?'.charCodeAt(0)
export const STEPS_AT_MOST = 28

export function rowOf(steps: readonly number[]): string {
  return String.fromCharCode(...steps.map((each) => NO_STEP + each))
}

function stepsOf(row: string): number[] {
  return Array.from(row, (letter) => letter.charCodeAt(0) - NO_STEP)
}

const SHORTEST = 2
const LONGEST = 5
/** No group of letters has it. */
const MARK = '#'
const HUNDREDTHS = 100
/** What is read of a text. */
const LETTERS_AT_MOST = 2000

/** All groups of letters of a text, each once, with its words' ends as blanks; and what the lists of words find in it. */
export function featuresOf(text: string): Set<string> {
  const features = new Set(
    wordsFor(text).flatMap(({ category, strong, weak }) => [
      ...(strong > 0 ? [`${MARK}${category}!`] : []),
      ...(weak > 0 ? [`${MARK}${category}`] : []),
    ]),
  )
  const letters = [...` ${spelt(text)} `].slice(0, LETTERS_AT_MOST)
  for (let length = SHORTEST; length <= LONGEST; length++) {
    for (let from = 0; from + length <= letters.length; from++)
      features.add(letters.slice(from, from + length).join(''))
  }
  return features
}

/** Small letters and single blanks; no addresses, no names of accounts; every number is one sign. */
function spelt(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&amp;', '&')
    .replace(/https?:\S+|@\S+/g, ' ')
    .replace(/\p{N}+/gu, '0')
    .replace(/[^\p{L}0!?]+/gu, ' ')
    .trim()
}

/** What a complaint is about, by the model; its confidence is the model's own probability. */
export function categoryByModel(model: ComplaintModel, text: string): Guess {
  const known: (readonly number[])[] = []
  for (const gram of featuresOf(text)) {
    const row = Object.hasOwn(model.weights, gram) ? model.weights[gram] : undefined
    if (row) known.push(typeof row === 'string' ? stepsOf(row) : row)
  }
  const { step = 1 } = model
  const scale = known.length === 0 ? 0 : 1 / Math.sqrt(known.length)
  const scores = model.categories.map((_, i) => {
    const sum = known.reduce((all, weights) => all + (weights[i] ?? 0), 0)
    return (model.bias[i]! + scale * step * sum) / HUNDREDTHS
  })
  const shares = softmax(scores)
  const best = shares.indexOf(Math.max(...shares))
  return { category: model.categories[best]!, confidence: shares[best]! }
}

/** As shares that sum to 1. */
export function softmax(scores: readonly number[]): number[] {
  const greatest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - greatest))
  const all = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / all)
}

/** Whether data from a file are such a model; else what is wrong. */
export function faultOfModel(value: unknown): string | undefined {
  const { kind, categories, bias, step, weights, version } = Object(value) as Record<string, unknown>
  if (kind !== 'complaints') return 'kind must be "complaints": is it a model of something else?'
  const ofVersion = faultOfVersion(version)
  if (ofVersion) return ofVersion
  const known: readonly string[] = COMPLAINT_CATEGORIES
  if (!Array.isArray(categories) || categories.length === 0) return 'categories are missing'
  const unknown = categories.find((each) => !known.includes(each))
  if (unknown !== undefined) return `categories: "${String(unknown)}" is not one of ${known.join(', ')}`
  if (!isRow(bias, categories.length)) return 'bias must have one number a category'
  if (typeof weights !== 'object' || weights === null) return 'weights are missing'
  if (step === undefined) {
    const bad = Object.entries(weights).find(([, row]) => !isRow(row, categories.length))
    return bad && `weights: "${bad[0]}" must have one number a category`
  }
  if (typeof step !== 'number' || !Number.isFinite(step) || step <= 0) return 'step must be a number above 0'
  const bad = Object.entries(weights).find(([, row]) => !isTextOfSteps(row, categories.length))
  return bad && `weights: "${bad[0]}" must be a text with one letter a category, each from # to [`
}

function isTextOfSteps(value: unknown, length: number): boolean {
  if (typeof value !== 'string' || value.length !== length) return false
  return stepsOf(value).every((each) => Math.abs(each) <= STEPS_AT_MOST)
}

function isRow(value: unknown, length: number): boolean {
  return Array.isArray(value) && value.length === length && value.every((each) => Number.isFinite(each))
}
