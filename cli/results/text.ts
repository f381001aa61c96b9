import { calendarOf, DAY } from '../../shared/domain/calendar.ts'
import type { Comparison } from '../../shared/domain/measure/compare.ts'
import { HELD_OUT } from '../../shared/domain/results/assignment.ts'
import { lookingOf } from '../../shared/domain/results/report/compared.ts'
import { amount, minus, percent, points, range, whole } from '../../shared/domain/results/report/numbers.ts'
import { armName, goalShare, isTooFew, sentencesOf, sizesText } from '../../shared/domain/results/report/sentences.ts'
import type { ArmView, ReportView, SliceView } from '../../shared/domain/results/report/view.ts'
import type { Texts as AllTexts } from '../../shared/domain/texts/index.ts'
import { majorOf } from '../../shared/standards/money.ts'
import { table } from '../print.ts'

type Texts = AllTexts['results']

/** One analysis for people: first the sentences, then the figures behind them. */
export function reportLines(report: ReportView, name: string, texts: Texts): string[] {
  const { analysis } = report
  const planned = whole(analysis.plannedMembers)
  const days = String(Number((analysis.windowMs / DAY).toFixed(1)))
  return [
    texts.title({ name, id: analysis.id }),
    texts.measuredBy({ event: analysis.goalEvent, days, planned, level: levelText(analysis) }),
    '',
    ...sentencesOf(report, texts),
    ...openLines(report, texts),
    ...ratioLines(report, texts),
    ...besides(report, texts),
    ...(report.arms.length === 0 ? [] : ['', ...armTable(report, texts)]),
    ...sliceLines(report, texts),
    '',
    texts.foot,
  ]
}

/** `95 %`; with several splits more, since they share the level. */
function levelText(analysis: ReportView['analysis']): string {
  return `${Number((100 * (1 - lookingOf(analysis).alpha)).toFixed(1))} %`
}

/** One row per campaign. */
export function listLines(
  reports: readonly ReportView[],
  nameOf: (campaign: string) => string,
  texts: Texts,
): string[] {
  if (reports.length === 0) return [texts.none]
  const some = reports.filter(({ days }) => days)
  if (some.length === 0) return [texts.nobodyThen]
  const { campaign, since, assigned, heldOut, goal, net } = texts.list
  const rows = some.map((report) => {
    const { days, analysis } = report
    const all = report.assigned.reduce((sum, { members }) => sum + members, 0)
    const held = report.assigned.find(({ arm }) => arm === HELD_OUT)?.members ?? 0
    const said = listed(report, texts)
    const warnings = [
      ...(report.losses.length > 0 ? [texts.list.loss] : []),
      ...(report.harms.some(({ isHarmful }) => isHarmful) ? [texts.list.harm] : []),
    ]
    return [nameOf(analysis.campaign), days ? texts.day(days.from) : '-', whole(all), whole(held), ...said, ...warnings]
  })
  return [...table([[campaign, since, assigned, heldOut, goal, net], ...rows]), '', texts.more]
}

function listed(report: ReportView, texts: Texts): [goal: string, net: string] {
  const { compared, sampleRatio, arms, analysis } = report
  if (sampleRatio?.verdict === 'alarm') return [texts.list.alarm, texts.list.alarm]
  // Nobody will ever be compared: there is nothing to wait for.
  if (analysis.arms.length === 1) return [texts.list.counts, texts.list.counts]
  if (arms.length === 0) {
    const said = isTooFew(report) ? texts.verdicts.tooSmall : texts.list.open
    return [said, said]
  }
  const first = compared?.goal[0]
  if (!compared || !first) return [texts.list.counts, texts.list.counts]
  const best = Math.max(
    0,
    compared.net.findIndex(({ isBest }) => isBest),
  )
  const [goal, net] = [compared.goal[best]!, compared.net[best]!]
  const arm = compared.goal.length > 1 ? texts.inArm(armName(goal.arm, texts)) : ''
  const points = goal.verdict === 'tooSmall' ? texts.verdicts.tooSmall : goalRange(goal, texts)
  return [`${points}${arm}`, net.verdict === 'tooSmall' ? texts.verdicts.tooSmall : netRange(net, analysis.currency)]
}

function goalRange({ cautious }: Comparison, texts: Texts): string {
  if (!cautious) return '-'
  const { difference, low, high } = range(cautious.difference, cautious.interval, points, texts.points)
  return `${difference} (${low} … ${high})`
}

function netRange({ cautious, members }: Comparison, currency: string): string {
  if (!cautious) return '-'
  const all = (value: number) => amount(value * members.treated)
  const { difference, low, high } = range(cautious.difference, cautious.interval, all, (text) => `${text} ${currency}`)
  return `${difference} (${low} … ${high})`
}

function openLines({ open, analysis, arms }: ReportView, texts: Texts): string[] {
  if (open.nextAt === undefined || arms.length === 0) return []
  const day = texts.day(calendarOf(analysis.zone).dateOf(open.nextAt))
  return [texts.open({ members: whole(open.members), day })]
}

function ratioLines({ sampleRatio }: ReportView, texts: Texts): string[] {
  if (sampleRatio?.verdict !== 'fine') return []
  return [texts.ratioFine({ sizes: sizesText(sampleRatio, texts) })]
}

