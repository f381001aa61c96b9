import { moneyText } from '../../units.ts'
import { gate } from '../about.ts'
import { plural, span, times } from './amounts.ts'

/**
 * What there is to say of each gate: its title, what it was that stopped, its reasons, and what would have had to be
 * different, after "with". A code is kept in records for years: one that is no longer given keeps its words.
 * Values: durations in ms, instants in epoch ms, days as `YYYY-MM-DD`, amounts in minor units of `currency`.
 */
export const gates = {
  fresh: gate({
    title: 'recent enough',
    stop: 'too late',
    reasons: {
      late: ({ hours, within }: { hours: number; within: number }) =>
        `late: it happened ${hours} hours ago (fresh for ${within})`,
    },
    otherwise: {
      late: ({ within }) => `word of it within ${within} hours`,
    },
  }),
  eligible: gate({
    title: 'eligible',
    stop: 'no longer one of those meant',
    reasons: {
      yes: 'is one of those the campaign is for',
      no: 'is not one of those the campaign is for',
      noLonger: 'is not (or no longer) one of those the campaign is for',
      leftAudience: ({ audience }: { audience: string }) =>
        `is no longer in the audience "${audience}", which the campaign goes through`,
      now: 'would be eligible now',
      notNow: 'would not be eligible now either',
    },
    otherwise: {
      yes: 'the member no longer one of those the campaign is for',
      no: 'the member one of those the campaign is for',
      noLonger: 'the member still one of those the campaign is for',
      leftAudience: 'the member still in the audience',
      now: 'the member not one of those the campaign is for',
      notNow: 'the member one of those the campaign is for',
    },
  }),
  oncePer: gate({
    title: 'not had before',
    stop: 'had it before',
    reasons: {
      /** `frees`: when it may be entered anew, where it may. */
      before: ({ on }: { on: string; frees?: number }) => `was on this campaign before, ${on}`,
      tooMany: 'is on too many campaigns at once',
      onTheWay: 'is on this campaign already',
      entries: ({ atMost, window }: { atMost: number; window: number; frees?: number }) =>
        `began it ${times(atMost)} in ${span(window)} already`,
    },
    otherwise: {
      before: ({ from }) => (from ? `from ${from} on` : 'no earlier entry into this campaign'),
      tooMany: 'fewer campaigns at the same time',
      onTheWay: 'no journey of this campaign under way',
      entries: ({ from }) => (from ? `from ${from} on` : 'fewer entries into this campaign before'),
    },
  }),
  exit: gate({
    title: 'still on the way',
    stop: 'no longer on the way',
    reasons: {
      no: 'nothing has come that ends it',
      goal: 'the goal is reached',
      when: 'what ends it has come (exitWhen)',
      newVersion: 'another version of the campaign is live, and those on the way leave',
      stopped: 'the campaign was stopped',
      campaignGone: 'the campaign is no more',
    },
    otherwise: {
      no: 'what ends the journey having come',
      goal: 'the goal not reached yet',
      when: 'what ends the journey (exitWhen) not having come',
      newVersion: 'no new version that ends the journey',
      stopped: 'the campaign not stopped',
      campaignGone: 'the campaign still in the rulebook',
    },
  }),
  paused: gate({
    title: 'not paused',
    stop: 'paused',
    reasons: {
      no: 'the campaign is not paused',
      yes: 'the campaign is paused',
      stopped: 'the campaign is stopped: nobody begins it',
      payments: 'automatic payments are stopped until a person resumes them',
    },
    otherwise: {
      no: 'the campaign paused',
      yes: 'the campaign not paused',
      stopped: 'the campaign not stopped',
      payments: 'payments not paused',
    },
  }),
  sender: gate({
    title: 'sender in good standing',
    stop: 'sender paused',
    reasons: {
      on: 'the sender is not paused',
      paused: ({ measure }: { measure: 'bounces' | 'complaints' }) =>
        `the sender has paused itself: too many ${measure}`,
      notTaken: ({ said }: { said: string }) => `the mail service does not take it now: ${said}`,
    },
    otherwise: {
      on: 'the sender paused for too many bounces or complaints',
      paused: ({ measure }) => `the sender not paused for too many ${measure}`,
      notTaken: 'the mail service taking mails',
    },
  }),
  owed: gate({
    title: 'owed by law',
    stop: 'nothing owed by law',
    reasons: {
      noFlight: 'no flight is named',
      /** `said`: by the law's functions, in English. Amounts are minor units of `currency`. */
      nothing: ({ said }: { said: string }) => `nothing is owed in money: ${said}`,
      unclear: ({ said }: { said: string }) => `what is owed is for a person to say: ${said}`,
      before: ({ amount, currency }: { amount: number; currency: string }) =>
        `${moneyText(amount, currency)} was granted for this flight before`,
      money: ({ amount, currency, regime, said }: { amount: number; currency: string; regime: string; said: string }) =>
        `${moneyText(amount, currency)} is owed under ${regime}: ${said}`,
    },
    otherwise: {
      noFlight: 'a flight named by what began the journey',
      nothing: 'something owed in money by the law',
      unclear: 'nothing owed by the law',
      before: 'nothing granted for the flight before',
      money: 'nothing owed by the law',
    },
  }),
  address: gate({
    title: 'has an address',
    stop: 'no address',
    reasons: {
      known: 'has an address',
      none: 'has no e-mail address',
    },
    otherwise: {
      known: 'no e-mail address known',
      none: 'an e-mail address',
    },
  }),
  consent: gate({
    title: 'may be written to',
    stop: 'no consent, or objected',
    reasons: {
      /** Of the mail's purpose: only marketing asks for consent, service may be objected to. */
      given: 'has agreed to e-mail',
      withheld: 'has not agreed to e-mail',
      neverAsked: 'was never asked about e-mail',
      notNeeded: 'it is a service mail, which needs no consent',
      objected: 'has objected to service mail',
    },
    otherwise: {
      given: 'consent to e-mail withdrawn',
      withheld: 'consent to e-mail given',
      neverAsked: 'consent to e-mail given',
      notNeeded: 'service mail objected to',
      objected: 'no objection to service mail',
    },
  }),
  suppressed: gate({
    title: 'address works',
    stop: 'bounced or reported as spam',
    reasons: {
      no: 'is not suppressed',
      spam: 'reported a mail of ours as spam',
      bounced: 'the address does not exist (hard bounce)',
      reported: 'a mail of ours to this address was reported as spam',
    },
    otherwise: {
      no: 'a hard bounce of the address, or a mail of ours reported as spam',
      spam: 'no mail of ours reported as spam',
      bounced: 'another address, or no hard bounce of this one',
      reported: 'another address, or no mail to this one reported as spam',
    },
  }),
  openCase: gate({
    title: 'no open complaint',
    stop: 'complaint open',
    reasons: {
      none: 'has no open complaint',
      open: ({ complaint }: { complaint: string }) => `complaint ${complaint} is open`,
    },
    otherwise: {
      none: 'a complaint still open',
      open: ({ complaint, from }) => `complaint ${complaint} resolved${from ? `, or from ${from} on` : ''}`,
    },
  }),
  disruption: gate({
    title: 'no disruption just now',
    stop: 'flight disrupted just now',
    reasons: {
      none: 'no flight of theirs was disrupted a short while ago',
      recent: 'a flight of theirs was disrupted a short while ago',
    },
    otherwise: {
      none: 'a disruption of one of their flights a short while ago',
      recent: ({ from }) => (from ? `from ${from} on` : 'no disruption of their flights a short while ago'),
    },
  }),
  statutoryFirst: gate({
    title: 'statutory rights first',
    stop: 'statutory rights come first',
    reasons: {
      told: 'no word on rights is outstanding',
      telling: ({ campaign }: { campaign: string }) => `${campaign} tells the member's rights first`,
    },
    otherwise: {
      told: 'a word on the member’s rights still to come',
      telling: ({ campaign }) => `${campaign} done with telling the member’s rights`,
    },
  }),
  frequencyCap: gate({
    title: 'not too often',
    stop: 'enough mails already',
    reasons: {
      none: 'no frequency cap is set',
      /** `more`: so many may still come, by the cap that is reached first. */
      within: (_: { more?: number; window?: number; months?: number; tag?: string }) => 'within the frequency caps',
      reached: ({
        atMost,
        window,
        months,
        tag,
      }: {
        atMost: number
        window?: number
        months?: number
        tag?: string
        frees?: number
      }) => `already ${plural(atMost, 'email')}${tag === undefined ? '' : ` tagged ${tag}`} in ${span(window, months)}`,
    },
    otherwise: {
      none: null,
      within: ({ more, window, months }) =>
        more === undefined
          ? 'more mails before'
          : `${more} more ${more === 1 ? 'mail' : 'mails'} in the ${span(window, months)} before`,
      reached: ({ from }) => (from ? `from ${from} on, when an earlier mail counts no more` : 'fewer mails before'),
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
      none: 'a blackout day',
      today: ({ name, from }) => (from ? `from ${from} on, when ${name} is over` : `a day outside ${name}`),
    },
  }),
  quietHours: gate({
    title: 'not at night',
    stop: 'at night',
    reasons: {
      none: 'no quiet hours',
      outside: ({ at }: { at: string; quiet?: string }) => `it is ${at} there, outside the quiet hours`,
      within: ({ at }: { at: string; quiet?: string }) => `it is ${at} there, within the quiet hours`,
    },
    otherwise: {
      none: null,
      outside: ({ quiet }) => `a time within the quiet hours${quiet ? ` (${quiet} there)` : ''}`,
      within: ({ from, quiet }) =>
        from ? `from ${from} on` : `a time outside the quiet hours${quiet ? ` (${quiet} there)` : ''}`,
    },
  }),
  priority: gate({
    title: 'nothing more important',
    stop: 'something more important',
    reasons: {
      alone: 'no other mail is on its way',
      onItsWay: ({ campaign }: { campaign: string }) => `a mail of ${campaign} is on its way`,
      outboxFull: 'too many actions are on their way',
    },
    otherwise: {
      alone: 'a mail of another campaign on its way',
      onItsWay: ({ campaign }) => `the mail of ${campaign} sent already`,
      outboxFull: 'fewer actions on their way',
    },
  }),
  sendingRate: gate({
    title: 'room in this minute',
    stop: 'no room in this minute',
    reasons: {
      full: ({ perMinute }: { perMinute: number }) => `the campaign has sent ${perMinute} mails in this minute`,
    },
    otherwise: {
      full: ({ from }) => (from ? `from ${from} on` : 'fewer mails of the campaign in this minute'),
    },
  }),
  inAll: gate({
    title: 'some left of all',
    stop: 'none left of all',
    reasons: {
      left: 'the campaign has not yet given all it may',
      reached: ({ limit }: { limit: number }) => `the campaign has reached ${limit} members, all it may`,
    },
    otherwise: {
      left: 'all given that the campaign may',
      reached: ({ limit }) => `fewer than ${limit} members reached before`,
    },
  }),
  budget: gate({
    title: 'budget left',
    stop: 'budget spent',
    reasons: {
      left: ({ budget }: { budget: string }) => `budget ${budget} has something left`,
      spent: ({ budget }: { budget: string }) => `budget ${budget} is spent`,
    },
    otherwise: {
      left: ({ budget }) => `budget ${budget} spent`,
      spent: ({ budget }) => `something left of budget ${budget}`,
    },
  }),
  globalHoldout: gate({
    title: 'not held out of all campaigns',
    stop: 'held out of all campaigns',
    reasons: {
      no: 'is not in the holdout of all campaigns',
      yes: 'is in the holdout of all campaigns: would have got it, and does not, so that their effect can be measured',
    },
    otherwise: {
      no: 'the draw for the holdout of all campaigns taking the member',
      yes: 'the draw for the holdout of all campaigns sparing the member',
    },
  }),
  holdout: gate({
    title: 'not held out',
    stop: 'held out',
    reasons: {
      no: 'is not in the holdout',
      yes: 'is in the holdout: would have got it, and does not, so that the effect can be measured',
    },
    otherwise: {
      no: 'the draw for the holdout taking the member',
      yes: 'the draw for the holdout sparing the member',
    },
  }),
}
