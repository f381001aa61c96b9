import type { KeyedHash } from '../../../domain/keyed-hash.ts'
import { decodeMember } from '../../../domain/member/codec.ts'
import type { Member } from '../../../domain/member/member.ts'
import { unpackBundle, unpackRulebook } from '../../../domain/rulebook/bundle.ts'
import type { Sample } from '../../../domain/sample/sample.ts'
import type { EverybodyRehearsal, Ports, StoredMember } from '../../../ports/index.ts'
import { eachAlone, type QueueMessage } from '../../each-alone.ts'
import { sampleOfAll } from '../../sample/make.ts'
import { figuresOf } from '../sample/figures.ts'
import { type Rules, rehearseSample } from '../sample/run.ts'
import { type EverybodyFigures, packFigures } from './figures.ts'
import { orderIn, orderText } from './order.ts'

/** Members of a part: they are held in memory, and it ends in about half a minute. */
const PART_MEMBERS = 2000

export interface PartDependencies {
  ports: Pick<Ports, 'members' | 'records' | 'rulebooks' | 'rehearsals' | 'queues'>
  hash: KeyedHash
  /** Members of a part, where it is to be another number. */
  members?: number
  /** A part to be tried again, or a member who cannot be read and is left out. */
  onError(error: unknown): void
}

/** Gives the ids of the messages to be tried again. */
export function rehearseParts(messages: readonly QueueMessage[], dependencies: PartDependencies): Promise<string[]> {
  return eachAlone(messages, ({ body }) => rehearsePart(body, dependencies), dependencies.onError)
}

/**
 * Rehearses a page of all members with the draft and with what is live, and keeps what came of it. The order for the next page goes out
 * first, so that several are at work at once. A part that is done twice gives the same figures, under the same number.
 */
async function rehearsePart(body: string, { ports, hash, members, onError }: PartDependencies): Promise<void> {
  const { draft, at, n, cursor } = orderIn(body)
  const of = await isWanted(draft, at, ports)
  if (!of) return
  const page = await ports.members.page({ cursor, limit: members ?? PART_MEMBERS })
  if (page.cursor !== undefined)
    await ports.queues.send('rehearsals', [orderText({ draft, at, n: n + 1, cursor: page.cursor })])
  const readable = page.members.flatMap((stored) => readableIn(stored, onError))
  const [rules, live] = await Promise.all([rulesOf(of.rulebook, ports), rulesOf(of.live, ports)])
  const { complaints: sorting } = live.rulebook.models
  const sample = await sampleOfAll(readable, { ports, hash, now: at, sorting })
  const figures = await rehearseBoth(sample, rules, live)
  if (!(await isWanted(draft, at, ports))) return
  await ports.rehearsals.keep(
    of,
    { n, looked: figures.members, isLast: page.cursor === undefined },
    packFigures(figures),
  )
}

/** The rehearsal, unless it was cancelled, or another one took its place. */
async function isWanted(
  draft: string,
  at: number,
  { rehearsals }: Pick<Ports, 'rehearsals'>,
): Promise<EverybodyRehearsal | undefined> {
  const latest = await rehearsals.read(draft)
  return latest?.at === at && latest.cancelledAt === undefined ? latest : undefined
}

function readableIn(stored: StoredMember, onError: (error: unknown) => void): Member[] {
  try {
    return [decodeMember(stored)]
  } catch (error) {
    onError(error)
    return []
  }
}

async function rulesOf(version: string, { rulebooks }: Pick<Ports, 'rulebooks'>): Promise<Rules> {
  const bytes = await rulebooks.read(version)
  if (!bytes) throw new Error(`rulebook ${version} is not in the table`)
  return { bundle: unpackBundle(bytes), rulebook: unpackRulebook(bytes) }
}

/** On one machine others wait for the same thread. */
const breath = () => new Promise<void>((resolve) => setImmediate(resolve))

async function rehearseBoth(sample: Sample, draft: Rules, live: Rules): Promise<EverybodyFigures> {
  const ran = await rehearseSample(sample, sample.members, draft, breath)
  const isSame = draft.rulebook.version === live.rulebook.version
  const before = isSame ? ran : await rehearseSample(sample, sample.members, live, breath)
  const budgets = Object.entries(ran.rehearsal.budgets).map(([id, { byDay: _, ...sums }]) => [id, sums] as const)
  const { members, campaigns } = figuresOf(sample, ran, before, { draft, live })
  return { members, campaigns, budgets: Object.fromEntries(budgets) }
}
