import type { CampaignReport } from '../../shared/app/rehearsal/report.ts'
import type { Receipt } from '../../shared/domain/receipt.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { inWords } from '../../shared/domain/texts/say.ts'
import type { Command } from '../command.ts'
import { instantOf, listOf } from '../options.ts'
import { changeLines } from '../rehearse/changes.ts'
import { reportLines } from '../rehearse/text.ts'
import { act, examples } from '../session.ts'

export function addRehearse(program: Command): void {
  const help = helpIn(program.language)
  const command = program
    .command('rehearse')
    .summary(help.rehearse.summary)
    .description(help.rehearse.description)
    .argument('<dir>', help.rehearse.arguments.dir)
    .requiredOption('--members <file...>', help.rehearse.options.members)
    .option('--events <file...>', help.rehearse.options.events)
    .option('--from <instant>', help.rehearse.options.from)
    .option('--to <instant>', help.rehearse.options.to)
    .option('--campaign <id>', help.rehearse.options.campaign)
    .option('--against <dir>', help.rehearse.options.against)
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

/** Receipts for reading: each reason in words, beside its code. */
function readableReport({ examples, ...report }: CampaignReport) {
  const readable = ({ gates, ...receipt }: Receipt) =>
    inWords({ ...receipt, gates: gates?.map((gate) => inWords(gate)) })
  return { ...report, examples: examples.map((each) => ({ ...each, receipts: each.receipts.map(readable) })) }
}
