import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { pullFiles } from '../../cli/rulebook/pull.ts'
import { readRulebookFolder } from '../../cli/rulebook/read.ts'
import { publishDue } from '../../shared/app/drafts/publish-due.ts'
import { makeRulebook } from '../../shared/app/templates/make.ts'
import { nameOfText } from '../../shared/domain/drafts/files.ts'
import { packUpload, unpackFiles } from '../../shared/domain/rulebook/bundle.ts'
import { type ApiInMemory, apiInMemory } from '../support/api.ts'

/** Drafts as the console works with them: saved, checked, looked at by another, live. */

const NOW = Date.parse('2026-10-05T02:00:00Z')
const PATH = 'campaigns/hello.yaml'

const campaign = (wait: string) => `# a note that stays
campaign: hello
trigger: complaint.filed
steps:
  - wait: ${wait}   # let them sleep on it
  - serviceTask: { title: Call, team: care }
`

const files = (more: Record<string, string> = {}) => ({
  'wingback.yaml':
    'airline: { name: X, bookUrl: https://x.example }\nzone: UTC\nlocale: en\nmail: { from: a@b.example }\nholdoutSalt: s\n',
  'budgets.yaml': 'budgets:\n  care: { limit: 1000 CNY }\n',
  [PATH]: campaign('1d'),
  ...more,
})

let api: ApiInMemory
let draft: string

async function publishFolder(all: Record<string, string>) {
  const made = await makeRulebook(all)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return api.call('PUT', '/v1/rulebooks', 'git', packUpload(made.bundle, all))
}

beforeEach(async () => {
  api = apiInMemory(NOW)
  expect((await publishFolder(files())).status).toBe(200)
  draft = await begin('Autumn')
})

const begin = async (name: string): Promise<string> =>
  (await api.call('POST', '/v1/drafts', 'li', { name })).body.draft.id
const save = (text: string | null, rests: string | null, more: object = {}, by = 'li', id = draft) =>
  api.call('PUT', `/v1/drafts/${id}/files`, by, { path: PATH, text, rests, ...more })
const step = (what: object, by = 'li', id = draft) => api.call('POST', `/v1/drafts/${id}/steps`, by, what)
const review = (decision: string, by: string, more: object = {}, id = draft) =>
  api.call('POST', `/v1/drafts/${id}/reviews`, by, { decision, ...more })
const publish = (what: object = { how: 'now' }, by = 'li', id = draft) =>
  api.call('POST', `/v1/drafts/${id}/publications`, by, what)
const show = async (id = draft) => (await api.call('GET', `/v1/drafts/${id}`, 'x')).body
const outlook = async () => (await api.call('GET', `/v1/drafts/${draft}/outlook`, 'x')).body
const live = async () => {
  const { body } = await api.call('GET', '/v1/rulebooks/files', 'x')
  return unpackFiles(Buffer.from(body.files, 'base64'))
}
const published = nameOfText(campaign('1d'))
const stateOf = async (id = draft) => (await show(id)).draft.state

async function approved(text = campaign('2d'), id = draft) {
  await save(text, published, {}, 'li', id)
  expect((await step({ step: 'ask' }, 'li', id)).body.ok).toBe(true)
  expect((await review('approve', 'chen', {}, id)).status).toBe(200)
}