/** Figures that help to read the difference, and decide nothing. */
function besides({ compared }: ReportView, texts: Texts): string[] {
  if (!compared) return []
  const many = compared.goal.length > 1
  const relatives = compared.goal.flatMap(({ arm, relative, verdict }) => {
    if (!relative || verdict === 'tooSmall') return []
    const of = range(relative.difference, relative.interval, percentPoints, (text) => text)
    return [texts.relative({ arm: many ? texts.inArm(armName(arm, texts)) : '', ...of })]
  })
  const narrowed = (['goal', 'net'] as const).flatMap((outcome) => {
    const factors = compared[outcome].flatMap(({ cuped, verdict }) =>
      cuped && verdict !== 'tooSmall' ? [cuped.factor] : [],
    )
    const narrower = factors.length > 0 ? 1 - Math.min(...factors) : 0
    if (narrower < LEAST_NARROWER) return []
    return [texts.narrowed({ outcome: texts.outcomes[outcome], percent: (narrower * 100).toFixed(1) })]
  })
  return [...relatives, ...narrowed]
}

/** A smaller gain is not mentioned. */
const LEAST_NARROWER = 0.001

function percentPoints(value: number): string {
  return `${(value * 100).toFixed(1)} %`
}

/** The figures of each arm, without those that are zero in every arm. */
function armTable({ arms, analysis }: ReportView, texts: Texts): string[] {
  const rows = rowsOf(analysis.currency, texts)
  const filled = rows.map(([title, of]) => [title, ...arms.map(of)] as [string, ...(string | undefined)[]])
  const shown = filled.filter(([, ...cells]) => cells.some((cell) => cell !== undefined))
  const titles = ['', ...arms.map(({ arm }) => armName(arm, texts))]
  return table([titles, ...shown.map((row) => row.map((cell) => cell ?? '-'))])
}

type Row = [title: string, of: (arm: ArmView) => string | undefined]

function rowsOf(currency: string, texts: Texts): Row[] {
  const { rows } = texts
  const major = (minor: number) => (minor === 0 ? undefined : minus(amount(majorOf(minor, currency))))
  const count =
    (name: keyof ArmView['counts']) =>
    ({ counts }: ArmView) =>
      counts[name] === 0 ? undefined : whole(counts[name])
  const money =
    (name: keyof ArmView['counts']) =>
    ({ counts }: ArmView) =>
      major(counts[name])
  return [
    [rows.members, ({ members }) => whole(members)],
    [rows.goal, (arm) => percent(goalShare(arm))],
    [rows.bookings, count('bookings')],
    [rows.flights, count('flights')],
    [rows.revenue(currency), money('revenueMinor')],
    [rows.mails, money('mailsMinor')],
    [rows.compensation, money('compensationMinor')],
    [rows.offers, money('offersMinor')],
    [rows.net, (arm) => major(netMinor(arm))],
    [rows.netEach, (arm) => major(arm.members === 0 ? 0 : netMinor(arm) / arm.members)],
    [rows.sent, count('sent')],
    [rows.delivered, count('delivered')],
    [rows.bounced, count('bounced')],
    [rows.opened, count('opened')],
    [rows.clicked, count('clicked')],
    [rows.unsubscribed, count('unsubscribed')],
    [rows.spam, count('spam')],
    [rows.complaints, count('complaints')],
    [rows.nps, npsOf],
    [rows.leftOut, count('leftOut')],
  ]
}

function netMinor({ counts }: ArmView): number {
  return counts.revenueMinor - counts.mailsMinor - counts.compensationMinor - counts.offersMinor
}

function npsOf({ counts: { npsAnswers, npsBalance } }: ArmView): string | undefined {
  return npsAnswers === 0 ? undefined : whole((100 * npsBalance) / npsAnswers)
}

function sliceLines({ slices, analysis }: ReportView, texts: Texts): string[] {
  if (!slices || slices.by === 'arm' || slices.slices.length === 0) return []
  const { by } = slices
  const name = (of: string) => (by === 'month' ? texts.month(of) : of || texts.slices.noTier)
  return [
    '',
    texts.slices[by]({ count: slices.slices.length }),
    ...table(slices.slices.flatMap((slice) => sliceRows(slice, name(slice.of), analysis.currency, texts))),
  ]
}

function sliceRows({ arms, compared }: SliceView, name: string, currency: string, texts: Texts): string[][] {
  const members = whole(arms.reduce((sum, arm) => sum + arm.members, 0))
  if (!compared) return [[`  ${name}`, members, texts.list.counts]]
  return compared.goal.map((goal, i) => {
    const net = compared.net[i]!
    const of = compared.goal.length > 1 ? texts.inArm(armName(goal.arm, texts)) : ''
    return [
      `  ${name}${of}`,
      members,
      ...[goal, net].flatMap((each, j) => {
        const said = j === 0 ? goalRange(each, texts) : netRange(each, currency)
        return each.verdict === 'tooSmall' ? [texts.verdicts.tooSmall, ''] : [said, texts.verdicts[each.verdict]]
      }),
    ]
  })
}
