import { beforeEach, expect, test } from 'vitest'
import { beginDay } from '../../shared/app/rounds/begin-day.ts'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { packBundle } from '../../shared/domain/rulebook/bundle.ts'
import { type ApiInMemory, apiInMemory } from '../support/api.ts'

const START = Date.parse('2026-10-01T02:00:00Z')
const DAY = 86_400_000
let api: ApiInMemory

beforeEach(async () => {
  api = apiInMemory(START)
  await api.ports.members.write({ memberId: 'M1', version: 1, state: encodeMember(newMember('M1')) })
  const settings = { zone: 'Asia/Shanghai', locale: 'en', mail: { from: 'a@b.example' }, holdoutSalt: 's' }
  const budgets = { care: { limit: '1000 CNY', mileValue: '0.05 CNY' } }
  const documents = { 'wingback.yaml': { airline: { name: 'X' }, ...settings }, 'budgets.yaml': { budgets } }
  await api.call('PUT', '/v1/rulebooks', 'li', packBundle({ format: 1, documents, templates: {} }))
})

const minute = async () => beginDay(api.ports, api.context.rulebooks, await api.ports.world.read(), api.clock.now)
const spending = async () => (await api.get('/v1/ledger/spending', 'li')).body.budgets

test('a budget says what was spent each day, and when it is used up at this rate', async () => {
  for (let day = 0; day < 10; day++) {
    await minute()
    const grant = { memberId: 'M1', miles: 1000, budget: 'care', cause: `k${day}`, reason: 'x' }
    expect((await api.call('POST', '/v1/ledger/grants', 'li', grant)).status).toBe(200)
    api.clock.now += DAY
    if (day === 3) expect(await spending()).toMatchObject([{ book: 'care', outlook: { is: 'tooEarly' } }])
  }
  await minute()
  const [care] = await spending()
  expect(care.days).toHaveLength(10)
  expect(care.days[0]).toEqual({ date: '2026-10-01', spentMinor: 5000 })
  // 500 CNY are left, at 50 CNY a day.
  expect(care.outlook).toEqual({
    is: 'runsOut',
    ...{ about: '2026-10-21', earliest: '2026-10-21', latest: '2026-10-21' },
  })
})

test('of a budget that nothing was granted from there is nothing to say', async () => {
  expect(await spending()).toEqual([])
})
