/** Who a task is for. */
export const TEAMS = ['service', 'callCentre', 'airport', 'care'] as const

export type Team = (typeof TEAMS)[number]

/** The member of a task that is about none. */
export const NOBODY = 'wingback'

/** What became of a task when somebody closed it. */
export const TASK_OUTCOMES = ['done', 'notReached', 'notNeeded'] as const

export type TaskOutcome = (typeof TASK_OUTCOMES)[number]
