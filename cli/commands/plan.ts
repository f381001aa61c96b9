import { type Command, InvalidArgumentError, Option } from 'commander'
import { holdoutPlan, holdoutToChoose } from '../../shared/domain/measure/plan.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import { parsePercent } from '../../shared/domain/units.ts'
import { Refused } from '../errors.ts'
import { whole } from '../options.ts'
import { type Plan, planLines } from '../plan/text.ts'
import { act, examples } from '../session.ts'

const ALPHA = 0.05
/** What is looked at where no holdout is asked for. */
const HOLDOUTS = [0.05, 0.1, 0.2, 0.3, 0.5]

interface PlanOptions {
  perMonth: string
  months: string
  rate: number
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
        'which holdout to choose. Effects are found in 4 of 5 campaigns, by 95 % intervals that hold at every look. Needs ' +
        'no running Wingback; docs/results.md says how it is worked out.',
    )
    .addOption(
      new Option('--per-month <members>', 'how many enter a month, held out or not (rehearse counts them)')
        .argParser(whole(1, 1_000_000_000))
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--rate <percent>', 'how many reach the goal without the campaign: 8.9%')
        .argParser(share)
        .makeOptionMandatory(),
    )
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
        'plan --per-month 4000 --rate 8.9% --effect 2%',
        'plan --per-month 4000 --rate 8.9% --deviation 520 --effect 25 --months 12 --json',
      ),
    )
  act(command, async (session, given) => {
    const plan = planOf(given as unknown as PlanOptions)
    await session.show(plan, () => planLines(plan, textsIn(session.language).plan))
  })
}

function planOf({ perMonth, months, rate, holdout, effect, deviation }: PlanOptions): Plan {
  const horizon = Number(perMonth) * Number(months)
  const size = effect === undefined ? undefined : effectOf(effect, deviation === undefined ? share : positive)
  const asked = {
    ...{ rate, horizon, alpha: ALPHA },
    ...(deviation !== undefined && { variance: deviation ** 2 }),
    ...(size !== undefined && { effect: size }),
  }
  const holdouts = (holdout === undefined ? HOLDOUTS : [holdout]).map((each) => holdoutPlan(each, asked))
  const choose = holdoutToChoose(holdouts, horizon)
  return {
    ...{ perMonth: Number(perMonth), months: Number(months), rate, holdouts },
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
