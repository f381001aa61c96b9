import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { beforeEach, describe, expect, test } from 'vitest'
import { createMemoryPorts, type MemoryPorts } from '../../shared/adapters/memory/index.ts'
import { handleApi } from '../../shared/app/api/index.ts'
import { type Need, needs, RIGHTS, type Right } from '../../shared/app/api/rights.ts'
import { byIam, byToken, type Who } from '../../shared/app/api/who.ts'
import { rulebookCache } from '../../shared/app/rulebooks.ts'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { samePerson } from '../../shared/domain/person.ts'
import { packBundle, unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'
import { requestOf } from '../../shared/lambda/http.ts'

const NOW = Date.parse('2026-10-05T02:00:00Z')
const ACCOUNT = '111122223333'
const every = Object.keys(RIGHTS) as Right[]
const roles: Record<string, Right[]> = { AWSReservedSSO_Agents_ab12: ['read', 'pay', 'approve'], Supervision: every }

const session = (role: string, name: string, account = ACCOUNT) =>
  `arn:aws:sts::${account}:assumed-role/${role}/${name}`
const user = (name: string) => `arn:aws:iam::${ACCOUNT}:user/${name}`
const who = (caller: string | undefined, users = false): Who =>
  byIam({ account: ACCOUNT, roles, users })({ caller }, 'li')

describe('in AWS somebody is', () => {
  test.each([
    ['who AWS says, in any role that counts', session('Supervision', 'wang@airline.example'), 'wang@airline.example'],
    [
      'one person in two of them',
      session('AWSReservedSSO_Agents_ab12', 'wang@airline.example'),
      'wang@airline.example',
    ],
    ['one person, however it is spelt', session('Supervision', 'Wang@Airline.example'), 'wang@airline.example'],
  ])('%s', (_name, arn, name) => {
    expect(who(arn)).toMatchObject({ name, isPerson: true })
  })

  test('their IAM user, whose path does not matter, where users count', () => {
    expect(who(user('agents/Wang'), true)).toEqual({ name: 'wang', isPerson: true })
    expect(who(user('Wang'))).toEqual({ name: 'user/Wang', isPerson: false })
  })

  test.each([
    ['a role that nobody has named', session('Mileage', 'wang@airline.example')],
    ['a role by the name of something every object has', session('constructor', 'wang')],
    ['another account', session('Supervision', 'wang@airline.example', '999999999999')],
    ['the root of the account', `arn:aws:iam::${ACCOUNT}:root`],
    ['a federated user', `arn:aws:sts::${ACCOUNT}:federated-user/wang`],
    ['no ARN at all', 'wang'],
    ['nobody', undefined],
  ])('no person as %s, whatever the request says', (_name, arn) => {
    expect(who(arn, true)).toMatchObject({ isPerson: false })
    expect(who(arn, true).name).not.toBe('li')
  })
})

test('a name that was written down as an ARN is the same person', () => {
  expect(samePerson(session('Agents', 'Wang'), 'wang')).toBe(true)
  expect(samePerson(' Li  Wei', 'li wei')).toBe(true)
  expect(samePerson('li', 'wang')).toBe(false)
})

describe('at the console somebody is', () => {
  const signedIn = byToken({
    nameClaim: 'username',
    groupsClaim: 'cognito:groups',
    groups: { Agents: ['read', 'pay'], Supervision: ['read', 'approve'] },
  })
  const as = (claims: Record<string, unknown>) => signedIn({ claims }, 'li')

  test.each([
    ['as API Gateway hands groups on', '[Agents Supervision]'],
    ['as a list', ['Agents', 'Supervision', 'Others']],
  ])('who their token says, for what all of their groups are for, %s', (_name, groups) => {
    expect(as({ username: 'Wang@airline.example', 'cognito:groups': groups })).toEqual({
      name: 'wang@airline.example',
      isPerson: true,
      rights: ['read', 'pay', 'approve'],
    })
  })

  test('one person with who comes by a role: they cannot approve what they asked for there', () => {
    const byRole = who(session('Supervision', 'Wang@airline.example')).name
    expect(samePerson(as({ username: 'wang@airline.example', 'cognito:groups': '[Agents]' }).name, byRole)).toBe(true)
  })

  test.each([
    ['in no group that counts', { username: 'wang', 'cognito:groups': '[Others]' }],
    ['in a group by the name of something every object has', { username: 'wang', 'cognito:groups': '[constructor]' }],
    ['without a name', { 'cognito:groups': '[Agents]' }],
    ['without a token', {}],
  ])('nobody %s, whatever the request says', (_name, claims) => {
    expect(as(claims)).toEqual({ name: 'unknown', isPerson: false, rights: [] })
  })
})

describe('the API in AWS', () => {
  let ports: MemoryPorts

  beforeEach(async () => {
    ports = createMemoryPorts({ now: () => NOW })
    await ports.members.write({ memberId: 'M1', version: 1, state: encodeMember(newMember('M1')) })
  })

  /** As API Gateway hands it over. */
  async function call(name: string, caller: string | undefined, body?: object | Uint8Array) {
    const [method = '', path = ''] = name.split(' ')
    const packed = body instanceof Uint8Array
    const event = {
      rawPath: path.replaceAll(/\{\w+\}/g, 'M1'),
      headers: { 'content-type': packed ? 'application/gzip' : 'application/json' },
      body: Buffer.from(packed ? body : JSON.stringify(body ?? {})).toString('base64'),
      isBase64Encoded: true,
      requestContext: { http: { method }, authorizer: { iam: { userArn: caller } } },
    }
    const { status, body: text } = await handleApi(requestOf(event as unknown as APIGatewayProxyEventV2), {
      ports,
      now: () => NOW,
      rulebooks: rulebookCache(ports.rulebooks, unpackRulebook),
      identify: byIam({ account: ACCOUNT, roles, users: false }),
    })
    return { status, body: JSON.parse(text) }
  }

  const routes = Object.entries<Need>(needs).filter(([, { right }]) => right !== 'local')

  test.each(routes.filter(([, { decides }]) => decides))('%s is for a person who is known', async (name) => {
    for (const caller of [session('Mileage', 'li'), undefined])
      expect(await call(name, caller, { by: 'li' })).toMatchObject({
        status: 403,
        body: { error: { code: 'nobody-known' } },
      })
  })

  test.each(routes)('%s asks for its right where a role says what it is for', async (name, { right }) => {
    const { status, body } = await call(name, session('AWSReservedSSO_Agents_ab12', 'li'))
    const lacks = !roles.AWSReservedSSO_Agents_ab12!.includes(right as Right)
    expect({ lacks: status === 403 && body.error.code === 'no-right' }).toEqual({ lacks })
  })

  test('an encoded letter leads to no route that a policy was not asked about', async () => {
    expect(await call('GET /v1/%6Dembers', session('Supervision', 'li'))).toMatchObject({ status: 404 })
  })

  test('four eyes are two persons, not two roles or two words of one', async () => {
    const agent = session('AWSReservedSSO_Agents_ab12', 'wang@airline.example')
    const published = await call('PUT /v1/rulebooks', session('Supervision', 'li@airline.example'), rulebook())
    expect(published.status).toBe(200)
    const order = { memberId: 'M1', miles: 100_000, budget: 'care', cause: 'k1', reason: 'x', by: 'zhang' }
    const { grant, waits } = (await call('POST /v1/ledger/grants', agent, order)).body
    expect({ waits, by: grant.requestedBy }).toEqual({ waits: true, by: 'wang@airline.example' })
    const decide = (caller: string) =>
      call(`POST /v1/ledger/approvals/${grant.grantId}`, caller, { decision: 'approve', by: 'zhang' })
    for (const same of [
      agent,
      session('Supervision', 'wang@airline.example'),
      session('Supervision', 'WANG@airline.example'),
    ])
      expect(await decide(same)).toMatchObject({ status: 409, body: { error: { code: 'own-request' } } })
    expect(await decide(session('Other', 'zhang'))).toMatchObject({ status: 403 })
    expect(await decide(session('Supervision', 'zhang@airline.example'))).toMatchObject({
      status: 200,
      body: { grant: { state: 'granted', settled: { by: 'zhang@airline.example' } } },
    })
  })
})

function rulebook(): Uint8Array {
  const settings = {
    airline: { name: 'X' },
    zone: 'UTC',
    locale: 'en',
    mail: { from: 'a@b.example' },
    holdoutSalt: 's',
  }
  const care = { limit: '1000000 CNY', mileValue: '0.05 CNY', approval: { above: '200 CNY' } }
  const documents = { 'wingback.yaml': settings, 'budgets.yaml': { budgets: { care } } }
  return packBundle({ format: 1, documents, templates: {} })
}
