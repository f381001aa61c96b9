import { moneyText } from '../../units.ts'
import { about, happening } from '../about.ts'
import { cabinText, grantText } from './amounts.ts'

/** Reasons that no gate gives. Values as in `gates.ts`. */
export const reasons = {
  trigger: about({
    reasons: {
      /** Why a campaign never began, found out when somebody asks. */
      notOnRecord: ({ event }: { event: string }) => `never entered: no ${event} is on record for this member`,
      otherwise: ({ event, times }: { event: string; times: number }) =>
        `never entered: ${event} happened ${times === 1 ? 'once' : `${times} times`}, but did not match the trigger, or came before this campaign was published`,
      noBirthday: 'never entered: the member has had no birthday since the campaign was published, or it is not known',
      notScheduled: ({ audience }: { audience: string }) =>
        `never entered: its schedule has not come round since it was published, or the member was not in the audience "${audience}" then`,
      notIn: ({ audience }: { audience: string }) => `never entered: the member is not in the audience "${audience}"`,
      stillIn: ({ audience, since }: { audience: string; since: string }) =>
        `never entered: the member is still in the audience "${audience}" (since ${since})`,
      wasIn: ({ audience, since }: { audience: string; since: string }) =>
        `never entered: the member was already in the audience "${audience}" when first evaluated (${since}): such members do not enter`,
    },
    otherwise: {
      notOnRecord: ({ event }) => `${event} had happened`,
      otherwise: ({ event }) => `${event} had matched the trigger after the campaign was published`,
      noBirthday: 'the birthday was known and had come',
      notScheduled: ({ audience }) => `the member was in the audience “${audience}” when the schedule came round`,
      notIn: ({ audience }) => `the member was in the audience “${audience}”`,
      stillIn: ({ audience }) => `the member had left the audience “${audience}”`,
      wasIn: ({ audience }) => `the member had entered the audience “${audience}” after the campaign was published`,
    },
  }),
  journey: happening({
    asked: 'checked now, for this explanation',
    entered: 'the trigger matched, and the member is eligible',
    arm: ({ split, arm }: { split: string; arm: string }) => `continues in the arm ${arm} of ${split}`,
    moved: ({ step, from }: { step: string; from: string }) =>
      `continues at the step ${step} of the live version; was on ${from}`,
    /** `kind`: of action. */
    decided: (_: { kind: string }) => 'all checks passed',
    done: 'all steps are done',
    nothingGranted: 'no compensation was granted, so the journey ends',
    goalGivenUp: 'its goal is no longer tracked: the member is in too many campaigns',
    goal: ({ event }: { event: string }) => `${event} within the time of the goal`,
  }),
  mail: happening({
    taken: 'SES accepted the email',
    reported: 'SES reported on the email',
    refused: ({ said }: { said: string }) => `SES rejected the email: ${said}`,
    unanswered: ({ said }: { said: string }) => `SES gave no clear answer: ${said}`,
    senderStopped: 'the sending function stopped before it could report the result',
    noAddress: 'there is no address to write to',
    noTemplate: ({ template, locale }: { template: string; locale: string }) =>
      `template ${template} has no text in ${locale}`,
    offerExpired: 'the offer it would have told of has expired',
    unrenderable: ({ said }: { said: string }) => `the email could not be rendered: ${said}`,
  }),
  message: happening({
    /** `channel`: its name. */
    handed: ({ channel }: { channel: string }) => `handed to the gateway of ${channel}`,
    taken: ({ channel }: { channel: string }) => `the gateway of ${channel} has sent it`,
    /** `said`: by the gateway. */
    failed: ({ channel, said }: { channel: string; said: string }) =>
      `the gateway of ${channel} could not send it${said ? `: ${said}` : ''}`,
    unanswered: ({ channel }: { channel: string }) =>
      `the gateway of ${channel} did not answer in time; it is not sent again`,
    busUnanswered: ({ said }: { said: string }) => `the bus gave no clear answer: ${said}`,
    senderStopped: 'a sender stopped between its claim and its word on the message',
    tooLong: ({ characters, atMost }: { characters: number; atMost: number }) =>
      `it comes to ${characters} characters for this member, and the channel takes ${atMost}`,
  }),
  offer: happening({
    issued: ({ cabin }: { cabin: string }) => `upgrade to ${cabinText(cabin)} offered`,
  }),
  task: happening({
    opened: 'a service task was opened',
  }),
  compensation: happening({
    /** `unit`: miles, voucher or cash, or the currency that the amount is minor units of. */
    granted: ({ amount, unit }: { amount: number; unit: string }) => `${grantText(amount, unit)} granted`,
    goodwill: ({ amount, unit }: { amount: number; unit: string }) =>
      `${grantText(amount, unit)} granted as goodwill, on top of what the law owes`,
    /** By which law, and by which of its paragraphs. */
    owed: ({ amount, unit, regime, source }: { amount: number; unit: string; regime: string; source: string }) =>
      `${grantText(amount, unit)} granted, owed under ${regime}: ${source}`,
  }),
  approval: about({
    reasons: {
      /** `until`: `YYYY-MM-DD HH:MM` in UTC; `local`: where it is read, by the clock there. */
      awaited: ({ until, local }: { until: string; local?: string }) =>
        `waits for the approval of a second person, until ${local ?? `${until} UTC`}`,
      /** Who, and what they said of it. */
      refused: ({ by }: { by: string }) => `approval refused by ${by}`,
      lapsed: 'nobody approved it in time',
      reversed: ({ by }: { by: string }) => `reversed by ${by}`,
    },
    otherwise: {
      awaited: 'a second person had approved it',
      refused: 'it had been approved',
      lapsed: 'a second person had approved it in time',
      reversed: 'nobody had reversed it',
    },
  }),
  ledger: about({
    reasons: {
      alreadyCompensated: ({ key }: { key: string }) => `${key} was already compensated`,
      owedBefore: ({ amount, currency }: { amount: number; currency: string }) =>
        `${moneyText(amount, currency)} was already granted for the flight`,
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
        `costs ${moneyText(costs, currency)}, ${moneyText(left, currency)} left of the ${moneyText(limit, currency)} that one member may get from this budget in ${year} (perMemberPerYear)`,
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
      alreadyCompensated: 'nothing had been granted for the same cause',
      owedBefore: 'nothing had been granted for the flight',
      yearlyCap: ({ costs, left, currency, year }) =>
        `the member could get ${moneyText(costs - left, currency)} more in ${year}`,
      trancheExhausted: ({ costs, left, currency, budget }) =>
        `there was ${moneyText(costs - left, currency)} more in ${budget}`,
      budgetExhausted: ({ costs, left, currency, budget }) =>
        `there was ${moneyText(costs - left, currency)} more in ${budget}`,
    },
  }),
}
