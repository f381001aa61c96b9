import { BY_HAND, type Entry, type Grant, nameOfFirst, nameOfSettled } from './grant.ts'

/**
 * The personal data of a grant: texts people wrote, and ids that contain a card's number or could be found by trying all
 * numbers. It is kept apart from the entries, which stay for ever.
 */
export interface Personal {
  actionId?: string
  /** The journey's entry key. */
  entry?: string
  /** Texts people wrote, by the name of their entry. */
  texts: Readonly<Record<string, string>>
}

/** The text a person wrote for an entry. The reasons of campaigns and laws are not personal. */
export function textIn({ what, campaign, why }: Entry): string | undefined {
  return campaign === BY_HAND || !OF_THEIR_OWN.has(what) ? why : undefined
}

const OF_THEIR_OWN = new Set<Entry['what']>(['granted', 'reserved'])

/** The personal data of a new grant; later entries add theirs. */
export function personalOf(grant: Grant, first: Entry): Personal {
  const { actionId, entry } = grant
  const text = textIn(first)
  return {
    ...(actionId !== undefined && { actionId }),
    ...(entry !== undefined && { entry }),
    texts: text === undefined ? {} : { [first.name]: text },
  }
}

/** The entry without personal data, as it stays. */
export function bareEntry(entry: Entry): Entry {
  const { actionId: _id, entry: _entry, why, ...bare } = entry
  return why === undefined || textIn(entry) !== undefined ? bare : { ...bare, why }
}

/**
 * The grant without personal data, as it stays. Its fields are always in the same order, because stored grants are compared
 * as text.
 */
export function bareGrant(grant: Grant): Grant {
  const { actionId: _id, entry: _entry, settled, ...bare } = grant
  const { why: _why, ...decided } = settled ?? {}
  return {
    ...bare,
    reason: grant.campaign === BY_HAND ? '' : grant.reason,
    ...(settled && { settled: decided as typeof settled }),
  }
}

/** A stored entry, with the personal data still kept. */
export function entryWith(bare: Entry, { texts, ...ids }: Personal): Entry {
  const why = texts[bare.name] ?? bare.why
  return { ...bare, ...ids, ...(why !== undefined && { why }) }
}

/** A stored grant, with the personal data still kept. */
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