describe('checking', () => {
  const EXAMPLES = 'campaigns/hello.examples.yaml'
  const examples = (title: string) =>
    `campaign: hello\ngiven: { at: 2026-09-10T12:00Z }\nexamples:\n  - example: a call\n    when: [{ at: 2026-09-10T12:00Z, event: complaint.filed }, { wait: 4d }]\n    expect: [{ serviceTask: ${title} }]\n`
  const saveExamples = (text: string, rests: string | null) => save(text, rests, { path: EXAMPLES })

  test('runs the examples, and one that does not come out as it says keeps it from a review', async () => {
    await saveExamples(examples('Write'), null)
    for (const asked of ['check', 'ask']) {
      const { body } = await step({ step: asked })
      expect(body).toMatchObject({ ok: false, problems: [], examples: { ran: 1, filesMore: 0 } })
      expect(body.examples.failed).toMatchObject([{ name: 'a call', file: EXAMPLES, line: 4 }])
      expect(await stateOf()).toBe('open')
      // Examples are no rules: the rulebook is the live one, whose files are not to be others for a mere check.
      expect(Object.keys(await live())).not.toContain(EXAMPLES)
    }
    await saveExamples(examples('Call'), nameOfText(examples('Write')))
    expect((await step({ step: 'ask' })).body).toMatchObject({ ok: true, examples: { ran: 1, failed: [] } })
    expect(await stateOf()).toBe('inReview')
    expect(Object.keys(await live())).not.toContain(EXAMPLES)
    await review('approve', 'chen')
    expect((await publish()).status).toBe(200)
    expect((await live())[EXAMPLES]).toBe(examples('Call'))
  })

  test('says what is wrong with an example', async () => {
    await saveExamples(examples('Call').replace('complaint.filed', 'nothing.known'), null)
    const { body } = await step({ step: 'check' })
    expect(body).toMatchObject({ ok: false, problems: [{ file: EXAMPLES, code: 'bad-value' }] })
  })

  test('runs those of campaigns that it does not touch, too', async () => {
    await publishFolder(files({ [EXAMPLES]: examples('Write') }))
    await save('audience: golden\nwho: { tier: gold }\n', null, { path: 'audiences/golden.yaml' })
    expect((await step({ step: 'check' })).body.examples.failed).toHaveLength(1)
  })

  test('runs those of what it touches, however many others there are', async () => {
    const many = Array.from({ length: 40 }, (_, n) => [
      [
        `campaigns/c-${n}.yaml`,
        campaign('1d')
          .replace('campaign: hello', `campaign: c-${n}`)
          .replace('complaint.filed', n === 39 ? 'complaint.filed' : 'booking.created'),
      ],
      [
        `campaigns/c-${n}.examples.yaml`,
        examples('Call')
          .replace('hello', `c-${n}`)
          .replace('[{ serviceTask: Call }]', n === 39 ? '[{ serviceTask: Call }]' : 'nothing')
          .replace(/ {2}- example[\s\S]*/, (one) => one.repeat(3)),
      ],
    ]).flat()
    await publishFolder(files(Object.fromEntries(many)))
    const path = 'campaigns/c-39.yaml'
    const before = (await live())[path]!
    await save(before.replace('serviceTask: { title: Call, team: care }', 'wait: 1d'), nameOfText(before), { path })
    const { body } = await step({ step: 'check' })
    expect(body.examples.filesMore).toBeGreaterThan(0)
    expect(body.examples.failed.map(({ file }: { file: string }) => file)).toEqual(
      Array(3).fill('campaigns/c-39.examples.yaml'),
    )
  })
})

describe('saving', () => {
  test('keeps every byte, comments and all', async () => {
    const { body } = await save(campaign('2d'), published)
    expect(body).toMatchObject({ saved: true, name: nameOfText(campaign('2d')) })
    expect((await show()).texts).toEqual({ [PATH]: campaign('2d') })
    expect((await live())[PATH]).toBe(campaign('1d'))
  })

  test('on a text that is not there any more saves nothing, and shows the other', async () => {
    await save(campaign('2d'), published)
    const { body } = await save(campaign('3d'), published, {}, 'wang')
    expect(body).toMatchObject({
      saved: false,
      theirs: { text: campaign('2d'), by: 'li', name: nameOfText(campaign('2d')) },
    })
    expect((await save(campaign('3d'), body.theirs.name, {}, 'wang')).body.saved).toBe(true)
    expect((await show()).draft.editors).toEqual(['li', 'wang'])
  })

  test('once more what was saved is no conflict: the answer was lost', async () => {
    await save(campaign('2d'), published)
    expect((await save(campaign('2d'), published)).body.saved).toBe(true)
    expect((await show()).draft.version).toBe(2)
  })

  test('as it is live takes the file out of the draft; a new file and one that goes are in it', async () => {
    await save(campaign('2d'), published)
    await save(campaign('1d'), nameOfText(campaign('2d')))
    expect((await show()).texts).toEqual({})
    const path = 'audiences/new.yaml'
    await save('audience: new\n', null, { path })
    await save(null, published)
    expect((await show()).texts).toEqual({ [path]: 'audience: new\n', [PATH]: null })
  })

  test('every version can be read again', async () => {
    await save(campaign('2d'), published)
    await save(campaign('3d'), nameOfText(campaign('2d')))
    const { lines } = (await api.call('GET', `/v1/drafts/${draft}/lines`, 'x')).body
    expect(lines.map(({ did, by }: Record<string, string>) => `${by} ${did}`)).toEqual([
      'li save',
      'li save',
      'li created',
    ])
    expect((await api.call('GET', `/v1/drafts/${draft}/texts/${lines[1].text}`, 'x')).body).toEqual({
      text: campaign('2d'),
    })
  })

  test('outside of a rulebook is refused', async () => {
    for (const path of ['../x.yaml', 'notes.txt'])
      expect(await save('x', null, { path })).toMatchObject({ status: 400, body: { error: { code: 'not-a-path' } } })
  })
})

