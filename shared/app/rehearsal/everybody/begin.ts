import { DAY } from '../../../domain/calendar.ts'
import type { Draft } from '../../../domain/drafts/draft.ts'
import type { EverybodyRehearsal, Ports } from '../../../ports/index.ts'
import { shortHash } from '../../../standards/hash.ts'
import { addUp, type EverybodyFigures, unpackFigures } from './figures.ts'
import { orderText } from './order.ts'

const NAME_CHARS = 22

/** Names the draft's files as they are: whoever changes one of them changes the name. */
export function filesName({ files }: Pick<Draft, 'files'>): string {
  const texts = Object.entries(files).map(([path, { text }]) => [path, text] as const)
  return shortHash(JSON.stringify(texts.sort(([a], [b]) => (a < b ? -1 : 1))), NAME_CHARS)
}

type BeginPorts = Pick<Ports, 'rehearsals' | 'queues'>

/**
 * Begins a rehearsal on everybody, in place of the draft's last one. The same rules on the same day are one rehearsal: it is begun again
 * only where it was cancelled. Where nothing came of it yet the first order goes out once more: the one before may be lost.
 */
export async function beginOnEverybody(
  asked: Omit<EverybodyRehearsal, 'id' | 'cancelledAt'>,
  { rehearsals, queues }: BeginPorts,
): Promise<EverybodyRehearsal> {
  const { rulebook, live, draft } = asked
  const id = shortHash([rulebook, live, String(Math.floor(asked.at / DAY))], NAME_CHARS)
  const before = await rehearsals.read(draft)
  const isSame = before?.id === id && before.cancelledAt === undefined
  const next: EverybodyRehearsal = { ...asked, id }
  const isWritten = isSame || (await rehearsals.write(next, before)) === 'written'
  const begun = isSame || !isWritten ? ((await rehearsals.read(draft)) ?? next) : next
  if ((await rehearsals.parts(begun)).length === 0)
    await queues.send('rehearsals', [orderText({ draft, at: begun.at, n: 0 })])
  return begun
}

/** Nothing is begun for it any more. What is under way is not kept. */
export async function cancelOnEverybody(
  draft: string,
  now: number,
  { rehearsals }: Pick<Ports, 'rehearsals'>,
): Promise<EverybodyRehearsal | undefined> {
  const before = await rehearsals.read(draft)
  if (!before || before.cancelledAt !== undefined) return before
  const next = { ...before, cancelledAt: now }
  return (await rehearsals.write(next, before)) === 'written' ? next : rehearsals.read(draft)
}

export interface Progress {
  looked: number
  state: 'running' | 'cancelled' | 'done'
  /** Of one that is done. */
  figures?: EverybodyFigures
}

/** How far it has come, and at its end what it came to. */
export async function progressOf(of: EverybodyRehearsal, { rehearsals }: Pick<Ports, 'rehearsals'>): Promise<Progress> {
  const parts = await rehearsals.parts(of)
  const looked = parts.reduce((sum, part) => sum + part.looked, 0)
  if (of.cancelledAt !== undefined) return { looked, state: 'cancelled' }
  const isWhole = parts.at(-1)?.isLast === true && parts.every(({ n }, index) => n === index)
  if (!isWhole) return { looked, state: 'running' }
  const figures = (await rehearsals.figures(of)).map(unpackFigures)
  return { looked, state: 'done', figures: addUp(figures) }
}
