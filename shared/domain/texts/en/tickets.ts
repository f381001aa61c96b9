import type { TaskOutcome } from '../../../contract/task.ts'

/** Notes on tickets of a help desk, for the staff who work there. */
export const tickets = {
  opened: (team: string, title: string) => `Wingback has opened a task for ${team}: ${title}`,
  closed: (outcome: string) => `The task of Wingback was closed: ${outcome}`,
  teams: { service: 'customer service', callCentre: 'the call centre', airport: 'the airport', care: 'member care' },
  outcomes: {
    done: 'done',
    notReached: 'the member could not be reached',
    notNeeded: 'not needed',
  } satisfies Record<TaskOutcome, string>,
}
