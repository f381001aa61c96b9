import type { ComplaintCategory } from './categories.ts'
import { COMPLAINT_CATEGORIES, type Guess, SURE_ENOUGH } from './categories.ts'
import { categoryByWords } from './keywords.ts'
import { categoryByModel } from './linear.ts'
import { type Labelled, type Training, trainComplaints } from './train.ts'

export interface CategoryReport {
  category: ComplaintCategory
  texts: number
  /** Of those that were given the category, how many have it; of those that have it, how many were given it. 0 to 1. */
  precision: number
  recall: number
  f1: number
}

/** How good a way to sort texts is, on texts that it did not learn from. */
export interface SortingReport {
  texts: number
  /** The mean of F1 over categories, so that rare ones count as much as others. */
  macroF1: number
  /** Share of all texts that got their category. */
  right: number
  /** The same of those that it is sure of, and their share. */
  rightWhereSure: number
  sure: number
  categories: CategoryReport[]
}

export function reportOf(labelled: readonly Labelled[], guesses: readonly Guess[]): SortingReport {
  const present = COMPLAINT_CATEGORIES.filter((name) => labelled.some(({ category }) => category === name))
  const categories = present.map((name) => categoryReport(name, labelled, guesses))
  const isRight = (i: number) => labelled[i]!.category === guesses[i]!.category
  const sure = guesses.flatMap(({ confidence }, i) => (confidence >= SURE_ENOUGH ? [i] : []))
  return {
    texts: labelled.length,
    macroF1: categories.reduce((sum, { f1 }) => sum + f1, 0) / (categories.length || 1),
    right: share(guesses.filter((_, i) => isRight(i)).length, guesses.length),
    rightWhereSure: share(sure.filter(isRight).length, sure.length),
    sure: share(sure.length, guesses.length),
    categories,
  }
}

function categoryReport(
  name: ComplaintCategory,
  labelled: readonly Labelled[],
  guesses: readonly Guess[],
): CategoryReport {
  let [has, given, both] = [0, 0, 0]
  for (const [i, { category }] of labelled.entries()) {
    const guessed = guesses[i]!.category === name
    if (category === name) has += 1
    if (guessed) given += 1
    if (guessed && category === name) both += 1
  }
  const [precision, recall] = [share(both, given), share(both, has)]
  return { category: name, texts: has, precision, recall, f1: share(2 * both, has + given) }
}

function share(part: number, of: number): number {
  return of === 0 ? 0 : part / of
}

/** Each text is sorted by a model that learned from the others: in so many parts. */
const PARTS = 5

/** The model beside the words, each on all texts. */
export function crossValidated(
  texts: readonly Labelled[],
  { groups, progress }: Training = {},
): { model: SortingReport; words: SortingReport } {
  const guesses = new Array<Guess>(texts.length)
  for (let part = 0; part < PARTS; part++) {
    const isIn = (i: number) => i % PARTS === part
    const model = trainComplaints(
      texts.filter((_, i) => !isIn(i)),
      { groups, progress: (done) => progress?.((part + done) / PARTS) },
    )
    for (const [i, { text }] of texts.entries()) if (isIn(i)) guesses[i] = categoryByModel(model, text)
  }
  const words = texts.map(({ text }) => categoryByWords(text))
  return { model: reportOf(texts, guesses), words: reportOf(texts, words) }
}
