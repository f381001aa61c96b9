import { shortHash } from '../../../standards/hash.ts'
import { COMPLAINT_CATEGORIES, type ComplaintCategory } from './categories.ts'
import { type ComplaintModel, featuresOf, rowOf, STEPS_AT_MOST, softmax } from './linear.ts'

/** A text that a person has sorted. */
export interface Labelled {
  text: string
  category: ComplaintCategory
}

/** A text as numbers of the groups of letters it has. */
interface Sample {
  grams: Int32Array
  category: number
  weight: number
}

/** Groups of letters that a model keeps where nobody says how many: some 10 kB of them. */
const GROUPS_KEPT = 500
/** So many are looked at: those by which categories differ most. More are hardly better. */
const GROUPS_AT_MOST = 4000
/** What fewer texts have is chance. */
const TEXTS_AT_LEAST = 3
const EPOCHS = 8
const STEP = 0.05
/** Keeps weights small where little speaks for them. */
const SHRINKS = 3e-4
/** 0: every text counts the same; 1: every category does. */
const RARER = 0.4
const HUNDREDTHS = 100
const VERSION_CHARS = 10

/**
 * Learns a model: multinomial logistic regression on groups of letters, by AdaGrad (Duchi, Hazan and Singer 2011). First on all groups
 * that may tell something; then once more on those alone that have the greatest weights. The same texts in the same order give
 * the same model. `progress` hears of each pass, 0 to 1.
 */
export function trainComplaints(
  texts: readonly Labelled[],
  { groups = GROUPS_KEPT, progress }: Training = {},
): ComplaintModel {
  const categories = COMPLAINT_CATEGORIES.filter((name) => texts.some(({ category }) => category === name))
  const featuresOfTexts = texts.map(({ text }) => featuresOf(text))
  const labels = texts.map(({ category }) => categories.indexOf(category))
  const counts = weightsOf(labels, categories.length)
  const learn = (vocabulary: readonly string[], done: (part: number) => void) => {
    const numbers = new Map(vocabulary.map((gram, i) => [gram, i]))
    const samples = featuresOfTexts.map((grams, i): Sample => {
      const known = [...grams].flatMap((gram) => numbers.get(gram) ?? [])
      return { grams: Int32Array.from(known), category: labels[i]!, weight: counts[labels[i]!]! }
    })
    const learned = new Learned(vocabulary, categories.length)
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      for (const i of shuffled(samples.length, epoch)) learned.see(samples[i]!)
      done((epoch + 1) / EPOCHS)
    }
    return learned
  }
  const telling = tellingGrams(featuresOfTexts, labels, categories.length)
  const parts = telling.length > groups ? 2 : 1
  const first = learn(telling, (part) => progress?.(part / parts))
  const kept = parts === 1 ? first : learn(first.weightiest(groups), (part) => progress?.((1 + part) / parts))
  const { bias, step, weights } = kept.rounded()
  return {
    kind: 'complaints',
    version: shortHash([JSON.stringify([categories, bias, step, weights])], VERSION_CHARS),
    trainedOn: { texts: texts.length, byCategory: countsOf(texts) },
    categories,
    bias,
    step,
    weights,
  }
}

export interface Training {
  /** How many groups of letters are kept. */
  groups?: number | undefined
  progress?: ((part: number) => void) | undefined
}

/** Texts of rare categories count more, or they would never be given: on the whole all texts count as many as there are. */
function weightsOf(labels: readonly number[], categories: number): number[] {
  const counts = Array.from({ length: categories }, (_, c) => labels.filter((label) => label === c).length)
  const rare = counts.map((count) => count ** -RARER)
  const all = counts.reduce((sum, count, c) => sum + count * rare[c]!, 0)
  return rare.map((weight) => (weight * labels.length) / all)
}

function countsOf(texts: readonly Labelled[]): ComplaintModel['trainedOn']['byCategory'] {
  const counts: Partial<Record<ComplaintCategory, number>> = {}
  for (const { category } of texts) counts[category] = (counts[category] ?? 0) + 1
  return counts
}

