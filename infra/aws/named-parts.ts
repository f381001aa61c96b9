import type { Stack } from 'aws-cdk-lib'
import { type ITable, Table } from 'aws-cdk-lib/aws-dynamodb'
import { type IFunction, Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import { type ILogGroup, LogGroup } from 'aws-cdk-lib/aws-logs'
import { type IQueue, Queue } from 'aws-cdk-lib/aws-sqs'

import { deadLetterOf, type FunctionName, functions, type QueueName, queues, table } from '../../shared/pipeline.ts'
import type { Queue as QueueRow } from '../../shared/queue.ts'

/** Names in AWS. They are fixed, so that another stack can look at a part without an export of the stack that has it. */
export const queueNameOf = (name: string) => `wingback-${name}`
export const undeliveredOf = (queueName: string) => `${queueName}-undelivered`
export const functionNameOf = (name: string) => `wingback-${name}`
export const logGroupNameOf = (name: string) => `/wingback/${name}`

/** Whether the bus, SNS or the store feeds a queue: what they cannot deliver goes to a queue of its own. */
export function isFedByAws({ rule, fromSes, fromStore, announced }: QueueRow): boolean {
  return Boolean(rule || fromSes || fromStore || announced)
}

export interface NamedParts {
  queues: Record<QueueName, { queue: IQueue; dead: IQueue; undelivered?: IQueue }>
  lambdas: Record<FunctionName, IFunction>
  logs: Record<FunctionName, ILogGroup>
  table: ITable
}

/**
 * The parts of the other stacks by their names. As exports of those stacks they would have to stay for as long as an alarm looks
 * at them, and removing a queue would take two deployments.
 */
export function namedParts(scope: Stack): NamedParts {
  const queue = (name: string) =>
    Queue.fromQueueArn(scope, `Named-${name}`, scope.formatArn({ service: 'sqs', resource: name }))
  return {
    queues: mapped(queues, (name, row: QueueRow) => {
      const queueName = queueNameOf(name)
      return {
        queue: queue(queueName),
        dead: queue(deadLetterOf(queueName)),
        ...(isFedByAws(row) && { undelivered: queue(undeliveredOf(queueName)) }),
      }
    }),
    lambdas: mapped(functions, (name) => Lambda.fromFunctionName(scope, `Function-${name}`, functionNameOf(name))),
    logs: mapped(functions, (name) => LogGroup.fromLogGroupName(scope, `Log-${name}`, logGroupNameOf(name))),
    table: Table.fromTableName(scope, 'Table', table.name),
  }
}

function mapped<Name extends string, Row, Part>(
  rows: Record<Name, Row>,
  partOf: (name: Name, row: Row) => Part,
): Record<Name, Part> {
  const entries = Object.entries(rows) as [Name, Row][]
  return Object.fromEntries(entries.map(([name, row]) => [name, partOf(name, row)])) as Record<Name, Part>
}
