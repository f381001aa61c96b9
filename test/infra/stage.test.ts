import { describe, expect, test } from 'vitest'
import { readStage, type Stage, stageOf } from '../../infra/aws/stage.ts'
import { STAGE, synthesise } from './template.ts'

describe('a stage', () => {
  test('is what its file says', () => {
    expect(readStage('example')).toMatchObject({ name: 'example', account: '111122223333' })
  })

  test('is refused in a partition without SES, with the reason', () => {
    expect(() => stageOf({ ...STAGE, region: 'cn-north-1' })).toThrow(
      'region: cn-north-1 belongs to the partition aws-cn, which does not offer SES',
    )
  })

  test('is refused in a region that is not known to offer SES', () => {
    expect(() => stageOf({ ...STAGE, region: 'ap-east-1' })).toThrow('region: ap-east-1 is not known to offer SES')
  })

  test('names everything that is wrong with it', () => {
    const settings = { ...STAGE, account: '1', mailIdentity: 'nowhere', alarmMail: 'ops@example.com' }
    expect(() => stageOf(settings)).toThrow(/"test" cannot be deployed:.* account: .* mailIdentity: .*"alarmMail"/s)
  })

  test('lets other accounts in by their sources, none of which is Wingback', () => {
    expect(() => stageOf({ ...STAGE, producers: { '444455556666': ['wingback'] } })).toThrow('such as airline.ops')
    expect(() => stageOf({ ...STAGE, producers: { ops: ['airline.ops'] } })).toThrow(
      'producers: must go by the 12 digits',
    )
    const { templates } = synthesise({ producers: { '444455556666': ['airline.ops', 'airline.pss'] } })
    const { Statement } = templates.one('AWS::Events::EventBusPolicy', 'StatementId', 'Account444455556666')
    expect(Statement).toMatchObject({
      Effect: 'Allow',
      Action: 'events:PutEvents',
      Condition: {
        'ForAllValues:StringEquals': { 'events:source': ['airline.ops', 'airline.pss'] },
        Null: { 'events:source': 'false' },
      },
    })
    expect(JSON.stringify(Statement.Principal)).toContain('444455556666')
  })

  test('says which roles are for what, and for nothing there is not', () => {
    const people = (roles: object, users = false) => stageOf({ ...STAGE, people: { roles, users } }).people
    expect(people({ Agents: ['read', 'pay'] })).toEqual({ roles: { Agents: ['read', 'pay'] }, users: false })
    expect(stageOf(STAGE).people).toEqual({ roles: {}, users: false })
    expect(() => people({ Agents: ['grant'] })).toThrow('people.roles.Agents.0: ')
    expect(() => people({ 'path/Agents': ['read'] })).toThrow(
      'people.roles: must go by the names of roles, without their paths',
    )
  })

  test('has people of one directory: a person with a name in two would be two', () => {
    const roles = { AWSReservedSSO_Agents_0123456789abcdef: ['pay'] }
    expect(() => stageOf({ ...STAGE, people: { roles, users: true } })).toThrow('people: has IAM users and roles')
  })

  test('without a file is not deployed', () => {
    expect(() => readStage('nowhere')).toThrow('There is no stage "nowhere"')
    expect(() => readStage('../stages/example')).toThrow('There is no stage')
  })
})

test('a domain of its own is in the links and in front of the API', () => {
  const certificateArn = 'arn:aws:acm:eu-west-1:111122223333:certificate/1'
  const { templates } = synthesise({ links: { domain: 'links.example.com', certificateArn } })
  const links = templates.one('AWS::Lambda::Function', 'FunctionName', 'wingback-links')
  expect(links.Environment.Variables.LINK_BASE_URL).toBe('https://links.example.com')
  const { DomainName, DomainNameConfigurations } = templates.one('AWS::ApiGatewayV2::DomainName')
  expect(DomainName).toBe('links.example.com')
  expect(DomainNameConfigurations[0].CertificateArn).toBe(certificateArn)
  const mapping = templates.one('AWS::ApiGatewayV2::ApiMapping')
  expect(templates.flat(mapping.ApiId)).toBe(`<${templates.one('AWS::ApiGatewayV2::Api').id}>`)
})

