import { beforeEach, describe, expect, test } from 'vitest'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { packBundle, unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'
import { type ApiInMemory, apiInMemory } from '../support/api.ts'

/** A rulebook that loosens approvals, budgets or caps goes live by two persons. */

const NOW = Date.parse('2026-10-05T02:00:00Z')

function bundleOf(above: string | undefined, name = 'X'): Uint8Array {
  const care = { limit: '1000000 CNY', mileValue: '0.05 CNY', ...(above !== undefined && { approval: { above } }) }
  const settings = { zone: 'UTC', locale: 'en', mail: { from: 'a@b.example' }, holdoutSalt: 's' }
  const documents = {
    'wingback.yaml': { airline: { name }, ...settings },
    'budgets.yaml': { budgets: { care } },
  }
  return packBundle({ format: 1, documents, templates: {} })
}

const versionOf = (bundle: Uint8Array) => unpackRulebook(bundle).version
const [strict, loose] = [bundleOf('200 CNY'), bundleOf(undefined)]
const [a, b] = [strict, loose].map(versionOf) as [string, string]

let api: ApiInMemory

beforeEach(async () => {
  api = apiInMemory(NOW)
  await publish(strict, 'li')
})

const call: ApiInMemory['call'] = (...asked) => api.call(...asked)

const publish = (bundle: Uint8Array, by: string) => call('PUT', '/v1/rulebooks', by, bundle)
const rollback = (by: string) => call('POST', '/v1/rulebooks/rollback', by)
const decide = (version: string, by: string, decision = 'approve', why?: string) =>
  call('POST', `/v1/rulebooks/approvals/${version}`, by, { decision, why })
const live = async () => (await api.ports.world.read()).rulebook
const pending = async () => (await call('GET', '/v1/rulebooks/approvals', 'x')).body.pending
const history = async () =>
  (await call('GET', '/v1/history', 'x')).body.history.map(({ by, what }: Record<string, string>) => `${by}: ${what}`)

describe('a looser rulebook', () => {
  test('waits, and what it loosens is told', async () => {
    const loosens = ['budget care: nobody has to approve, was above 200.00 CNY']
    expect((await publish(loose, 'wang')).body).toMatchObject({ version: b, changed: true, waits: true, loosens })
    expect(await live()).toBe(a)
    expect(await pending()).toMatchObject([{ version: b, askedBy: 'wang', loosens }])
    expect((await call('GET', '/v1/status', 'x')).body.rulebook).toMatchObject({
      live: a,
      asked: { rulebook: b, by: 'wang' },
    })
    expect((await publish(loose, 'wang')).body).toMatchObject({ changed: false, waits: true })
    expect(api.ports.queues.take('sweeps', 10)).toHaveLength(1)
  })

  test('goes live by somebody else’s word, and both are in the history', async () => {
    await publish(loose, 'wang')
    for (const same of ['wang', 'Wang '])
      expect(await decide(b, same)).toMatchObject({ status: 409, body: { error: { code: 'own-request' } } })
    expect(await live()).toBe(a)
    expect((await decide(b, 'zhang', 'approve', 'agreed in May')).body).toMatchObject({ version: b, live: true })
    expect(await live()).toBe(b)
    expect((await history()).slice(0, 2)).toEqual([
      `zhang: approved ${b}, which wang asked for: agreed in May`,
      `wang: asked to publish ${b}`,
    ])
    expect(await api.ports.world.publisherOf(b)).toBe('wang')
    expect(await pending()).toEqual([])
    expect(api.ports.queues.take('sweeps', 10)).toHaveLength(2)
  })

  test('is named by the beginning of its version, too', async () => {
    await publish(loose, 'wang')
    expect(await decide(b.slice(0, 7), 'zhang')).toMatchObject({ status: 409 })
    expect((await decide(b.slice(0, 8), 'zhang')).body).toMatchObject({ version: b, live: true })
  })

  test('a second word on it names the first', async () => {
    await publish(loose, 'wang')
    await decide(b, 'zhang')
    const again = await decide(b, 'chen')
    expect(again).toMatchObject({ status: 409, body: { error: { code: 'not-asked' } } })
    expect(again.body.error.message).toBe(
      `zhang has decided on it: approved ${b}, which wang asked for, on 2026-10-05T02:00:00.000Z`,
    )
    expect((await decide('nothing', 'chen')).body.error.message).toBe('nothing does not wait for approval')
  })

  test('can be refused, with a reason, and taken back by who asked', async () => {
    await publish(loose, 'wang')
    expect(await decide(b, 'zhang', 'refuse')).toMatchObject({ status: 400 })
    expect((await decide(b, 'wang', 'refuse', 'a slip')).body).toEqual({ version: b, live: false })
    expect(await live()).toBe(a)
    expect(await decide(b, 'zhang')).toMatchObject({ status: 409 })
    expect((await history())[0]).toBe(`wang: refused ${b}, which wang asked for: a slip`)
  })

  test('is decided on by its version, and is asked for no more once another one is live', async () => {
    const [looser, words] = [bundleOf('300 CNY'), bundleOf('200 CNY', 'Y')]
    await publish(loose, 'wang')
    await publish(looser, 'wang')
    expect(await decide(b, 'zhang')).toMatchObject({ status: 409 })
    expect(await pending()).toMatchObject([{ version: versionOf(looser) }])
    await publish(words, 'li')
    expect(await live()).toBe(versionOf(words))
    expect(await decide(versionOf(looser), 'zhang')).toMatchObject({ status: 409 })
  })

  test('waits where it is the one before, too', async () => {
    await publish(loose, 'wang')
    await decide(b, 'zhang')
    expect((await publish(strict, 'wang')).body).toMatchObject({ version: a, waits: false })
    expect((await rollback('wang')).body).toMatchObject({ version: b, waits: true })
    expect((await rollback('wang')).body).toMatchObject({ version: b, changed: false, waits: true })
    expect(await live()).toBe(a)
    await decide(b, 'li')
    expect(await live()).toBe(b)
    expect((await history())[1]).toBe(`wang: asked to roll back to ${b}`)
  })
})

test('one that loosens nothing goes live at once', async () => {
  expect((await publish(bundleOf('200 CNY', 'Y'), 'wang')).body).toMatchObject({ waits: false })
  expect((await publish(bundleOf('100 CNY', 'Y'), 'wang')).body).toMatchObject({ waits: false })
})

test('one person takes no threshold away, grants, and puts it back', async () => {
  await api.ports.members.write({ memberId: 'M1', version: 1, state: encodeMember(newMember('M1')) })
  await publish(loose, 'wang')
  const order = { memberId: 'M1', miles: 1_000_000, budget: 'care', cause: 'k', reason: 'x' }
  expect((await call('POST', '/v1/ledger/grants', 'wang', order)).body).toMatchObject({ waits: true })
  expect(await rollback('wang')).toMatchObject({ status: 409, body: { error: { code: 'nothing-before' } } })
})

test('several who ask and decide at once come to one word', async () => {
  await publish(loose, 'wang')
  const words = await Promise.all(['zhang', 'chen', 'li'].map((by) => decide(b, by)))
  expect(words.map(({ status }) => status).sort()).toEqual([200, 409, 409])
})
