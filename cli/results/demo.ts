import { readFile } from 'node:fs/promises'
import { yearOfText } from '../../infra/local/year/stored.ts'
import { reportOf } from '../../shared/domain/results/report/report.ts'
import type { SlicedBy } from '../../shared/domain/results/report/slices.ts'
import { viewOf } from '../../shared/domain/results/report/view.ts'
import { USUAL_MEASURE } from '../../shared/domain/rulebook/measure.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import type { ShownResults } from './shown.ts'

const YEAR = new URL('../../infra/local/year/year.jsonl', import.meta.url)

/** The made-up year, as the API would return it: nothing needs to run. */
export async function demoResults(
  asked: { from?: string | undefined; to?: string | undefined; by?: SlicedBy | undefined },
  language: Language = 'en',
): Promise<ShownResults> {
  const { now, names, results } = yearOfText(await readFile(YEAR, 'utf8'))
  const { from = '', to = '9999', by } = asked
  const { limits } = USUAL_MEASURE.harm
  const reports = results.map(({ analysis, cohorts }) => {
    const some = cohorts.filter(({ day }) => day >= from && day <= to)
    return viewOf(reportOf(analysis, some, { now, limits, by }))
  })
  return { names: { ...names, ...textsIn(language).results.demoNames }, reports }
}
