import { readFileSync } from 'node:fs'
import { AwsSolutionsChecks } from 'cdk-nag'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alerts } from '../../shared/app/alerts.ts'
import { type Need, needs, RIGHTS, type Right } from '../../shared/app/api/rights.ts'
import { matches } from '../../shared/bus-rule.ts'
import { airlineEvents, wingbackEvents } from '../../shared/contract/index.ts'
import {
  announcementBus,
  bus,
  type FunctionName,
  functions,
  mail,
  type QueueName,
  queues,
  rawStore,
  table,
  type Wiring,
} from '../../shared/pipeline.ts'
import type { Queue } from '../../shared/queue.ts'
import { matchesPattern } from './event-pattern.ts'
import { synthesise } from './template.ts'

const { app, templates } = synthesise({}, { holdsRules: true })
const rows = Object.entries<Wiring>(functions) as [FunctionName, Wiring][]
const queueRows = Object.entries<Queue>(queues) as [QueueName, Queue][]

const queueOf = (name: string) => templates.one('AWS::SQS::Queue', 'QueueName', `wingback-${name}`)
const arnOf = (name: string) => `<${queueOf(name).id}.Arn>`

const busOf = (name: string) => templates.one('AWS::Events::EventBus', 'Name', name)
const statementsOf = (name: string) =>
  templates
    .all('AWS::Events::EventBusPolicy')
    .filter((policy) => templates.flat(policy.EventBusName) === `<${busOf(name).id}>`)
    .map(({ Statement }) => Statement)

const rulesOf = (name: string) =>
  templates.all('AWS::Events::Rule').filter((rule) => templates.flat(rule.EventBusName) === `<${busOf(name).id}>`)
const busRules = () => rulesOf(bus.name)

const source = fc.oneof(
  fc.constantFrom('airline.ops', 'airline.', 'airline', 'wingback', 'Airline.ops', 'an.airline.x', ''),
  fc.string({ maxLength: 6 }).map((rest) => `airline.${rest}`),
  fc.string({ maxLength: 12 }),
)
const detailType = fc.oneof(
  fc.constantFrom(...Object.keys(airlineEvents), ...Object.keys(wingbackEvents)),
  fc.constantFrom('flight.Disrupted', 'flight.disrupted2', 'flight.disrupte'),
  fc.string({ maxLength: 12 }),
)

describe('queues', () => {
  test('there are those of the pipeline, a dead-letter queue each, and one for what cannot be delivered', () => {
    const names = templates.all('AWS::SQS::Queue').map(({ QueueName }) => QueueName)
    const expected = queueRows.flatMap(([name, row]) => [
      `wingback-${name}`,
      `wingback-${name}-dead`,
      ...(row.rule || row.fromSes || row.fromStore || row.announced ? [`wingback-${name}-undelivered`] : []),
    ])
    expect(names.sort()).toEqual(expected.sort())
  })

  test.each(queueRows)('%s gives up as its row says', (name, row) => {
    const queue = queueOf(name)
    expect(queue.VisibilityTimeout).toBe(row.visibilitySeconds)
    expect(queue.RedrivePolicy.maxReceiveCount).toBe(row.receives)
    expect(templates.flat(queue.RedrivePolicy.deadLetterTargetArn)).toBe(arnOf(`${name}-dead`))
  })

  test('all are encrypted, ask for TLS, and keep messages for two weeks', () => {
    for (const queue of templates.all('AWS::SQS::Queue')) {
      expect(queue).toMatchObject({ SqsManagedSseEnabled: true, MessageRetentionPeriod: 14 * 86_400 })
      expect(templates.statements('AWS::SQS::QueuePolicy', queue.id)).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      )
    }
  })
})

