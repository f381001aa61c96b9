import type { Check } from './promise.ts'

/** 1. No accepted event is lost: each is in a record of its person's, or set aside, whole. */
export const nothingLost: Check = ({ witness, records, setAsides }, told) => {
  const recorded = new Set<string>()
  for (const [memberId, all] of records) for (const { id } of all) recorded.add(`${told.personOf(memberId)} ${id}`)
  const lost = told.events
    .filter(({ memberId, id }) => !told.isErased(memberId) && !recorded.has(`${told.personOf(memberId)} ${id}`))
    .map(({ type, id, memberId }) => `${type} ${id} of ${memberId} left no record`)

  const aside = new Map(setAsides.map(({ envelope }) => [envelope.id, envelope]))
  // What is set aside of somebody goes with them.
  const bad = witness.puts.filter(({ poison, envelope }) => poison && !told.isErased(Object(envelope.detail).memberId))
  const gone = bad
    .filter(({ envelope }) => said(aside.get(envelope.id)?.detail) !== said(envelope.detail))
    .map(({ envelope }) => `${envelope['detail-type']} ${envelope.id} is neither accepted nor set aside whole`)
  return [...lost, ...gone]

  /** An event of a merged card is set aside as the survivor's, to whom it went on. */
  function said(detail: unknown): string | undefined {
    const { memberId } = Object(detail)
    return JSON.stringify(
      typeof memberId === 'string' ? { ...Object(detail), memberId: told.personOf(memberId) } : detail,
    )
  }
}
