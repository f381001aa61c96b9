import { en as actions } from '../../actions/words.ts'
import { moneySaid } from '../../units.ts'
import { about, happening } from '../about.ts'
import type { Found } from '../findings.ts'
import { happened } from './happenings.ts'
import { found } from './law.ts'

/** Reasons that no gate gives. Values as in `gates.ts`. */
export const reasons = {
  trigger: about({
    reasons: {
      /** Why a campaign never began, found out when somebody asks. */
      notOnRecord: ({ event }: { event: string }) => `never entered: it is not on record that ${happened(event)}`,
      otherwise: ({ event, times }: { event: string; times: number }) =>
        `never entered: ${happened(event)} ${times === 1 ? 'once' : `${times} times`}, but it did not match the trigger, or came before this campaign was published`,
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
      notOnRecord: ({ event }) => happened(event),
      otherwise: ({ event }) => `${happened(event)} after the campaign was published, and matched its trigger`,
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
    goal: ({ event }: { event: string }) => `${happened(event)} within the time of the goal`,
  }),
  ...actions.reasons,
  approval: about({
    reasons: {
      /** `until`: `YYYY-MM-DD HH:MM` in UTC; `local`: where it is read, by the clock there. */
      awaited: ({ until, local }: { until: string; local?: string }) =>
        `waits for the approval of a second person, until ${local ?? `${until} UTC`}`,
      /** Who, and what they said of it. */
      refused: ({ by }: { by: string }) => `approval refused by ${by}`,
      lapsed: 'nobody approved it in time',
      reversed: ({ by, findings }: { by: string; findings?: readonly Found[] }) =>
        `reversed by ${by}${findings ? `: ${found(findings)}` : ''}`,
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
        `${moneySaid(amount, currency)} was already granted for the flight`,
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
        `costs ${moneySaid(costs, currency)}, ${moneySaid(left, currency)} left of the ${moneySaid(limit, currency)} that one member may get from this budget in ${year} (perMemberPerYear)`,
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
        `costs ${moneySaid(costs, currency)}, ${moneySaid(left, currency)} left of the ${moneySaid(limit, currency)} that may be paid within an hour`,
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
        `costs ${moneySaid(costs, currency)}, ${moneySaid(left, currency)} of ${moneySaid(limit, currency)} left in ${budget}`,
    },
    otherwise: {
      alreadyCompensated: 'nothing had been granted for the same cause',
      owedBefore: 'nothing had been granted for the flight',
      yearlyCap: ({ costs, left, currency, year }) =>
        `the member could get ${moneySaid(costs - left, currency)} more in ${year}`,
      trancheExhausted: ({ costs, left, currency, budget }) =>
        `there was ${moneySaid(costs - left, currency)} more in ${budget}`,
      budgetExhausted: ({ costs, left, currency, budget }) =>
        `there was ${moneySaid(costs - left, currency)} more in ${budget}`,
    },
  }),
}
