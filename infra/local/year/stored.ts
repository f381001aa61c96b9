import type { Analysis } from '../../../shared/domain/results/assignment.ts'
import { cellsOfText, cellsToText } from '../../../shared/domain/results/cells-as-text.ts'
import type { DayCohort } from '../../../shared/domain/results/cohort.ts'
import type { PlayedYear } from './play.ts'

/** A year as it is shipped: first when it is looked at, then each analysis with a line for each of its day cohorts. */
type Line = Pick<PlayedYear, 'now' | 'names'> | { analysis: Analysis } | StoredDay

/** Cells with how many are in each: sums do not say it of an open cohort, of which nothing is counted yet. */
interface StoredDay extends Omit<DayCohort, 'cells'> {
  cells: unknown
  members: number[]
}

export function yearToText({ now, names, results }: PlayedYear): string {
  const lines: Line[] = [
    { now, names },
    ...results.flatMap(({ analysis, cohorts }) => [{ analysis }, ...cohorts.map(storedDay)]),
  ]
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

export function yearOfText(text: string): PlayedYear {
  const year: PlayedYear = { now: 0, names: {}, results: [] }
  for (const line of text
    .trim()
    .split('\n')
    .map((each) => JSON.parse(each) as Line)) {
    if ('now' in line) Object.assign(year, line)
    else if ('analysis' in line) year.results.push({ analysis: line.analysis, cohorts: [] })
    else year.results.at(-1)!.cohorts.push(dayOfStored(line))
  }
  return year
}

function storedDay({ cells, ...day }: DayCohort): StoredDay {
  return { ...day, cells: JSON.parse(cellsToText(cells)), members: cells.map(({ members }) => members) }
}

function dayOfStored({ cells, members, ...day }: StoredDay): DayCohort {
  const read = cellsOfText(JSON.stringify(cells))
  return { ...day, cells: read.map((cell, i) => ({ ...cell, members: members[i]! })) }
}
