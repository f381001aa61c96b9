import type { Member } from '../../member/member.ts'
import type { Family } from './types.ts'

/**
 * The parts of a member that a family's facts read. An event that replaces none of them cannot change an answer that depends
 * on the family alone.
 */
export const reads: Record<Family, readonly (keyof Member)[]> = {
  profile: ['layers', 'joins', 'standing'],
  /** The opening balance comes with the profile. */
  flights: ['flights', 'flownByMonth', 'layers'],
  bookings: ['bookings'],
  complaints: ['complaints'],
  disruptions: ['disruptions', 'flights'],
  surveys: ['surveys'],
  received: ['offers', 'compensations'],
  mails: ['mails'],
  /** Whether scores may be calculated, and everything they use. */
  scores: ['layers', 'joins', 'standing', 'flights', 'flownByMonth', 'complaints', 'disruptions', 'surveys', 'offers'],
}

const all = Object.entries(reads) as [Family, readonly (keyof Member)[]][]

/** The families whose parts have changed. Parts are never changed in place: a changed part is a new object. */
export function familiesChanged(before: Member, after: Member): Family[] {
  return all.filter(([, parts]) => parts.some((part) => before[part] !== after[part])).map(([family]) => family)
}
