import { basename } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { textsIn } from '../../shared/domain/texts/index.ts'
import { type Decimal, decimalOf } from '../../shared/standards/decimal.ts'
import { Refused } from '../errors.ts'
import { readJson } from '../files/json.ts'
import type { LiftRequest } from '../lift/request.ts'
import { whole } from '../options.ts'
import { act, examples, type Session } from '../session.ts'

/** At so many members intervals are tightest where nobody plans otherwise: the usual choice of others too. */
const PLANNED = '5000'

interface LiftOptions {
  arm?: string
  control?: string
  outcome?: string[]
  before?: string
  cost?: ReadonlyMap<string, Decimal>
  value?: NonNullable<LiftRequest['value']>
  share?: ReadonlyMap<string, Decimal>
  planned: string
  missing?: 'zero' | 'leave-out'
  summary?: string
}

export function addLift(program: Command): void {
  const command = program
    .command('lift')
    .summary('the effect of an experiment, from its file')
    .description(
      'Compares each arm of an experiment with the control: the difference with an interval that holds however often one ' +
        'looks, whether it may be told, and first whether the arms are as large as they should be. Any file with a row a ' +
        'member will do. Needs no running Wingback; docs/results.md says what each figure is.',
    )
    .argument('[file]', '.csv or .csv.gz, in UTF-8, with the names of the columns in its first line')
    .option('--arm <column>', 'the column that says which arm a member was in')
    .option('--control <value>', 'what stands there for those who got nothing')
    .addOption(
      new Option('--outcome <columns>', 'what came of it: numbers, or yes and no; several by commas').argParser(
        (text: string, before: string[] = []) => [...before, text],
      ),
    )
    .option(
      '--before <column>',
      'what was known of a member before, such as spend of last year: it narrows the interval',
    )
    .addOption(new Option('--cost <arm=amount>', 'what was spent on each member of an arm').argParser(perArm))
    .addOption(
      new Option(
        '--value <amount>',
        'what one of the outcome is worth, for the net; COLUMN=AMOUNT of several',
      ).argParser(worth),
    )
    .addOption(
      new Option(
        '--share <arm=share>',
        'how large an arm should be, such as 90; once an arm (default: all alike)',
      ).argParser(sharePerArm),
    )
    .addOption(
      new Option('--planned <members>', 'at so many members the interval is tightest: fix it before you look')
        .default(PLANNED)
        .argParser(whole(1, 1_000_000_000)),
    )
    .addOption(
      new Option('--missing <how>', 'what a missing value is (default: the file is refused)').choices([
        'zero',
        'leave-out',
      ]),
    )
    .option('--summary <file>', '.json: sums in place of members: {"cases": [{id, test, a, b, diff}]}')
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
  if (path === undefined) throw new Refused('lift needs a file, or --summary', { hint: 'npx wingback lift --help' })
  if (arm === undefined || control === undefined || outcome === undefined) {
    const missed = Object.entries({ arm, control, outcome }).flatMap(([name, given]) => (given ? [] : [`--${name}`]))
    throw new Refused(`lift of a file needs ${missed.join(', ')}`, { hint: 'npx wingback lift --help' })
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
function perArm(text: string, before: ReadonlyMap<string, Decimal> = new Map()): ReadonlyMap<string, Decimal> {
  const { name, amount } = namedAmount(text)
  if (!name) throw new InvalidArgumentError('It must be ARM=AMOUNT.')
  return new Map([...before, [name, amount]])
}

function sharePerArm(text: string, before?: ReadonlyMap<string, Decimal>): ReadonlyMap<string, Decimal> {
  const shares = perArm(text, before)
  if ([...shares.values()].some(({ digits }) => digits <= 0n)) throw new InvalidArgumentError('A share is above 0.')
  return shares
}

function worth(text: string): NonNullable<LiftRequest['value']> {
  const { name, amount } = namedAmount(text)
  return { amount, ...(name !== undefined && { outcome: name }) }
}

/** What is before the last equals sign is a name, which may hold one itself. */
function namedAmount(text: string): { name?: string; amount: Decimal } {
  const at = text.lastIndexOf('=')
  const amount = decimalOf(text.slice(at + 1).trim())
  if (!amount) throw new InvalidArgumentError(`"${text.slice(at + 1)}" is not a number such as 0.15.`)
  return { amount, ...(at > 0 && { name: text.slice(0, at).trim() }) }
}
