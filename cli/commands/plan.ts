import { InvalidArgumentError, Option } from 'commander'
import { holdoutPlan, holdoutToChoose } from '../../shared/domain/measure/plan.ts'
import { type Help, helpIn } from '../../shared/domain/texts/help.ts'
import { type Texts, textsIn } from '../../shared/domain/texts/index.ts'
import { parsePercent } from '../../shared/domain/units.ts'
import type { Command } from '../command.ts'
import { Refused } from '../errors.ts'
import { listOf, whole } from '../options.ts'
import type { Rehearsed } from '../plan/rehearsed.ts'
import { type Plan, planLines } from '../plan/text.ts'
import { act, examples, type Session } from '../session.ts'

const ALPHA = 0.05
/** The holdouts compared if none is asked for. */
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
  const help = helpIn(program.language)
  const command = program
    .command('plan')
    .summary(help.plan.summary)
    .description(help.plan.description)
    .argument('[campaign]', help.plan.arguments.campaign)
    .argument('[dir]', help.plan.arguments.dir)
    .option('--members <file...>', help.plan.options.members)
    .option('--events <file...>', help.plan.options.events)
    .addOption(new Option('--per-month <members>', help.plan.options.perMonth).argParser(whole(help, 1, 1_000_000_000)))
    .addOption(new Option('--rate <percent>', help.plan.options.rate).argParser(share(help)))
    .addOption(new Option('--months <months>', help.plan.options.months).default('6').argParser(whole(help, 1, 120)))
    .addOption(new Option('--holdout <percent>', help.plan.options.holdout).argParser(share(help)))
    .option('--effect <size>', help.plan.options.effect)
    .addOption(new Option('--deviation <amount>', help.plan.options.deviation).argParser(positive(help)))
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
    const plan = planOf(options, rehearsed, texts, help)
    await session.show(plan, () => planLines(plan, texts))
  })
}

async function rehearse(session: Session, campaign: string, dir: string | undefined, options: PlanOptions) {
  const files = [...listOf(options.members), ...listOf(options.events)]
  if (dir === undefined || files.length === 0) {
    throw new Refused(({ usage }) => usage.planNeedsFiles)
  }
  const { rehearsedCampaign } = await import('../plan/rehearsed.ts')
  return rehearsedCampaign(session, dir, { files, campaign }, textsIn(session.language).plan)
}

function planOf(options: PlanOptions, rehearsed: Rehearsed | undefined, texts: Texts['plan'], help: Help): Plan {
  const { months, holdout, effect, deviation } = options
  const perMonth = options.perMonth === undefined ? rehearsed?.perMonth : Number(options.perMonth)
  const rate = options.rate ?? rehearsed?.rate
  if (perMonth === undefined || rate === undefined) {
    const missing = [...(perMonth === undefined ? ['--per-month'] : []), ...(rate === undefined ? ['--rate'] : [])]
    if (rehearsed) throw new Refused(texts.noRate(rehearsed), { hint: texts.noRateHint })
    throw new Refused(({ usage }) => usage.planNeeds(missing.join(', ')))
  }
  const horizon = perMonth * Number(months)
  const usual = deviation === undefined ? rehearsed?.minimumEffect : undefined
  const size = effect === undefined ? usual : effectOf(effect, deviation === undefined ? share(help) : positive(help))
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

/** Parsed once it is known what the effect is of. */
function effectOf(text: string, read: (text: string) => number): number {
  try {
    return read(text)
  } catch (error) {
    throw new Refused(({ usage }) => usage.badEffect(text, (error as Error).message))
  }
}

/** `8.9%`, or `0.089`: more than none and less than all. */
function share({ plan }: Help): (text: string) => number {
  return (text) => {
    // 8.9 / 100 is 0.08900000000000001.
    const number = Number((parsePercent(text) ?? Number(text)).toPrecision(12))
    if (number > 0 && number < 1) return number
    throw new InvalidArgumentError(plan.errors.share)
  }
}

function positive({ plan }: Help): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (text.trim() !== '' && number > 0 && number < 1e15) return number
    throw new InvalidArgumentError(plan.errors.amount)
  }
}
