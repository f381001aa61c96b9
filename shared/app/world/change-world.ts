import type { Deed } from '../../domain/deed.ts'
import type { World, WorldChange, WorldState } from '../../ports/index.ts'

const TRIES = 10

/** The new state, and what was done; undefined: nothing to change. */
type Next = (state: WorldState) => Changed | undefined | Promise<Changed | undefined>

type Changed = { state: WorldState; what: Deed } & Pick<WorldChange, 'askedBy' | 'decides'>

/**
 * Changes the world: reads it, changes it and writes its next version; starts again if somebody else wrote meanwhile.
 * Who did what and when is kept with it. `changed` is false if there was nothing to do.
 */
export async function changeWorld(
  world: World,
  next: Next,
  { at, by }: { at: number; by: string },
): Promise<{ state: WorldState; changed: boolean }> {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await world.read()
    const after = await next(before)
    if (!after) return { state: before, changed: false }
    const { state: made, ...about } = after
    const state = { ...made, version: before.version + 1 }
    const { rulebook } = state
    const change: WorldChange = {
      at,
      by,
      ...about,
      ...(rulebook !== undefined && { rulebook }),
      ...(rulebook !== before.rulebook && { madeLive: true }),
    }
    if ((await world.write(state, change)) === 'written') return { state, changed: true }
  }
  throw new Error(`the world was written by others ${TRIES} times in a row`)
}
