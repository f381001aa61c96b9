import { minus } from '../../shared/domain/results/report/numbers.ts'
import type { TargetMonth, TargetReport } from '../../shared/domain/targets/report.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { type Texts as AllTexts, textsIn } from '../../shared/domain/texts/index.ts'
import { csvLine } from '../../shared/standards/csv.ts'
import { majorOf } from '../../shared/standards/money.ts'
import type { Command } from '../command.ts'
import { writeSheet } from '../files/sheet.ts'
import { table } from '../print.ts'
import { act, examples } from '../session.ts'

interface Shown {
  zone: string
  months: string[]
  targets: TargetReport[]
}

type Words = AllTexts['targets']

export function addTargets(program: Command): void {
  const { targets: help } = helpIn(program.language)
  const command = program
    .command('targets')
    .summary(help.summary)
    .description(help.description)
    .option('--from <month>', help.options.from)
    .option('--to <month>', help.options.to)
    .option('--csv <file>', help.options.csv)
    .addHelpText('after', examples('targets', 'targets --from 2026-01 --csv targets.csv'))
  act(command, async ({ client, show, language, note }, { from, to, csv }) => {
    const query = { from: from as string | undefined, to: to as string | undefined }
    const shown = await client.call<Shown>('GET', '/v1/targets', { query })
    const words = textsIn(language).targets
    if (csv !== undefined) {
      await writeSheet(String(csv), targetsCsv(shown.targets))
      note(String(csv))
    }
    await show(shown, () => targetLines(shown, words))
  })
}

function targetLines({ months, targets }: Shown, words: Words): string[] {
  if (targets.length === 0) return [words.none]
  const open = targets[0]!.months.at(-1)?.isOpen
  const titles = months.map((month, i) => (open && i === months.length - 1 ? words.soFar(month) : month))
  return [
    ...table([
      [words.figure, words.owner, words.target, ...titles],
      ...targets.map((report) => [
        words.figures[report.figure],
        report.owner,
        targetText(report),
        ...report.months.map((month) => monthText(month, report)),
      ]),
    ]),
    ...targets.flatMap((report) => leftOutLines(report, words)),
    words.foot,
  ]
}

/** The target of the last month shown. */
function targetText(report: TargetReport): string {
  const target = report.months.at(-1)?.target
  return target === undefined ? '-' : `${report.side === 'atLeast' ? '≥' : '≤'} ${valueText(target, report)}`
}

function monthText({ value, isMet }: TargetMonth, report: TargetReport): string {
  if (value === undefined) return '-'
  const mark = isMet === undefined ? '' : isMet ? ' ✓' : ' ✗'
  return valueText(value, report) + mark
}

function valueText(value: number, { unit, currency = '' }: TargetReport): string {
  if (unit === 'share') return `${Number((value * 100).toFixed(1))} %`
  if (unit === 'number') return minus(String(Math.round(value)))
  return `${majorOf(value, currency).toLocaleString('en-US', { maximumFractionDigits: 2 })} ${currency}`
}

function leftOutLines({ figure, months }: TargetReport, words: Words): string[] {
  const named = words.figures[figure]
  const currencies = [...new Set(months.flatMap(({ leftOut = [] }) => leftOut))].sort()
  const cabins = [...new Set(months.flatMap(({ unvalued = [] }) => unvalued))].sort()
  return [
    ...(currencies.length > 0 ? [words.leftOut({ figure: named, currencies: currencies.join(', ') })] : []),
    ...(cabins.length > 0 ? [words.unvalued({ figure: named, cabins: cabins.join(', ') })] : []),
  ]
}

/** One line per figure and month. Shares are of one, money is in major units. */
function targetsCsv(targets: readonly TargetReport[]): string {
  const inMajor = (value: number | undefined, { unit, currency = '' }: TargetReport) =>
    value === undefined || unit !== 'money' ? value : majorOf(value, currency)
  const lines = targets.flatMap((report) =>
    report.months.map((of) => [
      report.figure,
      of.month,
      inMajor(of.value, report),
      inMajor(of.target, report),
      report.currency,
      of.isMet,
      report.owner,
    ]),
  )
  return [['figure', 'month', 'value', 'target', 'currency', 'met', 'owner'], ...lines].map(csvLine).join('')
}
