import type { OwnMatters } from '../../actions/service-task/own.ts'
import { moneySaid } from '../../units.ts'
import { found } from './law.ts'

/** What the tasks are called that Wingback opens by itself, and what there is to do. */
export const ownTasks = {
  owed: ({ leg, asks }: OwnMatters['owed']) => ({
    title: `What the law owes for ${leg} is for a person to see to`,
    ...(asks && { detail: found(asks) }),
  }),
  paymentsStopped: ({ perHourMinor, currency, resume }: OwnMatters['paymentsStopped']) => ({
    title: 'Automatic payments are stopped',
    detail: `more than ${moneySaid(perHourMinor, currency)} would be paid within an hour. See that the disruptions are real, then: wingback resume ${resume}`,
  }),
  otherProgrammes: ({ people, flight, event }: OwnMatters['otherProgrammes']) => {
    const passengers = people === 1 ? '1 passenger' : `${people} passengers`
    return {
      title: `${passengers} with cards of other programmes on ${flight}`,
      detail: `${passengers} on ${flight} (${event}) have no card of ours. What the law owes them, meals, a room, the fare back or money, is the operating airline's to give: find them in the passenger list.`,
    }
  },
  dropped: ({ topic, place, week, answers, mean, before, weeksBefore, answersBefore }: OwnMatters['dropped']) => ({
    title: `${topic} on ${place} was rated worse in the week of ${week}`,
    detail: `${answers} answers gave ${topic} ${mean} of 5 on average, after ${before} in the ${weeksBefore} weeks before (${answersBefore} answers): more than chance. Find out what happened, and close the task with what was done about it.`,
  }),
}
