import { compilePacked } from '../../domain/rulebook/bundle.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import { weakenings } from '../../domain/rulebook/weakens.ts'
import type { WorldState } from '../../ports/index.ts'
import { changeWorld } from '../world/change-world.ts'
import { withLive } from '../world/go-live.ts'
import type { ApiContext } from './http.ts'

/**
 * Makes a rulebook the live one. Where it loosens what keeps money together it is asked for instead, and a second person
 * decides; the first rulebook of all has nothing to loosen. `roll back`: only while it is the one before the live one.
 */
export async function goLive(
  rulebook: Rulebook,
  how: 'publish' | 'roll back to' | 'roll back',
  { ports, now }: ApiContext,
  by: string,
): Promise<{ state: WorldState; changed: boolean }> {
  const { version } = rulebook
  return changeWorld(
    ports.world,
    async (before) => {
      if (how === 'roll back' && before.previousRulebook !== version) return undefined
      if (before.rulebook === version || before.asked?.rulebook === version) return undefined
      const looser = await loosenedBy(rulebook, before.rulebook, ports)
      if (looser.length > 0)
        return {
          state: { ...before, asked: { rulebook: version, by, at: now() } },
          what: `asked to ${WORDS[how].asked} ${version}`,
        }
      return { state: withLive(before, rulebook, now()), what: `${WORDS[how].done} ${version}` }
    },
    { at: now(), by },
  )
}

const WORDS = {
  publish: { asked: 'publish', done: 'published' },
  'roll back': { asked: 'roll back to', done: 'rolled back to' },
  'roll back to': { asked: 'roll back to', done: 'rolled back to' },
} as const

/** What a rulebook loosens of the live one, in words. */
export async function loosenedBy(
  rulebook: Rulebook,
  live: string | undefined,
  { rulebooks }: Pick<ApiContext['ports'], 'rulebooks'>,
): Promise<string[]> {
  if (live === undefined) return []
  const compiled = compilePacked((await rulebooks.read(live)) ?? new Uint8Array())
  return compiled.ok ? weakenings(compiled.rulebook, rulebook) : ['the live rulebook cannot be read any more']
}

/** Starts the pass that shows the rulebook to the members it could concern. Gives whether there are any. */
export async function sweep({ ports }: ApiContext, rulebook: string): Promise<boolean> {
  await ports.queues.send('sweeps', [JSON.stringify({ rulebook, cursor: null })])
  const { members } = await ports.members.page({ limit: 1 })
  return members.length > 0
}