describe('the bus', () => {
  test('has the name airline systems are told, and an archive for no more than 30 days', () => {
    const archive = templates.one('AWS::Events::Archive')
    expect(archive.RetentionDays).toBe(bus.archiveDays)
    expect(archive.RetentionDays).toBeLessThanOrEqual(30)
    expect(templates.flat(archive.SourceArn)).toBe(`<${busOf(bus.name).id}.Arn>`)
    expect(archive.EventPattern).toEqual({ source: [{ prefix: bus.sourcePrefix }] })
  })

  test('refuses no source of our own account: with one entry the others of its call would be lost', () => {
    expect(statementsOf(bus.name)).toEqual([])
  })

  test('of announcements is another one, on which only the functions that announce may put anything', () => {
    const [statement, ...more] = statementsOf(announcementBus.name)
    expect(more).toEqual([])
    expect(statement).toMatchObject({ Sid: 'WingbackOnly', Effect: 'Deny', Principal: '*', Action: 'events:PutEvents' })
    expect(templates.flat(statement.Resource)).toBe(`<${busOf(announcementBus.name).id}.Arn>`)
    const roles = rows.flatMap(([name, { publishes }]) =>
      publishes
        ? [templates.flat(templates.one('AWS::Lambda::Function', 'FunctionName', `wingback-${name}`).Role)]
        : [],
    )
    expect(Object.keys(statement.Condition)).toEqual(['ArnNotEquals'])
    const principals: unknown[] = statement.Condition.ArnNotEquals['aws:PrincipalArn']
    expect(principals.map((each) => templates.flat(each)).sort()).toEqual(roles.sort())
  })

  test('of announcements has no rule that forwards from the other, nor from the account’s own', () => {
    const [ofStore, ...more] = templates.all('AWS::Events::Rule').filter((rule) => rule.EventBusName === undefined)
    expect(more).toEqual([])
    expect(templates.flat(ofStore!.Targets[0].Arn)).toBe(arnOf('raw'))
    const queuesOf = (name: string) => rulesOf(name).map(({ Targets }) => templates.flat(Targets[0].Arn))
    const fedBy = (has: (row: Queue) => unknown) => queueRows.filter(([, row]) => has(row)).map(([name]) => arnOf(name))
    expect(queuesOf(bus.name).sort()).toEqual(fedBy((row) => row.rule).sort())
    expect(queuesOf(announcementBus.name)).toEqual(fedBy((row) => row.announced))
  })

  test('of announcements hands on what is about a complaint, and loses none of it', () => {
    const [rule] = rulesOf(announcementBus.name)
    expect(rule!.EventPattern).toEqual({
      'detail-type': ['task.opened', 'task.closed'],
      detail: { complaintId: [{ exists: true }] },
    })
    expect(templates.flat(rule!.Targets[0].DeadLetterConfig.Arn)).toBe(arnOf('help-desk-undelivered'))
  })

  test.each(queueRows.filter(([, row]) => row.rule))('%s gets what its rule matches', (name, row) => {
    const { EventPattern } = templates.one('AWS::Events::Rule', 'Name', `wingback-${name}`)
    fc.assert(
      fc.property(source, detailType, (from, type) => {
        expect(matchesPattern(EventPattern, from, type)).toBe(matches(row.rule!, from, type))
      }),
      { numRuns: 1000 },
    )
  })

  test.each(queueRows.filter(([, row]) => row.rule))('%s loses nothing that cannot be delivered', (name) => {
    const { Targets } = templates.one('AWS::Events::Rule', 'Name', `wingback-${name}`)
    expect(Targets).toHaveLength(1)
    expect(templates.flat(Targets[0].Arn)).toBe(arnOf(name))
    expect(templates.flat(Targets[0].DeadLetterConfig.Arn)).toBe(arnOf(`${name}-undelivered`))
  })

  test('whatever comes reaches exactly one queue, of a known source and type or not', () => {
    const rules = busRules()
    fc.assert(
      fc.property(source, detailType, (from, type) => {
        expect(rules.filter(({ EventPattern }) => matchesPattern(EventPattern, from, type))).toHaveLength(1)
      }),
      { numRuns: 1000 },
    )
  })

  test("what comes from no airline system is for `strays` alone, Wingback's own name too", () => {
    for (const from of ['wingback', 'airlines.ops', 'Airline.ops', 'ops'])
      for (const type of [...Object.keys(wingbackEvents), 'flight.disrupted'])
        expect(queueRows.filter(([, { rule }]) => rule && matches(rule, from, type)).map(([name]) => name)).toEqual([
          'strays',
        ])
  })
})

