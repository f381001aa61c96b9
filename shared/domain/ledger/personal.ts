import { BY_HAND, type Entry, type Grant, nameOfFirst, nameOfSettled } from './grant.ts'

/**
 * What the ledger knows of a grant that goes with the person. It is kept apart from the entries, which stay for ever: what
 * people wrote, and ids that a card's number is in, or is found from by counting.
 */
export interface Personal {
  actionId?: string
  /** The journey's entry key. */
  entry?: string
  /** What people wrote, by the name of the entry they wrote it for. */
  texts: Readonly<Record<string, string>>
}

/** What a person wrote for an entry. What a campaign or the law gives as its reason is in nobody's words. */
export function textIn({ what, campaign, why }: Entry): string | undefined {
  return campaign === BY_HAND || !OF_THEIR_OWN.has(what) ? why : undefined
}

const OF_THEIR_OWN = new Set<Entry['what']>(['granted', 'reserved'])

/** A new grant's: what later entries say comes on top. */
export function personalOf(grant: Grant, first: Entry): Personal {
  const { actionId, entry } = grant
  const text = textIn(first)
  return {
    ...(actionId !== undefined && { actionId }),
    ...(entry !== undefined && { entry }),
    texts: text === undefined ? {} : { [first.name]: text },
  }
}

/** The entry as it stays. */
export function bareEntry(entry: Entry): Entry {
  const { actionId: _id, entry: _entry, why, ...bare } = entry
  return why === undefined || textIn(entry) !== undefined ? bare : { ...bare, why }
}

/** The grant as it stays. The order of its fields is always the same: a stored one is compared as text. */
export function bareGrant(grant: Grant): Grant {
  const { actionId: _id, entry: _entry, settled, ...bare } = grant
  const { why: _why, ...decided } = settled ?? {}
  return {
    ...bare,
    reason: grant.campaign === BY_HAND ? '' : grant.reason,
    ...(settled && { settled: decided as typeof settled }),
  }
}

/** A stored entry with what is still kept of the person. */
export function entryWith(bare: Entry, { texts, ...ids }: Personal): Entry {
  const why = texts[bare.name] ?? bare.why
  return { ...bare, ...ids, ...(why !== undefined && { why }) }
}

/** A stored grant with what is still kept of the person. */
export function grantWith(bare: Grant, { texts, ...ids }: Personal): Grant {
  const { settled } = bare
  const why = texts[nameOfSettled(bare)]
  return {
    ...bare,
    ...ids,
    reason: texts[nameOfFirst(bare)] ?? bare.reason,
    ...(settled && { settled: { ...settled, ...(why !== undefined && { why }) } }),
  }
}
