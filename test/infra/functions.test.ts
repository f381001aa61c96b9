import { describe, expect, test } from 'vitest'
import { environmentOf } from '../../shared/environment-of.ts'
import { announcementBus, bus, type FunctionName, functions, queues, type Wiring } from '../../shared/pipeline.ts'
import { STAGE, synthesise } from './template.ts'

const { templates } = synthesise()
const rows = Object.entries<Wiring>(functions) as [FunctionName, Wiring][]
const queued = rows.flatMap(([name, row]) => ('queue' in row.on ? [[name, row.on, row] as const] : []))
const queueNames = Object.keys(queues)

const lambdaOf = (name: string) => templates.one('AWS::Lambda::Function', 'FunctionName', `wingback-${name}`)
const queueOf = (name: string) => templates.one('AWS::SQS::Queue', 'QueueName', `wingback-${name}`)
const arnOf = (name: string) => `<${queueOf(name).id}.Arn>`
const secretOf = (name: string) => `<${templates.one('AWS::SecretsManager::Secret', 'Name', `wingback/${name}`).id}>`
const refOf = (type: string) => `<${templates.one(type).id}>`
const announcementsId = templates.one('AWS::Events::EventBus', 'Name', announcementBus.name).id
const arnOfOnly = (type: string) => `<${templates.one(type).id}.Arn>`

/** The store of raw messages, and what may be done with messages in it. */
const RAW = 'arn:aws:s3:::wingback-raw-111122223333-eu-west-1'
const RAW_OBJECTS = [`s3:PutObject ${RAW}/in/*`, `s3:GetObject ${RAW}/in/*`, `s3:GetObject ${RAW}/drop/*`]
/** In the name of airline systems alone. */
const AIRLINE_ONLY = {
  'ForAllValues:StringLike': { 'events:source': 'airline.*' },
  Null: { 'events:source': 'false' },
}
const airlineBusId = templates.one('AWS::Events::EventBus', 'Name', bus.name).id

/** In its sandbox SES asks for the receiver's identity, too: it is the sender that is held to the stage's. */
const OUR_SENDERS = { StringLike: { 'ses:FromAddress': ['*@mail.example.com', '*@*.mail.example.com'] } }

