import type { TaskRecord, Tasks } from '../../ports/index.ts'

/** Tasks in memory, by member. */
export function createMemoryTasks(): Tasks {
  const members = new Map<string, Map<string, TaskRecord>>()

  return {
    async open(task) {
      const tasks = members.get(task.memberId) ?? new Map()
      if (tasks.has(task.taskId)) return false
      members.set(task.memberId, tasks.set(task.taskId, { ...task }))
      return true
    },
    async list(memberId) {
      return [...(members.get(memberId)?.values() ?? [])].map((task) => ({ ...task }))
    },
    async erase(memberId) {
      members.delete(memberId)
    },
  }
}
