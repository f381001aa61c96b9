import { type DueTask, LIMITS } from './member.ts'

/** Each task once, by its due time. What is due last falls out: of such a task nobody is told that it is overdue. */
export function boundedDueTasks(tasks: readonly DueTask[]): DueTask[] {
  const byId = new Map(tasks.map((task) => [task.taskId, task]))
  return [...byId.values()].sort(firstDueFirst).slice(0, LIMITS.dueTasks)
}

function firstDueFirst(a: DueTask, b: DueTask): number {
  return a.dueAt - b.dueAt || (a.taskId < b.taskId ? -1 : 1)
}
