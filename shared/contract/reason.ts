/**
 * Why something was decided, as it is kept: a code, and the values it speaks of. The words for it, in each language, are
 * in the tables beside this file; a code without its words does not compile. Codes are kept in records for years: one
 * that is no longer given keeps its words.
 */
export type Reason = { [C in ReasonCode]: { is: C } & Values[C] }[ReasonCode]

export type ReasonCode = keyof Values

/** What each code speaks of: plain values, durations in ms, instants in epoch ms, days as `YYYY-MM-DD`. The first word is the gate's, or what it is about. */
export interface Values {
  'fresh.late': { hours: number; within: number }
  /** `frees`: when it may be entered anew, where it may. */
  'oncePer.before': { on: string; frees?: number }
  'oncePer.tooMany': object
  'oncePer.onTheWay': object
  'oncePer.entries': { atMost: number; window: number; frees?: number }
  'exit.no': object
  'exit.goal': object
  'exit.when': object
  'exit.newVersion': object
  'exit.campaignGone': object
  'eligible.yes': object
  'eligible.no': object
  'eligible.noLonger': object
  'eligible.leftAudience': { audience: string }
  'paused.no': object
  'paused.yes': object
  'paused.payments': object
  'owed.noFlight': object
  /** `said`: by the law's functions, in English. Amounts are minor units of `currency`. */
  'owed.nothing': { said: string }
  'owed.unclear': { said: string }
  'owed.before': { amount: number; currency: string }
  'owed.money': { amount: number; currency: string; regime: string; said: string }
  'sender.on': object
  'sender.paused': { measure: 'bounces' | 'complaints' }
  'sender.notTaken': { said: string }
  'address.known': object
  'address.none': object
  /** Of the mail's purpose: only marketing asks for consent, service may be objected to. */
  'consent.given': object
  'consent.withheld': object
  'consent.neverAsked': object
  'consent.notNeeded': object
  'consent.objected': object
  'suppressed.no': object
  'suppressed.spam': object
  'suppressed.bounced': object
  'suppressed.reported': object
  'openCase.none': object
  'openCase.open': { complaint: string }
  'disruption.none': object
  'disruption.recent': object
  'statutoryFirst.told': object
  'statutoryFirst.telling': { campaign: string }
  'frequencyCap.none': object
  /** `more`: so many may still come, by the cap that is reached first. */
  'frequencyCap.within': { more?: number; window?: number; months?: number; tag?: string }
  'frequencyCap.reached': { atMost: number; window?: number; months?: number; tag?: string; frees?: number }
  'blackout.none': object
  'blackout.today': { name: string }
  'quietHours.none': object
  'quietHours.outside': { at: string; quiet?: string }
  'quietHours.within': { at: string; quiet?: string }
  'priority.alone': object
  'priority.onItsWay': { campaign: string }
  'priority.outboxFull': object
  'sendingRate.full': { perMinute: number }
  'inAll.left': object
  'inAll.reached': { limit: number }
  'budget.left': { budget: string }
  'budget.spent': { budget: string }
  'globalHoldout.no': object
  'globalHoldout.yes': object
  'holdout.no': object
  'holdout.yes': object

  /** Why a campaign never began, found out when somebody asks. */
  'trigger.notOnRecord': { event: string }
  'trigger.otherwise': { event: string; times: number }
  'trigger.noBirthday': object
  'trigger.notScheduled': { audience: string }
  'trigger.notIn': { audience: string }
  'trigger.stillIn': { audience: string; since: string }
  'trigger.wasIn': { audience: string; since: string }
  'eligible.now': object
  'eligible.notNow': object
  'journey.asked': object

  'journey.entered': object
  'journey.arm': { split: string; arm: string }
  'journey.moved': { step: string; from: string }
  /** `kind`: of action. */
  'journey.decided': { kind: string }
  'journey.done': object
  'journey.nothingGranted': object
  'journey.goalGivenUp': object
  'journey.goal': { event: string }

  'mail.taken': object
  'mail.reported': object
  'mail.refused': { said: string }
  'mail.unanswered': { said: string }
  'mail.senderStopped': object
  'mail.noAddress': object
  'mail.noTemplate': { template: string; locale: string }
  'mail.unrenderable': { said: string }
  'offer.issued': { cabin: string }
  'task.opened': object
  /** `unit`: miles, voucher or cash, or the currency that the amount is minor units of. */
  'compensation.granted': { amount: number; unit: string }
  'compensation.goodwill': { amount: number; unit: string }
  /** By which law, and by which of its paragraphs. */
  'compensation.owed': { amount: number; unit: string; regime: string; source: string }
  /** `until`: `YYYY-MM-DD HH:MM` in UTC. */
  'approval.awaited': { until: string }
  /** Who, and what they said of it. */
  'approval.refused': { by: string }
  'approval.lapsed': object
  'approval.reversed': { by: string }
  'ledger.alreadyCompensated': { key: string }
  'ledger.owedBefore': { amount: number; currency: string }
  /** Minor units of `currency`. */
  'ledger.yearlyCap': { costs: number; left: number; limit: number; currency: string; year: number }
  'ledger.trancheExhausted': { costs: number; left: number; limit: number; currency: string; budget: string }
  'ledger.budgetExhausted': { costs: number; left: number; limit: number; currency: string; budget: string }
}

/** The words of one language for every code: a sentence without its stop, alone or made with the values. */
export type ReasonWords = { [C in ReasonCode]: string | ((values: Values[C]) => string) }

/** A second person must approve it until then. */
export function awaited(until: number): Reason {
  return { is: 'approval.awaited', until: new Date(until).toISOString().slice(0, 16).replace('T', ' ') }
}

const TEXT_AT_MOST = 500

/** Whether something is a reason as our own functions write it: a code, and plain values of a bounded size. */
export function isReason(value: unknown): value is Reason {
  if (typeof value !== 'object' || value === null || !('is' in value) || typeof value.is !== 'string') return false
  return Object.values(value).every(
    (each) => typeof each === 'number' || (typeof each === 'string' && each.length <= TEXT_AT_MOST),
  )
}
