import type { Calendar } from '../../calendar.ts'
import type { Member } from '../../member/member.ts'
import { objectsToScores } from '../../member/profile.ts'
import { flownLately, paidLately } from './flown.ts'
import { aliveAt, flightsAhead, type LifetimeModel, valueAhead } from './model.ts'

/** What the model expects of a member: null where it cannot tell. */
export interface Lifetime {
  /** 0 to 1. */
  alive: number | null
  /** Within 365 days. */
  expectedFlights: number | null
  /** Within twelve months. */
  lifetimeValue: { amountMinor: number; currency: string } | null
}

/** As of the first instant of the day, as conditions have it. */
export function lifetimeOf(member: Member, model: LifetimeModel, now: number, calendar: Calendar): Lifetime {
  const { visits, spend } = model
  const flown = visits && !objectsToScores(member) ? flownLately(member, calendar) : undefined
  if (!visits || !flown) return { alive: null, expectedFlights: null, lifetimeValue: null }
  const at = calendar.startOfDay(now)
  const amountMinor = spend ? valueAhead(model, flown, paidLately(member, calendar, spend.currency), at) : undefined
  return {
    alive: aliveAt(visits, flown, at) ?? null,
    expectedFlights: flightsAhead(visits, flown, at),
    lifetimeValue: amountMinor === undefined ? null : { amountMinor, currency: spend!.currency },
  }
}
