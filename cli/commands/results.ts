import { Option } from 'commander'
import type { Recount } from '../../shared/app/results/recount.ts'
import { ALL_MARKETING } from '../../shared/domain/results/analysis.ts'
import { SLICED_BY, type SlicedBy } from '../../shared/domain/results/report/slices.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { type Texts as AllTexts, textsIn } from '../../shared/domain/texts/index.ts'
import { nearest } from '../../shared/standards/nearest.ts'
import type { Command } from '../command.ts'
import { Refused } from '../errors.ts'
import { writeSheet } from '../files/sheet.ts'
import { dayOf } from '../options.ts'
import { resultsCsv } from '../results/csv.ts'
import type { ShownResults } from '../results/shown.ts'
import { listLines, reportLines } from '../results/text.ts'
import { act, examples, type Session } from '../session.ts'

/** How the comparison of all marketing is asked for. */
const ALL = 'all'

interface Asked {
  from: string | undefined
  to: string | undefined
  by: SlicedBy | undefined
}

export function addResults(program: Command): void {
  const { results: help } = helpIn(program.language)
  const command = program
    .command('results')
    .summary(help.summary)
    .description(help.description)
    .argument('[campaign]', help.campaign)
    .option('--from <day>', help.options.from)
    .option('--to <day>', help.options.to)
    .addOption(new Option('--by <part>', help.options.by).choices([...SLICED_BY]))
    .option('--csv <file>', help.options.csv)
    .option('--demo', help.options.demo)
    .option('--recount', help.options.recount)
    .addHelpText(
      'after',
      examples(
        'results',
        'results we-miss-you --by tier',
        'results all',
        'results --recount',
        'results --demo',
        'results we-miss-you --demo --json',
      ),
    )
  act(command, async (session, { csv, demo, recount, from, to, by }, given?: string) => {
    if (recount) return recountAll(session)
    // The demo holds nobody out of all marketing: `all` is all of it.
    const campaign = demo && given === ALL ? undefined : given
    const asked: Asked = { from: dayOf('--from', from), to: dayOf('--to', to), by: by as SlicedBy | undefined }
    const shown = demo ? await ofDemo(session, asked, campaign) : await ofRunning(session, asked, campaign)
    const texts = textsIn(session.language).results
    if (csv !== undefined) {
      await writeSheet(String(csv), resultsCsv(shown.reports))
      session.note(String(csv))
    }
    await session.show(shown, () => lines(shown, campaign, texts))
  })
}

/** Goes through every member, for all campaigns, and corrects what differs. */
async function recountAll({ client, show, language }: Session): Promise<void> {
  const texts = textsIn(language).results.recount
  const counted = await client.call<Recount>('POST', '/v1/results/recount')
  await show(counted, () => [
    ...counted.differences.map(({ analysis, day, notNoted, sums }) =>
      texts.difference({ cohort: `${analysis} ${day}`, notNoted, sums }),
    ),
    texts.counted(counted),
  ])
  if (counted.differences.length > 0 || !counted.complete) process.exitCode = 1
}

function ofRunning({ client }: Session, { from, to, by }: Asked, campaign: string | undefined): Promise<ShownResults> {
  const path = campaign === undefined ? '/v1/results' : `/v1/results/${encodeURIComponent(campaign)}`
  return client.call('GET', path, { query: { from, to, ...(campaign !== undefined && { by }) } })
}

async function ofDemo({ language }: Session, asked: Asked, campaign: string | undefined): Promise<ShownResults> {
  const { demoResults } = await import('../results/demo.ts')
  const all = await demoResults(asked, language)
  if (campaign === undefined) return all
  const known = all.reports.map(({ analysis }) => analysis.campaign)
  if (known.includes(campaign))
    return { ...all, reports: all.reports.filter(({ analysis }) => analysis.campaign === campaign) }
  const meant = nearest(campaign, known)
  const hint = meant ? `did you mean "${meant}"?` : `there are: ${known.join(', ')}`
  throw new Refused(`no campaign of the demo is called "${campaign}"`, { code: 'no-such-campaign', hint })
}

type Texts = AllTexts['results']

function lines({ names, reports }: ShownResults, campaign: string | undefined, texts: Texts): string[] {
  const nameOf = (id: string) => (id === ALL_MARKETING ? texts.allMarketing : (names[id] ?? id))
  if (campaign === undefined) return listLines(reports, nameOf, texts)
  const [report, ...earlier] = reports
  if (!report) return [texts.nobody]
  const ids = earlier.map(({ analysis }) => analysis.id).join(', ')
  return [...reportLines(report, nameOf(report.analysis.campaign), texts), ...(ids ? [texts.earlier({ ids })] : [])]
}
