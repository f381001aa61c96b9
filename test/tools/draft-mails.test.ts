import { globSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { needs } from '../../shared/app/api/rights.ts'
import { makeRulebook } from '../../shared/app/templates/make.ts'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import { foldFacts } from '../../shared/domain/member/fold/index.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { packUpload } from '../../shared/domain/rulebook/bundle.ts'
import { type ApiInMemory, apiInMemory } from '../support/api.ts'

/** Emails and examples of a draft, made and run while somebody writes them. */

const FILES = Object.fromEntries(
  globSync('campaigns/{wingback,budgets}.yaml')
    .concat(
      globSync('campaigns/{campaigns/we-miss-you*,audiences/gone-quiet.yaml,look/*,templates/{a-gift,we-miss-you}/*}'),
    )
    .map((path) => [path.slice('campaigns/'.length), readFileSync(path, 'utf8')]),
)
const MAIL = 'templates/we-miss-you/en.mjml'
const EXAMPLES = 'campaigns/we-miss-you.examples.yaml'

let api: ApiInMemory
let draft: string

beforeEach(async () => {
  api = apiInMemory(Date.parse('2026-10-05T02:00:00Z'))
  const made = await makeRulebook(FILES)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  await api.call('PUT', '/v1/rulebooks', 'git', packUpload(made.bundle, FILES))
  draft = (await api.call('POST', '/v1/drafts', 'li', { name: 'Autumn' })).body.draft.id
})

const render = async (more: object = {}) =>
  (await api.call('POST', `/v1/drafts/${draft}/renders`, 'li', { path: MAIL, ...more })).body
const source = FILES[MAIL]!
const checkOf = ({ checks }: { checks: { check: string; holds: boolean; found: string[] }[] }, name: string) =>
  checks.find(({ check }) => check === name)!

describe('an email of a draft', () => {
  test('reads as it would be sent, to a sample of members', async () => {
    const known = await render()
    expect(known).toMatchObject({ ok: true, subject: 'It has been a while, Sample' })
    expect(known.html).toContain('Dear Sample,')
    expect(known.text).toContain('Tell us what happened')
    expect(await render({ sample: 'nameless' })).toMatchObject({ ok: true, subject: 'It has been a while' })
    expect((await render({ path: MAIL.replace('en.', 'zh-CN.') })).html).toContain('示例会员')
  })

  test('reads as it would to a real member, for who may see them alone', async () => {
    const member = newMember('M1')
    foldFacts(member, {
      ...{ type: 'member.enrolled', id: 'e1', memberId: 'M1', occurredAt: api.clock.now },
      ...{ givenName: 'Mei', familyName: 'Lin', locale: 'en', tier: 'gold' },
    })
    await api.ports.members.write({ memberId: 'M1', version: 1, state: encodeMember(member) })
    const asMember = (id: string) => api.call('POST', `/v1/member-renders/${draft}`, 'li', { path: MAIL, member: id })
    const { body } = await asMember('M1')
    expect(body).toMatchObject({ ok: true, subject: 'It has been a while, Mei' })
    expect(body.html).toContain('Dear Mei,')
    expect((await asMember('M2')).status).toBe(404)
    expect(needs['POST /v1/member-renders/{draft}']).toEqual({ right: 'personalData' })
  })

  test('says what is wrong with it, and where, in the reader’s language', async () => {
    const wrong = await render({ text: source.replace('{{ airline.helpUrl }}', '{{ airline.helpURL }}') })
    expect(wrong).toMatchObject({ ok: false, problems: [{ file: MAIL, line: 27, code: expect.any(String) }] })
    const nowhere = await render({ text: source.replace('{{ airline.bookUrl }}', 'javascript:alert(1)') })
    expect(nowhere.ok).toBe(false)
  })

  test('is looked at by name: each check holds, or says what it found', async () => {
    const all = await render()
    const names = all.checks.map(({ check }: { check: string }) => check)
    expect(names).toEqual(['sender', 'unsubscribe', 'links', 'languages', 'size', 'contrast', 'pictures'])
    expect(checkOf(all, 'sender')).toMatchObject({ holds: false, found: ['care@example.com'] })
    expect(checkOf(all, 'links').found).toContain('https://www.example.com/book')
    expect(checkOf(all, 'unsubscribe').holds).toBe(true)
    expect(checkOf(all, 'languages')).toMatchObject({ holds: true, found: ['en', 'zh-CN'] })
    expect(checkOf(all, 'contrast')).toMatchObject({ holds: true, found: [] })
    const pale = source.replace('<mj-text>', '<mj-text color="#dddddd">')
    expect(checkOf(await render({ text: pale }), 'contrast').found.join()).toContain('#dddddd / #ffffff')
    const mute = source.replace('<mj-button', '<mj-image src="https://air.test/a.png" /><mj-button')
    expect(checkOf(await render({ text: mute }), 'pictures')).toMatchObject({ holds: false })
    const long = source.replace('</mj-text>', `${'A long letter. '.repeat(7000)}</mj-text>`)
    expect(checkOf(await render({ text: long }), 'size').holds).toBe(false)
  })

  test('goes to a colleague as a test, with links that do nothing', async () => {
    const order = { path: MAIL, sample: 'known', to: 'chen@example.com' }
    const sent = await api.call('POST', `/v1/drafts/${draft}/test-sends`, 'li', order)
    expect(sent).toMatchObject({ status: 200, body: { to: 'chen@example.com' } })
  })

  test('is found in its draft alone, and is no other file', async () => {
    const elsewhere = await api.call('POST', `/v1/drafts/${draft}/renders`, 'li', { path: 'wingback.yaml' })
    expect(elsewhere.status).toBe(400)
    const none = await api.call('POST', '/v1/drafts/none/renders', 'li', { path: MAIL })
    expect(none.status).toBe(404)
  })
})

describe('examples of a draft', () => {
  const run = async (text?: string) =>
    (await api.call('POST', `/v1/drafts/${draft}/examples`, 'li', { path: EXAMPLES, ...(text && { text }) })).body

  test('run as they are written, and say what differs', async () => {
    const green = await run()
    expect(green.problems).toEqual([])
    expect(green.examples.length).toBeGreaterThan(3)
    expect(green.examples.every(({ passed }: { passed: boolean }) => passed)).toBe(true)
    const red = await run(FILES[EXAMPLES]!.replace('miles: 3000 }, at', 'miles: 4000 }, at'))
    const failed = red.examples.filter(({ passed }: { passed: boolean }) => !passed)
    expect(failed).toHaveLength(1)
    expect(failed[0].differences.join()).toContain('4000')
    const wrong = await run(FILES[EXAMPLES]!.replace('wait: 200d', 'wate: 200d'))
    expect(wrong.problems[0]).toMatchObject({ file: EXAMPLES, line: expect.any(Number) })
  })
})
