import type { OpeningBalance } from '../../../contract/index.ts'
import type { Calendar } from '../../calendar.ts'
import type { Member, Profile, ProfileLayer } from '../../member/member.ts'
import { profileOf } from '../../member/profile.ts'
import type { Subject } from '../condition.ts'
import { type Opening, openingOf } from './opening.ts'
import { restOf } from './rest-of-balance.ts'

/** Many rules ask about the same member in a row, so the last result is kept. */
let layers: ProfileLayer[] | undefined
let joins: Member['joins'] | undefined
let profile: Profile = {}
let balance: OpeningBalance | undefined
let flights: Member['flights'] | undefined
let flownByMonth: Member['flownByMonth'] | undefined
let opening: Opening | undefined

/** The profile as it stands. */
export function profileIn({ member }: { member: Member }): Profile {
  if (member.layers !== layers || member.joins !== joins) {
    layers = member.layers
    joins = member.joins
    profile = profileOf(member)
  }
  return profile
}

/** The member's opening balance, without the flights that are known individually. Undefined if none are left. */
export function openingIn(subject: { member: Member }): Opening | undefined {
  const brought = profileIn(subject).opening
  const { member } = subject
  if (brought !== balance || member.flights !== flights || member.flownByMonth !== flownByMonth) {
    balance = brought
    flights = member.flights
    flownByMonth = member.flownByMonth
    opening = openingOf(brought && restOf(brought, member))
  }
  return opening
}

/** What facts of flying and of scores hang on. Whoever changes a member makes new ones. */
export function flownParts({ member, calendar }: { member: Member; calendar: Calendar }): readonly unknown[] {
  return [member.layers, member.joins, member.flights, member.flownByMonth, calendar]
}

/** What takes longer is worked out once, where it is asked for many instants of one member in a row: as long as its parts are the same. */
export function onceFor<T, S = Subject>(
  partsOf: (subject: S) => readonly unknown[],
  work: (subject: S) => T,
): (subject: S) => T {
  let known: { parts: readonly unknown[]; found: T } | undefined
  return (subject) => {
    const parts = partsOf(subject)
    if (!known || !areSame(parts, known.parts)) known = { parts, found: work(subject) }
    return known.found
  }
}

/** In a loop: it is asked several times for each look at a score. */
function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  for (let i = 0; i < some.length; i++) if (some[i] !== others[i]) return false
  return true
}
