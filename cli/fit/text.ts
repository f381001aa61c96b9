import type { ScoreTexts } from '../../shared/domain/texts/scores.ts'
import { amount } from '../lift/number-text.ts'
import { table, thousands } from '../print.ts'
import type { Expectation, Fitted, SummaryFit } from './summary.ts'

/** A correlation above this is mentioned. */
const RELATED = 0.2
const MEMBERS_SHOWN = 20

export function summaryLines(
  { fitted, members, repeating, notConverged, correlation }: SummaryFit,
  texts: ScoreTexts['fit'],
) {
  const names = Object.keys(texts.models) as (keyof Fitted)[]
  return [
    texts.members({ members: thousands(members), repeating: thousands(repeating) }),
    '',
    ...names.flatMap((name) => (fitted[name] ? [`${texts.models[name]}: ${parameters(fitted[name], texts)}`] : [])),
    ...(fitted.gammaGamma ? [] : [texts.noSpend]),
    ...notConverged.map((name) => texts.notConverged({ model: texts.models[name] })),
    ...(correlation !== undefined && Math.abs(correlation) > RELATED
      ? [texts.related({ correlation: correlation.toFixed(2) })]
      : []),
  ]
}

function parameters(model: object, texts: ScoreTexts['fit']): string {
  return Object.entries(model)
    .map(([name, value]) =>
      name === 'logLikelihood' ? `${texts.logLikelihood} ${value.toFixed(2)}` : `${name} ${value.toPrecision(4)}`,
    )
    .join(', ')
}

export function expectationLines(all: readonly Expectation[], ahead: string, texts: ScoreTexts['fit']): string[] {
  const shown = all.slice(0, MEMBERS_SHOWN)
  const cell = (value: number | null) => (value === null ? '–' : amount(value))
  return [
    '',
    texts.ahead({ ahead }),
    ...table([
      texts.columns,
      ...shown.map(({ id, alive, returns, spend, value }) => [
        id,
        alive.toFixed(3),
        returns.toFixed(2),
        cell(spend),
        cell(value),
      ]),
    ]),
    ...(all.length > shown.length ? [texts.more({ more: thousands(all.length - shown.length) })] : []),
  ]
}
