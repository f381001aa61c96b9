import type { Command } from 'commander'
import type { CampaignReport } from '../../shared/app/rehearsal/report.ts'
import type { Receipt } from '../../shared/domain/receipt.ts'
import { inWords } from '../../shared/domain/texts/say.ts'
import { instantOf, listOf } from '../options.ts'
import { changeLines } from '../rehearse/changes.ts'
import { reportLines } from '../rehearse/text.ts'
import { act, examples } from '../session.ts'

export function addRehearse(program: Command): void {
  const command = program
    .command('rehearse')
    .summary('what a rulebook would have done on past events; nothing is sent')
    .description(
      'Runs the rulebook over files of events with the same code as in production, in virtual time and in ' +
        'memory: who would enter, get what, wait, be skipped by which gate or be in the holdout, and what it ' +
        'would cost. Nothing is sent, and no running Wingback is needed.',
    )
    .argument('<dir>', 'the folder with wingback.yaml')
    .requiredOption(
      '--members <file...>',
      '.jsonl or .jsonl.gz: the initial members, as events or as written by `export`',
    )
    .option('--events <file...>', '.jsonl or .jsonl.gz: what happened')
    .option('--from <instant>', 'decide from this time on; earlier events only build history (2026-10-01 or ISO 8601)')
    .option('--to <instant>', 'end at this time')
    .option('--campaign <id>', 'report on this campaign only; the others still run')
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
      campaign: options.campaign as string | undefined,
    })
    const { decisions, ...report } = rehearsal
    const { language } = session
    const campaigns = Object.entries(rehearsal.campaigns).map(([id, each]) => [id, readableReport(each)] as const)
    await session.show(
      { seconds, ...report, campaigns: Object.fromEntries(campaigns), ...(changes && { changes }) },
      () => [...reportLines(rehearsal, seconds, language), ...(changes ? changeLines(changes, language) : [])],
    )
  })
}

/** Receipts as they are read: each reason in words, beside its code. */
function readableReport({ examples, ...report }: CampaignReport) {
  const readable = ({ gates, ...receipt }: Receipt) =>
    inWords({ ...receipt, gates: gates?.map((gate) => inWords(gate)) })
  return { ...report, examples: examples.map((each) => ({ ...each, receipts: each.receipts.map(readable) })) }
}