describe('functions', () => {
  test('there are those of the pipeline and no others', () => {
    const names = templates.all('AWS::Lambda::Function').map(({ FunctionName }) => FunctionName)
    expect(names.sort()).toEqual(rows.map(([name]) => `wingback-${name}`).sort())
  })

  test.each(rows)('%s runs as its row says', (name, wiring) => {
    expect(lambdaOf(name)).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: wiring.memoryMb,
      Timeout: wiring.timeoutSeconds,
    })
  })

  test.each(rows)('%s has the environment of its row, nothing else', (name) => {
    expect(Object.keys(lambdaOf(name).Environment.Variables).sort()).toEqual(environmentOf(name).sort())
  })

  test.each(rows)('%s finds behind each variable what it names', (name) => {
    const { Variables: variables } = lambdaOf(name).Environment
    const expected: Record<string, string> = {
      TABLE_NAME: refOf('AWS::DynamoDB::GlobalTable'),
      BUS_NAME: `<${announcementsId}>`,
      CONFIGURATION_SET: refOf('AWS::SES::ConfigurationSet'),
      SENT_WAITS_SECONDS: '60',
      SAMPLE_MEMBERS: '2000',
      MAIL_IDENTITY: 'mail.example.com',
      LINK_KEY_PARAMETER: secretOf('link-key'),
      HASH_KEY_PARAMETER: secretOf('hash-key'),
      LINK_BASE_URL: `<${templates.one('AWS::ApiGatewayV2::Api').id}.ApiEndpoint>`,
      PAGES_BASE_URL: `<${templates.one('AWS::ApiGatewayV2::Api').id}.ApiEndpoint>/v1/`,
      RAW_BUCKET: 'wingback-raw-111122223333-eu-west-1',
      // There is no console here, which would show them.
      PICTURES_BUCKET: '',
      PICTURES_BASE_URL: '',
      AIRLINE_BUS_NAME: `<${airlineBusId}>`,
      CONNECTOR_KEYS_PARAMETER: secretOf('connector-keys'),
      SENDER_CERTIFICATES: '{}',
      HELP_DESK_PARAMETER: secretOf('help-desk'),
      PEOPLE: JSON.stringify({ account: STAGE.account, roles: {}, users: false }),
      ...Object.fromEntries(
        queueNames.map((queue) => [`QUEUE_${queue.toUpperCase().replace('-', '_')}`, `<${queueOf(queue).id}>`]),
      ),
    }
    for (const [variable, value] of Object.entries(variables)) expect(templates.flat(value)).toBe(expected[variable])
  })

  test.each(rows)('%s is granted what its row says, nothing else', (name, wiring) => {
    const lambda = lambdaOf(name)
    const roleId = idOfRole(lambda.Role)
    expect(templates.grantsOf(roleId)).toEqual(grantsExpected(wiring, templates.flat(lambda.LoggingConfig.LogGroup)))
  })

  test('no grant of any role has a wildcard, but on identities, held to our senders, on raw messages, and on sources of airlines', () => {
    for (const role of templates.all('AWS::IAM::Role')) {
      expect(role).not.toHaveProperty('ManagedPolicyArns')
      expect(role).not.toHaveProperty('Policies')
      for (const grant of templates.grantsOf(role.id))
        if (!RAW_OBJECTS.includes(grant)) expect(without(grant, OUR_SENDERS, AIRLINE_ONLY)).not.toContain('*')
    }
  })

  test.each(rows)('%s keeps its log for a month', (name) => {
    const id = templates.flat(lambdaOf(name).LoggingConfig.LogGroup).slice(1, -1)
    expect(templates.one('AWS::Logs::LogGroup', 'id', id).RetentionInDays).toBe(30)
    expect(templates.deletionPolicyOf(id)).toBe('Delete')
  })

  test.each(queued)('%s takes batches as its row says', (name, on, { concurrency }) => {
    const sources = templates
      .all('AWS::Lambda::EventSourceMapping')
      .filter(({ FunctionName }) => templates.flat(FunctionName) === `<${lambdaOf(name).id}>`)
    expect(sources.map(({ EventSourceArn }) => templates.flat(EventSourceArn))).toEqual([arnOf(on.queue)])
    expect(sources[0]).toMatchObject({
      BatchSize: on.batchSize,
      MaximumBatchingWindowInSeconds: on.windowSeconds,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    })
    // SQS cannot be held to fewer than two workers.
    expect(sources[0]!.ScalingConfig?.MaximumConcurrency).toBe(concurrency && Math.max(2, concurrency))
  })

  test.each(queued)("%s has a sixth of its queue's patience for a batch", (_, on, { timeoutSeconds }) => {
    expect(queueOf(on.queue).VisibilityTimeout).toBeGreaterThanOrEqual(6 * timeoutSeconds)
  })

  test('those whose messages come back to them may go round for ever, the others may not', () => {
    const looping = rows.filter(([name]) => lambdaOf(name).RecursiveLoop === 'Allow').map(([name]) => name)
    expect(looping.sort()).toEqual([
      'compensate',
      'issue-offer',
      'open-task',
      'react',
      'rehearse',
      'send-email',
      'send-message',
      'sweep',
    ])
  })

  test('wake runs every minute, one run at a time', () => {
    const { Target, ScheduleExpression } = templates.one('AWS::Scheduler::Schedule', 'Name', 'wingback-wake')
    expect(ScheduleExpression).toBe('rate(1 minute)')
    expect(templates.flat(Target.Arn)).toBe(`<${lambdaOf('wake').id}.Arn>`)
    expect(Target.RetryPolicy.MaximumRetryAttempts).toBe(0)
    expect(lambdaOf('wake').Timeout).toBeLessThanOrEqual(60)
    const roleId = idOfRole(Target.RoleArn)
    expect(templates.grantsOf(roleId)).toEqual([`lambda:InvokeFunction <${lambdaOf('wake').id}.Arn>`])
  })
})

