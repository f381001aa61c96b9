import { AT_ONCE } from '../../shared/domain/preview/at-once.ts'
import { atOnceText } from '../../shared/domain/preview/at-once-text.ts'
import { emptyPreview, type Preview, sumPreviews } from '../../shared/domain/preview/preview.ts'
import { type AskedWord, type UnknownWord, unknownWords } from '../../shared/domain/preview/words.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { thousands } from '../print.ts'
import type { Session } from '../session.ts'

/** What a rulebook would do at once, shown before it is published. */
export interface Previewed extends Omit<Preview, 'had'> {
  version: string
  /** All members. */
  members: number
  /** Values in the rules that nobody has. */
  unknown: UnknownWord[]
  /** What it weakens: then it needs a second person's approval. */
  loosens: string[]
  /** Its campaigns that nobody starts until they are resumed. */
  stopped: string[]
}

interface Page extends Preview {
  version: string
  members: number
  cursor: string | null
}

/** What only the first page contains. */
interface First extends Page {
  asked: AskedWord[]
  loosens: string[]
  changed: string[]
  stopped: string[]
}

/** Asks page after page, until so many members were looked at. `of`: a packed rulebook, or the version of a published one. */
export async function previewRulebook(
  { client, language, watched, note }: Pick<Session, 'client' | 'language' | 'watched' | 'note'>,
  of: Uint8Array | string,
  atMost: number,
): Promise<Previewed> {
  const ask = <P extends Page>(cursor?: string, limit?: number) =>
    client.call<P>('POST', '/v1/rulebooks/preview', {
      query: { cursor, limit },
      body: typeof of === 'string' ? { version: of } : of,
    })
  const { preview: words } = textsIn(language)
  const first = await ask<First>(undefined, Math.min(PAGE, atMost))
  let sum = sumPreviews(emptyPreview(), first)
  for (let cursor = first.cursor; cursor !== null && sum.looked < atMost; ) {
    const page = await ask(cursor, Math.min(PAGE, atMost - sum.looked))
    sum = sumPreviews(sum, page)
    cursor = page.cursor
    if (watched && sum.looked % SAID_EVERY === 0) note(words.looking(thousands(sum.looked), thousands(first.members)))
  }
  const { had, overlaps, ...more } = sum
  const { version, members, asked, loosens, changed, stopped } = first
  return {
    version,
    // The counter may be one behind.
    members: Math.max(members, sum.looked),
    ...more,
    overlaps: overlaps.filter(({ campaigns }) => campaigns.some((each) => changed.includes(each))),
    unknown: unknownWords(asked, had),
    loosens,
    stopped,
  }
}

const PAGE = 500
/** A large airline's members take minutes: who waits sees that it goes on. */
const SAID_EVERY = 20_000

/** For people. */
export function previewLines(previewed: Previewed, language: Language): string[] {
  const { version, members, looked, atOnce, loosens, stopped } = previewed
  const { preview: words } = textsIn(language)
  const campaigns = Object.entries(atOnce).sort(([a], [b]) => (a < b ? -1 : 1))
  const happening = campaigns.flatMap(([campaign, counts]) => {
    const told = AT_ONCE.flatMap((what) => (counts[what] ? [atOnceText(what, counts[what], language)] : []))
    return told.length > 0 ? [`  ${campaign}${words.colon}${told.join(words.listed)}`] : []
  })
  return [
    words.title(version, thousands(looked), thousands(members)),
    ...(happening.length > 0 ? happening : [`  ${words.nothing}`]),
    ...(happening.length > 0 && looked > 0 && looked < members
      ? [`  ${words.more((members / looked).toFixed(1))}`]
      : []),
    ...findingLines(previewed, language),
    ...stopped.map(words.stopped),
    ...(loosens.length > 0 ? [words.waits, ...loosens.map((line) => `  ${line}`)] : []),
  ]
}

/** Probable mistakes in a rulebook: two letters for one reason, and values that nobody has. */
export function findingLines(
  { overlaps, unknown }: Pick<Previewed, 'overlaps' | 'unknown'>,
  language: Language,
): string[] {
  const { preview: words } = textsIn(language)
  const overlapping = overlaps.map(({ campaigns, event, members }) => {
    const why = event === undefined ? words.both(members ?? 0) : words.bothFor(event, members)
    return `  ${campaigns.join(' + ')}${words.colon}${why}`
  })
  const missing = unknown.map(({ had, ...word }) => `  ${words.unknownWord({ ...word, had })}`)
  return [
    ...(overlapping.length > 0 ? [words.overlaps, ...overlapping] : []),
    ...(missing.length > 0 ? [words.unknown, ...missing] : []),
  ]
}
