import { liveSince } from '../../domain/campaign/scheduled-rounds.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { WorldState } from '../../ports/index.ts'

/**
 * The world with another rulebook live; the live one becomes the previous one. A rulebook that waits for approval was
 * compared with that one, so it no longer waits.
 */
export function withLive({ asked: _, ...before }: WorldState, rulebook: Rulebook, now: number): WorldState {
  const rounds = liveSince(rulebook, before.rounds ?? {}, now)
  const { cards } = rulebook.settings
  return { ...before, cards, rulebook: rulebook.version, previousRulebook: before.rulebook, rounds }
}

/** The world when a replay begins, before anything has happened: the live rulebook is live from then on. */
export function asOf(before: WorldState, now: number): WorldState {
  const rounds = Object.fromEntries(Object.keys(before.rounds ?? {}).map((key) => [key, now]))
  return { ...before, rounds }
}