/** The groups of letters by which categories differ most: the greatest χ² of any category against the others. */
function tellingGrams(texts: readonly ReadonlySet<string>[], labels: readonly number[], categories: number): string[] {
  const counts = new Map<string, number[]>()
  const ofAll = new Array<number>(categories).fill(0)
  for (const [i, grams] of texts.entries()) {
    const label = labels[i]!
    ofAll[label]! += 1
    for (const gram of grams) {
      const known = counts.get(gram) ?? counts.set(gram, new Array(categories).fill(0)).get(gram)!
      known[label]! += 1
    }
  }
  const rated: { gram: string; tells: number }[] = []
  for (const [gram, byCategory] of counts) {
    const having = byCategory.reduce((sum, count) => sum + count, 0)
    if (having < TEXTS_AT_LEAST || having === texts.length) continue
    const tells = Math.max(...byCategory.map((both, i) => chiSquare(both, having, ofAll[i]!, texts.length)))
    rated.push({ gram, tells })
  }
  rated.sort((a, b) => b.tells - a.tells || (a.gram < b.gram ? -1 : 1))
  return rated.slice(0, GROUPS_AT_MOST).map(({ gram }) => gram)
}

/** Of two things that texts have or have not: how far they are from having nothing to do with each other. */
function chiSquare(both: number, first: number, second: number, all: number): number {
  const spread = first * second * (all - first) * (all - second)
  return spread === 0 ? 0 : (all * (both * all - first * second) ** 2) / spread
}

/** The order of a pass: the same each time, and another in each pass. */
function shuffled(count: number, pass: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i)
  let state = (pass + 1) * 0x9e3779b9
  for (let i = count - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    const j = (state >>> 0) % (i + 1)
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

class Learned {
  readonly #vocabulary: readonly string[]
  readonly #categories: number
  readonly #weights: Float64Array
  readonly #moved: Float64Array
  readonly #bias: Float64Array

  constructor(vocabulary: readonly string[], categories: number) {
    this.#vocabulary = vocabulary
    this.#categories = categories
    this.#weights = new Float64Array(vocabulary.length * categories)
    this.#moved = new Float64Array(vocabulary.length * categories)
    this.#bias = new Float64Array(categories)
  }

  /** One step towards what this text says. */
  see({ grams, category, weight }: Sample): void {
    const scale = grams.length === 0 ? 0 : 1 / Math.sqrt(grams.length)
    const shares = softmax(this.#scores(grams, scale))
    for (let c = 0; c < this.#categories; c++) {
      const wrong = weight * (shares[c]! - (c === category ? 1 : 0))
      this.#bias[c]! -= (STEP / 100) * wrong
      for (const gram of grams) {
        const at = gram * this.#categories + c
        const slope = wrong * scale + SHRINKS * this.#weights[at]!
        this.#moved[at]! += slope * slope
        this.#weights[at]! -= (STEP * slope) / Math.sqrt(this.#moved[at]! + 1e-8)
      }
    }
  }

  #scores(grams: Int32Array, scale: number): number[] {
    const scores = Array.from(this.#bias)
    for (const gram of grams) {
      const from = gram * this.#categories
      for (let c = 0; c < this.#categories; c++) scores[c]! += scale * this.#weights[from + c]!
    }
    return scores
  }

  /** The groups whose weights are the greatest, by the sum of their squares. */
  weightiest(count: number): string[] {
    const sizes = this.#vocabulary.map((gram, i) => {
      return { gram, size: this.#rowOf(i).reduce((sum, each) => sum + each * each, 0) }
    })
    sizes.sort((a, b) => b.size - a.size || (a.gram < b.gram ? -1 : 1))
    return sizes.slice(0, count).map(({ gram }) => gram)
  }

  #rowOf(gram: number): Float64Array {
    return this.#weights.subarray(gram * this.#categories, (gram + 1) * this.#categories)
  }

  /** In steps, of which the greatest weight has as many as there are; what says nothing is left out. */
  rounded(): { bias: number[]; step: number; weights: Record<string, string> } {
    const greatest = this.#weights.reduce((most, each) => Math.max(most, Math.abs(each)), 0)
    const step = Math.max(LEAST_STEP, Math.ceil((greatest * HUNDREDTHS * 10) / STEPS_AT_MOST) / 10)
    const weights: Record<string, string> = {}
    for (const [i, gram] of this.#vocabulary.entries()) {
      const steps = Array.from(this.#rowOf(i), (each) => Math.round((each * HUNDREDTHS) / step))
      if (steps.some((each) => each !== 0)) weights[gram] = rowOf(steps)
    }
    return { bias: Array.from(this.#bias, inHundredths), step, weights }
  }
}

/** Of hundredths. */
const LEAST_STEP = 0.1

function inHundredths(value: number): number {
  return Math.round(value * HUNDREDTHS) + 0
}
