import type { TaskRecord, Tasks } from '../../ports.ts'
import { IS_NEW, keyOf, partition, putIf, str, type Table } from './table.ts'

const PARTITION = 'TASK'

/** Tasks in DynamoDB: one partition, since people read them all and write few. */
export function createTasks(table: Table): Tasks {
  return {
    async open(task) {
      return putIf(table, { ...keyOf(PARTITION, task.taskId), body: str(JSON.stringify(task)) }, IS_NEW)
    },
    /** Latest first. Their ids are hashes, so that all are read to find the latest. */
    async list({ limit }) {
      const items = await partition(table, PARTITION)
      const tasks = items.map((item) => JSON.parse(item.body!.S!) as TaskRecord)
      return tasks.sort((a, b) => b.openedAt - a.openedAt).slice(0, limit)
    },
  }
}
