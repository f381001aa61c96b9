import { moneySaid } from '../../units.ts'
import { gate, type OfChannel } from '../about.ts'
import type { ByLaw } from '../findings.ts'
import { plural, span, times } from './amounts.ts'
import { byLaw } from './law.ts'

/**
 * What there is to say of each gate: its title, what it was that stopped, its reasons, and what would have had to be
 * different, after "if". A code is kept in records for years: one that is no longer given keeps its words.
 * Values: durations in ms, instants in epoch ms, days as `YYYY-MM-DD`, amounts in minor units of `currency`.
 */
export const gates = {
  fresh: gate({
    title: 'recent enough',
    stop: 'too late',
    reasons: {
      late: ({ hours, within }: { hours: number; within: number }) =>
        `too late: it happened ${hours} hours ago, and the campaign takes events of the last ${within} hours (freshFor)`,
    },
    otherwise: {
      late: ({ within }) => `the event had arrived within ${within} hours`,
    },
  }),
  eligible: gate({
    title: 'eligible',
    stop: 'not eligible',
    reasons: {
      yes: 'is eligible for the campaign',
      no: 'is not eligible for the campaign',
      noLonger: 'is not (or no longer) eligible for the campaign',
      leftAudience: ({ audience }: { audience: string }) =>
        `is no longer in the audience "${audience}" that the campaign is for`,
      now: 'would be eligible now',
      notNow: 'would not be eligible now either',
    },
    otherwise: {
      yes: 'the member was no longer eligible',
      no: 'the member was eligible',
      noLonger: 'the member was still eligible',
      leftAudience: 'the member was still in the audience',
      now: 'the member was not eligible',
      notNow: 'the member was eligible',
    },
  }),
  oncePer: gate({
    title: 'not entered before',
    stop: 'entered before',
    reasons: {
      /** `frees`: when it may be entered anew, where it may. */
      before: ({ on }: { on: string; frees?: number }) => `entered this campaign before, on ${on}`,
      tooMany: 'is in too many campaigns at the same time',
      onTheWay: 'is already in this campaign',
      entries: ({ atMost, window }: { atMost: number; window: number; frees?: number }) =>
        `already entered it ${times(atMost)} in the last ${span(window)}`,
    },
    otherwise: {
      before: ({ from }) => (from ? `it was after ${from}` : 'the member had not entered this campaign before'),
      tooMany: 'the member was in fewer campaigns',
      onTheWay: 'the member was not in this campaign',
      entries: ({ from }) => (from ? `it was after ${from}` : 'the member had entered this campaign less often'),
    },
  }),
  exit: gate({
    title: 'still in the campaign',
    stop: 'left the campaign',
    reasons: {
      no: 'nothing has ended it',
      goal: 'the goal is reached',
      when: 'the exit condition is met (exitWhen)',
      newVersion: 'a new version of the campaign is live, and members on the old one leave',
      stopped: 'the campaign was stopped',
      campaignGone: 'the campaign no longer exists',
    },
    otherwise: {
      no: 'the goal was reached or the exit condition met',
      goal: 'the goal was not reached yet',
      when: 'the exit condition (exitWhen) was not met',
      newVersion: 'no new version had ended it',
      stopped: 'the campaign was not stopped',
      campaignGone: 'the campaign was still in the rulebook',
    },
  }),
  paused: gate({
    title: 'not paused',
    stop: 'paused',
    reasons: {
      no: 'the campaign is not paused',
      yes: 'the campaign is paused',
      stopped: 'the campaign is stopped: nobody enters it any more',
      payments: 'automatic payments are stopped until someone resumes them',
    },
    otherwise: {
      no: 'the campaign was paused',
      yes: 'the campaign was not paused',
      stopped: 'the campaign was not stopped',
      payments: 'automatic payments were not stopped',
    },
  }),
  sender: gate({
    title: 'sending not paused',
    stop: 'sending paused',
    reasons: {
      on: 'sending is not paused',
      paused: ({ measure }: { measure: 'bounces' | 'complaints' }) =>
        `sending is paused automatically: too many ${measure}`,
      notTaken: ({ said }: { said: string }) => `the email service does not accept it now: ${said}`,
      busFull: ({ said }: { said: string }) => `the event bus does not accept it now: ${said}`,
    },
    otherwise: {
      on: 'sending was paused for too many bounces or complaints',
      paused: ({ measure }) => `sending was not paused for too many ${measure}`,
      notTaken: 'the email service accepted it',
      busFull: 'the event bus accepted it',
    },
  }),
  owed: gate({
    title: 'owed by law',
    stop: 'nothing owed by law',
    reasons: {
      noFlight: 'the event names no flight',
      /** Amounts are minor units of `currency`. */
      nothing: (law: ByLaw) => `no money is owed by law: ${byLaw(law)}`,
      later: (law: ByLaw) => `what is owed is not certain yet: ${byLaw(law)}`,
      unclear: (law: ByLaw) => `a person must decide what is owed: ${byLaw(law)}`,
      less: ({ amount, currency, ...law }: { amount: number; currency: string } & ByLaw) =>
        `${moneySaid(amount, currency)} was granted, and this much is not owed any more: ${byLaw(law)}`,
      takenBack: ({ amount, currency }: { amount: number; currency: string }) =>
        `${moneySaid(amount, currency)} was reversed before anybody was told`,
      before: ({ amount, currency }: { amount: number; currency: string }) =>
        `${moneySaid(amount, currency)} was already granted for this flight`,
      money: ({ amount, currency, regime, ...law }: { amount: number; currency: string; regime: string } & ByLaw) =>
        `${moneySaid(amount, currency)} is owed under ${regime}: ${byLaw(law)}`,
    },
    otherwise: {
      noFlight: 'the event named a flight',
      nothing: 'money was owed by law',
      later: 'it was known how late the flight arrived',
      unclear: 'nothing was owed by law',
      less: 'nothing had been granted for the flight',
      takenBack: 'nothing had been granted for the flight',
      before: 'nothing had been granted for the flight',
      money: 'nothing was owed by law',
    },
  }),
  stillGranted: gate({
    title: 'still granted',
    stop: 'taken back before it was told',
    reasons: {
      yes: 'what the campaign granted still stands',
      no: 'what the campaign granted was taken back before the member was told of it',
    },
    otherwise: {
      yes: 'what the campaign granted had been taken back',
      no: 'what the campaign granted had not been taken back',
    },
  }),
  address: gate({
    title: 'has an address',
    stop: 'no address',
    reasons: {
      known: ({ channel }: OfChannel) => (channel === undefined ? 'has an address' : `can be reached over ${channel}`),
      none: ({ channel }: OfChannel) =>
        channel === undefined ? 'has no email address' : `is not known to be reachable over ${channel}`,
    },
    otherwise: {
      known: ({ channel }) =>
        channel === undefined ? 'the member had no email address' : `nothing was known of the member over ${channel}`,
      none: ({ channel }) =>
        channel === undefined ? 'the member had an email address' : `the member had consented to ${channel}`,
    },
  }),
  consent: gate({
    title: 'may be contacted',
    stop: 'no consent, or opted out',
    reasons: {
      /** Of the mail's purpose: only marketing asks for consent, service may be objected to. */
      given: ({ channel = 'email' }: OfChannel) => `has consented to ${channel}`,
      withheld: ({ channel = 'email' }: OfChannel) => `has not consented to ${channel}`,
      neverAsked: ({ channel = 'email' }: OfChannel) => `was never asked for consent to ${channel}`,
      notNeeded: ({ channel }: OfChannel) =>
        `it is a service ${channel === undefined ? 'email' : 'message'}, which needs no consent`,
      objected: ({ channel }: OfChannel) => `has opted out of ${serviceOver(channel)}`,
    },
    otherwise: {
      given: ({ channel = 'email' }) => `consent to ${channel} was withdrawn`,
      withheld: ({ channel = 'email' }) => `the member had consented to ${channel}`,
      neverAsked: ({ channel = 'email' }) => `the member had consented to ${channel}`,
      notNeeded: ({ channel }) => `the member had opted out of ${serviceOver(channel)}`,
      objected: ({ channel }) => `the member had not opted out of ${serviceOver(channel)}`,
    },
  }),
  suppressed: gate({
    title: 'not suppressed',
    stop: 'bounced or reported as spam',
    reasons: {
      no: (_: OfChannel) => 'is not suppressed',
      spam: (_: OfChannel) => 'reported an email as spam',
      bounced: ({ channel }: OfChannel) =>
        channel === undefined
          ? 'the address does not exist (hard bounce)'
          : `a message over ${channel} failed for good`,
      reported: (_: OfChannel) => 'an email to this address was reported as spam',
    },
    otherwise: {
      no: ({ channel }) =>
        channel === undefined
          ? 'the address had bounced, or an email had been reported as spam'
          : `a message over ${channel} had failed for good`,
      spam: 'the member had not reported an email as spam',
      bounced: ({ channel }) =>
        channel === undefined
          ? 'the member had another address, or this one had not bounced'
          : `the member had consented to ${channel} anew`,
      reported: 'the member had another address, or no email to this one had been reported as spam',
    },
  }),
  openCase: gate({
    title: 'no open complaint',
    stop: 'open complaint',
    reasons: {
      none: 'has no open complaint',
      open: ({ complaint }: { complaint: string }) => `complaint ${complaint} is open`,
    },
    otherwise: {
      none: 'a complaint was open',
      open: ({ complaint, from }) => `complaint ${complaint} was resolved${from ? `, or it was after ${from}` : ''}`,
    },
  }),
  disruption: gate({
    title: 'no recent disruption',
    stop: 'recent disruption',
    reasons: {
      none: 'no flight of the member was disrupted recently',
      recent: 'a flight of the member was disrupted recently',
    },
    otherwise: {
      none: 'a flight of the member had been disrupted recently',
      recent: ({ from }) => (from ? `it was after ${from}` : 'no flight of the member had been disrupted recently'),
    },
  }),
  statutoryFirst: gate({
    title: 'legal rights first',
    stop: 'legal rights come first',
    reasons: {
      told: 'no notice of legal rights is outstanding',
      telling: ({ campaign }: { campaign: string }) => `${campaign} informs the member of their rights first`,
    },
    otherwise: {
      told: 'a notice of legal rights was outstanding',
      telling: ({ campaign }) => `${campaign} had informed the member of their rights`,
    },
  }),
  frequencyCap: gate({
    title: 'within the frequency cap',
    stop: 'frequency cap reached',
    reasons: {
      none: 'no frequency cap is set',
      /** `more`: so many may still come, by the cap that is reached first. */
      within: (_: { more?: number; window?: number; months?: number; tag?: string } & OfChannel) =>
        'within the frequency caps',
      reached: ({
        atMost,
        window,
        months,
        tag,
        channel,
      }: {
        atMost: number
        window?: number
        months?: number
        tag?: string
        frees?: number
        /** `any`: whatever the channel. */
        channel?: string
      }) =>
        `already ${plural(atMost, channel === undefined ? 'email' : 'message')}${over(channel)}${tag === undefined ? '' : ` tagged ${tag}`} in the last ${span(window, months)}`,
    },
    otherwise: {
      none: null,
      within: ({ more, window, months }) =>
        more === undefined
          ? 'the member had received more emails'
          : `the member had received ${plural(more, 'more email')} in the last ${span(window, months)}`,
      reached: ({ from }) =>
        from ? `it was after ${from}, when an earlier email no longer counts` : 'the member had received fewer emails',
    },
  }),
  blackout: gate({
    title: 'no blackout day',
    stop: 'blackout day',
    reasons: {
      none: 'no blackout day',
      today: ({ name }: { name: string }) => `nothing is sent on this day: ${name}`,
    },
    otherwise: {
      none: 'it was a blackout day',
      today: ({ name, from }) => (from ? `it was after ${from}, when ${name} is over` : `it was a day outside ${name}`),
    },
  }),
  quietHours: gate({
    title: 'outside quiet hours',
    stop: 'quiet hours',
    reasons: {
      none: 'no quiet hours are set',
      outside: ({ at }: { at: string; quiet?: string }) => `local time is ${at}, outside quiet hours`,
      within: ({ at }: { at: string; quiet?: string }) => `local time is ${at}, within quiet hours`,
    },
    otherwise: {
      none: null,
      outside: ({ quiet }) => `it was within quiet hours${quiet ? ` (${quiet} local time)` : ''}`,
      within: ({ from, quiet }) =>
        from ? `it was after ${from}` : `it was outside quiet hours${quiet ? ` (${quiet} local time)` : ''}`,
    },
  }),
  priority: gate({
    title: 'no email goes first',
    stop: 'another email goes first',
    reasons: {
      alone: 'no other email is being sent',
      onItsWay: ({ campaign }: { campaign: string }) => `an email of ${campaign} is being sent`,
    },
    otherwise: {
      alone: 'an email of another campaign was being sent',
      onItsWay: ({ campaign }) => `the email of ${campaign} had been sent`,
    },
  }),
  outbox: gate({
    title: 'not too many actions in progress',
    stop: 'too many actions in progress',
    reasons: {
      full: ({ inProgress }: { inProgress: number }) => `${inProgress} actions for the member are in progress`,
    },
    otherwise: {
      full: 'fewer actions were in progress',
    },
  }),
  sendingRate: gate({
    title: 'within the sending rate',
    stop: 'sending rate reached',
    reasons: {
      full: ({ perMinute }: { perMinute: number }) => `the campaign has already sent ${perMinute} emails this minute`,
    },
    otherwise: {
      full: ({ from }) => (from ? `it was after ${from}` : 'the campaign had sent fewer emails this minute'),
    },
  }),
  inAll: gate({
    title: 'within the campaign limit',
    stop: 'campaign limit reached',
    reasons: {
      left: 'the campaign has not reached its limit of members',
      reached: ({ limit }: { limit: number }) => `the campaign has reached its limit of ${limit} members`,
    },
    otherwise: {
      left: 'the campaign had reached its limit of members',
      reached: ({ limit }) => `the campaign had reached fewer than ${limit} members`,
    },
  }),
  budget: gate({
    title: 'budget left',
    stop: 'budget spent',
    reasons: {
      left: ({ budget }: { budget: string }) => `there is money left in budget ${budget}`,
      spent: ({ budget }: { budget: string }) => `budget ${budget} is spent`,
    },
    otherwise: {
      left: ({ budget }) => `budget ${budget} was spent`,
      spent: ({ budget }) => `there was money left in budget ${budget}`,
    },
  }),
  globalHoldout: gate({
    title: 'not in the global holdout',
    stop: 'in the global holdout',
    reasons: {
      no: 'is not in the global holdout',
      yes: 'is in the global holdout: deliberately gets nothing, so that the effect of all campaigns can be measured',
    },
    otherwise: {
      no: 'the member was in the global holdout',
      yes: 'the member was not in the global holdout',
    },
  }),
  holdout: gate({
    title: 'not in the holdout',
    stop: 'in the holdout',
    reasons: {
      no: 'is not in the holdout',
      yes: 'is in the holdout: deliberately gets nothing, so that the effect can be measured',
    },
    otherwise: {
      no: 'the member was in the holdout',
      yes: 'the member was not in the holdout',
    },
  }),
}

function serviceOver(channel: string | undefined): string {
  return channel === undefined ? 'service email' : `service messages over ${channel}`
}

/** `any`: whatever the channel. */
function over(channel: string | undefined): string {
  return channel === undefined || channel === 'any' ? '' : ` over ${channel}`
}
