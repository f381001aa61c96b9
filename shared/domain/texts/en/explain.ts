import type { Unknown } from '../../audience/fact-use.ts'
import type { ReceiptOutcome } from '../../receipt.ts'
import type { ChurnFeature } from '../../scores/churn/features.ts'
import type { LifetimePart } from '../../scores/lifetime/model.ts'
import type { TierPart } from '../../scores/tier/tier.ts'
import type { ValuePart } from '../../scores/value/group.ts'

/** What an explanation says beside its reasons. */
export const explain = {
  /** What moved a score up or down. */
  moved: (feature: string, up: boolean) => `${up ? '↑' : '↓'} ${feature}`,
  /** What moves the risk that a member does not fly again, and what is expected of them. */
  features: {
    unlikely: 'a return is improbable by how often and how lately they flew',
    silence: 'silent for long against their own rhythm',
    recency: 'time since the last flight',
    seldom: 'seldom flew',
    badComplaints: 'complaints that are open or ended badly',
    disruptions: 'disrupted flights',
    downgrades: 'downgrades',
    poorSurveys: 'poor answers to surveys',
    everyFlight: 'each flight after which they came back',
    silentSince: 'silence since the last flight',
    stillThere: 'they may have left for good',
    ownPace: 'how often they fly, beside others',
    ownFare: 'what they pay a flight, beside others',
  } satisfies Record<ChurnFeature | LifetimePart, string>,
  /** What the score of a tier is made of. */
  points: {
    flights: (points: number) => `${points} points for flights`,
    cabins: (points: number) => `${points} points for cabins`,
    distance: (points: number) => `${points} points for distance`,
    frequency: (points: number) => `${points} points for how often they fly`,
    spend: (points: number) => `${points} points for what they pay`,
    yearBefore: (points: number) => `${points} points in the year before`,
    pace: (points: number) => `${points} points at the pace of late`,
    offersTaken: (offers: number) => `${offers} offers taken`,
    offersNotTaken: (offers: number) => `${-offers} offers not taken`,
  } satisfies Record<TierPart | ValuePart | 'offersTaken' | 'offersNotTaken', (points: number) => string>,
  score: ({ model, asOf, moved }: { model: string; asOf: string; moved: readonly string[] }) =>
    ` [${moved.join('; ')}; model ${model}, as of ${asOf}]`,
  /** Why a score is not known, with its model and day. */
  scoreUnknown: ({ why, model, asOf }: { why: string; model: string; asOf: string }) =>
    ` [${why}; model ${model}, as of ${asOf}]`,
  noScore: (why: string) => ` [${why}]`,
  unknown: {
    noModel: 'no model was learnt yet: `wingback fit`',
    objected: 'the member objected to scores',
    neverFlown: 'never flown',
    flownOnce: 'flown once: the model cannot tell who comes back',
    noFares: 'no fare is known in the currency of the model',
  } satisfies Record<Unknown, string>,
  verdict: {
    got: 'got it',
    unknown: 'may have got it',
    heldOut: 'holdout: deliberately did not get it',
    task: 'handed to staff',
    waits: 'waits',
    gotBefore: 'already got it another way',
    didNotGet: 'did not get it',
  },
  outcome: {
    entered: 'entered',
    notEntered: 'not entered',
    decided: 'planned',
    handed: 'handed to the gateway',
    sent: 'sent',
    expired: 'not answered in time',
    held: 'on hold',
    skipped: 'skipped',
    heldOut: 'held out',
    failed: 'failed',
    unknown: 'may have been sent',
    granted: 'granted',
    refused: 'refused',
    reversed: 'reversed',
    issued: 'issued',
    opened: 'opened',
    waiting: 'waiting',
    split: 'split',
    moved: 'moved to another version',
    ended: 'ended',
    exited: 'left the campaign',
    goal: 'reached the goal',
  } satisfies Record<ReceiptOutcome, string>,
  /** Of an action that reaches the member over a channel: `email to be sent`. */
  /** What became of an action that is no task itself. */
  toStaff: 'handed to staff',
  toBeSent: 'to be sent',
  /** What stopped an action though no gate did. */
  stops: { refused: 'refused by the ledger', failed: 'could not be rendered' },
  answer: { go: 'yes ', skip: 'NO  ', hold: 'WAIT' },
  times: (zone: string) => ` (times in ${zone})`,
  noCampaigns: 'there are no campaigns yet: `npx wingback publish DIR`',
  erased: (at: string) => `the card was erased on ${at}: nothing is known about it`,
  merged: (into: string) => `merged into ${into}: ask about that card`,
  missed: 'did not get',
  /** After what became of it: `message sent`. */
  over: (channel: string) => ` over ${channel}`,
  notOver: (channel: string) => `not over ${channel}`,
  until: (time: string) => ` until ${time}`,
  rulebook: 'rulebook',
  unset: 'not known',
  fact: (fact: string, value: string, required: string) => `${fact} = ${value} (required: ${required})`,
  /** What would have turned the answer: one thing, all of several, any of several. */
  otherwise: 'it would be different if',
  otherwiseAll: 'it would be different if all of these were so',
  otherwiseAny: 'it would be different if any of these were so',
  or: ', or ',
  /** Between words and sentences. */
  space: ' ',
  colon: ': ',
  comma: ', ',
  semicolon: '; ',
  brackets: (text: string) => ` (${text})`,
}
