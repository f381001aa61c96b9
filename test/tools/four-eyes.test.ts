import { beforeEach, describe, expect, test } from 'vitest'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { packBundle } from '../../shared/domain/rulebook/bundle.ts'
import { type ApiInMemory, apiInMemory } from '../support/api.ts'

/** What an agent grants by hand: from what on a second person sees it, and the hour's limit of what the law owes. */

const NOW = Date.parse('2026-10-05T02:20:00Z')
const HOUR = 3_600_000

let api: ApiInMemory

beforeEach(async () => {
  api = apiInMemory(NOW)
  for (const memberId of ['M1', 'M2'])
    await api.ports.members.write({ memberId, version: 1, state: encodeMember(newMember(memberId)) })
  const settings = { zone: 'Asia/Shanghai', locale: 'en', mail: { from: 'a@b.example' }, holdoutSalt: 's' }
  const law = { licence: 'EU', automaticPerHour: '1000 EUR' }
  const budgets = {
    care: { limit: '1000000 CNY', mileValue: '0.05 CNY', approval: { above: '200 CNY', within: '6h' } },
    gifts: { limit: '1000000 CNY', mileValue: '0.05 CNY', approval: { above: '200 CNY' } },
  }
  const documents = {
    'wingback.yaml': { airline: { name: 'X' }, ...settings, law },
    'budgets.yaml': { budgets },
  }
  await call('PUT', '/v1/rulebooks', 'li', packBundle({ format: 1, documents, templates: {} }))
})

const call: ApiInMemory['call'] = (...asked) => api.call(...asked)

let causes = 0
const grant = (more: object, memberId = 'M1') =>
  call('POST', '/v1/ledger/grants', 'wang', { memberId, cause: `k${causes++}`, reason: 'x', ...more })
const miles = async (amount: number, more: object = {}, memberId = 'M1') =>
  (await grant({ miles: amount, budget: 'care', ...more }, memberId)).body.waits
const owed = (cash: string) => grant({ basis: 'statutory', cash })
const decide = (grantId: string, by: string, decision = 'approve') =>
  call('POST', `/v1/ledger/approvals/${grantId}`, by, { decision, why: 'seen' })

describe('goodwill', () => {
  test('in slices waits as the whole would, whatever budget it is from', async () => {
    expect(await miles(2_000)).toBe(false)
    expect(await miles(2_000, { budget: 'gifts' })).toBe(false)
    expect(await miles(1)).toBe(true)
    expect(await miles(1, { budget: 'gifts' })).toBe(true)
    expect(await miles(4_000, {}, 'M2')).toBe(false)
  })

  test('is counted by the airline’s day', async () => {
    expect(await miles(4_000)).toBe(false)
    api.clock.now = Date.parse('2026-10-05T15:59:00Z')
    expect(await miles(1)).toBe(true)
    api.clock.now = Date.parse('2026-10-05T16:00:00Z')
    expect(await miles(4_000)).toBe(false)
  })

  test('fifty slices of one agent come to no more than the threshold', async () => {
    const waits: boolean[] = []
    for (let i = 0; i < 50; i++) waits.push(await miles(4_000))
    expect(waits.filter((each) => !each)).toHaveLength(1)
  })
})

describe('what the law owes', () => {
  test('always takes a second person, and is granted by their word', async () => {
    const { grant: asked, waits } = (await owed('250 EUR')).body
    expect({ waits, state: asked.state }).toEqual({ waits: true, state: 'pending' })
    expect(await decide(asked.grantId, 'wang')).toMatchObject({ status: 409, body: { error: { code: 'own-request' } } })
    expect((await decide(asked.grantId, 'zhang')).body.grant).toMatchObject({ state: 'granted', basis: 'statutory' })
  })

  test('lies under the hour’s limit, with what is paid by itself', async () => {
    expect((await owed('600 EUR')).status).toBe(200)
    const more = await owed('400.01 EUR')
    expect(more).toMatchObject({ status: 409, body: { error: { code: 'tranche-exhausted' } } })
    expect(more.body.error.message).toBe(
      'costs 400.01 EUR, 400.00 EUR left of the 1,000.00 EUR that may be paid within an hour',
    )
    const hour = new Date(NOW - (NOW % HOUR)).toISOString()
    expect(await api.ports.ledger.spent([`automatic:EUR:${hour}`])).toEqual({ [`automatic:EUR:${hour}`]: 600_00 })
    api.clock.now += HOUR
    expect((await owed('400.01 EUR')).status).toBe(200)
    expect(await owed('9000000 EUR')).toMatchObject({ status: 409, body: { error: { code: 'tranche-exhausted' } } })
  })

  test('in a currency without an hour’s limit takes a second person alone', async () => {
    expect((await owed('90000 USD')).body).toMatchObject({ waits: true })
  })
})

test('a second word on a grant names who gave the first, and when', async () => {
  const { grantId } = (await owed('250 EUR')).body.grant
  await decide(grantId, 'zhang')
  api.clock.now += HOUR
  expect(await decide(grantId, 'chen')).toMatchObject({
    status: 409,
    body: { error: { code: 'not-pending', message: 'it was approved by zhang on 2026-10-05T02:20:00.000Z' } },
  })
  const refused = (await owed('250 EUR')).body.grant.grantId
  await decide(refused, 'zhang', 'refuse')
  expect((await decide(refused, 'zhang')).body.error.message).toBe(
    'it was refused by zhang on 2026-10-05T03:20:00.000Z',
  )
  expect(await decide('x'.repeat(22), 'zhang')).toMatchObject({ status: 404 })
})

test('more grants may wait than are listed, and each can be decided on', async () => {
  const ids: string[] = []
  for (let i = 0; i < 101; i++) ids.push((await grant({ basis: 'statutory', cash: '1 USD' })).body.grant.grantId)
  expect((await call('GET', '/v1/ledger/approvals', 'zhang')).body.pending).toHaveLength(100)
  for (const grantId of ids.slice(-2)) expect((await decide(grantId, 'zhang')).status).toBe(200)
})

test('on a grant whose person was erased meanwhile somebody decides, and leaves no words on them', async () => {
  const { grantId } = (await grant({ basis: 'statutory', cash: '250 EUR', reason: 'words on Mei' })).body.grant
  const erased = { ...newMember('M1'), erasedAt: api.clock.now }
  await api.ports.members.write({ memberId: 'M1', version: 2, state: encodeMember(erased) })
  await api.ports.ledger.forget(['M1'])
  expect((await decide(grantId, 'zhang')).status).toBe(200)
  const entries = await api.ports.ledger.entries(['M1'])
  expect(entries.map(({ what, by, why }) => [what, by, why])).toEqual([
    ['reserved', 'wang', undefined],
    ['approved', 'zhang', undefined],
  ])
})
