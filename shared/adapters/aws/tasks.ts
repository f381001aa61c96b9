import { QueryCommand } from '@aws-sdk/client-dynamodb'
import { TASK_STATES, type Task, type TaskState, taskState } from '../../domain/actions/service-task/task.ts'
import type { Tasks } from '../../ports/index.ts'
import { expiryOf } from '../../ports/retention.ts'
import {
  batchGet,
  batchWrite,
  cursorOf,
  deleteItem,
  getItem,
  IS_NEW,
  type Item,
  keyOf,
  keyOfCursor,
  num,
  partition,
  putIf,
  str,
  type Table,
} from './table.ts'

/**
 * Tasks in DynamoDB, beside their member: `T#<task>`; and an index by team and state, `TASKS#<team>#<state>`. The index is
 * written before the task and cleared after it, so that a crash in between loses no task. A leftover index item is
 * recognised by the task's own state, and not shown.
 */
export function createTasks(table: Table): Tasks {
  async function index(task: Task, state: TaskState): Promise<void> {
    const item = { ...indexKey(task, state), key: str(task.taskId), of: str(task.memberId), expiresAt: expiryFor(task) }
    await batchWrite(table, [{ PutRequest: { Item: item } }])
  }

  return {
    async open(task) {
      await index(task, 'open')
      return putIf(table, itemOf(task), IS_NEW)
    },
    async read(memberId, taskId) {
      const item = await getItem(table, taskKey(memberId, taskId))
      return item && taskOf(item)
    },
    async change(before, after) {
      const [was, is] = [taskState(before), taskState(after)]
      if (is !== was) await index(after, is)
      const unchanged = { expression: 'body = :before', values: { ':before': str(JSON.stringify(before)) } }
      const changed = await putIf(table, itemOf(after), unchanged)
      if (changed && is !== was) await deleteItem(table, indexKey(before, was))
      return changed
    },
    async of(team, state, { cursor, limit }) {
      const { Items: found = [], LastEvaluatedKey } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': str(indexOf(team, state)) },
          ScanIndexForward: state !== 'closed',
          Limit: limit,
          ExclusiveStartKey: keyOfCursor(cursor),
        }),
      )
      const keys = found.map((item) => taskKey(item.of!.S!, item.key!.S!))
      const items = await batchGet(table, keys, { consistent: true })
      const tasks = new Map(items.map((item) => [`${item.pk!.S} ${item.sk!.S}`, taskOf(item)]))
      const shown = keys.flatMap(({ pk, sk }) => tasks.get(`${pk!.S} ${sk!.S}`) ?? [])
      return { tasks: shown.filter((task) => taskState(task) === state), cursor: cursorOf(LastEvaluatedKey) }
    },
    async list(memberId) {
      return (await partition(table, `M#${memberId}`, 'T#')).map(taskOf)
    },
    async erase(memberId) {
      const tasks = (await partition(table, `M#${memberId}`, 'T#')).map(taskOf)
      const keys = tasks.flatMap((task) => [
        ...TASK_STATES.map((state) => indexKey(task, state)),
        taskKey(memberId, task.taskId),
      ])
      await batchWrite(
        table,
        keys.map((Key) => ({ DeleteRequest: { Key } })),
      )
    },
  }
}

function itemOf(task: Task): Item {
  return { ...taskKey(task.memberId, task.taskId), body: str(JSON.stringify(task)), expiresAt: expiryFor(task) }
}

function taskOf(item: Item): Task {
  return JSON.parse(item.body!.S!) as Task
}

function expiryFor({ openedAt }: Task) {
  return num(expiryOf('tasks', openedAt))
}

function taskKey(memberId: string, taskId: string): Item {
  return keyOf(`M#${memberId}`, `T#${taskId}`)
}

function indexOf(team: string, state: TaskState): string {
  return `TASKS#${team}#${state}`
}

/** Instants have 13 digits, so they sort in order of time. */
function indexKey({ team, openedAt, memberId, taskId }: Task, state: TaskState): Item {
  return keyOf(indexOf(team, state), `${openedAt}#${memberId}#${taskId}`)
}
