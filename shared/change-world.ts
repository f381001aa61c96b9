import type { World, WorldState } from './ports.ts'

const HISTORY_AT_MOST = 50
const TRIES = 10

/** What a change does: the new state and the line for the history; undefined: there is nothing to change. */
export type Change = (state: WorldState) => { state: WorldState; what: string } | undefined

/**
 * Changes the world by reading, changing and writing its next version; again where somebody else wrote in between.
 * `changed` is false where `change` found nothing to do.
 */
export async function changeWorld(
  world: World,
  change: Change,
  { at, by }: { at: number; by: string },
): Promise<{ state: WorldState; changed: boolean }> {
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await world.read()
    const next = change(before)
    if (!next) return { state: before, changed: false }
    const state = {
      ...next.state,
      version: before.version + 1,
      history: [...before.history, { at, by, what: next.what }].slice(-HISTORY_AT_MOST),
    }
    if ((await world.write(state)) === 'written') return { state, changed: true }
  }
  throw new Error(`the world was written by others ${TRIES} times in a row`)
}
