import { compilePacked } from '../../domain/rulebook/bundle.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { weakenings } from '../../domain/rulebook/weakens.ts'
import { textsIn } from '../../domain/texts/index.ts'
import type { Language } from '../../domain/texts/language.ts'
import type { Ports, WorldState } from '../../ports/index.ts'
import { changeWorld } from '../world/change-world.ts'
import { withLive } from '../world/go-live.ts'

/** A second person has looked at it before: what they agreed to, and who asked them. */
export interface Agreed {
  by: string
  askedBy: string
  /** In English, as it is compared. */
  loosens: readonly string[]
  draft: string
  /** The live rulebook that it was made of: no other is replaced by it. */
  on: string
}

/**
 * Makes a rulebook the live one. Where it loosens what keeps money together, and nobody has agreed to that, it is asked for
 * instead, and a second person decides; the first rulebook of all has nothing to loosen. `roll back`: only while it is the
 * one before the live one.
 */
export async function goLive(
  rulebook: Rulebook,
  how: 'publish' | 'roll back to' | 'roll back',
  { ports, now }: { ports: Pick<Ports, 'world' | 'rulebooks'>; now(): number },
  by: string,
  agreed?: Agreed,
): Promise<{ state: WorldState; changed: boolean }> {
  const { version } = rulebook
  return changeWorld(
    ports.world,
    async (before) => {
      if (how === 'roll back' && before.previousRulebook !== version) return undefined
      if (before.rulebook === version || before.asked?.rulebook === version) return undefined
      if (agreed && before.rulebook !== agreed.on) return undefined
      const looser = await loosenedBy(rulebook, before.rulebook, ports)
      if (looser.some((line) => !agreed?.loosens.includes(line)))
        return {
          state: { ...before, asked: { rulebook: version, by, at: now() } },
          what: { is: DEEDS[how].asked, version },
        }
      const state = withLive(before, rulebook, now())
      if (!agreed) return { state, what: { is: DEEDS[how].done, version } }
      const { draft, askedBy } = agreed
      return { state, what: { is: 'publishedDraft', version, draft, approvedBy: agreed.by }, askedBy }
    },
    { at: now(), by },
  )
}

const DEEDS = {
  publish: { asked: 'askedToPublish', done: 'published' },
  'roll back': { asked: 'askedToRollBack', done: 'rolledBack' },
  'roll back to': { asked: 'askedToRollBack', done: 'rolledBack' },
} as const

/** What a rulebook loosens of the live one, in words. */
export async function loosenedBy(
  rulebook: Rulebook,
  live: string | undefined,
  { rulebooks }: Pick<Ports, 'rulebooks'>,
  language: Language = 'en',
): Promise<string[]> {
  if (live === undefined) return []
  const compiled = compilePacked((await rulebooks.read(live)) ?? new Uint8Array())
  const words = textsIn(language).loosens
  return compiled.ok ? weakenings(compiled.rulebook, rulebook, words) : [words.unreadable]
}

/** Starts the pass that shows the rulebook to the members it could concern. Gives whether there are any. */
export async function sweep(
  { ports }: { ports: Pick<Ports, 'queues' | 'members'> },
  rulebook: string,
): Promise<boolean> {
  await ports.queues.send('sweeps', [JSON.stringify({ rulebook, cursor: null })])
  const { members } = await ports.members.page({ limit: 1 })
  return members.length > 0
}
