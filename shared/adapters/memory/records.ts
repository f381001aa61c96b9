import { monthsIn } from '../../domain/receipt.ts'
import { type AcceptedAs, type ReactionRecord, type Records, recordKey } from '../../ports/index.ts'
import type { MemoryFlights } from './flights.ts'
import type { MemoryMonths } from './months.ts'

interface Kept {
  records: Map<string, ReactionRecord>
  duplicates: Set<string>
}

/** Records in memory, by member. */
export function createMemoryRecords(flights: MemoryFlights, months: MemoryMonths): Records {
  const members = new Map<string, Kept>()

  function keptOf(memberId: string): Kept {
    let kept = members.get(memberId)
    if (!kept) {
      kept = { records: new Map(), duplicates: new Set() }
      members.set(memberId, kept)
    }
    return kept
  }

  return {
    async accepted(keys) {
      const found = new Map<string, AcceptedAs>()
      for (const { memberId, id } of keys) {
        const record = members.get(memberId)?.records.get(id)
        if (record) found.set(recordKey(memberId, id), acceptedAs(record))
      }
      return found
    },
    async put(records) {
      for (const record of records) keptOf(record.memberId).records.set(record.id, { ...record })
    },
    async putNew(record) {
      const { records } = keptOf(record.memberId)
      if (records.has(record.id)) return false
      records.set(record.id, { ...record })
      return true
    },
    async list(memberId) {
      return [...(members.get(memberId)?.records.values() ?? [])].map((record) => ({ ...record }))
    },
    async noteDuplicate(memberId, id, delivery) {
      const { duplicates } = keptOf(memberId)
      const key = `${id}|${delivery}`
      if (duplicates.has(key)) return false
      duplicates.add(key)
      return true
    },
    async erase(memberId) {
      for (const { body } of members.get(memberId)?.records.values() ?? []) months.forget(monthsIn(body))
      members.delete(memberId)
    },
    async page() {
      return { records: [...members.values()].flatMap(({ records }) => [...records.values()]) }
    },
    async count(countsOf) {
      const acceptedByType = flights.acceptedByType()
      const inBodies: Record<string, number> = {}
      let duplicates = flights.duplicates()
      for (const kept of members.values()) {
        duplicates += kept.duplicates.size
        for (const { type, body } of kept.records.values()) {
          acceptedByType[type] = (acceptedByType[type] ?? 0) + 1
          for (const [key, count] of Object.entries(countsOf(body))) inBodies[key] = (inBodies[key] ?? 0) + count
        }
      }
      return { acceptedByType, duplicates, inBodies }
    },
  }
}

function acceptedAs({ type, delivery, print }: ReactionRecord): AcceptedAs {
  return { type, delivery, ...(print !== undefined && { print }) }
}
