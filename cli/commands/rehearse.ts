import type { Command } from 'commander'
import type { Receipt } from '../../shared/domain/receipt.ts'
import { say, told } from '../../shared/domain/words/index.ts'
import type { Change } from '../../shared/rehearsal/compare.ts'
import type { Rehearsal } from '../../shared/rehearsal/rehearse.ts'
import type { CampaignReport } from '../../shared/rehearsal/report.ts'
import { Refused } from '../errors.ts'
import { table, thousands } from '../print.ts'
import { act, examples } from '../session.ts'

export function addRehearse(program: Command): void {
  const command = program
    .command('rehearse')
    .summary('what a rulebook would have done on past events, to nobody')
    .description(
      'Runs the rulebook over files of events with the functions that run live, in virtual time and in memory: who ' +
        'would enter, get what, wait, be skipped by which gate, be held out, and what it would cost. Nothing is sent, ' +
        'and no running Wingback is needed.',
    )
    .argument('<dir>', 'the folder with wingback.yaml')
    .requiredOption('--members <file...>', '.jsonl or .jsonl.gz: the members to begin with')
    .option('--events <file...>', '.jsonl or .jsonl.gz: what happened')
    .option('--from <instant>', 'decide from then on; what is before is only history (2026-10-01 or ISO 8601)')
    .option('--to <instant>', 'end then')
    .option('--against <dir>', 'another rulebook, or `live`: what would change, member by member')
    .addHelpText(
      'after',
      examples(
        'rehearse campaigns --members members.jsonl.gz --events events.jsonl.gz',
        'rehearse campaigns --members members.jsonl.gz --events events.jsonl.gz --against live --json',
      ),
    )
  act(command, async (session, options, dir: string) => {
    const { rehearseFolder } = await import('../rehearse/rehearse.ts')
    const { rehearsal, changes, seconds } = await rehearseFolder(session, dir, {
      files: [...listOf(options.members), ...listOf(options.events)],
      from: instantOf('--from', options.from),
      to: instantOf('--to', options.to),
      against: options.against as string | undefined,
    })
    const { decisions, ...report } = rehearsal
    const campaigns = Object.entries(rehearsal.campaigns).map(([id, each]) => [id, inWords(each)] as const)
    await session.show(
      { seconds, ...report, campaigns: Object.fromEntries(campaigns), ...(changes && { changes }) },
      () => [...linesOf(rehearsal, seconds), ...(changes ? changeLines(changes) : [])],
    )
  })
}

/** Receipts as they are read: each reason in words, beside its code. */
function inWords({ examples, ...report }: CampaignReport) {
  const readable = ({ gates, ...receipt }: Receipt) => told({ ...receipt, gates: gates?.map((gate) => told(gate)) })
  return { ...report, examples: examples.map((each) => ({ ...each, receipts: each.receipts.map(readable) })) }
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? (value as string[]) : []
}

function instantOf(option: string, value: unknown): number | undefined {
  if (value === undefined) return undefined
  const instant = Date.parse(String(value))
  if (Number.isNaN(instant)) throw new Refused(`${option}: "${value}" is not an instant such as 2026-10-01`)
  return instant
}

function linesOf({ campaigns, audiences, budgets, members, events }: Rehearsal, seconds: number): string[] {
  const rows = Object.entries(campaigns).map(([id, report]) => [id, ...columnsOf(report)])
  return [
    `${thousands(members)} members, ${thousands(events.accepted)} events in ${seconds} s (${thousands(events.duplicates)} duplicates, ${thousands(events.setAside)} set aside)`,
    '',
    ...table([['campaign', 'entered', 'mails', 'offers', 'grants', 'held out', 'wait', 'cost', 'skipped by'], ...rows]),
    ...armLines(campaigns),
    '',
    ...Object.entries(audiences).map(([id, count]) => `audience ${id}: ${thousands(count)} members at the end`),
    ...Object.entries(budgets).map(
      ([id, { currency, limitMinor, spentMinor }]) =>
        `budget ${id}: ${money(spentMinor)} of ${money(limitMinor)} ${currency}`,
    ),
    ...Object.entries(campaigns).flatMap(([id, report]) => exampleLines(id, report)),
  ]
}

function columnsOf(report: CampaignReport): (string | number)[] {
  const { entered, sent, offered, granted, heldOut, waiting, costMinor, skipped } = report
  const why = Object.entries(skipped).map(([gate, count]) => `${gate} ${thousands(count)}`)
  return [entered, sent, offered, granted, heldOut, waiting, money(costMinor), why.join(', ') || '-']
}

/** What became of the members in each arm of a split. */
function armLines(campaigns: Rehearsal['campaigns']): string[] {
  const rows = Object.entries(campaigns).flatMap(([id, { arms }]) =>
    Object.entries(arms).flatMap(([split, each]) =>
      Object.entries(each)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([arm, of]) => [
          `${id} ${split}: ${arm}`,
          of.entered,
          of.sent,
          of.offered,
          of.granted,
          of.heldOut,
          of.goals,
        ]),
    ),
  )
  if (rows.length === 0) return []
  return ['', ...table([['arm', 'took it', 'mails', 'offers', 'grants', 'held out', 'goals'], ...rows])]
}

/** The way of the first members, a line a receipt. */
function exampleLines(campaign: string, { examples: shown }: CampaignReport): string[] {
  return shown
    .slice(0, 1)
    .flatMap(({ memberId, receipts, mails }) => [
      '',
      `${campaign}, for example ${memberId}:`,
      ...receipts.map(
        ({ at, outcome, kind, reason }) => `  ${new Date(at).toISOString()} ${kind ?? ''} ${outcome}: ${say(reason)}`,
      ),
      ...mails.map(({ subject }) => `  the mail: "${subject}"`),
    ])
}

function changeLines(changes: readonly Change[]): string[] {
  const shown = changes
    .slice(0, 20)
    .flatMap(({ memberId, before, after }) => [
      `${memberId}:`,
      ...before.map((line) => `  - ${line}`),
      ...after.map((line) => `  + ${line}`),
    ])
  return [
    '',
    `${thousands(changes.length)} members would be treated otherwise`,
    ...shown,
    ...(changes.length > 20 ? ['… all with --json'] : []),
  ]
}

function money(minor: number): string {
  return (minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })
}