describe('a check', () => {
  test('says what is wrong, and where; nothing goes on from there', async () => {
    await save(campaign('soon'), published)
    const { body } = await step({ step: 'ask' })
    expect(body).toMatchObject({ ok: false, problems: [{ file: PATH, line: 5, code: 'bad-duration' }] })
    expect(await stateOf()).toBe('open')
  })

  test('says what it would change, and the rulebook can be looked at with members', async () => {
    await save(campaign('2d'), published)
    const { body } = await step({ step: 'check' })
    expect(body.ok).toBe(true)
    expect(await outlook()).toMatchObject({
      loosens: [],
      campaigns: [{ campaign: 'hello', isNew: false, budget: null }],
    })
    const { rulebook: version } = body.draft.checked
    expect((await api.call('POST', '/v1/rulebooks/preview', 'x', { version })).body).toMatchObject({
      changed: ['hello'],
    })
  })
})

describe('a draft', () => {
  test('is approved by another person, goes live with its comments, and the history says who', async () => {
    await approved()
    expect((await publish()).body).toMatchObject({ draft: { state: 'live', isLive: true } })
    expect((await live())[PATH]).toBe(campaign('2d'))
    const { history } = (await api.call('GET', '/v1/history', 'x')).body
    expect(history[0]).toMatchObject({
      by: 'li',
      what: expect.stringMatching(/^published .*, the draft "Autumn", which chen approved$/),
    })
  })

  test('cannot be approved by who edited it, nor be published before', async () => {
    await save(campaign('2d'), published)
    expect(await publish()).toMatchObject({ status: 409, body: { error: { code: 'draft-not-approved' } } })
    await step({ step: 'ask' })
    expect(await review('approve', 'Li ')).toMatchObject({ status: 409, body: { error: { code: 'draft-own-draft' } } })
    expect(await save('x', nameOfText(campaign('2d')))).toMatchObject({
      status: 409,
      body: { error: { code: 'draft-locked' } },
    })
    expect(await review('refuse', 'chen')).toMatchObject({ status: 400 })
    await review('refuse', 'chen', { comment: 'too late' })
    expect(await stateOf()).toBe('open')
  })

  test('that is changed after it was approved is approved no more', async () => {
    await approved()
    await save(campaign('9d'), nameOfText(campaign('2d')))
    expect(await publish()).toMatchObject({ status: 409, body: { error: { code: 'draft-not-approved' } } })
  })

  test('leaves what went live meanwhile', async () => {
    await approved()
    await publishFolder(files({ 'audiences/all.yaml': 'audience: all\nname: All\nwho: { tier: [gold] }\n' }))
    expect((await publish()).body.draft.state).toBe('live')
    expect(Object.keys(await live())).toContain('audiences/all.yaml')
    expect((await live())[PATH]).toBe(campaign('2d'))
  })

  test('of which a file went live anew meanwhile is not put over it: one of the two is chosen', async () => {
    const other = await begin('Other')
    await approved(campaign('3d'), other)
    await approved()
    await publish({ how: 'now' }, 'li', other)
    expect(await publish()).toMatchObject({ status: 409, body: { error: { code: 'draft-behind' } } })
    expect((await show()).behind).toEqual([PATH])
    await save(campaign('2d'), nameOfText(campaign('2d')), { ontoLive: true })
    expect((await show()).behind).toEqual([])
    await step({ step: 'ask' })
    await review('approve', 'chen')
    expect((await publish()).body.draft.state).toBe('live')
  })

  test('that loosens goes live by the one approval, which saw it; by no other way, and for no more', async () => {
    const path = 'budgets.yaml'
    await save('budgets:\n  care: { limit: 2000 CNY }\n', nameOfText(files()[path]), { path })
    await step({ step: 'ask' })
    expect((await outlook()).loosens).toEqual([expect.stringContaining('2,000.00 CNY')])
    await review('approve', 'chen')
    await publishFolder(
      files({
        [path]: 'budgets:\n  care: { limit: 1000 CNY }\n',
        'wingback.yaml': `${files()['wingback.yaml']}# quiet\n`,
      }),
    )
    expect((await publish()).body).toMatchObject({ draft: { state: 'live' }, waits: false })
    expect((await api.ports.world.read()).asked).toBeUndefined()
    expect(await api.ports.world.publisherOf((await api.ports.world.read()).rulebook!)).toBe('li')
  })

  test('that loosens more than was approved, beside what is live by now, is not published', async () => {
    const budgets = (more: string) => `budgets:\n  care: { limit: 1000 CNY${more} }\n`
    const guarded = files({ 'budgets.yaml': budgets(', approval: { above: 10 CNY }') })
    await publishFolder(guarded)
    const pays =
      'campaign: pays\ntrigger: complaint.filed\nbudget: care\nsteps:\n  - compensation: { voucher: 50 CNY, reason: sorry }\n'
    await save(pays, null, { path: 'campaigns/pays.yaml' })
    expect((await step({ step: 'ask' })).body.ok).toBe(true)
    expect((await outlook()).loosens).toEqual([])
    await review('approve', 'chen')
    const { version } = (await publishFolder(files({ 'budgets.yaml': budgets('') }))).body
    await api.call('POST', `/v1/rulebooks/approvals/${version}`, 'chen', { decision: 'approve' })
    expect(await publish()).toMatchObject({ status: 409, body: { error: { code: 'loosens-more' } } })
  })

  test('goes live at its time, once, in the name of who scheduled it', async () => {
    await approved()
    expect(await publish({ how: 'later', at: NOW })).toMatchObject({
      status: 400,
      body: { error: { code: 'past-instant' } },
    })
    await publish({ how: 'later', at: NOW + 60_000 })
    const alerts: string[] = []
    await publishDue(api.context, (what) => alerts.push(what))
    expect(await stateOf()).toBe('scheduled')
    api.clock.now += 60_000
    for (let n = 0; n < 2; n++) await publishDue(api.context, (what) => alerts.push(what))
    expect((await show()).draft).toMatchObject({ state: 'live', published: { by: 'li', at: NOW + 60_000 } })
    expect(alerts).toEqual([])
  })

  test('that can no longer go live at its time says why, wakes a person, and is not tried for ever', async () => {
    await approved()
    await publish({ how: 'later', at: NOW + 60_000 })
    await publishFolder(files({ [PATH]: campaign('5d') }))
    api.clock.now += 60_000
    const alerts: string[] = []
    for (let n = 0; n < 2; n++) await publishDue(api.context, (what) => alerts.push(what))
    expect((await show()).draft).toMatchObject({ state: 'approved', missed: { why: 'behind' } })
    expect(alerts).toEqual(['draft-missed'])
  })

  test('is taken back, and says so', async () => {
    await approved()
    await publish()
    expect((await publish({ how: 'rollBack', comment: 'wrong text' })).body).toMatchObject({
      draft: { state: 'rolledBack' },
    })
    expect((await live())[PATH]).toBe(campaign('1d'))
    expect(await publish({ how: 'rollBack' })).toMatchObject({
      status: 409,
      body: { error: { code: 'not-live-any-more' } },
    })
  })

  test('of which a crash kept the second of two writes is finished by the next try', async () => {
    await approved()
    const write = api.ports.drafts.write
    api.ports.drafts.write = async () => {
      throw new Error('the process ends')
    }
    await expect(publish()).rejects.toThrow('ends')
    api.ports.drafts.write = write
    expect(await stateOf()).toBe('approved')
    expect((await publish()).body.draft).toMatchObject({ state: 'live', isLive: true })
  })
})

