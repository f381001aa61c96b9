import { Option } from 'commander'
import { localTime } from '../../shared/app/api/local-time.ts'
import { membersOf } from '../../shared/app/rehearsal/brought.ts'
import { calendarOf } from '../../shared/domain/calendar.ts'
import { type Counted, countIn, sumCounted } from '../../shared/domain/preview/count.ts'
import { readTry, type Try, type Variant, withTries } from '../../shared/domain/preview/tries.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import { compilePacked, packBundle, unpackBundle, unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'
import { nameFor } from '../../shared/domain/rulebook/called.ts'
import { ruleText } from '../../shared/domain/texts/facts.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { sayWith } from '../../shared/domain/texts/saying.ts'
import { nearest } from '../../shared/standards/nearest.ts'
import type { Command } from '../command.ts'
import { Refused } from '../errors.ts'
import { EVERYBODY, instantOf, listOf, whole } from '../options.ts'
import { table, thousands } from '../print.ts'
import { sortFiles, stepsOf } from '../rehearse/files.ts'
import { sizeOf } from '../replay/lines.ts'
import { act, examples, type Session } from '../session.ts'

interface Counts {
  version: string
  /** As of when. */
  at: string
  /** All members, and those that were looked at. */
  members: number
  looked: number
  audiences: Record<string, Counted>
}

export function addCount(program: Command): void {
  const help = helpIn(program.language)
  const command = program
    .command('count')
    .summary(help.count.summary)
    .description(help.count.description)
    .argument('<dir>', help.count.arguments.dir)
    .option('--audience <id>', help.count.options.audience)
    .option('--try <what...>', help.count.options.try)
    .option('--members <file...>', help.count.options.members)
    .option('--at <instant>', help.count.options.at)
    .addOption(
      new Option('--look <n>', help.count.options.look)
        .argParser(whole(help, 1, EVERYBODY))
        .default(String(EVERYBODY), help.common.everybody),
    )
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
    const tried = triedOf(bundle, options.audience as string | undefined, listOf(options.try), session.language)
    const files = listOf(options.members)
    const counts =
      files.length > 0
        ? await countFiles(tried.bundle, files, instantOf('--at', options.at) ?? Date.now())
        : await countRunning(session, tried.bundle, Number(options.look))
    const rows = tried.rows.map(({ id, label }) => ({ audience: id, label, ...counts.audiences[id]! }))
    const { version: _, audiences: __, ...more } = counts
    await session.show({ ...more, audiences: rows }, () => countLines(counts, rows, zoneOf(bundle), session.language))
  })
}

/** What to count: every audience of the rulebook, one of them, or one with each of the values to try. */
function triedOf(bytes: Uint8Array, audience: string | undefined, given: readonly string[], language: Language) {
  const { audiences } = unpackRulebook(bytes)
  const known = audiences.map(({ id }) => id)
  if (audience !== undefined && !known.includes(audience)) {
    const meant = nearest(audience, known)
    throw new Refused(({ api }) => api.noSuchAudience(audience), {
      code: 'no-such-audience',
      hint: ({ hints }) => (meant ? hints.meant(meant) : hints.thereAre(known.join(', '))),
    })
  }
  const some = audiences.filter(({ id }) => audience === undefined || id === audience)
  const rows: Variant[] = some.map((each) => ({ id: each.id, label: nameFor(each, language) }))
  if (given.length === 0) return { bundle: bytes, rows }
  if (audience === undefined) throw new Refused(({ usage }) => usage.tryNeedsAudience)
  const tried = withTries(unpackBundle(bytes), audience, given.map(tryOf))
  if (!tried.ok) throw new Refused(tried.message, { code: 'bad-try', hint: tried.hint })
  const bundle = packBundle(tried.bundle)
  const checked = compilePacked(bundle)
  if (!checked.ok) {
    const [{ message, hint, said = { message, hint } }] = checked.problems as [Problem]
    throw new Refused((texts) => texts.usage.inTry(sayWith(texts, said.message)), { code: 'bad-try', hint: said.hint })
  }
  return { bundle, rows: [...rows, ...tried.variants] }
}

function tryOf(text: string): Try {
  const read = readTry(text)
  if (read) return read
  throw new Refused(({ usage }) => usage.tryUnreadable(text), { code: 'bad-try', hint: ({ usage }) => usage.tryForm })
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

/** An audience with its name, or the value that is tried. */
function rowName(audience: string, label: string, language: Language): string {
  if (/-try-\d+$/.test(audience)) return `  ${ruleText(label, language)}`
  return label === audience ? audience : audience + textsIn(language).explain.brackets(label)
}

function zoneOf(bundle: Uint8Array): string {
  return unpackRulebook(bundle).settings.zone
}

function countLines({ members, looked, at }: Counts, rows: readonly Row[], zone: string, language: Language): string[] {
  const words = textsIn(language).count
  return [
    words.looked(thousands(looked), thousands(members), localTime(at, zone)),
    ...table([
      words.columns,
      ...rows.map(({ audience, label, members, agreed }) => [
        rowName(audience, label, language),
        thousands(members),
        looked === 0 ? '-' : `${((members / looked) * 100).toFixed(1)} %`,
        thousands(agreed),
      ]),
    ]),
  ]
}
