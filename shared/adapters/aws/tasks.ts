import type { TaskRecord, Tasks } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import { erasePartition, IS_NEW, keyOf, num, partition, putIf, str, type Table } from './table.ts'

/** Tasks in DynamoDB, beside their member: `T#<task>`. */
export function createTasks(table: Table): Tasks {
  return {
    async open(task) {
      const key = keyOf(`M#${task.memberId}`, `T#${task.taskId}`)
      const item = { ...key, body: str(JSON.stringify(task)), expiresAt: num(expiryOf('tasks', task.openedAt)) }
      return putIf(table, item, IS_NEW)
    },
    async list(memberId) {
      const items = await partition(table, `M#${memberId}`, 'T#')
      return items.map((item) => JSON.parse(item.body!.S!) as TaskRecord)
    },
    async erase(memberId) {
      await erasePartition(table, `M#${memberId}`, 'T#')
    },
  }
}