test('without its files nothing can be changed of a rulebook, and it says what to do', async () => {
  const bare = apiInMemory(NOW)
  const made = await makeRulebook(files())
  if (made.ok) {
    const { packBundle } = await import('../../shared/domain/rulebook/bundle.ts')
    await bare.call('PUT', '/v1/rulebooks', 'git', packBundle(made.bundle))
  }
  expect(await bare.call('GET', '/v1/rulebooks/files', 'x')).toMatchObject({
    status: 409,
    body: { error: { code: 'no-files' } },
  })
})

test('files that are not those of the rulebook are refused', async () => {
  const made = await makeRulebook(files())
  const other = files({ [PATH]: campaign('7d') })
  if (made.ok)
    expect(await api.call('PUT', '/v1/rulebooks', 'git', packUpload(made.bundle, other))).toMatchObject({
      status: 422,
      body: { error: { code: 'other-files' } },
    })
})

test('what was changed in the console comes back into a folder, byte by byte', async () => {
  await approved()
  await publish()
  const folder = await mkdtemp(join(tmpdir(), 'wingback-pull-'))
  try {
    const client = { call: async (method: string, path: string) => (await api.call(method, path, 'git')).body }
    await pullFiles({ client } as unknown as Parameters<typeof pullFiles>[0], folder)
    expect((await readRulebookFolder(folder)).files).toEqual(files({ [PATH]: campaign('2d') }))
  } finally {
    await rm(folder, { recursive: true })
  }
})
