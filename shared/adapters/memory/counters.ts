import type { Counted, CounterChange, CounterSet, Counters } from '../../ports/index.ts'
import { remembered } from '../sampling.ts'

type Days = Awaited<ReturnType<Counters['days']>>

/** Counters in memory. */
export function createMemoryCounters(): Counters {
  const sets = new Map<string, { since: number; counts: Record<string, number> }>()
  const places = new Map<string, Map<number, Counted>>()
  const days = new Map<string, Days[number]>()

  function addOne({ set, name, by, memberId }: CounterChange, now: number): void {
    const known = sets.get(set) ?? { since: now, counts: {} }
    sets.set(set, known)
    known.counts[name] = (known.counts[name] ?? 0) + by
    if (memberId === undefined) return
    const those = places.get(`${set}|${name}`) ?? new Map<number, Counted>()
    places.set(`${set}|${name}`, those)
    for (const { slot, who } of remembered(known.counts[name], [memberId])) those.set(slot, { memberId: who, at: now })
  }

  return {
    async add(changes, now) {
      for (const change of changes) addOne(change, now)
    },
    async read(asked) {
      return new Map(asked.map((set): [string, CounterSet] => [set, structuredClone(sets.get(set) ?? { counts: {} })]))
    },
    async some(set, name) {
      return [...(places.get(`${set}|${name}`)?.values() ?? [])].sort((a, b) => b.at - a.at)
    },
    async erase(memberId) {
      for (const those of places.values())
        for (const [slot, who] of those) if (who.memberId === memberId) those.delete(slot)
    },
    async beginDay(date, at, asked) {
      const counts = Object.fromEntries(asked.map((set) => [set, { ...sets.get(set)?.counts }]))
      if (!days.has(date)) days.set(date, { date, at, counts })
    },
    async days(from) {
      const found = [...days.values()].filter(({ date }) => date >= from)
      return structuredClone(found.sort((a, b) => (a.date < b.date ? -1 : 1)))
    },
  }
}
