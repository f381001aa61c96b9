import { type ActionKind, traitsOf } from '../../actions/kinds.ts'
import { moneyText } from '../../units.ts'
import { about, happening } from '../about.ts'
import { grantText } from './amounts.ts'

/** Reasons that no gate gives. Values as in `gates.ts`. */
export const reasons = {
  trigger: about({
    reasons: {
      /** Why a campaign never began, found out when somebody asks. */
      notOnRecord: ({ event }: { event: string }) =>
        `never entered: its trigger, ${event}, is not on record for this member`,
      otherwise: ({ event, times }: { event: string; times: number }) =>
        `never entered: ${event} happened ${times === 1 ? 'once' : `${times} times`}, but not as the trigger asks for, or before this campaign was published`,
      noBirthday: 'never entered: the birthday has not come round since it was published, or is not known',
      notScheduled: ({ audience }: { audience: string }) =>
        `never entered: its time has not come since it was published, or the member was not in the audience "${audience}" then`,
      notIn: ({ audience }: { audience: string }) => `never entered: the member is not in the audience "${audience}"`,
      stillIn: ({ audience, since }: { audience: string; since: string }) =>
        `never entered: the member is in the audience "${audience}" (since ${since}) and has not left it`,
      wasIn: ({ audience, since }: { audience: string; since: string }) =>
        `never entered: the member is in the audience "${audience}" since ${since}: those found in it at the first look do not enter`,
    },
    otherwise: {
      notOnRecord: ({ event }) => `the event ${event}`,
      otherwise: ({ event }) => `${event} as the trigger asks for it, after the campaign was published`,
      noBirthday: 'a birthday that is known and has come',
      notScheduled: ({ audience }) => `the member in the audience “${audience}” when its time comes`,
      notIn: ({ audience }) => `the member in the audience “${audience}”`,
      stillIn: ({ audience }) => `the member no longer in the audience “${audience}”`,
      wasIn: ({ audience }) => `the member entering the audience “${audience}” after the campaign was published`,
    },
  }),
  journey: happening({
    asked: 'asked now, for this explanation',
    entered: 'the campaign began',
    arm: ({ split, arm }: { split: string; arm: string }) => `goes on in the arm ${arm} of ${split}`,
    moved: ({ step, from }: { step: string; from: string }) =>
      `goes on at the step ${step} of the live version; was in ${from}`,
    /** `kind`: of action. */
    decided: ({ kind }: { kind: string }) => `${traitsOf(kind as ActionKind).name.en} is on its way`,
    done: 'all steps are done',
    nothingGranted: 'nothing was granted, so nothing is promised',
    goalGivenUp: 'its goal is looked for no longer: the member is on too many campaigns',
    goal: ({ event }: { event: string }) => `${event} within the time the campaign gives`,
  }),
  mail: happening({
    taken: 'SES took the mail',
    reported: 'SES reported on the mail',
    refused: ({ said }: { said: string }) => `SES refused the mail: ${said}`,
    unanswered: ({ said }: { said: string }) => `SES gave no clear answer: ${said}`,
    senderStopped: 'a sender stopped between its claim and its word on the mail',
    noAddress: 'there is nobody to write to',
    noTemplate: ({ template, locale }: { template: string; locale: string }) =>
      `template ${template} has no text in ${locale}`,
    unrenderable: ({ said }: { said: string }) => `the mail could not be made: ${said}`,
  }),
  offer: happening({
    issued: ({ cabin }: { cabin: string }) => `offer of cabin ${cabin} issued`,
  }),
  task: happening({
    opened: 'a task for a person was opened',
  }),
  compensation: happening({
    /** `unit`: miles, voucher or cash, or the currency that the amount is minor units of. */
    granted: ({ amount, unit }: { amount: number; unit: string }) => `${grantText(amount, unit)} granted`,
    goodwill: ({ amount, unit }: { amount: number; unit: string }) =>
      `${grantText(amount, unit)} granted as goodwill, on top of the law`,
    /** By which law, and by which of its paragraphs. */
    owed: ({ amount, unit, regime, source }: { amount: number; unit: string; regime: string; source: string }) =>
      `${grantText(amount, unit)} granted, owed under ${regime}: ${source}`,
  }),
  approval: about({
    reasons: {
      /** `until`: `YYYY-MM-DD HH:MM` in UTC. */
      awaited: ({ until }: { until: string }) => `a second person must approve it by ${until} UTC`,
      /** Who, and what they said of it. */
      refused: ({ by }: { by: string }) => `not approved by ${by}`,
      lapsed: 'nobody approved it in time',
      reversed: ({ by }: { by: string }) => `reversed by ${by}`,
    },
    otherwise: {
      awaited: 'the approval of a second person',
      refused: 'the approval of a second person',
      lapsed: 'the approval of a second person in time',
      reversed: 'nobody taking it back',
    },
  }),
  ledger: about({
    reasons: {
      alreadyCompensated: ({ key }: { key: string }) => `${key} was compensated before`,
      owedBefore: ({ amount, currency }: { amount: number; currency: string }) =>
        `${moneyText(amount, currency)} was granted for the flight before`,
      /** Minor units of `currency`. */
      yearlyCap: ({
        costs,
        left,
        limit,
        currency,
        year,
      }: {
        costs: number
        left: number
        limit: number
        currency: string
        year: number
      }) =>
        `costs ${moneyText(costs, currency)}, ${moneyText(left, currency)} left of the ${moneyText(limit, currency)} that one member may get of this budget in ${year} (perMemberPerYear)`,
      trancheExhausted: ({
        costs,
        left,
        limit,
        currency,
      }: {
        costs: number
        left: number
        limit: number
        currency: string
        budget: string
      }) =>
        `costs ${moneyText(costs, currency)}, ${moneyText(left, currency)} left of the ${moneyText(limit, currency)} that may be paid within an hour`,
      budgetExhausted: ({
        costs,
        left,
        limit,
        currency,
        budget,
      }: {
        costs: number
        left: number
        limit: number
        currency: string
        budget: string
      }) =>
        `costs ${moneyText(costs, currency)}, ${moneyText(left, currency)} of ${moneyText(limit, currency)} left in ${budget}`,
    },
    otherwise: {
      alreadyCompensated: 'no compensation before for the same cause',
      owedBefore: 'nothing granted for the flight before',
      yearlyCap: ({ costs, left, currency, year }) =>
        `${moneyText(costs - left, currency)} more left of what one member may get in ${year}`,
      trancheExhausted: ({ costs, left, currency, budget }) =>
        `${moneyText(costs - left, currency)} more left in ${budget}`,
      budgetExhausted: ({ costs, left, currency, budget }) =>
        `${moneyText(costs - left, currency)} more left in ${budget}`,
    },
  }),
}
