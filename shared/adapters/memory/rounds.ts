import type { Round, Rounds } from '../../ports/index.ts'

/** Rounds in memory. */
export function createMemoryRounds(): Rounds {
  const rounds = new Map<string, Round>()

  return {
    async list() {
      return [...rounds.values()].map((round) => ({ ...round }))
    },
    async write(round) {
      if ((rounds.get(round.id)?.version ?? 0) !== round.version - 1) return 'conflict'
      rounds.set(round.id, { ...round })
      return 'written'
    },
  }
}
