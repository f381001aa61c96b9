import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import {
  COMPANIES_AT_MOST,
  type CompanyModel,
  type CompanyYear,
  companyClassOf,
  companyScore,
  faultOfCompanyModel,
  SHIPPED_COMPANIES,
} from '../../shared/domain/scores/companies/companies.ts'
import { type ScoreTexts, scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import { shortHash } from '../../shared/standards/hash.ts'
import { Refused } from '../errors.ts'
import { badCell, eachRow, numberIn, type Row } from '../files/columns.ts'
import { readJson } from '../files/json.ts'
import { table } from '../print.ts'
import type { Session } from '../session.ts'

const COLUMNS = ['companyId', 'centralPurchase', 'trips', 'distanceKm'] as const
type Column = (typeof COLUMNS)[number]

/** Weighs companies by a year of each, with the weights of the model that is there already, and writes the model. */
export async function fitCompanies(session: Session, path: string, out: string): Promise<void> {
  const texts = scoreTextsIn(session.language)
  const before = await modelBefore(out)
  const years = await readYears(path, texts)
  const companies = Object.fromEntries(years.map((year) => [year.companyId, companyScore(before, year)]))
  const version = shortHash(JSON.stringify([before.weights, before.full, before.keyFrom, companies]), 8)
  const model: CompanyModel = { ...before, version, companies }
  await mkdir(dirname(out), { recursive: true })
  await writeFile(out, `${JSON.stringify(model, null, 2)}\n`)
  const rows = Object.entries(companies).sort(([, a], [, b]) => b - a)
  const classes = rows.map(([id, score]) => ({ companyId: id, score, class: companyClassOf(model, id)! }))
  await session.show({ file: out, version, companies: classes }, () => [
    ...table([
      texts.companies.heads,
      ...classes.map((each) => [each.companyId, String(each.score), texts.companies.classes[each.class]]),
    ]),
    '',
    texts.companies.written({ out, version }),
  ])
}

/** What was there before keeps its weights, and what is full: an airline's own. */
async function modelBefore(out: string): Promise<CompanyModel> {
  if (!existsSync(out)) return SHIPPED_COMPANIES
  const value = await readJson(out)
  const fault = faultOfCompanyModel(value)
  if (fault) throw new Refused(`${basename(out)}: ${fault}`, { code: 'invalid-file' })
  return value as CompanyModel
}

async function readYears(path: string, { columns, companies }: ScoreTexts): Promise<CompanyYear[]> {
  const years = new Map<string, CompanyYear>()
  await eachRow<Column>(
    path,
    { needed: COLUMNS },
    (row) => {
      const companyId = row.cells.companyId?.trim() ?? ''
      if (companyId === '') throw badCell(row.where, companies.noId)
      if (years.has(companyId)) throw badCell(row.where, companies.twice({ companyId }))
      years.set(companyId, {
        companyId,
        centralPurchase: within(row, 'centralPurchase', 1),
        trips: within(row, 'trips', Number.POSITIVE_INFINITY),
        distanceKm: within(row, 'distanceKm', Number.POSITIVE_INFINITY),
      })
    },
    columns,
  )
  if (years.size === 0) throw new Refused(companies.nobody, { code: 'invalid-file' })
  if (years.size > COMPANIES_AT_MOST)
    throw new Refused(companies.tooMany({ atMost: COMPANIES_AT_MOST }), { code: 'invalid-file' })
  return [...years.values()]

  function within(row: Row<Column>, column: Column, most: number): number {
    const number = numberIn(row, column, columns)
    if (number < 0 || number > most) throw badCell(row.where, companies.outside({ column, number, most }))
    return number
  }
}
