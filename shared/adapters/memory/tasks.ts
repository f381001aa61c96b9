import type { TaskRecord, Tasks } from '../../ports.ts'

/** Tasks in memory, listed latest first. */
export function createMemoryTasks(): Tasks {
  const tasks = new Map<string, TaskRecord>()

  return {
    async open(task) {
      if (tasks.has(task.taskId)) return false
      tasks.set(task.taskId, { ...task })
      return true
    },
    async list({ limit }) {
      const latest = [...tasks.values()].sort((a, b) => b.openedAt - a.openedAt)
      return latest.slice(0, limit).map((task) => ({ ...task }))
    },
  }
}
