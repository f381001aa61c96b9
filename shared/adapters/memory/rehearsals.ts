import type { EverybodyRehearsal, Rehearsals, RehearsedPart } from '../../ports/index.ts'

export function createMemoryRehearsals(): Rehearsals {
  const latest = new Map<string, EverybodyRehearsal>()
  const kept = new Map<string, Map<number, { part: RehearsedPart; figures: Uint8Array }>>()
  const keyOf = ({ draft, at }: EverybodyRehearsal) => `${draft} ${at}`
  const partsOf = (of: EverybodyRehearsal) =>
    [...(kept.get(keyOf(of))?.values() ?? [])].sort((a, b) => a.part.n - b.part.n)

  return {
    async read(draft) {
      return latest.get(draft)
    },
    async write(next, before) {
      const stored = latest.get(next.draft)
      if (stored?.at !== before?.at || stored?.cancelledAt !== before?.cancelledAt) return 'conflict'
      latest.set(next.draft, { ...next })
      return 'written'
    },
    async keep(of, part, figures) {
      const parts = kept.get(keyOf(of)) ?? new Map()
      kept.set(keyOf(of), parts.set(part.n, { part, figures: figures.slice() }))
    },
    async parts(of) {
      return partsOf(of).map(({ part }) => part)
    },
    async figures(of) {
      return partsOf(of).map(({ figures }) => figures)
    },
  }
}
