import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrols } from '../support/airline.ts'
import { openRun } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** Campaigns that go through a whole audience: by the clock, and at their launch. Through the front door. */

let wingback: Awaited<ReturnType<typeof openRun>>
beforeAll(async () => {
  wingback = await openRun()
})
afterAll(() => wingback.end())

const golden = { 'audiences/golden.yaml': 'audience: golden\nname: Gold\nwho: { tier: gold }' }
const weekly = {
  'campaigns/weekly.yaml': `campaign: weekly
trigger: { schedule: { cron: "0 10 * * MON", zone: Asia/Shanghai }, audience: golden }
limits: { perMinute: 2, inAll: 5 }
steps: [email: hello]
`,
}
const welcome = {
  'campaigns/welcome.yaml': `campaign: welcome
trigger: { audience: golden, includeExisting: true }
steps: [{ serviceTask: { title: Say hello } }]
`,
}

test('whoever is in the audience is mailed at the instant, at the campaign’s rate, and a launch includes them', async () => {
  const sunday = '2026-10-04T02:00:00Z'
  await wingback.publish({ ...smallRulebook, ...golden, ...weekly })
  await wingback.begin(sunday)
  const ids = ['G1', 'G2', 'G3']
  await wingback.put([
    ...ids.map((id) => enrols(id, sunday, { tier: 'gold' })),
    enrols('SILVER', sunday, { tier: 'silver' }),
  ])
  await wingback.drain()
  expect(JSON.parse(await wingback.command('audience', 'golden', '--json'))).toMatchObject({ members: 3 })

  await wingback.moveTo('2026-10-05T01:59:00Z')
  expect((await wingback.status()).actions.email.sent).toBe(0)
  await wingback.moveTo('2026-10-05T02:00:00Z')
  await wingback.drain()
  expect((await wingback.status()).actions.email.sent).toBe(2)
  await wingback.moveTo('2026-10-05T02:10:00Z')
  await wingback.drain()
  const mails = (await Promise.all(ids.map((id) => wingback.member(id)))).flatMap((member) => member.wingback.mails)
  expect(mails.map(({ sentAt }) => sentAt).sort()).toEqual([
    '2026-10-05T02:00:00.000Z',
    '2026-10-05T02:00:00.000Z',
    '2026-10-05T02:01:00.000Z',
  ])

  await wingback.publish({ ...smallRulebook, ...golden, ...weekly, ...welcome })
  await wingback.drain()
  expect((await wingback.status()).actions.serviceTask.opened).toBe(3)

  await wingback.moveTo('2026-10-13T00:00:00Z')
  await wingback.drain()
  expect((await wingback.status()).actions.email).toMatchObject({ sent: 5, skipped: 1 })
  expect((await wingback.member('SILVER')).wingback.mails).toEqual([])
  expect(await wingback.command('status')).toMatch(/weekly \(golden\) +done: that of 2026-10-12 10:00, to 3 members/)
  expect(await wingback.command('status')).toMatch(/weekly +5 of 5 taken/)
  expect(wingback.errors).toEqual([])
})