test('other systems show certificates on a domain of their own, and only those that are named may send', () => {
  const certificateArn = 'arn:aws:acm:eu-west-1:111122223333:certificate/2'
  const certificates = { operations: ['CN=ops.example.com'] }
  const senders = { domain: 'in.example.com', certificateArn, truststore: 's3://trust/a/senders.pem', certificates }
  const { templates } = synthesise({ senders })
  expect(templates.one('AWS::ApiGatewayV2::DomainName')).toMatchObject({
    DomainName: 'in.example.com',
    MutualTlsAuthentication: { TruststoreUri: 's3://trust/a/senders.pem' },
  })
  const mapping = templates.one('AWS::ApiGatewayV2::ApiMapping')
  expect(templates.flat(mapping.ApiId)).toBe(`<${templates.one('AWS::ApiGatewayV2::Api').id}>`)
  const { Environment } = templates.one('AWS::Lambda::Function', 'FunctionName', 'wingback-receive')
  expect(JSON.parse(Environment.Variables.SENDER_CERTIFICATES)).toEqual(certificates)
  expect(() => synthesise({ senders: { ...senders, truststore: 'senders.pem' } })).toThrow('s3://bucket/senders.pem')
})

test('other accounts that are named may send to the inbox, and may do nothing else with it', () => {
  const allowed = (settings: Record<string, unknown>) => {
    const { templates } = synthesise(settings)
    const queue = templates.one('AWS::SQS::Queue', 'QueueName', 'wingback-inbox')
    return templates
      .statements('AWS::SQS::QueuePolicy', queue.id)
      .filter(({ Effect }) => Effect === 'Allow')
      .map(({ Action, Principal, Resource }) => ({
        Action,
        who: JSON.stringify(Principal).match(/\d{12}/g),
        on: templates.flat(Resource) === `<${queue.id}.Arn>`,
      }))
  }
  expect(allowed({})).toEqual([])
  expect(allowed({ inbox: ['444455556666', '777788889999'] })).toEqual([
    { Action: 'sqs:SendMessage', who: ['444455556666', '777788889999'], on: true },
  ])
  expect(() => stageOf({ ...STAGE, inbox: ['ops'] })).toThrow('inbox.0: must be the 12 digits of an AWS account')
})

test('whoever is to be told of alarms is asked', () => {
  const { templates } = synthesise({ alarmEmail: 'ops@example.com' })
  const subscription = templates.one('AWS::SNS::Subscription', 'Protocol', 'email')
  expect(subscription.Endpoint).toBe('ops@example.com')
})

const groups = { marketing: ['read', 'publish'] }

/** Every setting that a stage may have, so that no resource is left out. */
const EVERYTHING = {
  producers: { '444455556666': ['airline.ops'] },
  links: { domain: 'links.example.com', certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/1' },
  senders: {
    domain: 'in.example.com',
    certificateArn: 'arn:aws:acm:eu-west-1:111122223333:certificate/2',
    truststore: 's3://trust/a/senders.pem',
    certificates: { operations: ['CN=ops.example.com'] },
  },
  inbox: ['444455556666'],
  alarmEmail: 'ops@example.com',
  sampleMembers: 2000,
  people: { roles: { Agents: ['read', 'pay'] } },
  console: {
    groups,
    signInDomain: 'wingback-test',
    domain: {
      name: 'wingback.airline.example',
      certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/1',
    },
  },
} satisfies Record<Exclude<keyof Stage, keyof typeof STAGE>, unknown>

const theirs = { groups, issuer: 'https://login.airline.example', clientId: 'c-1', scope: 'api://wingback/console' }

test.each([
  ['everything', EVERYTHING],
  ['people who sign in elsewhere', { console: theirs }],
])("a stage with %s keeps CloudFormation's rules", (_name, settings) => {
  expect(() => synthesise(settings, { holdsRules: true })).not.toThrow()
})
