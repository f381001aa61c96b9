import type { SingleBar } from 'cli-progress'
import { type BgNbd, bgNbdAlive, bgNbdExpectedOf } from '../../shared/domain/scores/lifetime/bg-nbd.ts'
import { fitBgNbd } from '../../shared/domain/scores/lifetime/fit-bg-nbd.ts'
import { fitGammaGamma } from '../../shared/domain/scores/lifetime/fit-gamma-gamma.ts'
import { expectedSpend, type GammaGamma, spends } from '../../shared/domain/scores/lifetime/gamma-gamma.ts'
import { faultOf, gathered, type History } from '../../shared/domain/scores/lifetime/history.ts'
import { lifetimeValue, YEAR_IN_MONTHS } from '../../shared/domain/scores/lifetime/lifetime-value.ts'
import { fitParetoNbd, type ParetoNbd } from '../../shared/domain/scores/lifetime/pareto-nbd.ts'
import type { ScoreTexts } from '../../shared/domain/texts/scores.ts'
import { Refused } from '../errors.ts'
import { badCell, eachRow, numberIn, type Row } from '../files/columns.ts'

/** A member of a summary: their history, and the mean of what they paid after the first purchase. */
export interface SummaryMember extends History {
  id: string
  mean: number
}

export interface Fitted {
  bgNbd: BgNbd & { logLikelihood: number }
  paretoNbd: ParetoNbd & { logLikelihood: number }
  /** Null if nobody paid. */
  gammaGamma: GammaGamma | null
}

/** What the models were fitted on, and remarks beside the figures. */
export interface SummaryFit {
  fitted: Fitted
  members: number
  repeating: number
  /** Models whose search did not converge. */
  notConverged: (keyof Fitted)[]
  /** Between how often members returned and what they paid. Undefined if nobody paid. */
  correlation?: number
}

type Column = 'id' | 'x' | 't_x' | 'T' | 'zbar'

export async function readSummary(path: string, texts: ScoreTexts): Promise<SummaryMember[]> {
  const members: SummaryMember[] = []
  const wanted = { needed: ['x', 't_x', 'T'], optional: ['id', 'zbar'] } as const
  await eachRow<Column>(path, wanted, (row) => members.push(memberIn(row, members.length + 1, texts)), texts.columns)
  return members
}

function memberIn(row: Row<Column>, number: number, texts: ScoreTexts): SummaryMember {
  const [repeats, recency, age] = (['x', 't_x', 'T'] as const).map((column) => numberIn(row, column, texts.columns))
  const history = { repeats: repeats!, recency: recency!, age: age! }
  // A member who did not return has no mean: the cell may be empty.
  const mean = row.cells.zbar?.trim() ? numberIn(row, 'zbar', texts.columns) : 0
  const fault = faultOf(history) ?? (mean < 0 ? 'zbar' : undefined)
  if (fault) throw badCell(row.where, texts.fit.fault[fault], texts.fit.faultHint)
  return { id: row.cells.id ?? String(number), ...history, mean }
}

/** Fits the three models. `bar` shows the progress of the slowest, by evaluations, whose number is not known in advance. */
export function fitSummary(members: readonly SummaryMember[], texts: ScoreTexts['fit'], bar?: SingleBar): SummaryFit {
  const repeating = members.filter(({ repeats }) => repeats > 0)
  if (repeating.length === 0) throw new Refused(texts.nobody, { code: 'nothing-to-fit' })
  const histories = gathered(members)
  const progress = (model: keyof Fitted) => ({
    progress: (evaluations: number) => bar?.update(evaluations, { model: texts.models[model] }),
  })
  const visits = fitBgNbd(histories, progress('bgNbd'))
  const check = fitParetoNbd(histories, progress('paretoNbd'))
  const paying = repeating.filter(spends)
  const spend = paying.length > 0 ? fitGammaGamma(paying, progress('gammaGamma')) : undefined
  const found = { bgNbd: visits, paretoNbd: check, gammaGamma: spend }
  return {
    fitted: {
      bgNbd: { ...visits.model, logLikelihood: visits.logLikelihood },
      paretoNbd: { ...check.model, logLikelihood: check.logLikelihood },
      gammaGamma: spend ? spend.model : null,
    },
    members: members.length,
    repeating: repeating.length,
    notConverged: (Object.keys(found) as (keyof Fitted)[]).filter((name) => found[name]?.converged === false),
    ...(paying.length > 1 && { correlation: correlationOf(paying) }),
  }
}

/** Pearson's, between how often members returned and the mean of what they paid. */
function correlationOf(members: readonly SummaryMember[]): number {
  const mean = (of: (member: SummaryMember) => number) =>
    members.reduce((sum, member) => sum + of(member), 0) / members.length
  const [often, paid] = [mean(({ repeats }) => repeats), mean((member) => member.mean)]
  const together = mean((member) => (member.repeats - often) * (member.mean - paid))
  const spread = mean(({ repeats }) => (repeats - often) ** 2) * mean((member) => (member.mean - paid) ** 2)
  return spread > 0 ? together / Math.sqrt(spread) : 0
}

/** What to expect of one member. */
export interface Expectation {
  id: string
  /** 0 to 1. */
  alive: number
  /** How often they will return in the time ahead. */
  returns: number
  /** What they pay each time, and in total over the next twelve periods. Null if the model cannot say. */
  spend: number | null
  value: number | null
}

export function expectations(
  members: readonly SummaryMember[],
  { bgNbd, gammaGamma }: Fitted,
  ahead: number,
): Expectation[] {
  const horizon = { ...YEAR_IN_MONTHS, periodLength: ahead / YEAR_IN_MONTHS.periods }
  const worthOf = gammaGamma && lifetimeValue(bgNbd, gammaGamma, horizon)
  return members.map((member) => ({
    id: member.id,
    alive: bgNbdAlive(bgNbd, member),
    returns: bgNbdExpectedOf(bgNbd, member, ahead),
    spend: (gammaGamma && expectedSpend(gammaGamma, member)) ?? null,
    value: worthOf?.(member) ?? null,
  }))
}
