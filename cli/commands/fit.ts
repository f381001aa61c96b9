import { SingleBar } from 'cli-progress'
import { InvalidArgumentError, Option } from 'commander'
import { type Help, helpIn } from '../../shared/domain/texts/help.ts'
import { scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import type { Command } from '../command.ts'
import { Refused } from '../errors.ts'
import { instantOf, listOf, whole } from '../options.ts'
import { act, examples, type Session } from '../session.ts'
import { days, SCORES } from './evaluate.ts'

interface FitOptions {
  summary?: string
  ahead?: string
  clusters?: string
  groups: string
  companies?: string
  upgrades?: string
  complaints?: string
  text: string
  category: string
  letters: string
  map?: string[]
  out?: string
  score?: string
  members?: string[]
  events?: string[]
  cutoff?: string
  within?: string
  scheduled?: boolean
}

const OUT = {
  complaints: 'models/complaints.json',
  churn: 'models/churn.json',
  lifetime: 'models/lifetime.json',
  companies: 'models/companies.json',
  upgrade: 'models/upgrade.json',
}

export function addFit(program: Command): void {
  const help = helpIn(program.language)
  const { summary, description, options } = help.fit
  const command = program
    .command('fit')
    .summary(summary)
    .description(description)
    .option('--summary <file>', options.summary)
    .addOption(new Option('--ahead <time>', options.ahead).argParser(time(help)))
    .option('--clusters <file>', options.clusters)
    .addOption(new Option('--groups <number>', options.groups).default('5').argParser(whole(help, 2, 50)))
    .option('--companies <file>', options.companies)
    .option('--upgrades <file>', options.upgrades)
    .option('--complaints <file>', options.complaints)
    .option('--text <column>', options.text, 'text')
    .option('--category <column>', options.category, 'category')
    .addOption(new Option('--letters <number>', options.letters).default('500').argParser(whole(help, 50, 4000)))
    .option('--map <name=category...>', options.map)
    .addOption(new Option('--score <name>', options.score).choices(SCORES))
    .option('--members <file...>', help.evaluate.options.members)
    .option('--events <file...>', help.evaluate.options.events)
    .option('--cutoff <date>', help.evaluate.options.cutoff)
    .addOption(new Option('--within <days>', help.evaluate.options.within).argParser(days(help)))
    .option('--out <file>', options.out)
    .option('--scheduled', options.scheduled)
    .addHelpText(
      'after',
      examples(
        'fit --summary customers.csv',
        'fit --summary customers.csv --ahead 39 --json',
        'fit --clusters lrfmc.csv',
        'fit --companies companies.csv',
        'fit --upgrades offers.csv',
        'fit --score churn --members members.jsonl.gz --events events.jsonl.gz --cutoff 2026-07-01',
        'fit --score lifetime --members members.jsonl.gz --events events.jsonl.gz --cutoff 2026-07-01',
        'fit --scheduled',
        'fit --complaints sorted.csv --category reason --map "Late flight=delay"',
      ),
    )
  act(command, async (session, given) => {
    const asked = given as unknown as FitOptions
    if (asked.complaints !== undefined) return fitOfComplaints(session, asked.complaints, asked)
    if (asked.clusters !== undefined) {
      const { clustersOfFile } = await import('../fit/clusters.ts')
      return clustersOfFile(session, asked.clusters, Number(asked.groups))
    }
    if (asked.companies !== undefined) {
      const { fitCompanies } = await import('../fit/companies.ts')
      return fitCompanies(session, asked.companies, asked.out ?? OUT.companies)
    }
    if (asked.upgrades !== undefined) {
      const { fitUpgrades } = await import('../fit/upgrades.ts')
      return fitUpgrades(session, asked.upgrades, asked.out ?? OUT.upgrade)
    }
    if (asked.scheduled) {
      const { showScheduled } = await import('../fit/scheduled.ts')
      return showScheduled(session)
    }
    if (asked.score !== undefined) return fitOfScore(session, asked, help)
    if (asked.summary !== undefined) return fitOfSummary(session, asked.summary, asked.ahead)
    throw new Refused(help.fit.needs, { hint: 'npx wingback fit --help' })
  })
}

async function fitOfComplaints(
  session: Session,
  path: string,
  { text, category, letters, map, out }: FitOptions,
): Promise<void> {
  const { fitComplaints, namesOf } = await import('../fit/complaints.ts')
  const names = namesOf(listOf(map), scoreTextsIn(session.language).triage)
  await fitComplaints(session, path, { text, category, names }, { out: out ?? OUT.complaints, groups: Number(letters) })
}

async function fitOfScore(
  session: Session,
  { score, members, events, cutoff, within, out }: FitOptions,
  { fit }: Help,
): Promise<void> {
  if (!members || !events || cutoff === undefined) {
    throw new Refused(fit.scoreNeeds, { hint: 'npx wingback fit --help' })
  }
  const files = {
    members,
    events,
    cutoff: instantOf('--cutoff', cutoff)!,
    ...(within !== undefined && { withinDays: Number(within) }),
  }
  if (score === 'lifetime') {
    const { fitLifetime } = await import('../lifetime/fit.ts')
    return fitLifetime(session, files, out ?? OUT.lifetime)
  }
  const { fitChurn } = await import('../churn/fit.ts')
  return fitChurn(session, files, out ?? OUT.churn)
}

async function fitOfSummary(session: Session, path: string, ahead: string | undefined): Promise<void> {
  const [{ expectations, fitSummary, readSummary }, { expectationLines, summaryLines }] = await Promise.all([
    import('../fit/summary.ts'),
    import('../fit/text.ts'),
  ])
  const texts = scoreTextsIn(session.language)
  const members = await readSummary(path, texts)
  const bar = session.watched
    ? new SingleBar({ format: '{model}: {value}', hideCursor: true, clearOnComplete: true })
    : undefined
  bar?.start(0, 0, { model: '' })
  const fit = (() => {
    try {
      return fitSummary(members, texts.fit, bar)
    } finally {
      bar?.stop()
    }
  })()
  const each = ahead === undefined ? undefined : expectations(members, fit.fitted, Number(ahead))
  await session.show({ ...fit.fitted, ...(each && { members: each }) }, () => [
    ...summaryLines(fit, texts.fit),
    ...(each ? expectationLines(each, ahead!, texts.fit) : []),
  ])
}

function time({ fit }: Help): (text: string) => string {
  return (text) => {
    if (Number(text) > 0 && Number.isFinite(Number(text))) return text
    throw new InvalidArgumentError(fit.notPositive)
  }
}