test('reconcile runs every night, one run at a time', () => {
  const { Target, ScheduleExpression } = templates.one('AWS::Scheduler::Schedule', 'Name', 'wingback-reconcile')
  expect(ScheduleExpression).toBe('cron(0 19 * * ? *)')
  expect(templates.flat(Target.Arn)).toBe(`<${lambdaOf('reconcile').id}.Arn>`)
  expect(Target.RetryPolicy.MaximumRetryAttempts).toBe(0)
})

/** A grant without a condition that makes its wildcard harmless: with one, nothing is left of it. */
function without(grant: string, ...conditions: object[]): string {
  return conditions.some((each) => grant.endsWith(` where ${JSON.stringify(each)}`)) ? '' : grant
}

function idOfRole(arn: unknown): string {
  return templates.flat(arn).replace(/^<(.*)\.Arn>$/, '$1')
}

function grantsExpected(wiring: Wiring, logGroup: string): string[] {
  const tableArn = arnOfOnly('AWS::DynamoDB::GlobalTable')
  const on = (arn: string, ...actions: string[]) => actions.map((action) => `${action} ${arn}`)
  const writes = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']
  const actions = {
    none: [],
    read: ['GetItem', 'BatchGetItem', 'Query'],
    write: ['GetItem', 'BatchGetItem', 'Query', ...writes],
    transact: ['GetItem', 'BatchGetItem', 'Query', ...writes, 'ConditionCheckItem'],
  }[wiring.table]
  const ses = 'arn:aws:ses:eu-west-1:111122223333'
  return [
    ...on(tableArn, ...actions.map((action) => `dynamodb:${action}`), ...(wiring.scans ? ['dynamodb:Scan'] : [])),
    ...(wiring.table === 'none' ? [] : on(`${tableArn}/index/due`, 'dynamodb:Query')),
    ...wiring.sends.flatMap((queue) => on(arnOf(queue), 'sqs:SendMessage')),
    ...('queue' in wiring.on
      ? on(
          arnOf(wiring.on.queue),
          'sqs:ReceiveMessage',
          'sqs:ChangeMessageVisibility',
          'sqs:GetQueueUrl',
          'sqs:DeleteMessage',
          'sqs:GetQueueAttributes',
        )
      : []),
    ...(wiring.countsQueues
      ? queueNames.flatMap((name) => [
          ...on(arnOf(name), 'sqs:GetQueueAttributes'),
          ...on(arnOf(`${name}-dead`), 'sqs:GetQueueAttributes'),
        ])
      : []),
    ...(wiring.publishes ? on(`<${announcementsId}.Arn>`, 'events:PutEvents') : []),
    ...(wiring.mails
      ? [
          ...on(`${ses}:identity/* where ${JSON.stringify(OUR_SENDERS)}`, 'ses:SendEmail'),
          ...on(`${ses}:configuration-set/${refOf('AWS::SES::ConfigurationSet')}`, 'ses:SendEmail'),
        ]
      : []),
    ...(wiring.raw === 'write' ? [`s3:PutObject ${RAW}/in/*`] : []),
    ...(wiring.raw === 'read'
      ? [`s3:GetObject ${RAW}/in/*`, `s3:GetObject ${RAW}/drop/*`, `s3:ListBucket ${RAW}`]
      : []),
    ...(wiring.enters ? [`events:PutEvents <${airlineBusId}.Arn> where ${JSON.stringify(AIRLINE_ONLY)}`] : []),
    ...(wiring.checksSignatures ? on(secretOf('connector-keys'), 'secretsmanager:GetSecretValue') : []),
    ...(wiring.callsHelpDesk ? on(secretOf('help-desk'), 'secretsmanager:GetSecretValue') : []),
    ...(wiring.signsLinks ? on(secretOf('link-key'), 'secretsmanager:GetSecretValue') : []),
    ...(wiring.keyedHashes ? on(secretOf('hash-key'), 'secretsmanager:GetSecretValue') : []),
    ...on(`${logGroup.slice(0, -1)}.Arn>`, 'logs:CreateLogStream', 'logs:PutLogEvents'),
  ].sort()
}
