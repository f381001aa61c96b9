import { Stack } from 'aws-cdk-lib'
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { EventBus } from 'aws-cdk-lib/aws-events'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager'
import type { ConfigurationSet } from 'aws-cdk-lib/aws-ses'
import type { Construct } from 'constructs'
import { PICTURES } from '../../shared/domain/pictures/picture.ts'
import {
  bus as airlineBus,
  type FunctionName,
  functions,
  table as tableRow,
  type Wiring,
} from '../../shared/pipeline.ts'
import { senderPatterns } from '../../shared/standards/mail-identity.ts'
import type { WorkQueues } from './queues.ts'

/** What functions may access. */
export interface Resources {
  table: TableV2
  announcements: EventBus
  queues: WorkQueues
  configurationSet: ConfigurationSet
  linkKey: Pick<ISecret, 'secretArn'>
  hashKey: Pick<ISecret, 'secretArn'>
  connectorKeys: Pick<ISecret, 'secretArn'>
  helpDesk: Pick<ISecret, 'secretArn'>
  /** The bus for airline systems. */
  bus: EventBus
  raw: Pick<IBucket, 'bucketName'>
  /** Undefined where there is no console to show them. */
  pictures?: Pick<IBucket, 'bucketName'> | undefined
  mailIdentity: string
}

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query']
const WRITE = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:BatchWriteItem']

/** The table actions of a row. A transaction needs those of its parts, and the condition check. */
function tableActions({ table, scans }: Pick<Wiring, 'table' | 'scans'>): string[] {
  if (table === 'none') return []
  return [
    ...READ,
    ...(table === 'read' ? [] : WRITE),
    ...(table === 'transact' ? ['dynamodb:ConditionCheckItem'] : []),
    ...(scans ? ['dynamodb:Scan'] : []),
  ]
}

/** Exactly what a function's row in the pipeline allows, as IAM statements. Its own log and trigger are added elsewhere. */
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
  if (wiring.checksSignatures) allow(['secretsmanager:GetSecretValue'], resources.connectorKeys.secretArn)
  if (wiring.callsHelpDesk) allow(['secretsmanager:GetSecretValue'], resources.helpDesk.secretArn)
  if (wiring.enters) statements.push(enterStatement(resources.bus))
  if (wiring.addsPictures && resources.pictures) allow(['s3:PutObject'], picturesArn(table, resources.pictures))
  statements.push(...storeStatements(wiring.raw, resources.raw, table))
  return statements
}

/** In the name of airline systems only. */
function enterStatement({ eventBusArn }: EventBus): PolicyStatement {
  return new PolicyStatement({
    actions: ['events:PutEvents'],
    resources: [eventBusArn],
    conditions: {
      'ForAllValues:StringLike': { 'events:source': `${airlineBus.sourcePrefix}*` },
      // Without it, a call without any source would match.
      Null: { 'events:source': 'false' },
    },
  })
}

/** All that can be in the bucket of pictures. */
export function picturesArn(scope: Construct, { bucketName }: Pick<IBucket, 'bucketName'>): string {
  return storeArn(scope, bucketName, `${PICTURES}/*`)
}

/** A reader may also list, so that S3 says when an object is gone instead of refusing access. */
function storeStatements(
  may: Wiring['raw'],
  { bucketName }: Pick<IBucket, 'bucketName'>,
  scope: Construct,
): PolicyStatement[] {
  if (may === undefined) return []
  const objects = rawPrefixes[may].map((prefix) => storeArn(scope, bucketName, `${prefix}/*`))
  if (may === 'write') return [new PolicyStatement({ actions: ['s3:PutObject'], resources: objects })]
  return [
    new PolicyStatement({ actions: ['s3:GetObject'], resources: objects }),
    new PolicyStatement({ actions: ['s3:ListBucket'], resources: [storeArn(scope, bucketName)] }),
  ]
}

/** Where functions write in the store, and what they read: also what others drop there. */
export const rawPrefixes = { write: ['in'], read: ['in', 'drop'] } as const

export function storeArn(scope: Construct, bucketName: string, objects?: string): string {
  const what = objects === undefined ? { resource: bucketName } : { resource: bucketName, resourceName: objects }
  return Stack.of(scope).formatArn({ service: 's3', region: '', account: '', ...what })
}

/**
 * SES checks the configuration set an email names and the identity it is sent from; in its sandbox also that of the
 * recipient, which can be any verified one. So the condition is on the sender.
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
