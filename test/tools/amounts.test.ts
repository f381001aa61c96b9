import { beforeEach, expect, test } from 'vitest'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import type { ApiContext } from '../../shared/app/api/http.ts'
import { handleApi } from '../../shared/app/api/index.ts'
import { bySaying } from '../../shared/app/api/who.ts'
import { rulebookCache } from '../../shared/app/rulebooks.ts'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { packBundle, unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'

/** Amounts that people hand in: in a grant by hand, and in a rulebook that is published. */

let context: ApiContext

beforeEach(async () => {
  const now = () => Date.parse('2026-10-05T02:20:00Z')
  const ports = createMemoryPorts({ now })
  context = { ports, now, rulebooks: rulebookCache(ports.rulebooks, unpackRulebook), identify: bySaying }
  await ports.members.write({ memberId: 'M1', version: 1, state: encodeMember(newMember('M1')) })
})

async function call(method: string, path: string, body: object | Uint8Array) {
  const packed = body instanceof Uint8Array
  const type = packed ? 'application/gzip' : 'application/json'
  const response = await handleApi(
    {
      method,
      path,
      query: { by: 'li' },
      headers: { 'content-type': type },
      body: packed ? body : Buffer.from(JSON.stringify(body)),
    },
    context,
  )
  return { status: response.status, body: JSON.parse(response.body) }
}

const publish = (limit: string) => {
  const settings = { zone: 'Asia/Shanghai', locale: 'en', mail: { from: 'a@b.example' }, holdoutSalt: 's' }
  const documents = {
    'wingback.yaml': { airline: { name: 'X' }, ...settings },
    'budgets.yaml': { budgets: { care: { limit, mileValue: `0.011 ${limit.slice(-3)}` } } },
  }
  return call('PUT', '/v1/rulebooks', packBundle({ format: 1, documents, templates: {} }))
}

let causes = 0
const grant = (what: object) =>
  call('POST', '/v1/ledger/grants', { memberId: 'M1', cause: `k${causes++}`, reason: 'x', ...what })

test.each([
  ['10.125 IQD', 10_125, 'IQD'],
  ['10.125 iqd', 10_125, 'IQD'],
  ['5000 XPF', 5000, 'XPF'],
  ['1.2345 CLF', 12_345, 'CLF'],
])('%s by hand is %d minor units', async (cash, amount, currency) => {
  await publish('1000 CNY')
  expect((await grant({ basis: 'statutory', cash })).body.grant).toMatchObject({ amount, currency })
})

test.each([
  ['10.1255 IQD', 'bad-money', 'IQD has not so many decimals', undefined],
  ['10.5 JPY', 'bad-money', 'JPY has not so many decimals', undefined],
  ['10 RMB', 'unknown-currency', 'no currency of ISO 4217 is called "RMB"', 'did you mean "CNY"?'],
  ['10 HRK', 'unknown-currency', 'HRK ended on 2023-01-14', 'it became EUR: write the amount in that'],
  ['10', 'bad-money', 'expected money, found "10"', 'for example 500 CNY'],
])('%s by hand is refused: %s', async (cash, code, message, hint) => {
  await publish('1000 CNY')
  const { status, body } = await grant({ basis: 'statutory', cash })
  expect([status, body.error]).toEqual([400, expect.objectContaining({ code, message, ...(hint && { hint }) })])
})

test('3,000 miles at 0.011 CNY are taken from a budget of 33 CNY', async () => {
  await publish('33 CNY')
  expect((await grant({ miles: 3000, budget: 'care' })).body.grant).toMatchObject({ costMinor: 3300 })
  expect((await grant({ miles: 1, budget: 'care' })).status).toBe(409)
})

test('a budget in a currency that has ended is not published', async () => {
  const { status, body } = await publish('1000 BGN')
  expect(status).toBe(422)
  expect(JSON.stringify(body)).toMatch(/BGN ended on 2026-01-31.*it became EUR/)
})
