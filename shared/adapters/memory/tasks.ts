import { type Task, taskState } from '../../domain/actions/service-task/task.ts'
import type { Tasks } from '../../ports/index.ts'

/** Tasks in memory, by member. */
export function createMemoryTasks(): Tasks {
  const members = new Map<string, Map<string, Task>>()

  return {
    async open(task) {
      const tasks = members.get(task.memberId) ?? new Map<string, Task>()
      if (tasks.has(task.taskId)) return false
      members.set(task.memberId, tasks.set(task.taskId, structuredClone(task)))
      return true
    },
    async read(memberId, taskId) {
      const task = members.get(memberId)?.get(taskId)
      return task && structuredClone(task)
    },
    async change(before, after) {
      const tasks = members.get(before.memberId)
      if (JSON.stringify(tasks?.get(before.taskId)) !== JSON.stringify(before)) return false
      tasks!.set(after.taskId, structuredClone(after))
      return true
    },
    async of(team, state, { cursor, limit }) {
      const [less, more] = state === 'closed' ? [1, -1] : [-1, 1]
      const asked = [...members.values()]
        .flatMap((tasks) => [...tasks.values()])
        .filter((task) => task.team === team && taskState(task) === state)
        .map((task) => ({ task, place: `${task.openedAt}#${task.memberId}#${task.taskId}` }))
        .sort((a, b) => (a.place < b.place ? less : more))
        .filter(({ place }) => cursor === undefined || (state === 'closed' ? place < cursor : place > cursor))
      const page = asked.slice(0, limit)
      return {
        tasks: page.map(({ task }) => structuredClone(task)),
        cursor: asked.length > page.length ? page.at(-1)?.place : undefined,
      }
    },
    async list(memberId) {
      return [...(members.get(memberId)?.values() ?? [])].map((task) => structuredClone(task))
    },
    async erase(memberId) {
      members.delete(memberId)
    },
  }
}
