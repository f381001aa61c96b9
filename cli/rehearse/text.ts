import { what } from '../../shared/app/api/explain-text.ts'
import { localTime } from '../../shared/app/api/local-time.ts'
import type { Rehearsal } from '../../shared/app/rehearsal/rehearse.ts'
import type { CampaignReport, Example } from '../../shared/app/rehearsal/report.ts'
import { percent } from '../../shared/domain/results/report/numbers.ts'
import { type Texts, textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { say } from '../../shared/domain/texts/say.ts'
import { stopText } from '../../shared/domain/texts/stop-text.ts'
import { moneySaid } from '../../shared/domain/units.ts'
import { plain, table, thousands } from '../print.ts'
import { findingLines } from '../rulebook/preview.ts'

const BAR = 40

/** A rehearsal for people: the totals, each day, the budgets as they are spent, and some members as examples. */
export function reportLines(rehearsal: Rehearsal, seconds: number, language: Language): string[] {
  const { campaigns, audiences, budgets, members, events, setAsides } = rehearsal
  const words = textsIn(language).rehearse
  const [accepted, duplicates, setAside] = [events.accepted, events.duplicates, events.setAside].map(thousands)
  return [
    words.title({
      members: thousands(members),
      events: accepted!,
      seconds,
      duplicates: duplicates!,
      setAside: setAside!,
    }),
    ...setAsides.map(({ where, message }) => `  ${words.setAside(where, message)}`),
    ...findingLines(rehearsal, language),
    '',
    ...table([
      words.columns,
      ...Object.entries(campaigns).map(([id, report]) => [id, ...columnsOf(report, rehearsal, language)]),
    ]),
    words.entered,
    ...armLines(campaigns, words.armColumns),
    ...observedLines(campaigns, words),
    ...Object.entries(campaigns).flatMap(([id, report]) => dayLines(id, report, rehearsal, words.dayColumns)),
    '',
    ...Object.entries(audiences).map(([id, count]) => words.audience(id, thousands(count))),
    ...Object.entries(budgets).flatMap(([id, budget]) => budgetLines(id, budget, language)),
    ...Object.entries(campaigns).flatMap(([id, { examples }]) =>
      examples.flatMap((example) => exampleLines(id, example, rehearsal.zone, language)),
    ),
  ]
}

function columnsOf(report: CampaignReport, rehearsal: Rehearsal, language: Language): (string | number)[] {
  const { entered, sent, offered, granted, tasks, heldOutMembers, waiting, exited, skipped, compensation } = report
  const why = Object.entries(skipped).map(([by, count]) => `${stopText(by, language)} ${thousands(count)}`)
  const { amounts, explain } = textsIn(language)
  const { grant } = amounts
  const { comma } = explain
  const given = Object.entries(compensation).map(([unit, amount]) => grant(amount, unit))
  const cost = costText(report.costMinor, report, rehearsal)
  const counts = [entered, sent, offered, granted, tasks, heldOutMembers, waiting, exited]
  return [...counts, cost, given.join(comma) || '-', why.join(comma) || '-']
}

function costText(costMinor: number, { budget }: CampaignReport, { budgets }: Rehearsal): string {
  const currency = budget === undefined ? undefined : budgets[budget]?.currency
  return costMinor === 0 || currency === undefined ? '-' : moneySaid(costMinor, currency)
}

/** What happened to the members in each arm of a split. */
function armLines(campaigns: Rehearsal['campaigns'], columns: readonly string[]): string[] {
  const rows = Object.entries(campaigns).flatMap(([id, { arms }]) =>
    Object.entries(arms).flatMap(([split, each]) =>
      Object.entries(each)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([arm, of]) => [
          `${id} ${split}: ${arm}`,
          ...[of.entered, of.sent, of.offered, of.granted, of.heldOut, of.goals],
        ]),
    ),
  )
  return rows.length === 0 ? [] : ['', ...table([columns, ...rows])]
}

/** What members did after a campaign would have acted. Nobody got anything, so it is not an effect. */
function observedLines(campaigns: Rehearsal['campaigns'], words: Texts['rehearse']): string[] {
  const rows = Object.entries(campaigns).flatMap(
    ([
      id,
      {
        assigned: { over, goals },
      },
    ]) =>
      over === 0
        ? []
        : [[id, words.reached({ goals: thousands(goals), over: thousands(over) }), percent(goals / over)]],
  )
  return rows.length === 0 ? [] : ['', words.observed, ...table(rows)]
}

function dayLines(id: string, report: CampaignReport, rehearsal: Rehearsal, columns: readonly string[]): string[] {
  const days = Object.entries(report.days)
    .filter(([, day]) => Object.values(day).some((count) => count !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  if (days.length === 0) return []
  const rows = days.map(([date, day]) => [
    date,
    ...[day.entered, day.sent, day.offered, day.granted, day.heldOut, day.skipped],
    costText(day.costMinor, report, rehearsal),
  ])
  return ['', id, ...table([columns, ...rows]).map((line) => `  ${line}`)]
}

/** What is spent by the end of each day, against the limit. */
function budgetLines(id: string, budget: Rehearsal['budgets'][string], language: Language): string[] {
  const { currency, limitMinor, spentMinor, byDay } = budget
  const money = (minor: number) => moneySaid(minor, currency)
  let spent = 0
  const rows = Object.entries(byDay).map(([date, minor]) => {
    spent += minor
    const share = limitMinor === 0 ? 0 : spent / limitMinor
    const full = Math.min(BAR, Math.ceil(share * BAR))
    return [`  ${date}`, `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`, money(spent), `${(share * 100).toFixed(1)} %`]
  })
  return ['', textsIn(language).rehearse.budget(id, money(spentMinor), money(limitMinor)), ...table(rows)]
}

/** A member's journey through a campaign, with the emails and messages they would have read. */
function exampleLines(campaign: string, example: Example, zone: string, language: Language): string[] {
  const { memberId, receipts, mails, messages } = example
  const words = textsIn(language).rehearse
  return [
    '',
    words.example(campaign, memberId),
    ...receipts.map((receipt) => {
      const at = localTime(new Date(receipt.at).toISOString(), zone)
      return `  ${at}  ${what(receipt, language)}${textsIn(language).explain.colon}${say(receipt.reason, language)}`
    }),
    ...mails.flatMap(({ subject, text }) => [`  ${words.subject(plain(subject))}`, ...quoted(text)]),
    ...messages.flatMap(({ channel, text }) => [`  ${channel}:`, ...quoted(text)]),
  ]
}

function quoted(text: string): string[] {
  return plain(text)
    .split('\n')
    .map((line) => `  | ${line}`.trimEnd())
}
