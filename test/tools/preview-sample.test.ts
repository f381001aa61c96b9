import { expect, test } from 'vitest'
import type { Call, Client } from '../../cli/client.ts'
import { previewLines, previewRulebook } from '../../cli/rulebook/preview.ts'
import { handleApi } from '../../shared/app/api/index.ts'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { packBundle } from '../../shared/domain/rulebook/bundle.ts'
import { apiInMemory } from '../support/api.ts'

/** What `--look` is where nobody says it. */
const SAMPLE = 20_000
const MEMBERS = 30_000
const GOLD_IN = 4

const bundle = packBundle({
  format: 1,
  documents: {
    'wingback.yaml': {
      airline: { name: 'Any Air' },
      zone: 'Asia/Shanghai',
      locale: 'en',
      mail: { from: 'hello@airline.example' },
      holdoutSalt: '1',
    },
    'audiences/valued.yaml': { audience: 'valued', who: { tier: ['gold', 'diamond'] } },
    'campaigns/hello.yaml': {
      campaign: 'hello',
      trigger: { audience: 'valued', includeExisting: true },
      steps: [{ wait: '1d' }],
    },
  },
  templates: {},
})

const { ports, context } = apiInMemory(Date.parse('2026-10-05T02:00:00Z'))

const client: Pick<Client, 'call'> = {
  async call<T>(method: string, path: string, { query = {}, body }: Call = {}): Promise<T> {
    const response = await handleApi(
      {
        method,
        path,
        query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value?.toString()])),
        headers: { 'content-type': 'application/gzip' },
        body: body as Uint8Array,
      },
      context,
    )
    expect(response.status).toBe(200)
    return JSON.parse(response.body) as T
  },
}

test('a table larger than the sample: what was looked at is counted, and all of it estimated', async () => {
  for (let n = 0; n < MEMBERS; n++) {
    const member = newMember(`CA${n}`)
    const fields = { tier: n % GOLD_IN === 0 ? 'gold' : 'silver' }
    const state = encodeMember({ ...member, layers: [{ at: 1, eventId: 'e', fields }] })
    await ports.members.write({ memberId: member.memberId, version: 1, state })
  }
  await ports.tally.add({ members: MEMBERS })

  const told: string[] = []
  const note = (text: string) => void told.push(text)
  const session = { client: client as Client, language: 'zh-CN' as const, watched: true, note }
  const previewed = await previewRulebook(session, bundle, SAMPLE)
  expect(previewed).toMatchObject({ members: MEMBERS, looked: SAMPLE, unknown: [{ name: 'tier', value: 'diamond' }] })
  // The order of a table is not that of the ids: about every fourth.
  const { enter = 0 } = previewed.atOnce.hello ?? {}
  expect(Math.abs(enter - SAMPLE / GOLD_IN)).toBeLessThan(SAMPLE / 100)

  const [title, hello, estimate] = previewLines(previewed, 'en')
  expect(title).toContain('20,000 of 30,000 members checked')
  expect(hello).toBe(`  hello: ${enter} enter now`)
  expect(estimate).toContain('about 1.5 times as many for all members')

  const all = await previewRulebook(session, bundle, MEMBERS * 2)
  expect(all).toMatchObject({ looked: MEMBERS, atOnce: { hello: { enter: MEMBERS / GOLD_IN } } })
  // Who waits for everybody sees that it goes on.
  expect(told).toEqual(['已查看 20,000 名，共 30,000 名……', '已查看 20,000 名，共 30,000 名……'])
  expect(previewLines(all, 'zh-CN')[0]).toContain('已查看 30,000 名会员')
}, 120_000)