describe('the store of raw messages', () => {
  const bucket = templates.one('AWS::S3::Bucket', 'BucketName', 'wingback-raw-111122223333-eu-west-1')

  test('is encrypted, nobody’s but ours, asks for TLS, and keeps nothing for longer than its days', () => {
    expect(bucket).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: rawStore.keptDays, Status: 'Enabled' }] },
    })
    expect(rawStore.keptDays).toBeLessThanOrEqual(30)
    expect(templates.statements('AWS::S3::BucketPolicy', bucket.id)).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    )
  })

  test('tells the queue of each message that is put, and of nothing else', () => {
    expect(bucket.NotificationConfiguration).toEqual({ EventBridgeConfiguration: { EventBridgeEnabled: true } })
    const { EventPattern, Targets } = templates.one('AWS::Events::Rule', 'Name', 'wingback-raw')
    expect(EventPattern).toEqual({
      source: [rawStore.source],
      'detail-type': [rawStore.created],
      detail: { bucket: { name: [bucket.BucketName] } },
    })
    expect(templates.flat(Targets[0].Arn)).toBe(arnOf('raw'))
    expect(templates.flat(Targets[0].DeadLetterConfig.Arn)).toBe(arnOf('raw-undelivered'))
  })
})

describe('the table', () => {
  const properties = templates.one('AWS::DynamoDB::GlobalTable')

  test('has the keys, the index and the expiry of the pipeline', () => {
    const keys = (hash: string, range: string) => [
      { AttributeName: hash, KeyType: 'HASH' },
      { AttributeName: range, KeyType: 'RANGE' },
    ]
    expect(properties).toMatchObject({
      TableName: table.name,
      KeySchema: keys(table.partitionKey, table.sortKey),
      GlobalSecondaryIndexes: [
        {
          IndexName: table.wakeIndex.name,
          KeySchema: keys(table.wakeIndex.partitionKey, table.wakeIndex.sortKey),
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
      TimeToLiveSpecification: { AttributeName: table.ttl, Enabled: true },
    })
  })

  test('costs nothing at rest, is encrypted, can be restored and is not deleted by mistake', () => {
    expect(properties.BillingMode).toBe('PAY_PER_REQUEST')
    expect(properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' })
    expect(properties.Replicas).toHaveLength(1)
    expect(properties.Replicas[0]).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    })
    expect(templates.deletionPolicyOf(properties.id)).toBe('RetainExceptOnCreate')
  })
})

test('a first deployment that fails takes back what it made, and comes to the protected table last', () => {
  const table = templates.one('AWS::DynamoDB::GlobalTable')
  const kept = [table, ...templates.all('AWS::SecretsManager::Secret')]
  for (const { id } of kept) expect(templates.deletionPolicyOf(id)).toBe('RetainExceptOnCreate')
  const before = ['AWS::Events::EventBus', 'AWS::Events::Archive', 'AWS::SecretsManager::Secret']
  const ids = before.flatMap((type) => templates.all(type).map(({ id }) => id))
  expect(templates.dependenciesOf(table.id)).toEqual(expect.arrayContaining(ids))
})

describe('mail', () => {
  test('what SES reports comes back over SNS into the queue, whole', () => {
    const destination = templates.one('AWS::SES::ConfigurationSetEventDestination')
    const topic = templates.one('AWS::SNS::Topic', 'TopicName', mail.topic)
    expect(templates.flat(destination.ConfigurationSetName)).toBe(`<${templates.one('AWS::SES::ConfigurationSet').id}>`)
    expect(templates.flat(destination.EventDestination.SnsDestination.TopicARN)).toBe(`<${topic.id}>`)
    const types: string[] = destination.EventDestination.MatchingEventTypes
    const reported = types.map((type) => type.replace(/[A-Z]/g, '_$&').toUpperCase())
    expect(reported.sort()).toEqual([...mail.events].sort())

    const subscription = templates.one('AWS::SNS::Subscription', 'Protocol', 'sqs')
    expect(templates.flat(subscription.TopicArn)).toBe(`<${topic.id}>`)
    expect(templates.flat(subscription.Endpoint)).toBe(arnOf('events'))
    expect(subscription.RawMessageDelivery).toBe(true)
    expect(templates.flat(subscription.RedrivePolicy.deadLetterTargetArn)).toBe(arnOf('events-undelivered'))
  })

  test('SES may publish to the topic, SNS may send to the queue', () => {
    const topic = templates.one('AWS::SNS::Topic', 'TopicName', mail.topic)
    expect(templates.allowed('AWS::SNS::TopicPolicy', topic.id)).toContain('ses.amazonaws.com sns:Publish')
    for (const queue of ['events', 'events-undelivered']) {
      expect(templates.allowed('AWS::SQS::QueuePolicy', queueOf(queue).id)).toContain(
        'sns.amazonaws.com sqs:SendMessage',
      )
    }
  })
})

describe('HTTP', () => {
  const routes = Object.fromEntries(
    templates.all('AWS::ApiGatewayV2::Route').map(({ RouteKey, AuthorizationType }) => [RouteKey, AuthorizationType]),
  )

  test('the routes are those of the pipeline and of the API: links for GET, HEAD and POST only, the others under IAM', () => {
    const links = rows.flatMap(([, { on }]) =>
      'http' in on
        ? on.http.flatMap((path) => ['GET', 'HEAD', 'POST'].map((method) => [`${method} ${path}`, 'NONE']))
        : 'post' in on
          ? on.post.map((path) => [`POST ${path}`, 'NONE'])
          : [],
    )
    const operators = Object.entries<Need>(needs).flatMap(([name, { right }]) =>
      right === 'local' ? [] : [[name, 'AWS_IAM']],
    )
    expect(routes).toEqual(Object.fromEntries([...links, ...operators]))
  })

  test('the access log holds neither the token of a link nor the address of a person', () => {
    const { AccessLogSettings } = templates.one('AWS::ApiGatewayV2::Stage')
    expect(AccessLogSettings.Format).toContain('$context.routeKey')
    expect(AccessLogSettings.Format).not.toMatch(/path|sourceIp|userAgent/)
  })
})

describe('alarms', () => {
  const alarms = templates.all('AWS::CloudWatch::Alarm')
  const names = alarms.map((alarm) => alarm.AlarmName)
  const topic = templates.one('AWS::SNS::Topic', 'TopicName', 'wingback-alarms')
  const logOf = (name: string) => templates.one('AWS::Logs::LogGroup', 'LogGroupName', `/wingback/${name}`).LogGroupName

  test('watch every queue, every function and the reputation', () => {
    const expected = [
      ...queueRows.flatMap(([name, row]) => [
        `wingback-${name}-dead`,
        `wingback-${name}-age`,
        ...(row.rule || row.fromSes || row.fromStore || row.announced ? [`wingback-${name}-undelivered`] : []),
      ]),
      ...rows.flatMap(([name]) => [`wingback-${name}-errors`, `wingback-${name}-throttles`]),
      ...rows.flatMap(([name, { on }]) => ('queue' in on ? [`wingback-${name}-failing`] : [])),
      ...rows.flatMap(([name, { on }]) => ('everyMinutes' in on || 'dailyAt' in on ? [`wingback-${name}-silent`] : [])),
      'wingback-http-errors',
      'wingback-bounce-rate',
      'wingback-complaint-rate',
      ...Object.keys(alerts).map((name) => `wingback-${name}`),
    ]
    expect(names.sort()).toEqual(expected.sort())
  })

  test.each(Object.entries(alerts))('%s is heard in the log of its function', (name, { by, means }) => {
    const filter = templates.one('AWS::Logs::MetricFilter', 'FilterPattern', `{ $.alert = "${name}" }`)
    const [metric] = filter.MetricTransformations
    expect(filter.LogGroupName).toBe(logOf(by))
    const alarm = templates.one('AWS::CloudWatch::Alarm', 'AlarmName', `wingback-${name}`)
    expect(alarm).toMatchObject({ Namespace: metric.MetricNamespace, MetricName: metric.MetricName })
    expect(alarm.AlarmDescription).toBe(means)
  })

  test.each(rows.filter(([, { on }]) => 'queue' in on))('%s: messages that fail are heard in its log', (name) => {
    const alarm = templates.one('AWS::CloudWatch::Alarm', 'AlarmName', `wingback-${name}-failing`)
    const [filter, ...others] = templates
      .all('AWS::Logs::MetricFilter')
      .filter(({ MetricTransformations: [metric] }) => metric.MetricName === alarm.MetricName)
    expect(others).toEqual([])
    expect(filter!.LogGroupName).toBe(logOf(name))
    expect(filter).toMatchObject({
      FilterPattern: '{ $.failed > 0 }',
      MetricTransformations: [{ MetricNamespace: alarm.Namespace, MetricValue: '$.failed' }],
    })
    expect(alarm).toMatchObject({ Statistic: 'Sum', Period: 300, EvaluationPeriods: 3, Threshold: 1 })
  })

  test('what runs once a day wakes somebody where it failed once, and where it did not come to its end', () => {
    const alarmOf = (name: string) => templates.one('AWS::CloudWatch::Alarm', 'AlarmName', `wingback-${name}`)
    expect(alarmOf('reconcile-errors')).toMatchObject({
      ...{ MetricName: 'Errors', Threshold: 1, Period: 3600, EvaluationPeriods: 24, DatapointsToAlarm: 1 },
      TreatMissingData: 'notBreaching',
    })
    const silent = alarmOf('reconcile-silent')
    expect(silent).toMatchObject({ Period: 3600, EvaluationPeriods: 26, TreatMissingData: 'breaching' })
    const filter = templates.one('AWS::Logs::MetricFilter', 'FilterPattern', '{ $.done = "reconcile" }')
    expect(filter.MetricTransformations[0].MetricName).toBe(silent.MetricName)
    for (const name of ['reconcile', 'measure', 'fit-scores'])
      expect(readFileSync(`functions/${name}.ts`, 'utf8')).toContain(`done: '${name}'`)
  })

  test('that wait for something to be heard do not speak before it could be', () => {
    const waiting = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching')
    expect(waiting.map(({ AlarmName }) => AlarmName).sort()).toEqual([
      'wingback-fit-scores-silent',
      'wingback-measure-silent',
      'wingback-reconcile-silent',
      'wingback-rounds-silent',
      'wingback-wake-silent',
    ])
    for (const { WarmUpConfiguration, Period, EvaluationPeriods } of waiting) {
      const minutes = WarmUpConfiguration.WarmUpPeriodDurationInMinutes
      expect(minutes).toBeGreaterThan((Period * EvaluationPeriods) / 60)
      // CloudWatch takes no more than two days, and looks back no further than a day, or seven by the hour.
      expect(minutes).toBeLessThanOrEqual(2880)
      expect(Period * EvaluationPeriods).toBeLessThanOrEqual(Period < 3600 ? 86_400 : 604_800)
    }
  })

  test('of what is told again while it lasts do not flap; of what is told once nothing says when it is over', () => {
    const alarmOf = (name: string) => templates.one('AWS::CloudWatch::Alarm', 'AlarmName', `wingback-${name}`)
    expect(alarmOf('mail-not-taken')).toMatchObject({ Period: 300, EvaluationPeriods: 6, DatapointsToAlarm: 1 })
    expect(alarmOf('mail-not-taken').OKActions).toHaveLength(1)
    for (const name of Object.keys(alerts).filter((each) => each !== 'mail-not-taken'))
      expect(alarmOf(name)).not.toHaveProperty('OKActions')
  })

  test.each(alarms.filter(({ Namespace }) => Namespace === 'AWS/SQS'))('$AlarmName watches that queue', (alarm) => {
    const dimension = alarm.Dimensions.find(({ Name }: { Name: string }) => Name === 'QueueName')
    const queue = alarm.AlarmName.replace(/^wingback-/, '').replace(/-age$/, '')
    expect(dimension.Value).toBe(queueOf(queue).QueueName)
  })

  test('tell somebody, who is let in', () => {
    for (const alarm of alarms) expect(templates.flat(alarm.AlarmActions[0])).toBe(`<${topic.id}>`)
    expect(templates.allowed('AWS::SNS::TopicPolicy', topic.id)).toContain('cloudwatch.amazonaws.com sns:Publish')
  })
})

test('no stack comes near the 500 resources that CloudFormation allows', () => {
  for (const size of templates.sizes) expect(size).toBeLessThan(450)
})

test('cdk-nag finds nothing that is not acknowledged', () => {
  expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([])
})

describe('rights', () => {
  const api = `arn:aws:execute-api:eu-west-1:111122223333:<${templates.one('AWS::ApiGatewayV2::Api').id}>/`
  const policies = (Object.keys(RIGHTS) as Right[]).map((right) => {
    const name = `wingback-eu-west-1-${right === 'personalData' ? 'personal-data' : right}`
    const { Statement } = templates.one('AWS::IAM::ManagedPolicy', 'ManagedPolicyName', name).PolicyDocument
    return { right, Statement, resources: [Statement[0].Resource].flat().map((each) => templates.flat(each)) }
  })
  /** As IAM reads a resource: a star is anything, slashes too. */
  const covers = (resource: string, asked: string) =>
    new RegExp(`^${resource.replaceAll(/[$.]/g, '\\$&').replaceAll('*', '.*')}$`).test(asked)
  const rightsFor = (method: string, path: string) =>
    policies.filter(({ resources }) => resources.some((each) => covers(each, `${api}$default/${method}${path}`)))

  test('each is a policy of its own, which lets at some of the API and at nothing else', () => {
    expect(templates.all('AWS::IAM::ManagedPolicy')).toHaveLength(policies.length)
    for (const { Statement, resources } of policies) {
      expect(Statement).toHaveLength(1)
      expect(Statement[0]).toMatchObject({ Effect: 'Allow', Action: 'execute-api:Invoke' })
      for (const resource of resources) expect(resource.startsWith(`${api}$default/`)).toBe(true)
    }
  })

  test.each(Object.entries<Need>(needs))('%s is let through by the policy of its right alone', (name, { right }) => {
    const [method = '', path = ''] = name.split(' ')
    for (const given of ['x', 'x%2Fy', 'GET', 'export'])
      expect(rightsFor(method, path.replaceAll(/\{\w+\}/g, given)).map((each) => each.right)).toEqual(
        right === 'local' ? [] : [right],
      )
  })
})

test('no value of a secret is in a template', () => {
  const secrets = templates.all('AWS::SecretsManager::Secret')
  expect(secrets.map(({ Name }) => Name).sort()).toEqual([
    'wingback/connector-keys',
    'wingback/hash-key',
    'wingback/help-desk',
    'wingback/link-key',
  ])
  for (const secret of secrets) {
    expect(secret).toHaveProperty('GenerateSecretString')
    expect(secret).not.toHaveProperty('SecretString')
    expect(templates.deletionPolicyOf(secret.id)).toBe('RetainExceptOnCreate')
  }
  expect(templates.text).not.toMatch(/resolve:(secretsmanager|ssm)/)
})
