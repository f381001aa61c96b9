import { SingleBar } from 'cli-progress'
import { clustersOf, scaled, scaleOf } from '../../shared/domain/scores/value/clusters.ts'
import { type ScoreTexts, scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import { Refused } from '../errors.ts'
import { eachRow, numberIn } from '../files/columns.ts'
import { table, thousands } from '../print.ts'
import type { Session } from '../session.ts'

/** Length, recency, frequency, mileage, discount: the columns of the file. */
const COLUMNS = ['L_months', 'R_days', 'F_flights', 'M_km', 'C_discount'] as const
type Column = (typeof COLUMNS)[number]

export interface ClusterFit {
  members: number
  /** Rows with an empty cell. */
  leftOut: number
  means: Record<Column, number>
  deviations: Record<Column, number>
  /** The largest first; centres in standard deviations from the mean. */
  clusters: { members: number; share: number; centre: Record<Column, number> }[]
}

export async function readRows(
  path: string,
  texts: ScoreTexts['columns'],
): Promise<{ rows: number[][]; leftOut: number }> {
  const rows: number[][] = []
  let leftOut = 0
  await eachRow<Column>(
    path,
    { needed: COLUMNS },
    (row) => {
      if (COLUMNS.some((column) => !row.cells[column]?.trim())) leftOut += 1
      else rows.push(COLUMNS.map((column) => numberIn(row, column, texts)))
    },
    texts,
  )
  return { rows, leftOut }
}

export function fitClusters(
  rows: readonly number[][],
  groups: number,
  progress?: (part: number) => void,
): Omit<ClusterFit, 'leftOut'> {
  const scale = scaleOf(rows)
  const { centres, sizes } = clustersOf(scaled(rows, scale), groups, progress)
  return {
    members: rows.length,
    means: named(scale.means),
    deviations: named(scale.deviations),
    clusters: centres.map((centre, i) => ({
      members: sizes[i]!,
      share: sizes[i]! / rows.length,
      centre: named(centre),
    })),
  }
}

function named(values: readonly number[]): Record<Column, number> {
  return Object.fromEntries(COLUMNS.map((column, i) => [column, values[i]!])) as Record<Column, number>
}

/** `wingback fit --clusters`. */
export async function clustersOfFile(session: Session, path: string, groups: number): Promise<void> {
  const texts = scoreTextsIn(session.language)
  const { rows, leftOut } = await readRows(path, texts.columns)
  if (rows.length < groups)
    throw new Refused(texts.clusters.tooFew({ members: rows.length, groups }), { code: 'nothing-to-fit' })
  const bar = session.watched ? new SingleBar({ hideCursor: true, clearOnComplete: true }) : undefined
  bar?.start(1, 0)
  const fit = { ...fitClusters(rows, groups, (part) => bar?.update(part)), leftOut }
  bar?.stop()
  await session.show(fit, () => clusterLines(fit, texts.clusters))
}

function clusterLines(
  { members, leftOut, means, deviations, clusters }: ClusterFit,
  texts: ScoreTexts['clusters'],
): string[] {
  const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`
  return [
    texts.members({ members: thousands(members), leftOut: thousands(leftOut) }),
    '',
    ...table([
      [texts.head, texts.share, ...COLUMNS],
      ...clusters.map(({ members: size, share, centre }) => [
        thousands(size),
        `${(share * 100).toFixed(1)} %`,
        ...COLUMNS.map((column) => signed(centre[column])),
      ]),
      [texts.mean, '', ...COLUMNS.map((column) => means[column].toFixed(2))],
      [texts.deviation, '', ...COLUMNS.map((column) => deviations[column].toFixed(2))],
    ]),
  ]
}
