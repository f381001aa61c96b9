import type { Member } from './member.ts'

/** A member of whom nothing is known yet. */
export function newMember(memberId: string): Member {
  return {
    memberId,
    layers: [],
    flights: [],
    flownByMonth: [],
    balances: [],
    bookings: [],
    disruptions: [],
    boardings: [],
    complaints: [],
    surveys: [],
    aliases: [],
    joins: [],
    seen: [],
    seenFloor: 0,
    audiences: {},
    baselines: [],
    journeys: [],
    entries: [],
    pending: [],
    unrecorded: [],
    mails: [],
    compensations: [],
    offers: [],
    suppressions: [],
    dueTasks: [],
    assigned: [],
    valued: {},
  }
}
