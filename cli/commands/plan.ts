import { type Command, InvalidArgumentError, Option } from 'commander'
import { holdoutPlan, holdoutToChoose } from '../../shared/domain/measure/plan.ts'
import { type Texts, textsIn } from '../../shared/domain/texts/index.ts'
import { parsePercent } from '../../shared/domain/units.ts'
import { Refused } from '../errors.ts'
import { listOf, whole } from '../options.ts'
import type { Rehearsed } from '../plan/rehearsed.ts'
import { type Plan, planLines } from '../plan/text.ts'
import { act, examples, type Session } from '../session.ts'

const ALPHA = 0.05
/** What is looked at where no holdout is asked for. */
const HOLDOUTS = [0.05, 0.1, 0.2, 0.3, 0.5]

interface PlanOptions {
  members?: string[]
  events?: string[]
  perMonth?: string
  months: string
  rate?: number
  holdout?: number
  effect?: string
  deviation?: number
}

export function addPlan(program: Command): void {
  const command = program
    .command('plan')
    .summary('how large a holdout must be to see an effect, and by when')
    .description(
      'Before a campaign starts: from when on there is enough to tell anything, the smallest effect that is found, and ' +
        'which holdout to choose; by figures of your own, or by those of a campaign that is rehearsed. Effects are found in 4 of 5 campaigns, by 95 % intervals that hold at every look. Needs ' +
        'no running Wingback; docs/results.md says how it is worked out.',
    )
    .argument('[campaign]', 'of a rulebook: how many enter and what they do by themselves is read off a rehearsal')
    .argument('[dir]', 'the folder with wingback.yaml')
    .option('--members <file...>', 'for the rehearsal, .jsonl or .jsonl.gz: the members to begin with')
    .option('--events <file...>', 'for the rehearsal, .jsonl or .jsonl.gz: what happened')
    .addOption(
      new Option('--per-month <members>', 'how many enter a month, held out or not').argParser(whole(1, 1_000_000_000)),
    )
    .addOption(new Option('--rate <percent>', 'how many reach the goal without the campaign: 8.9%').argParser(share))
    .addOption(new Option('--months <months>', 'how long it runs').default('6').argParser(whole(1, 120)))
    .addOption(new Option('--holdout <percent>', 'one holdout (default: 5, 10, 20, 30 and 50 %)').argParser(share))
    .option('--effect <size>', 'the effect that is worth seeing: 2%, in points; with --deviation an amount')
    .addOption(
      new Option(
        '--deviation <amount>',
        'for money: the standard deviation of what a member brings in, those who bring nothing included',
      ).argParser(positive),
    )
    .addHelpText(
      'after',
      examples(
        'plan we-miss-you campaigns --members members.jsonl.gz --events events.jsonl.gz --effect 2%',
        'plan --per-month 4000 --rate 8.9% --effect 2%',
        'plan --per-month 4000 --rate 8.9% --deviation 520 --effect 25 --months 12 --json',
      ),
    )
  act(command, async (session, given, campaign?: string, dir?: string) => {
    const options = given as unknown as PlanOptions
    const texts = textsIn(session.language).plan
    const rehearsed = campaign === undefined ? undefined : await rehearse(session, campaign, dir, options)
    const plan = planOf(options, rehearsed, texts)
    await session.show(plan, () => planLines(plan, texts))
  })
}

async function rehearse(session: Session, campaign: string, dir: string | undefined, options: PlanOptions) {
  const files = [...listOf(options.members), ...listOf(options.events)]
  if (dir === undefined || files.length === 0) {
    throw new Refused('plan of a campaign needs the folder of its rulebook, and --members or --events')
  }
  const { rehearsedCampaign } = await import('../plan/rehearsed.ts')
  return rehearsedCampaign(session, dir, { files, campaign }, textsIn(session.language).plan)
}

function planOf(options: PlanOptions, rehearsed: Rehearsed | undefined, texts: Texts['plan']): Plan {
  const { months, holdout, effect, deviation } = options
  const perMonth = options.perMonth === undefined ? rehearsed?.perMonth : Number(options.perMonth)
  const rate = options.rate ?? rehearsed?.rate
  if (perMonth === undefined || rate === undefined) {
    const missing = [...(perMonth === undefined ? ['--per-month'] : []), ...(rate === undefined ? ['--rate'] : [])]
    throw new Refused(
      rehearsed ? texts.noRate(rehearsed) : `plan needs ${missing.join(', ')}, or a campaign to rehearse`,
    )
  }
  const horizon = perMonth * Number(months)
  const size = effect === undefined ? undefined : effectOf(effect, deviation === undefined ? share : positive)
  const asked = {
    ...{ rate, horizon, alpha: ALPHA },
    ...(deviation !== undefined && { variance: deviation ** 2 }),
    ...(size !== undefined && { effect: size }),
  }
  const own = rehearsed && rehearsed.holdout > 0 ? [rehearsed.holdout] : []
  const shares = holdout === undefined ? [...new Set([...HOLDOUTS, ...own])].sort((a, b) => a - b) : [holdout]
  const holdouts = shares.map((each) => holdoutPlan(each, asked))
  const choose = holdoutToChoose(holdouts, horizon)
  return {
    ...{ perMonth, months: Number(months), rate, holdouts },
    ...(rehearsed && { rehearsed }),
    ...(deviation !== undefined && { deviation }),
    ...(size !== undefined && { effect: size }),
    ...(choose !== undefined && { choose }),
  }
}

/** It is read once it is known of what. */
function effectOf(text: string, read: (text: string) => number): number {
  try {
    return read(text)
  } catch (error) {
    throw new Refused(`--effect: "${text}" cannot be read. ${(error as Error).message}`)
  }
}

/** `8.9%`, or `0.089`: above nothing and below all. */
function share(text: string): number {
  // 8.9 / 100 is 0.08900000000000001.
  const number = Number((parsePercent(text) ?? Number(text)).toPrecision(12))
  if (number > 0 && number < 1) return number
  throw new InvalidArgumentError('It must be a share above 0 and below 100 %, such as 8.9%.')
}

function positive(text: string): number {
  const number = Number(text)
  if (text.trim() !== '' && number > 0 && number < 1e15) return number
  throw new InvalidArgumentError('It must be an amount above 0.')
}
