import { describe, expect, test } from 'vitest'
import { compileBundle } from '../../shared/domain/rulebook/compile.ts'
import { diffRulebooks } from '../../shared/domain/rulebook/diff/index.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { load, sound } from '../support/rulebooks.ts'

/** How channels of the airline's own are declared, and how steps and caps name them. */

const declared = (channels: string, more = '') => ({
  'wingback.yaml': `${sound['wingback.yaml']}channels: ${channels}\n${more}`,
})
const two =
  '{ wechat: { name: 微信, text: 60 }, app: { name: Our App, consent: push, text: 300, quietHours: 22:00-07:00 } }'
const texts = {
  'templates/sorry/en.message.txt': 'Dear {{ member.name }}, we are sorry.',
  'templates/sorry/zh-CN.message.txt': '{{ member.name }}，非常抱歉。',
}
const campaign = (step: string, more = '') => ({
  'campaigns/c.yaml': `campaign: c\ntrigger: complaint.filed\nbudget: care\n${more}\nsteps:\n  - compensation: { miles: 100, reason: sorry }\n  - ${step}\n`,
})

async function rulebookOf(files: Record<string, string>): Promise<Rulebook> {
  const loaded = await load(files)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return loaded.rulebook
}

async function problemsOf(files: Record<string, string>) {
  const loaded = await load(files)
  return loaded.ok
    ? []
    : loaded.problems.map(({ file, line, code, message, hint }) => ({ file, line, code, message, hint }))
}

const messageIn = ({ campaigns }: Rulebook) =>
  campaigns[0]!.program.flatMap((each) =>
    each.op === 'action' && each.action.kind === 'message' ? [each.action] : [],
  )[0]

describe('channels', () => {
  test('are declared in the settings, the preferred one first', async () => {
    const { settings } = await rulebookOf(declared(two))
    expect(Object.values(settings.channels)).toEqual([
      { id: 'wechat', name: '微信', consent: 'wechat', textAtMost: 60 },
      { id: 'app', name: 'Our App', consent: 'push', textAtMost: 300, quietHours: { from: 22 * 60, to: 7 * 60 } },
    ])
  })

  test.each([
    ['bad-id', '{ email: { name: Mail, text: 60 } }', /has a meaning of its own/],
    ['bad-id', '{ preferred: { name: P, text: 60 } }', /has a meaning of its own/],
    ['bad-id', '{ We Chat: { name: P, text: 60 } }', /small letters, digits/],
    ['missing-key', '{ wechat: { name: 微信 } }', /"text" is missing/],
    ['missing-key', '{ wechat: { text: 60 } }', /"name" is missing/],
    ['bad-value', '{ wechat: { name: 微信, text: 60, consent: email } }', /is that of email alone/],
    ['unknown-key', '{ wechat: { name: 微信, text: 60, colour: red } }', /colour/],
    ['wrong-type', '[wechat]', /expected a mapping/],
  ])('are refused: %s %s', async (code, channels, message) => {
    expect(await problemsOf(declared(channels))).toMatchObject([{ code, message: expect.stringMatching(message) }])
  })
})

describe('a message', () => {
  test.each([
    ['message: sorry', { channel: 'wechat', instead: ['app', 'email'], byPreference: true, locale: 'member' }],
    [
      'message: { template: sorry, channel: preferred }',
      { channel: 'wechat', instead: ['app', 'email'], byPreference: true },
    ],
    [
      'message: { template: sorry, channel: app, locale: en, validFor: 2h }',
      { channel: 'app', instead: [], byPreference: false, locale: 'en', validFor: 7_200_000 },
    ],
    [
      'message: { template: sorry, channel: [email, app] }',
      { channel: 'email', instead: ['app'], byPreference: false },
    ],
  ])('%s', async (step, expected) => {
    const rulebook = await rulebookOf({ ...declared(two), ...texts, ...campaign(step) })
    expect(messageIn(rulebook)).toMatchObject({ kind: 'message', template: 'sorry', ...expected })
  })

  test('of a template that is no mail goes over own channels alone', async () => {
    const files = { ...declared(two), 'templates/short/en.message.txt': 'Short.', ...campaign('message: short') }
    expect(messageIn(await rulebookOf(files))).toMatchObject({ channel: 'wechat', instead: ['app'] })
  })

  test.each([
    ['unknown-channel', 'message: { template: sorry, channel: wechta }', 'did you mean "wechat"?'],
    ['unknown-channel', 'message: { template: sorry, channel: prefered }', 'did you mean "preferred"?'],
    ['unknown-channel', 'message: { template: sorry, channel: email }', 'write "email:" for the step'],
    ['unknown-channel', 'message: { template: sorry, channel: [app, fax] }', undefined],
    ['duplicate-id', 'message: { template: sorry, channel: [app, app] }', undefined],
    ['unknown-template', 'message: { template: sory }', 'did you mean "sorry"?'],
    ['unknown-template', 'message: { template: mailed, channel: app }', 'add templates/mailed/en.message.txt'],
    ['unknown-template', 'message: { template: texted, channel: [app, email] }', 'add templates/texted/en.mjml'],
    ['missing-locale', 'message: { template: sorry, channel: app, locale: ja }', 'there are en, zh-CN'],
    ['missing-locale', 'message: { template: chinese, channel: app }', 'add templates/chinese/en.message.txt'],
    ['bad-duration', 'message: { template: sorry, channel: app, validFor: 8d }', undefined],
    [
      'promises-something',
      'message: { template: offered, channel: app }',
      'put "upgradeOffer:" before it, or ask {% if offer %} in the template',
    ],
    ['message-too-long', 'message: { template: long, channel: [app, wechat] }', 'shorten it'],
  ])('is refused: %s %s', async (code, step, hint) => {
    const files = {
      ...declared(two),
      ...texts,
      'templates/mailed/en.mjml': 'subject: Mailed',
      'templates/texted/en.message.txt': 'Texted.',
      'templates/chinese/zh-CN.message.txt': '你好',
      'templates/offered/en.message.txt': 'Cabin {{ offer.cabin }}',
      'templates/long/en.message.txt': 'Long. '.repeat(30),
    }
    const [problem, ...more] = await problemsOf({ ...files, ...campaign(step) })
    expect(more).toEqual([])
    expect(problem).toMatchObject({ code, ...(hint !== undefined && { hint }) })
  })

  test('needs a channel to be declared', async () => {
    expect(await problemsOf({ ...texts, ...campaign('message: sorry') })).toMatchObject([
      { code: 'unknown-channel', hint: expect.stringContaining('to wingback.yaml') },
    ])
  })

  test.each([
    ['unknown-variable', 'Dear {{ member.nmae }}', 1],
    ['unknown-variable', 'Hello\n{{ unsubscribeUrl }}', 2],
    ['unknown-variable', '{{ airline.hotline }}', 1],
    ['unknown-filter', '{{ member.name | shout }}', 1],
    ['liquid-syntax', 'Dear {{ member.name ', 1],
    ['markup-in-message', 'Dear\n<b>{{ member.name }}</b>', 2],
    ['unrenderable', '{% if member.nmae == "x" %}yes{% endif %}', 1],
    ['unrenderable', '  \n', 1],
  ])('has a text with a fault: %s %s', async (code, text, line) => {
    const found = await problemsOf({ ...declared(two), 'templates/bad/en.message.txt': text })
    expect(found).toMatchObject([
      {
        file: 'templates/bad/en.message.txt',
        line,
        code: code === 'unrenderable' && text.includes('nmae') ? 'unknown-variable' : code,
      },
    ])
  })

  test('may use < and & as they are', async () => {
    expect(
      await problemsOf({ ...declared(two), 'templates/ok/en.message.txt': 'A < B & C > D, {{ member.name }}' }),
    ).toEqual([])
  })

  test.each([
    ['misplaced-file', 'templates/bad/xx-yy-zz-.message.txt'],
    ['duplicate-id', 'templates/sorry/zh_cn.message.txt'],
  ])('stands where it belongs: %s %s', async (code, file) => {
    expect(await problemsOf({ ...declared(two), ...texts, [file]: 'text' })).toMatchObject([{ code }])
  })
})

