import type { LifetimeModel } from '../../shared/domain/scores/lifetime/model.ts'
import type { LifetimeBaseline } from '../../shared/domain/scores/lifetime/report.ts'
import type { ScoreTexts } from '../../shared/domain/texts/scores.ts'
import { leftOutLines, rangeOf, verdictOf } from '../churn/text.ts'
import { amount } from '../lift/number-text.ts'
import { table, thousands } from '../print.ts'
import type { EvaluatedLifetime } from './evaluate.ts'

const BASELINES: readonly LifetimeBaseline[] = ['pace', 'constant']

/** For people: how far off the model was, beside the plain ways, and where. */
export function lifetimeLines({ read, learned, report }: EvaluatedLifetime, texts: ScoreTexts): string[] {
  const { lifetime: words, churn } = texts
  const { n, returned, deviance, interval, baselines, betterBy, calibration, expected, observed, check } = report
  const { spend } = learned.model
  const beaten = BASELINES.every((name) => betterBy[name][0] > 0)
  const money = (value: number | null) => (value === null ? [] : [amount(value)])
  return [
    words.looked({
      members: thousands(n),
      cutoff: new Date(read.looked.cutoff).toISOString().slice(0, 10),
      days: read.looked.horizonDays,
      returned: thousands(returned),
    }),
    ...leftOutLines(read, read.neverFlew, churn),
    '',
    ...table([
      words.heads,
      [words.model, deviance.toFixed(4)],
      ...BASELINES.map((name) => [words.baselines[name], baselines[name].toFixed(4)]),
    ]),
    words.within({ range: rangeOf(interval, 4) }),
    '',
    ...BASELINES.map((name) =>
      words.betterBy({ name: words.baselines[name], range: rangeOf(betterBy[name], 4), ...verdictOf(betterBy[name]) }),
    ),
    beaten ? words.beatsBoth : words.beatsNotBoth,
    ...(check
      ? [
          words.check({
            members: thousands(check.members),
            bgNbd: amount(check.bgNbd),
            paretoNbd: amount(check.paretoNbd),
          }),
        ]
      : []),
    '',
    ...table([
      spend ? [...words.calibrationHeads, ...words.moneyHeads(spend.currency)] : words.calibrationHeads,
      ...[...calibration, { n, expected, observed }].map((row, i) => [
        i === calibration.length ? words.all : thousands(row.n),
        ...[amount(row.expected.flights), amount(row.observed.flights)],
        ...[...money(row.expected.spend), ...money(row.observed.spend)],
      ]),
    ]),
    ...(spend ? [] : [words.noMoney]),
  ]
}

export function parameterLines({ visits, spend }: LifetimeModel, words: ScoreTexts['lifetime']): string[] {
  const named = (of: object) =>
    Object.entries(of)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')
  return [...(visits ? [words.visits(named(visits))] : []), ...(spend ? [words.spend(named(spend))] : [])]
}
