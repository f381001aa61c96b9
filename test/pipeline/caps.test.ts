import { afterAll, beforeAll, expect, test } from 'vitest'
import { answers, enrols } from '../support/airline.ts'
import { openRun } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** Ten campaigns on one event, for twenty members at once: what is sent is what the caps allow, and no mail more. */

const MEMBERS = Array.from({ length: 20 }, (_, n) => `M${n}`)
const campaigns = Object.fromEntries(
  Array.from({ length: 10 }, (_, n) => [
    `campaigns/rush-${n}.yaml`,
    `campaign: rush-${n}
class: service
tags: [${n < 5 ? 'promo' : 'news'}]
trigger: survey.answered
guardrails: { caps: { bypass: false, counts: true } }
steps:
  - email: hello
`,
  ]),
)
const { 'campaigns/upgrade.yaml': _, ...others } = smallRulebook
const settings = `${smallRulebook['wingback.yaml']}atMost: [3 emails in 7d, 2 emails tagged promo in 1mo]\n`

let wingback: Awaited<ReturnType<typeof openRun>>

beforeAll(async () => {
  wingback = await openRun()
  await wingback.publish({ ...others, ...campaigns, 'wingback.yaml': settings })
  const now = new Date().toISOString()
  await wingback.put(MEMBERS.map((id) => enrols(id, now)))
  await wingback.drain()
  await wingback.put(MEMBERS.map((id) => answers(id, now)))
  await wingback.drain()
}, 60_000)
afterAll(() => wingback.end())

test('every member gets three mails, at most two of them promotions', async () => {
  const mails = await wingback.mails()
  expect(mails).toHaveLength(3 * MEMBERS.length)
  const everybody = await wingback.everybody()
  for (const { wingback: of } of everybody.values()) {
    expect(of.mails).toHaveLength(3)
    expect(of.mails.filter(({ tags }) => tags?.includes('promo')).length).toBeLessThanOrEqual(2)
  }
})

test('what was not sent was skipped, by the cap', async () => {
  const { actions, pending, unknown } = await wingback.status()
  expect(actions.email).toMatchObject({ sent: 3 * MEMBERS.length, skipped: 7 * MEMBERS.length })
  expect([pending, unknown]).toEqual([0, 0])
  expect(wingback.errors).toEqual([])
})
