import { beforeAll, describe, expect, test } from 'vitest'
import type { ApiContext } from '../../shared/app/api/http.ts'
import { handleApi } from '../../shared/app/api/index.ts'
import { needs } from '../../shared/app/api/rights.ts'
import { bySaying } from '../../shared/app/api/who.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { played, SAMPLE_MONTH } from '../support/played.ts'
import { exampleRulebook } from '../support/whole-airline.ts'

/** An example made of a member, asked of the API. */

let context: ApiContext
let rulebook: Rulebook

beforeAll(async () => {
  rulebook = await exampleRulebook()
  const { ports, now } = await played(rulebook, SAMPLE_MONTH)
  const rulebooks = { load: async () => rulebook, get: () => rulebook }
  context = { ports, rulebooks, now: () => now, identify: bySaying } as unknown as ApiContext
}, 60_000)

async function ask(method: string, path: string, body: object = {}, query: Record<string, string> = {}) {
  const response = await handleApi(
    {
      ...{ method, path, query: { by: 'li', ...query }, headers: { 'content-type': 'application/json' } },
      body: method === 'GET' ? new Uint8Array() : Buffer.from(JSON.stringify(body)),
    },
    context,
  )
  return { status: response.status, body: JSON.parse(response.body) }
}

const make = (body: object) => ask('POST', '/v1/member-examples/CW100001', { name: 'As it was', ...body })

describe('an example of a member', () => {
  test('is made of what was decided at a line of the timeline, and says that it comes out green', async () => {
    const { timeline } = (await ask('GET', '/v1/members/CW100001', {}, { limit: '200' })).body
    const line = timeline.find(({ type }: { type: string }) => type === 'complaint.filed')
    const { status, body } = await make({ campaign: 'service-recovery', event: line.id })
    expect(status).toBe(200)
    expect(body).toMatchObject({ passed: true, differences: [], problems: [], rulebook: rulebook.version })
    const { example, given, when, expect: expected } = body.example
    expect(example).toBe('As it was')
    expect(given.member).toMatchObject({ tier: 'gold' })
    expect(when.map(({ event }: { event?: string }) => event)).toContain('complaint.filed')
    expect(expected[0]).toEqual({ compensation: { miles: 12000 } })
    expect(JSON.stringify(body.example)).not.toContain('CW100001')
  })

  test('is made of all that a campaign did for them', async () => {
    const { body } = await make({ campaign: 'upgrade-regulars' })
    expect(body.passed).toBe(true)
  })

  test.each([
    ['a campaign that decided nothing of them', { campaign: 'birthday' }, 409, 'nothing-decided'],
    ['a campaign that there is not', { campaign: 'birthdays' }, 404, 'no-such-campaign'],
  ])('is not made of %s', async (_name, asked, status, code) => {
    expect(await make(asked)).toMatchObject({ status, body: { error: { code } } })
  })

  test('is for who may see the member alone', () => {
    expect(needs['POST /v1/member-examples/{memberId}']).toEqual({ right: 'personalData' })
  })
})