describe('caps', () => {
  test('count a channel, or all of them', async () => {
    const caps =
      'guardrails: { atMost: [2 emails in 7d, { channel: any, atMost: 3 in 7d }, { channel: app, atMost: 1 in 1mo, tagged: promo }] }\ntags: [promo]'
    const { campaigns } = await rulebookOf({ ...declared(two), ...texts, ...campaign('message: sorry', caps) })
    const day = 86_400_000
    expect(campaigns[0]!.guardrails.caps).toEqual([
      { channel: 'email', atMost: 2, window: 7 * day },
      { channel: 'any', atMost: 3, window: 7 * day },
      { channel: 'app', tag: 'promo', atMost: 1, window: 31 * day, months: 1 },
    ])
  })

  test.each([
    ['bad-value', '{ channel: fax, atMost: 1 in 7d }'],
    ['bad-cap', '{ channel: any, atMost: 1 emails in 7d }'],
    ['bad-cap', '{ channel: any, atMost: 0 in 7d }'],
    ['missing-key', '{ channel: any }'],
    ['unknown-tag', '{ channel: any, atMost: 1 in 7d, tagged: nothing }'],
    ['cap-not-countable', '{ channel: any, atMost: 41 in 7d }'],
  ])('are refused: %s %s', async (code, cap) => {
    const files = { ...declared(two), ...texts, ...campaign('message: sorry', `guardrails: { atMost: ${cap} }`) }
    expect(await problemsOf(files)).toMatchObject([{ code }])
  })
})

describe('a published bundle', () => {
  test('has messages beside mails, and none where there are none', async () => {
    const loaded = await load({ ...declared(two), ...texts, ...campaign('message: sorry') })
    if (!loaded.ok) throw new Error('is valid')
    const compiled = compileBundle(JSON.parse(JSON.stringify(loaded.bundle)))
    expect(compiled).toMatchObject({
      ok: true,
      rulebook: { messages: { sorry: { en: { text: texts['templates/sorry/en.message.txt'] } } } },
    })
    const without = await load({})
    expect(without.ok && 'messages' in without.bundle).toBe(false)
    for (const messages of [[], { sorry: { en: 'text' } }, { sorry: 'x' }, { sorry: { nonsense_: { text: 'x' } } }]) {
      expect(compileBundle({ ...loaded.bundle, messages })).toMatchObject({ ok: false })
    }
  })

  test('differs in words', async () => {
    const [before, after] = await Promise.all([
      load({ ...declared(two), ...texts, ...campaign('message: { template: sorry, channel: app }') }),
      load({
        ...declared(two.replace('text: 60', 'text: 80')),
        ...texts,
        'templates/sorry/en.message.txt': 'Dear {{ member.name }}, so sorry.',
        ...campaign('message: { template: sorry, channel: [wechat, email] }'),
      }),
    ])
    if (!before.ok || !after.ok) throw new Error('are valid')
    const lines = diffRulebooks(before.bundle, after.bundle).map(
      ({ of, id, lines }) => `${of} ${id}: ${lines.join(' | ')}`,
    )
    expect(lines.join('\n')).toMatch(/message sorry over wechat, else email/)
    expect(lines.join('\n')).toMatch(/message sorry: en text: /)
    expect(lines.join('\n')).toMatch(/settings .*80/)
  })
})
