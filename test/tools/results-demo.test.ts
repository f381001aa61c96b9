import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Refused } from '../../cli/errors.ts'
import { writeSheet } from '../../cli/files/sheet.ts'
import { dayOf } from '../../cli/options.ts'
import { resultsCsv } from '../../cli/results/csv.ts'
import { demoResults } from '../../cli/results/demo.ts'
import type { ShownResults } from '../../cli/results/shown.ts'
import { listLines, reportLines } from '../../cli/results/text.ts'
import { yearOfText, yearToText } from '../../infra/local/year/stored.ts'
import type { ReportView } from '../../shared/domain/results/report/view.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import { LANGUAGES } from '../../shared/domain/texts/language.ts'
import { proseFaults } from '../support/prose.ts'

/** The made-up year that is shipped as sums: what `npx wingback results --demo` says of it. */

let shown: ShownResults
beforeAll(async () => {
  shown = await demoResults({})
})

function of(campaign: string): ReportView {
  return shown.reports.find(({ analysis }) => analysis.campaign === campaign)!
}

function verdictsOf(campaign: string): unknown {
  const { goal, net } = of(campaign).compared!
  return [goal[0]!.verdict, net[0]!.verdict]
}

describe('of four campaigns', () => {
  test('one helps, one does nothing, one loses money though more book, one is too small to tell', () => {
    expect(verdictsOf('we-miss-you')).toEqual(['better', 'better'])
    expect(verdictsOf('birthday')).toEqual(['noDifferenceSeen', 'noDifferenceSeen'])
    expect(verdictsOf('miles-after-a-flight')).toEqual(['better', 'worse'])
    expect(verdictsOf('first-class')).toEqual(['tooSmall', 'tooSmall'])
  })

  test('as many are held out as should be, nobody held out was sent anything, and nobody was harmed', () => {
    for (const { sampleRatio, arms, harms } of shown.reports) {
      expect(sampleRatio!.verdict).toBe('fine')
      expect(arms.find(({ arm }) => arm === 'holdout')!.counts.sent).toBe(0)
      expect(harms.some(({ isHarmful }) => isHarmful)).toBe(false)
    }
  })

  test('some are still open, and what could be said week by week is there to be drawn', () => {
    const { open, looks } = of('we-miss-you')
    expect(open.members).toBeGreaterThan(0)
    const goal = looks.filter(({ outcome }) => outcome === 'goal')
    expect(goal.length).toBeGreaterThan(30)
    expect(goal[0]!.verdict).toBe('tooSmall')
    expect(goal.at(-1)!.verdict).toBe('better')
  })

  test('only members assigned within the days asked for are looked at', async () => {
    const { reports } = await demoResults({ from: '2025-03-01', to: '2025-03-31', by: 'month' })
    const [report] = reports.filter(({ analysis }) => analysis.campaign === 'we-miss-you')
    expect(report!.slices!.slices.map((slice) => slice.of)).toEqual(['2025-03'])
  })
})

test('of days on which nobody was assigned that is said, rather than rows of nothing', async () => {
  const { names, reports } = await demoResults({ from: '2030-01-01' }, 'zh-CN')
  for (const language of LANGUAGES) {
    const texts = textsIn(language).results
    expect(listLines(reports, (id) => names[id]!, texts)).toEqual([texts.nobodyThen])
    expect(reportLines(reports[0]!, 'x', texts)).toContain(texts.nobodyThen)
  }
})

test('campaigns of the demo have names in each language', async () => {
  const names = Object.values((await demoResults({}, 'zh-CN')).names)
  expect(names).toHaveLength(4)
  for (const name of names) expect(name).toMatch(/^\p{Script=Han}+$/u)
})

describe.each(LANGUAGES)('in %s', (language) => {
  const texts = textsIn(language).results

  test('each campaign and the list of them read well', () => {
    const lines = [
      ...listLines(shown.reports, (id) => shown.names[id]!, texts),
      ...shown.reports.flatMap((report) => reportLines(report, shown.names[report.analysis.campaign]!, texts)),
    ]
    // Columns are set apart by blanks: that is no fault.
    const faults = lines.flatMap((line) => proseFaults(line.replace(/ {2,}/g, ' | ')))
    expect(faults).toEqual([])
  })
})

test('the sentence a person can use', () => {
  const lines = reportLines(of('miles-after-a-flight'), 'Miles after a flight', textsIn('en').results)
  expect(lines[3]).toMatch(
    /^Since 1 January 2025 [\d,]+ were assigned, [\d,]+ of them held out\. \d+\.\d % booked again against \d\.\d %: \+\d\.\d points .* Net −[\d,]+ CNY \(between −[\d,]+ and −[\d,]+\)\. More members came back, and it lost money\. Enough to decide: yes\.$/,
  )
})

test('a spreadsheet gets a line an arm, none of them a formula', () => {
  const [head, ...lines] = resultsCsv(shown.reports).trim().split('\r\n')
  expect(head).toMatch(/^campaign,analysis,currency,slice,split,arm,control,members,goal_difference/)
  expect(lines).toHaveLength(8)
  for (const line of lines) expect(line.split(',')).toHaveLength(head!.split(',').length)
})

test('a file that cannot be written, and a day that is none, are said by name', async () => {
  const refused = await writeSheet('/nowhere/results.csv', '').catch((error: Refused) => error)
  expect((refused as Refused).message).toBe('/nowhere/results.csv cannot be written: ENOENT')
  expect(dayOf('--from', '2026-02-28')).toBe('2026-02-28')
  for (const day of ['2026-02-30', '2026-13-01', '1 March', ''])
    expect(() => dayOf('--from', day)).toThrow(`--from: "${day}" is not a day such as`)
})

test('what is shipped is read as it was written', async () => {
  const text = await readFile(new URL('../../infra/local/year/year.jsonl', import.meta.url), 'utf8')
  expect(yearToText(yearOfText(text)) === text).toBe(true)
})
