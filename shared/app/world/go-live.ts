import { liveSince } from '../../domain/campaign/scheduled-rounds.ts'
import type { Rulebook } from '../../domain/rulebook/rulebook.ts'
import type { WorldState } from '../../ports/index.ts'

/**
 * The world with another rulebook live; the one that was is the one before. What was asked for was held against that one,
 * and is asked for no more.
 */
export function withLive({ asked: _, ...before }: WorldState, rulebook: Rulebook, now: number): WorldState {
  const rounds = liveSince(rulebook, before.rounds ?? {}, now)
  return { ...before, rulebook: rulebook.version, previousRulebook: before.rulebook, rounds }
}

/** The world when time begins anew, before anything has happened: what is live is live from then on. */
export function asOf(before: WorldState, now: number): WorldState {
  const rounds = Object.fromEntries(Object.keys(before.rounds ?? {}).map((key) => [key, now]))
  return { ...before, rounds }
}
