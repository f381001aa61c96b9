import { normalQuantile } from '../../measure/special-functions.ts'
import { type Interval, midRanks } from '../measure/ranking.ts'
import { severityByWords } from './keywords.ts'

/** A text, and how content who wrote it was: the lower, the worse. */
export interface Rated {
  text: string
  rating: number
}

/** Whether graver words go with worse ratings. The baseline is the length of the text: who is angry writes more. */
export interface SeverityReport {
  texts: number
  score: RankCorrelation
  baselines: { length: RankCorrelation }
  bySeverity: { severity: number; texts: number; meanRating: number }[]
}

/** Spearman's, from −1 to 1, with its 95 % interval; null where all are the same. */
export interface RankCorrelation {
  spearman: number | null
  within: Interval | null
}

const Z = normalQuantile(0.975)

export function severityReport(rated: readonly Rated[]): SeverityReport {
  const worse = rated.map(({ rating }) => -rating)
  const severities = rated.map(({ text }) => severityByWords(text))
  const bySeverity = [...new Set(severities)].sort().map((severity) => {
    const some = rated.filter((_, i) => severities[i] === severity)
    const meanRating = some.reduce((sum, { rating }) => sum + rating, 0) / some.length
    return { severity, texts: some.length, meanRating }
  })
  return {
    texts: rated.length,
    score: spearman(severities, worse),
    baselines: {
      length: spearman(
        rated.map(({ text }) => text.length),
        worse,
      ),
    },
    bySeverity,
  }
}

/** The error by Bonett and Wright (2000), Psychometrika 65(1), on Fisher's scale. */
function spearman(a: readonly number[], b: readonly number[]): RankCorrelation {
  const [ranksA, ranksB] = [midRanks(a), midRanks(b)]
  const middle = (a.length + 1) / 2
  let [both, ofA, ofB] = [0, 0, 0]
  for (const [i, rank] of ranksA.entries()) {
    both += (rank - middle) * (ranksB[i]! - middle)
    ofA += (rank - middle) ** 2
    ofB += (ranksB[i]! - middle) ** 2
  }
  const spread = Math.sqrt(ofA * ofB)
  if (!(spread > 0)) return { spearman: null, within: null }
  const correlation = both / spread
  if (a.length <= 3 || Math.abs(correlation) >= 1) return { spearman: correlation, within: null }
  const error = Z * Math.sqrt((1 + correlation ** 2 / 2) / (a.length - 3))
  const at = Math.atanh(correlation)
  return { spearman: correlation, within: [Math.tanh(at - error), Math.tanh(at + error)] }
}
