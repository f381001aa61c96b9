import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fitCompanies } from '../../cli/fit/companies.ts'
import { expectations, fitSummary, readSummary } from '../../cli/fit/summary.ts'
import { summaryLines } from '../../cli/fit/text.ts'
import { fitUpgrades } from '../../cli/fit/upgrades.ts'
import type { Session } from '../../cli/session.ts'
import { faultOfCompanyModel } from '../../shared/domain/scores/companies/companies.ts'
import { faultOfUpgradeModel } from '../../shared/domain/scores/upgrade/propensity.ts'
import { scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import { SHARED_DATA } from '../support/shared-data.ts'

const texts = scoreTextsIn('en')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wingback-fit-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(text: string): Promise<string> {
  const path = join(folder, 'customers.csv')
  await writeFile(path, text)
  return path
}

describe('a summary', () => {
  test('is read whatever the order of its columns, and without those that may be missing', async () => {
    const path = await fileOf('\uFEFFT,x,more,t_x\r\n38.86,2,a,30.43\r\n\r\n38.86,0,b,0\r\n')
    expect(await readSummary(path, texts)).toEqual([
      { id: '1', repeats: 2, recency: 30.43, age: 38.86, mean: 0 },
      { id: '2', repeats: 0, recency: 0, age: 38.86, mean: 0 },
    ])
  })

  test.each([
    ['', 'the file is empty'],
    ['id,x,t,T\n1,2,3,4\n', 'there is no column "t_x"'],
    ['x,t_x,T\n1,,4\n', 'customers.csv:2: t_x is empty'],
    ['x,t_x,T\n1,3,4\n1,three,4\n', 'customers.csv:3: t_x is "three", which is not a number'],
    ['x,t_x,T\n1,5,4\n', 'customers.csv:2: t_x is greater than T'],
    ['x,t_x,T,zbar\n1,3,4,-2\n', 'customers.csv:2: zbar cannot be below 0'],
    ['x,t_x,T\n1,3\n', 'customers.csv:2: the row has more or fewer cells'],
    ['x,t_x,T\n1,"3,4\n', 'a quotation mark is not closed'],
  ])('that cannot be read is refused with its place: %j', async (text, message) => {
    await expect(readSummary(await fileOf(text), texts)).rejects.toThrow(message)
  })

  test('of people who never came back teaches nothing', async () => {
    const members = await readSummary(await fileOf('x,t_x,T\n0,0,4\n0,0,9\n'), texts)
    expect(() => fitSummary(members, texts.fit)).toThrow('no member came back')
  })

  test('without money has no model of spending, and says that few members are too few', async () => {
    const members = await readSummary(await fileOf('id,x,t_x,T\na,1,2,4\nb,2,3,4\nc,0,0,4\n'), texts)
    const fit = fitSummary(members, texts.fit)
    expect(fit.fitted.gammaGamma).toBeNull()
    expect(summaryLines(fit, texts.fit)).toContain(texts.fit.noSpend)
    expect(expectations(members, fit.fitted, 10)[2]).toMatchObject({ id: 'c', spend: null, value: null })
  })
})

/** Somebody who asks, and what they were shown. */
function session(): Session & { shown: unknown[] } {
  const shown: unknown[] = []
  return { language: 'en', shown, show: async (value: unknown) => void shown.push(value) } as never
}

describe('companies', () => {
  const HEAD = 'companyId,centralPurchase,trips,distanceKm\n'
  test('are weighed, written as a model, and weighed anew with the weights that are there', async () => {
    const out = join(folder, 'models', 'companies.json')
    const asked = session()
    await fitCompanies(asked, await fileOf(`${HEAD}A,0.9,800,1200000\nB,0.1,12,9000\n`), out)
    expect(asked.shown).toMatchObject([
      {
        companies: [
          { companyId: 'A', score: 85, class: 'keyAccount' },
          { companyId: 'B', class: 'smallAndMedium' },
        ],
      },
    ])
    const model = JSON.parse(await readFile(out, 'utf8'))
    expect(faultOfCompanyModel(model)).toBeUndefined()
    await writeFile(out, JSON.stringify({ ...model, keyFrom: 90 }))
    await fitCompanies(asked, await fileOf(`${HEAD}A,0.9,800,1200000\n`), out)
    expect(asked.shown[1]).toMatchObject({ companies: [{ companyId: 'A', class: 'smallAndMedium' }] })
  })

  test.each([
    ['A,1.5,1,1\n', 'customers.csv:2: centralPurchase is 1.5: it must be from 0 to 1'],
    ['A,1,-1,1\n', 'customers.csv:2: trips is -1'],
    ['A,1,1,1\nA,1,1,1\n', 'customers.csv:3: A is here twice'],
    [',1,1,1\n', 'customers.csv:2: companyId is empty'],
    ['', 'there is no company in the file'],
  ])('that cannot be read are refused with their place: %j', async (rows, message) => {
    await expect(fitCompanies(session(), await fileOf(HEAD + rows), join(folder, 'x.json'))).rejects.toThrow(message)
  })
})

describe('answers to upgrade offers', () => {
  const HEAD = 'memberId,issuedAt,accepted\n'
  const rows = (of: number) =>
    Array.from({ length: of }, (_, i) =>
      [1, 2, 3].map((month) => `M${i},2026-0${month}-01T00:00:00Z,${i % 4 === 0 ? 'yes' : '0'}\n`).join(''),
    ).join('')

  test('become a model, with how good it is on offers apart', async () => {
    const asked = session()
    const out = join(folder, 'models', 'upgrade.json')
    await fitUpgrades(asked, await fileOf(HEAD + rows(120)), out)
    expect(asked.shown).toMatchObject([{ report: { foreseen: 120, beatsConstant: true } }])
    expect(faultOfUpgradeModel(JSON.parse(await readFile(out, 'utf8')))).toBeUndefined()
  })

  test.each([
    [rows(20), '15 offers were taken and 20 members had more than one'],
    ['M1,yesterday,1\n', 'customers.csv:2: issuedAt is "yesterday"'],
    ['M1,2026-01-01,perhaps\n', 'customers.csv:2: accepted is "perhaps"'],
    [',2026-01-01,1\n', 'customers.csv:2: memberId is empty'],
  ])('that are too few, or cannot be read, are refused', async (given, message) => {
    await expect(fitUpgrades(session(), await fileOf(HEAD + given), join(folder, 'x.json'))).rejects.toThrow(message)
  })
})

;(SHARED_DATA ? describe : describe.skip)('the customers of CDNOW', () => {
  test('give the published estimates, to three digits', async () => {
    const members = await readSummary(`${SHARED_DATA}/cdnow-summary.csv`, texts)
    const fit = fitSummary(members, texts.fit)
    const { bgNbd, paretoNbd, gammaGamma } = fit.fitted
    expect(rounded(bgNbd)).toEqual({ r: 0.243, alpha: 4.41, a: 0.793, b: 2.43, logLikelihood: -9580 })
    expect(bgNbd.logLikelihood).toBeCloseTo(-9582.4256, 3)
    expect(rounded(paretoNbd)).toEqual({ r: 0.553, alpha: 10.6, s: 0.606, beta: 11.7, logLikelihood: -9590 })
    expect(paretoNbd.logLikelihood).toBeGreaterThanOrEqual(-9594.976)
    expect(rounded(gammaGamma!)).toEqual({ p: 6.25, q: 3.74, gamma: 15.4 })
    expect(fit).toMatchObject({ members: 2357, repeating: 946, notConverged: [] })
    expect(fit.correlation).toBeCloseTo(0.113884, 5)
    const byId = new Map(expectations(members, fit.fitted, 360).map((each) => [each.id, each.value]))
    const published = { 1: 140.096211, 2: 18.943467, 3: 38.180574, 6: 1003.868107 }
    for (const [id, value] of Object.entries(published)) expect(byId.get(id)! / value).toBeCloseTo(1, 4)
  })
})

function rounded(model: object): Record<string, number> {
  return Object.fromEntries(Object.entries(model).map(([name, value]) => [name, Number(value.toPrecision(3))]))
}
