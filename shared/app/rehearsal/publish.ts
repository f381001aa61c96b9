import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { Ports } from '../../ports/index.ts'
import { changeWorld } from '../world/change-world.ts'
import { withLive } from '../world/go-live.ts'

/** Makes a rulebook the live one as publishing does, and shows it to whom there is. */
export async function publishTo(
  { world, queues }: Pick<Ports, 'world' | 'queues'>,
  rulebook: Rulebook,
  now: number,
): Promise<void> {
  const what = { is: 'published', version: rulebook.version } as const
  await changeWorld(world, (before) => ({ state: withLive(before, rulebook, now), what }), { at: now, by: 'rehearsal' })
  await queues.send('sweeps', [JSON.stringify({ rulebook: rulebook.version, cursor: null })])
}
