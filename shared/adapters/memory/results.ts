import type { Analysis } from '../../domain/results/assignment.ts'
import type { AssignmentNote, CohortPart, KeptPart, Members, Results } from '../../ports/index.ts'

const ONLY_PART = 0

/** Assignments and the sums of day cohorts, in memory: each day has one part. */
export function createMemoryResults(members: Members): Results {
  const defined = new Map<string, Analysis>()
  const kept = new Map<string, KeptPart>()
  const noted = new Map<string, Map<string, AssignmentNote>>()

  const nameOf = ({ analysis, day }: Omit<CohortPart, 'part'>) => `${analysis}\n${day}`

  function partAt(at: Omit<CohortPart, 'part'>): KeptPart {
    const name = nameOf(at)
    const { analysis, day } = at
    const part = kept.get(name) ?? { analysis, day, part: ONLY_PART, touched: 0, remainder: [] }
    kept.set(name, part)
    return part
  }

  return {
    async define(analyses) {
      for (const analysis of analyses) if (!defined.has(analysis.id)) defined.set(analysis.id, analysis)
    },
    async analyses() {
      return [...defined.values()]
    },
    async note(notes) {
      for (const note of notes) {
        partAt(note)
        const members = noted.get(nameOf(note)) ?? new Map<string, AssignmentNote>()
        noted.set(nameOf(note), members)
        if ((members.get(note.memberId)?.version ?? 0) < note.version) members.set(note.memberId, note)
      }
    },
    async touch(touched) {
      for (const each of touched) {
        const part = partAt(each)
        kept.set(nameOf(each), { ...part, touched: part.touched + 1 })
      }
    },
    async parts(analysis, { from = '', to = '~' } = {}) {
      return [...kept.values()]
        .filter((part) => part.analysis === analysis && part.day >= from && part.day <= to)
        .sort((a, b) => (a.day < b.day ? -1 : 1))
    },
    async noted(at) {
      return [...(noted.get(nameOf(at))?.values() ?? [])].flatMap(({ memberId, as }) =>
        as ? [{ memberId, ...as }] : [],
      )
    },
    async count(part, cells, now) {
      const { touched, ...rest } = partAt(part)
      if (touched !== part.touched) return false
      kept.set(nameOf(part), { ...rest, touched, counted: { at: touched, cells: [...cells], countedAt: now } })
      return true
    },
    async leave(member, left) {
      if (left.some(({ part }) => partAt(part).touched !== part.touched)) return 'conflict'
      if ((await members.write(member)) === 'conflict') return 'conflict'
      for (const { part, remainder } of left) {
        const now = partAt(part)
        kept.set(nameOf(part), { ...now, remainder, touched: now.touched + 1 })
      }
      return 'left'
    },
    async partOf(analysis, day) {
      return partAt({ analysis, day })
    },
  }
}
