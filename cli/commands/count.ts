import type { Command } from 'commander'
import { membersOf } from '../../shared/app/rehearsal/brought.ts'
import { calendarOf } from '../../shared/domain/calendar.ts'
import { type Counted, countIn, sumCounted } from '../../shared/domain/preview/count.ts'
import { readTry, type Try, type Variant, withTries } from '../../shared/domain/preview/tries.ts'
import { compilePacked, packBundle, unpackBundle, unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'
import { ruleText } from '../../shared/domain/texts/facts.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { nearest } from '../../shared/standards/nearest.ts'
import { Refused } from '../errors.ts'
import { instantOf, listOf, whole } from '../options.ts'
import { table, thousands } from '../print.ts'
import { sortFiles, stepsOf } from '../rehearse/files.ts'
import { sizeOf } from '../replay/lines.ts'
import { act, examples, type Session } from '../session.ts'

interface Counts {
  version: string
  /** As of when. */
  at: string
  /** All there are, and those looked at. */
  members: number
  looked: number
  audiences: Record<string, Counted>
}

export function addCount(program: Command): void {
  const command = program
    .command('count')
    .summary('the size an audience would have, without publishing it')
    .description(
      'Counts the current members of a running Wingback; with --members, those in files, and nothing needs ' +
        'to run. It also counts how many of them can get marketing email, because they have an address and ' +
        'have consented. --try counts an audience with other values of its conditions, such as longer or ' +
        'shorter silences.',
    )
    .argument('<dir>', 'the folder with wingback.yaml')
    .option('--audience <id>', 'only this audience')
    .option('--try <what...>', 'fact.operator=value,value: every value instead of the one in the file')
    .option('--members <file...>', '.jsonl or .jsonl.gz: what `export` wrote, or events')
    .option('--at <instant>', 'with --members: count as of then (default: now)')
    .option('--look <n>', 'check at most this many members', whole(1, 10_000_000), '10000000')
    .addHelpText(
      'after',
      examples(
        'count my-campaigns',
        "count my-campaigns --audience gone-quiet --try 'lastFlight.atLeast=90d,120d,180d'",
        'count my-campaigns --members members.jsonl.gz',
      ),
    )
  act(command, async (session, options, dir: string) => {
    const { rulebookIn } = await import('../rulebook/named.ts')
    const { bundle } = await rulebookIn(dir)
    const tried = triedOf(bundle, options.audience as string | undefined, listOf(options.try))
    const files = listOf(options.members)
    const counts =
      files.length > 0
        ? await countFiles(tried.bundle, files, instantOf('--at', options.at) ?? Date.now())
        : await countRunning(session, tried.bundle, Number(options.look))
    const rows = tried.rows.map(({ id, label }) => ({ audience: id, label, ...counts.audiences[id]! }))
    const { version: _, audiences: __, ...more } = counts
    await session.show({ ...more, audiences: rows }, () => countLines(counts, rows, session.language))
  })
}

/** What is to be counted: every audience of the rulebook, one of them, or one with each of the values to be tried. */
function triedOf(bytes: Uint8Array, audience: string | undefined, given: readonly string[]) {
  const { audiences } = unpackRulebook(bytes)
  const known = audiences.map(({ id }) => id)
  if (audience !== undefined && !known.includes(audience)) {
    const meant = nearest(audience, known)
    const hint = meant ? `did you mean "${meant}"?` : `there are: ${known.join(', ') || 'none'}`
    throw new Refused(`no audience is called "${audience}"`, { code: 'no-such-audience', hint })
  }
  const some = audiences.filter(({ id }) => audience === undefined || id === audience)
  const rows: Variant[] = some.map(({ id, name }) => ({ id, label: name }))
  if (given.length === 0) return { bundle: bytes, rows }
  if (audience === undefined) throw new Refused('--try needs --audience: which one?')
  const tried = withTries(unpackBundle(bytes), audience, given.map(tryOf))
  if (!tried.ok) throw new Refused(tried.message, { code: 'bad-try', hint: tried.hint })
  const bundle = packBundle(tried.bundle)
  const checked = compilePacked(bundle)
  if (!checked.ok) {
    const [{ message, hint }] = checked.problems as [(typeof checked.problems)[number]]
    throw new Refused(`--try: ${message}`, { code: 'bad-try', ...(hint && { hint }) })
  }
  return { bundle, rows: [...rows, ...tried.variants] }
}

function tryOf(text: string): Try {
  const read = readTry(text)
  if (read) return read
  throw new Refused(`--try: "${text}" cannot be read`, { code: 'bad-try', hint: 'such as lastFlight.atLeast=90d,120d' })
}

async function countRunning({ client }: Pick<Session, 'client'>, bundle: Uint8Array, atMost: number): Promise<Counts> {
  let sum: Counts | undefined
  let cursor: string | undefined
  do {
    const page = await client.call<Counts & { cursor: string | null }>('POST', '/v1/rulebooks/count', {
      query: { cursor, limit: Math.min(PAGE, atMost - (sum?.looked ?? 0)) },
      body: bundle,
    })
    const audiences = sumCounted(sum?.audiences ?? {}, page.audiences)
    sum = { ...page, looked: (sum?.looked ?? 0) + page.looked, audiences }
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined && sum.looked < atMost)
  return { ...sum, members: Math.max(sum.members, sum.looked) }
}

const PAGE = 1000

async function countFiles(bundle: Uint8Array, paths: readonly string[], now: number): Promise<Counts> {
  await sizeOf(paths)
  const { brought, events } = await sortFiles(paths)
  const steps = stepsOf(
    events,
    () => {},
    () => {},
    ({ line, message, hint }) => {
      throw new Refused(`${line.where}: ${message}`, { ...(hint !== undefined && { hint }) })
    },
  )
  const found = await membersOf(brought, steps)
  const members = found.filter(({ mergedInto, erasedAt }) => mergedInto === undefined && erasedAt === undefined)
  const { version, settings, audiences } = unpackRulebook(bundle)
  const counted = countIn(members, audiences, { now, calendar: calendarOf(settings.zone) })
  const at = new Date(now).toISOString()
  return { version, at, members: members.length, looked: members.length, audiences: counted }
}

type Row = Counted & { audience: string; label: string }

function countLines({ members, looked }: Counts, rows: readonly Row[], language: Language): string[] {
  const words = textsIn(language).count
  return [
    words.looked(thousands(looked), thousands(members)),
    ...table([
      words.columns,
      ...rows.map(({ audience, label, members, agreed }) => [
        /-try-\d+$/.test(audience) ? `  ${ruleText(label, language)}` : audience,
        thousands(members),
        looked === 0 ? '-' : `${((members / looked) * 100).toFixed(1)} %`,
        thousands(agreed),
      ]),
    ]),
  ]
}
