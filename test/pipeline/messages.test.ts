import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answers } from '../support/airline.ts'
import { openRun } from '../support/pipeline.ts'
import { smallRulebook } from '../support/small-rulebook.ts'

/** Messages through the whole pipeline on one machine: its stand-in for a gateway shows them and answers for them. */

const begins = '2026-06-01T12:00:00+08:00'
const files = {
  ...smallRulebook,
  'wingback.yaml': `${smallRulebook['wingback.yaml']}channels: { wechat: { name: 微信, text: 100 } }\n`,
  'templates/hello/en.message.txt': 'Hello {{ member.name }}, we are listening.',
  'campaigns/upgrade.yaml': `campaign: listening
trigger: survey.answered
steps:
  - message: hello
  - wait: { for: message.replied, atMost: 2d }
  - if: { happened: message.replied }
    then: [ serviceTask: { title: Answer the reply } ]
`,
}
const enrols = (memberId: string, consent: object) => ({
  type: 'member.enrolled',
  detail: {
    id: `enrol-${memberId}`,
    memberId,
    occurredAt: begins,
    email: `${memberId}@example.com`.toLowerCase(),
    givenName: 'Mei',
    locale: 'en',
    consent,
  },
})

let wingback: Awaited<ReturnType<typeof openRun>>

beforeAll(async () => {
  wingback = await openRun()
  await wingback.publish(files)
  await wingback.begin(begins)
  await wingback.put([
    enrols('M1', { email: true, wechat: true }),
    enrols('M2', { email: true, wechat: false }),
    enrols('M3', { email: false }),
  ])
  await wingback.drain()
  await wingback.put(['M1', 'M2', 'M3'].map((id) => answers(id, begins)))
  await wingback.drain()
}, 60_000)
afterAll(() => wingback.end())

async function wayOf(member: string) {
  return (await wingback.explain(member)).find(({ campaign }) => campaign === 'listening')!
}
const ready = async () => (await wingback.announcements()).filter(({ type }) => type === 'message.ready')

describe('on one machine', () => {
  test('a message is handed over once, shown beside the mails, and delivered', async () => {
    const [message, ...more] = await ready()
    expect(more).toEqual([])
    expect(message!.detail).toMatchObject({ memberId: 'M1', channel: 'wechat', text: 'Hello Mei, we are listening.' })
    const shown = (await wingback.mails()).filter(({ messageId }) => messageId === message!.detail.messageId)
    expect(shown).toMatchObject([{ body: { text: 'Hello Mei, we are listening.' }, destination: { to: ['M1'] } }])
    const { moments } = await wayOf('M1')
    // The gateway may answer before it is known here that it was handed the message.
    const outcomes = moments.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'handed')
    expect(outcomes).toEqual(['entered', 'decided', 'sent'])
    expect((await wingback.status()).actions.message).toMatchObject({ handed: 0, sent: 1, expired: 0, unknown: 0 })
  })

  test('who is not reached there gets the mail, and explain says why', async () => {
    const { moments } = await wayOf('M2')
    expect(moments.find(({ outcome }) => outcome === 'decided')).toMatchObject({
      kind: 'email',
      channel: 'email',
      notOver: [{ channel: 'wechat', reason: 'has not consented to 微信', because: { is: 'consent.withheld' } }],
    })
    expect(await wingback.command('explain', 'M2')).toMatch(/not over wechat: has not consented to 微信/)
    expect((await wingback.mails()).map(({ destination }) => destination.to)).toContainEqual(['m2@example.com'])
  })

  test('who is reached nowhere gets nothing, and explain says why of each', async () => {
    const said = await wingback.command('explain', 'M3')
    expect(said).toMatch(/email skipped: has not consented to email/)
    expect(said).toMatch(/not over wechat: is not known to be reachable over 微信/)
  })

  test('a test send shows it as the member would get it, over the channel that reaches them', async () => {
    const send = (member: string) =>
      wingback.command('test-send', 'listening', '--to', 'me@example.com', '--as', member)
    expect(await send('M1')).toMatch(/over wechat, not sent: 28 of 100 characters.*Hello Mei, we are listening\./s)
    expect(await send('M2')).toMatch(/sent to me@example\.com: "\[TEST\] Hello"/)
    expect(await ready()).toHaveLength(1)
  })

  test('what the gateway answers is what rules go on by; what it mistakes is set aside', async () => {
    const { messageId } = (await ready())[0]!.detail
    const later = '2026-06-01T13:00:00+08:00'
    const answer = (id: string, more: object) => ({
      type: 'message.replied',
      source: 'airline.gateway',
      detail: { id, memberId: 'M1', occurredAt: later, messageId, ...more },
    })
    await wingback.moveTo(later)
    await wingback.put([
      answer('r1', { text: 'thank you' }),
      answer('r1', { text: 'thank you' }),
      answer('r2', { memberId: 'M2' }),
    ])
    await wingback.drain()
    expect((await wayOf('M1')).moments.map(({ kind, outcome }) => `${kind} ${outcome}`)).toContain('serviceTask opened')
    expect(await wingback.setAsides()).toMatchObject([
      { fault: { code: 'unknown-message', hint: expect.stringContaining('message.ready') } },
    ])
    const member = JSON.parse(await wingback.command('member', 'M1', '--json'))
    expect(JSON.stringify(member)).toContain('"channel":"wechat"')
    expect(await wingback.command('export', '--json')).toContain('"wechat"')
  })
})
