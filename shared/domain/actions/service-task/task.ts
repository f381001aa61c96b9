import type { TaskOutcome, Team } from '../../../contract/task.ts'
import type { OwnTask } from './own.ts'

/** A task a rule opened for people, and what they did about it. Instants are epoch ms. */
export interface Task {
  taskId: string
  /** `wingback` if it is not about a member. */
  memberId: string
  actionId: string
  campaign: string
  team: Team
  title: string
  detail: string
  /** What it is about, of a task that Wingback opened by itself: read in the reader's language. */
  own?: OwnTask | undefined
  /** The complaint that began the journey, where one did. */
  complaintId?: string | undefined
  openedAt: number
  /** By then it is to be closed. */
  dueAt?: number | undefined
  steps: readonly TaskStep[]
}

/** One thing that a person did about a task. */
export type TaskStep = { by: string; at: number } & TaskDeed

export type TaskDeed =
  | { what: 'taken' }
  | { what: 'noted'; comment: string }
  | { what: 'closed'; outcome: TaskOutcome; comment?: string | undefined }

export const TASK_STATES = ['open', 'taken', 'closed'] as const

export type TaskState = (typeof TASK_STATES)[number]

export function taskState({ steps }: Pick<Task, 'steps'>): TaskState {
  if (steps.at(-1)?.what === 'closed') return 'closed'
  return steps.some(({ what }) => what === 'taken') ? 'taken' : 'open'
}

/** Whether it was not closed in time. */
export function isOverdue({ dueAt, steps }: Pick<Task, 'dueAt' | 'steps'>, now: number): boolean {
  const last = steps.at(-1)
  return dueAt !== undefined && dueAt < (last?.what === 'closed' ? last.at : now)
}

/** The most steps kept per task: enough for any case, while the item stays small. */
const STEPS_AT_MOST = 50

/**
 * Adds a step to a task. The same step by the same person twice in a row counts once, so that a request can be repeated. A
 * closed task does not change. The last step that fits closes it.
 */
export function stepOn(task: Task, step: TaskStep): { task: Task; step: TaskStep } | 'closed' | 'full' {
  const last = task.steps.at(-1)
  if (last && isSame(last, step)) return { task, step: last }
  if (last?.what === 'closed') return 'closed'
  if (step.what !== 'closed' && task.steps.length >= STEPS_AT_MOST - 1) return 'full'
  return { task: { ...task, steps: [...task.steps, step] }, step }
}

function isSame({ at: _at, ...one }: TaskStep, { at: _then, ...other }: TaskStep): boolean {
  const said = (step: Omit<TaskStep, 'at'> & { comment?: unknown; outcome?: unknown }) =>
    [step.what, step.by, step.comment, step.outcome].join('\n')
  return said(one) === said(other)
}
