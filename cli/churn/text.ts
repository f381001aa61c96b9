import type { Baseline } from '../../shared/domain/scores/churn/learn.ts'
import type { ChurnModel } from '../../shared/domain/scores/churn/model.ts'
import type { Interval, Quality } from '../../shared/domain/scores/measure/ranking.ts'
import type { ScoreTexts } from '../../shared/domain/texts/scores.ts'
import { table, thousands } from '../print.ts'
import type { LeftOut } from '../score-files/histories.ts'
import type { Evaluated } from './evaluate.ts'

const BASELINES: readonly Baseline[] = ['recency', 'alive', 'constant']

/** For people: the score beside the baselines, whether it beats them, and how far its probabilities can be trusted. */
export function reportLines({ read, report }: Evaluated, texts: ScoreTexts['churn']): string[] {
  const { n, positives, intervals, baselines, betterBy, calibration } = report
  const { looked, neverFlew } = read
  const row = (name: string, { auc, logLoss }: Quality) => [
    name,
    auc === null ? '–' : auc.toFixed(3),
    logLoss.toFixed(4),
  ]
  const isBetter = BASELINES.map((name) => ({ name: texts.baselines[name], logLoss: betterBy[name].logLoss }))
  const beaten = isBetter.filter(({ logLoss: [low] }) => low > 0)
  return [
    texts.looked({
      members: thousands(n),
      cutoff: new Date(looked.cutoff).toISOString().slice(0, 10),
      days: looked.horizonDays,
      lost: thousands(positives),
    }),
    ...leftOutLines(read, neverFlew, texts),
    '',
    ...table([
      texts.heads,
      row(texts.score, report),
      ...BASELINES.map((name) => row(texts.baselines[name], baselines[name])),
    ]),
    texts.within({ auc: rangeOf(intervals.auc, 3), logLoss: rangeOf(intervals.logLoss, 4) }),
    '',
    ...isBetter.map(({ name, logLoss }) => texts.betterBy({ name, range: rangeOf(logLoss, 4), ...verdictOf(logLoss) })),
    beaten.length === BASELINES.length ? texts.beatsAll : texts.beatsNotAll,
    '',
    ...table([
      texts.calibrationHeads,
      ...calibration.map(({ predicted, observed, n: members }) => [percent(predicted), percent(observed), members]),
    ]),
  ]
}

/** Who and what was left out of the files. */
export function leftOutLines(
  { balancesLeftOut, objected, bad }: LeftOut,
  neverFlew: number,
  texts: ScoreTexts['churn'],
): string[] {
  return [
    ...(neverFlew > 0 ? [texts.neverFlew({ members: thousands(neverFlew) })] : []),
    ...(objected > 0 ? [texts.objected({ members: thousands(objected) })] : []),
    ...(balancesLeftOut > 0 ? [texts.balances({ balances: thousands(balancesLeftOut) })] : []),
    ...(bad > 0 ? [texts.bad({ lines: thousands(bad) })] : []),
  ]
}

export function verdictOf([low, high]: Interval): { isBetter: boolean; isWorse: boolean } {
  return { isBetter: low > 0, isWorse: high < 0 }
}

export function rangeOf(interval: Interval | null, digits: number): string {
  return interval ? interval.map((end) => end.toFixed(digits).replace('-', '−')).join(' … ') : '–'
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

/** The weights, as a person reads them. */
export function modelLines({ features, intercept }: ChurnModel, texts: ScoreTexts['churn']): string[] {
  const weights = Object.entries(features).sort(([, a], [, b]) => b.weight - a.weight)
  return [
    texts.weights,
    ...table([
      ...weights.map(([name, { weight }]) => [texts.features[name as keyof typeof features], weight.toFixed(3)]),
      [texts.intercept, intercept.toFixed(3)],
    ]),
  ]
}
