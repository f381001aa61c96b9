import { basename } from 'node:path'
import { InvalidArgumentError, Option } from 'commander'
import { type Help, helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import { type Decimal, decimalOf } from '../../shared/standards/decimal.ts'
import type { Command } from '../command.ts'
import { Refused } from '../errors.ts'
import { readJson } from '../files/json.ts'
import type { LiftRequest } from '../lift/request.ts'
import { whole } from '../options.ts'
import { act, examples, type Session } from '../session.ts'

/** The default number of members at which intervals are tightest, as in other tools. */
const PLANNED = '5000'

type PerArm = ReadonlyMap<string, Decimal>

interface LiftOptions {
  arm?: string
  control?: string
  outcome?: string[]
  before?: string
  cost?: PerArm
  value?: NonNullable<LiftRequest['value']>
  share?: PerArm
  planned: string
  missing?: 'zero' | 'leave-out'
  summary?: string
}

export function addLift(program: Command): void {
  const help = helpIn(program.language)
  const command = program
    .command('lift')
    .summary(help.lift.summary)
    .description(help.lift.description)
    .argument('[file]', help.lift.arguments.file)
    .option('--arm <column>', help.lift.options.arm)
    .option('--control <value>', help.lift.options.control)
    .addOption(
      new Option('--outcome <columns>', help.lift.options.outcome).argParser((text: string, before: string[] = []) => [
        ...before,
        text,
      ]),
    )
    .option('--before <column>', help.lift.options.before)
    .addOption(new Option('--cost <arm=amount>', help.lift.options.cost).argParser(perArm(help)))
    .addOption(new Option('--value <amount>', help.lift.options.value).argParser(worth(help)))
    .addOption(new Option('--share <arm=share>', help.lift.options.share).argParser(sharePerArm(help)))
    .addOption(
      new Option('--planned <members>', help.lift.options.planned)
        .default(PLANNED)
        .argParser(whole(help, 1, 1_000_000_000)),
    )
    .addOption(new Option('--missing <how>', help.lift.options.missing).choices(['zero', 'leave-out']))
    .option('--summary <file>', help.lift.options.summary)
    .addHelpText(
      'after',
      examples(
        'lift mails.csv --arm segment --control "No mail" --outcome visit,spend --before history',
        'lift promo.csv.gz --arm Promotion --control No --outcome purchase --value 10 --cost Yes=0.15 --json',
        'lift held-out.csv --arm arm --control held --outcome booked --share held=10 --share mailed=90',
        'lift --summary sums.json --json',
      ),
    )
  act(command, async (session, given, path?: string) => {
    const options = given as unknown as LiftOptions
    if (options.summary !== undefined) await answerSummary(session, options.summary)
    else await answerFile(session, requestOf(path, options))
  })
}

async function answerFile(session: Session, request: LiftRequest): Promise<void> {
  const [{ liftOf }, { rowsOf }, { liftLines }] = await Promise.all([
    import('../lift/lift.ts'),
    import('../lift/rows.ts'),
    import('../lift/text.ts'),
  ])
  const texts = textsIn(session.language).lift
  const lift = await liftOf(request, texts)
  await session.show(rowsOf(lift), () => liftLines(lift, basename(request.path), texts))
  const net = lift.outcomes.find(({ netOf }) => netOf !== undefined)
  if (net && lift.outcomes.length > 2 && request.value?.outcome === undefined) {
    session.note(texts.netIsOf({ outcome: net.netOf! }))
  }
}

async function answerSummary(session: Session, path: string): Promise<void> {
  const [{ summaryAnswers }, { summaryLines }] = await Promise.all([
    import('../lift/summary.ts'),
    import('../lift/summary-text.ts'),
  ])
  const texts = textsIn(session.language).lift.summary
  const answers = summaryAnswers(await readJson(path), texts)
  if (!answers) throw new Refused(`${path}: ${texts.form}`, { code: 'invalid-file' })
  await session.show(answers, () => summaryLines(answers, texts))
}

function requestOf(path: string | undefined, options: LiftOptions): LiftRequest {
  const { arm, control, outcome, before, cost, value, share, planned, missing } = options
  if (path === undefined) throw new Refused(({ usage }) => usage.liftNeedsFile, { hint: 'npx wingback lift --help' })
  if (arm === undefined || control === undefined || outcome === undefined) {
    const missed = Object.entries({ arm, control, outcome }).flatMap(([name, given]) => (given ? [] : [`--${name}`]))
    throw new Refused(({ usage }) => usage.liftNeeds(missed.join(', ')), { hint: 'npx wingback lift --help' })
  }
  const shares =
    share && new Map([...share].map(([name, { digits, decimals }]) => [name, Number(digits) / 10 ** decimals]))
  return {
    ...{ path, arm, control, outcomes: outcome, costs: cost ?? new Map(), planned: Number(planned) },
    ...(before !== undefined && { before }),
    ...(value && { value }),
    ...(shares && { shares }),
    ...(missing && { missing }),
  }
}

/** `ARM=AMOUNT`, once for each arm. */
function perArm(help: Help) {
  return (text: string, before: PerArm = new Map()): PerArm => {
    const { name, amount } = namedAmount(text, help)
    if (!name) throw new InvalidArgumentError(help.lift.errors.perArm)
    return new Map([...before, [name, amount]])
  }
}

function sharePerArm(help: Help) {
  return (text: string, before?: PerArm): PerArm => {
    const shares = perArm(help)(text, before)
    if ([...shares.values()].some(({ digits }) => digits <= 0n)) throw new InvalidArgumentError(help.lift.errors.share)
    return shares
  }
}

function worth(help: Help) {
  return (text: string): NonNullable<LiftRequest['value']> => {
    const { name, amount } = namedAmount(text, help)
    return { amount, ...(name !== undefined && { outcome: name }) }
  }
}

/** Everything before the last equals sign is the name, which may contain one itself. */
function namedAmount(text: string, { lift }: Help): { name?: string; amount: Decimal } {
  const at = text.lastIndexOf('=')
  const amount = decimalOf(text.slice(at + 1).trim())
  if (!amount) throw new InvalidArgumentError(lift.errors.number(text.slice(at + 1)))
  return { amount, ...(at > 0 && { name: text.slice(0, at).trim() }) }
}
