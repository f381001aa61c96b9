import { readFileSync } from 'node:fs'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { openApiFile } from '../../docs/generate.ts'
import { handleApi } from '../../shared/app/api/index.ts'
import { lists } from '../../shared/app/api/lists.ts'
import { needs } from '../../shared/app/api/rights.ts'
import { templateBuilder } from '../../shared/app/templates/build.ts'
import { packBundle } from '../../shared/domain/rulebook/bundle.ts'
import { loadRulebook } from '../../shared/domain/rulebook/load.ts'
import { apiInMemory } from '../support/api.ts'
import { envelope } from '../support/events.ts'
import { reactorOf } from '../support/reactor.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** The API as it is published for others: current, valid, and true of what is answered. */

const NOON = Date.parse('2026-10-05T04:00:00Z')
const published = readFileSync('docs/api/openapi.json', 'utf8')
const api = JSON.parse(published)
type Parameter = { name: string; in: string; schema: { maximum?: number } }

test('is current (else: npm run docs)', () => {
  expect(openApiFile()['api/openapi.json']).toBe(published)
}, 240_000)

test('is OpenAPI as its specification says', async () => {
  const config = await createConfig({ extends: ['spec'] })
  expect(await lintFromString({ source: published, config })).toEqual([])
})

test('has every route, with the right that it needs', () => {
  const routes = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { tags: string[] }>).map(([method, { tags }]) => [
      `${method.toUpperCase()} ${path}`,
      tags[0],
    ]),
  )
  expect(Object.fromEntries(routes)).toEqual(
    Object.fromEntries(Object.entries(needs).map(([name, { right }]) => [name, right])),
  )
})

test('no list that is paged gives more than 100 at once', () => {
  for (const [name, fields] of Object.entries(lists)) {
    if (!Object.values(fields).some((bound) => 'index' in bound)) continue
    const [method = '', path = ''] = name.split(' ')
    const limit = (api.paths[path][method.toLowerCase()].parameters as Parameter[]).find(
      (each) => each.name === 'limit',
    )
    expect([name, limit?.schema.maximum]).toEqual([name, 100])
  }
})

describe('what is answered is as the schema says', () => {
  const call = apiInMemory(NOON)
  const ajv = new Ajv2020({ strict: false })

  beforeAll(async () => {
    ajv.addSchema({ $id: 'api', components: api.components })
    const loaded = await loadRulebook(smallRulebook, templateBuilder(smallRulebook))
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
    await call.call('PUT', '/v1/rulebooks', 'li', packBundle(loaded.bundle))
    const reactor = reactorOf(loaded.rulebook, NOON, call.ports)
    const at = new Date(NOON - 60_000).toISOString()
    const about = { occurredAt: at, memberId: 'A' }
    await reactor.take([
      envelope('member.enrolled', { id: 'e', ...about, email: 'a@example.com', consent: { email: true } }),
      envelope('complaint.filed', { id: 'c', ...about, complaintId: 'C', category: 'baggage' }),
    ])
  })

  test.each([
    '/v1/me',
    '/v1/status',
    '/v1/today',
    '/v1/history',
    '/v1/members',
    '/v1/members/{memberId}',
    '/v1/masked-members/{memberId}',
    '/v1/members/{memberId}/export',
    '/v1/members/{memberId}/explain',
    '/v1/audiences',
    '/v1/campaigns',
    '/v1/campaigns/{campaign}',
    '/v1/campaigns/{campaign}/journey',
    '/v1/results',
    '/v1/targets',
    '/v1/set-asides',
    '/v1/ledger/balance',
    '/v1/ledger/approvals',
  ])('%s', async (path) => {
    const response = await handleApi(
      {
        method: 'GET',
        path: path.replace('{memberId}', 'A').replace('{campaign}', 'apology'),
        query: { by: 'li' },
        headers: {},
        body: new Uint8Array(),
      },
      call.context,
    )
    const { schema } = api.paths[path].get.responses[200].content['application/json']
    const inApi = JSON.parse(JSON.stringify(schema).replaceAll('#/components', 'api#/components'))
    expect(response.status).toBe(200)
    const holds = ajv.compile(inApi)
    holds(JSON.parse(response.body))
    expect(holds.errors ?? []).toEqual([])
  })
})
