import { Stack } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { EventBus } from 'aws-cdk-lib/aws-events'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager'
import type { ConfigurationSet } from 'aws-cdk-lib/aws-ses'
import type { Construct } from 'constructs'
import { type FunctionName, functions, table as tableRow, type Wiring } from '../../shared/pipeline.ts'
import { senderPatterns } from '../../shared/standards/mail-identity.ts'
import type { WorkQueues } from './queues.ts'

/** What functions may be let at. */
export interface Resources {
  table: TableV2
  announcements: EventBus
  queues: WorkQueues
  configurationSet: ConfigurationSet
  linkKey: Pick<ISecret, 'secretArn'>
  hashKey: Pick<ISecret, 'secretArn'>
  mailIdentity: string
}

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query']
const WRITE = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem']

/** The table actions of a row. A transaction needs those of its parts, and the check that changes nothing. */
function tableActions({ table, scans }: Pick<Wiring, 'table' | 'scans'>): string[] {
  if (table === 'none') return []
  return [
    ...READ,
    ...(table === 'read' ? [] : WRITE),
    ...(table === 'transact' ? ['dynamodb:ConditionCheckItem'] : []),
    ...(scans ? ['dynamodb:Scan'] : []),
  ]
}

/** Exactly what a function's row in the pipeline allows, as IAM says it. Its own log and trigger come on top. */
export function grantsOf(name: FunctionName, resources: Resources): PolicyStatement[] {
  const wiring: Wiring = functions[name]
  const { table, announcements, queues, configurationSet, linkKey, hashKey } = resources
  const statements: PolicyStatement[] = []
  const allow = (actions: string[], ...arns: string[]) => {
    if (actions.length > 0 && arns.length > 0) statements.push(new PolicyStatement({ actions, resources: arns }))
  }
  allow(tableActions(wiring), table.tableArn)
  if (wiring.table !== 'none') allow(['dynamodb:Query'], `${table.tableArn}/index/${tableRow.wakeIndex.name}`)
  allow(['sqs:SendMessage'], ...wiring.sends.map((queue) => queues[queue].queue.queueArn))
  if (wiring.countsQueues) {
    const all = Object.values(queues).flatMap(({ queue, dead }) => [queue.queueArn, dead.queueArn])
    allow(['sqs:GetQueueAttributes'], ...all)
  }
  if (wiring.publishes) allow(['events:PutEvents'], announcements.eventBusArn)
  if (wiring.mails) statements.push(...mailStatements(configurationSet, resources.mailIdentity))
  if (wiring.signsLinks) allow(['secretsmanager:GetSecretValue'], linkKey.secretArn)
  if (wiring.keyedHashes) allow(['secretsmanager:GetSecretValue'], hashKey.secretArn)
  return statements
}

/**
 * SES asks for the configuration set a mail names and for the identity it is sent from; in its sandbox for that of the
 * receiver, too, which can be any that the account has verified. So it is the sender that is held to the stage's.
 */
function mailStatements(configurationSet: ConfigurationSet, identity: string): PolicyStatement[] {
  const actions = ['ses:SendEmail']
  return [
    new PolicyStatement({
      actions,
      resources: [sesArn(configurationSet, 'configuration-set', configurationSet.configurationSetName)],
    }),
    new PolicyStatement({
      actions,
      resources: [identityArn(configurationSet, '*')],
      conditions: { StringLike: { 'ses:FromAddress': senderPatterns(identity) } },
    }),
  ]
}

export function identityArn(scope: Construct, name: string): string {
  return sesArn(scope, 'identity', name)
}

function sesArn(scope: Construct, resource: string, resourceName: string): string {
  return Stack.of(scope).formatArn({ service: 'ses', resource, resourceName })
}
