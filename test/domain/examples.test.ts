import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { testFolder } from '../../cli/rulebook/examples.ts'
import { loadFolder } from '../../cli/rulebook/folder.ts'
import { readRulebookFolder } from '../../cli/rulebook/read.ts'
import { happeningWords } from '../../shared/app/rehearsal/examples/compare.ts'
import { readAllExamples, readExamples } from '../../shared/app/rehearsal/examples/read.ts'
import { type Outcome, runExample } from '../../shared/app/rehearsal/examples/run.ts'
import { isHeldOut } from '../../shared/domain/campaign/gates/holdout.ts'
import { unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { load } from '../support/rulebooks.ts'

/** Examples of a rulebook: what they can say, how they fail, and those of the example rulebook. */

const { rulebook } = await loaded({
  'campaigns/sorry.yaml': `campaign: sorry
trigger: complaint.filed
audience: valued
guardrails: { oncePer: complaint, holdout: 50%, whileCaseOpen: true }
budget: care
steps:
  - wait: 2h
  - compensation: { miles: 1000, reason: sorry }
  - email: sorry
  - wait: 1d
  - upgradeOffer: { cabin: C, validFor: 7d }
  - wait: { for: offer.accepted, atMost: 3d }
  - if: { happened: offer.accepted }
    then:
      - serviceTask: { title: Seat them }
goal: { event: booking.created, within: 30d }
`,
  'campaigns/tried.yaml': `campaign: tried
trigger: survey.answered
steps:
  - split: letter
    arms: [{ arm: mail, share: 30%, steps: [email: sorry] }, { arm: call, steps: [serviceTask: { title: Call }] }]
  - wait: 9d
  - email: sorry
exitWhen: { happened: booking.created }
`,
  'audiences/golden.yaml': 'audience: golden\nwho: { tier: gold }',
  'campaigns/weekly.yaml': `campaign: weekly
trigger: { schedule: { cron: "0 10 * * MON" }, audience: golden }
steps: [email: sorry]
`,
  'campaigns/other.yaml': `campaign: other
trigger: booking.created
guardrails: { holdout: 50% }
steps: [email: sorry]
`,
})

async function loaded(files: Record<string, string>) {
  const result = await load({ 'templates/sorry/en.mjml': 'sorry {{ unsubscribeUrl }}', ...files })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result
}

const head = `campaign: sorry
given:
  at: 2026-09-01T12:00+08:00
  member: { locale: en, opening: { flights: 40, firstFlightOn: 2024-10-01, lastFlightOn: 2026-08-20 } }
examples:
`

async function run(example: string, campaign = 'sorry'): Promise<Outcome> {
  const source = head.replace('campaign: sorry', `campaign: ${campaign}`) + example
  const { examples, problems } = readExamples(`campaigns/${campaign}.examples.yaml`, source, rulebook)
  expect(problems).toEqual([])
  expect(examples).toHaveLength(1)
  return runExample(examples[0]!, rulebook)
}

function differencesOf({ differences }: Outcome, language: Language = 'en'): string[] {
  return differences.map((each) =>
    'missing' in each
      ? `- ${each.line} ${each.missing(textsIn(language).outputs.examples.expected)}`
      : `+ ${happeningWords(each.unexpected)}`,
  )
}

const filed = '{ at: 2026-09-02 10:00, event: complaint.filed }'

describe('an example', () => {
  test.each([
    ['mail', 'email: sorry'],
    ['call', 'serviceTask: Call'],
  ])('of a member in the arm %s', async (arm, done) => {
    const example = `  - example: In this arm
    given: { arms: { letter: ${arm} } }
    when: [event: survey.answered]
    expect: [arm: ${arm}, ${done}]
`
    expect(differencesOf(await run(example, 'tried'))).toEqual([])
    const other = example.replace(`arm: ${arm}, `, `arm: ${arm === 'mail' ? 'call' : 'mail'}, `)
    expect(differencesOf(await run(other, 'tried'))).toHaveLength(1)
  })

  test('of a campaign that goes by a schedule', async () => {
    const example = `  - example: The second Monday
    given: { member: { tier: gold } }
    when: [wait: schedule, { at: schedule, event: survey.answered }, { at: 1m later, event: member.updated, tier: silver }, wait: schedule]
    expect: [{ email: sorry, at: 2026-09-07 10:00 }, { email: sorry, at: 2026-09-14 10:00 }]
`
    expect(differencesOf(await run(example, 'weekly'))).toEqual([])
    const { problems } = readExamples('campaigns/sorry.examples.yaml', head + example, rulebook)
    expect(problems[0]).toMatchObject({ code: 'bad-instant', hint: expect.stringContaining('schedule') })
  })

  test('of a member who leaves the campaign early', async () => {
    const example = `  - example: Leaves
    given: { arms: { letter: call } }
    when: [event: survey.answered, { at: 1d later, event: booking.created, flights: [{ departsAt: 10d later }] }, { wait: 20d }]
    expect: [serviceTask: Call, exited: true]
`
    expect(differencesOf(await run(example, 'tried'))).toEqual([])
  })

  test('is met where the campaign does in this order what it says, and nothing else', async () => {
    const outcome = await run(`  - example: All of it
    when:
      - ${filed}
      - wait: 2d
      - { event: offer.accepted }
      - { event: booking.created, flights: [{ departsAt: 10d later }] }
    expect:
      - entered: true
      - { compensation: { miles: 1000 }, at: 2026-09-02 12:00 }
      - { email: { template: sorry, says: sorry }, at: 2026-09-02 }
      - upgradeOffer: { cabin: C }
      - serviceTask: Seat them
      - goal: true
`)
    expect(differencesOf(outcome)).toEqual([])
    expect(outcome.passed).toBe(true)
  })

  test('tells what is missing, where it was expected, and what came instead', async () => {
    const outcome = await run(`  - example: Wrong
    given: { member: { consent: { email: false } } }
    when:
      - ${filed}
      - wait: 3h
    expect:
      - compensation: { miles: 2000 }
      - email: sorry
`)
    expect(outcome.passed).toBe(false)
    expect(differencesOf(outcome).sort()).toEqual([
      '+ compensation 1000 miles',
      '+ email sorry skipped by consent',
      '- 12 compensation 2000 miles',
      '- 13 email sorry',
    ])
    expect(outcome.waitsUntil).toBe(Date.parse('2026-09-03T12:00+08:00'))
  })

  test('says in Chinese what was expected', async () => {
    const outcome = await run(`  - example: Wrong
    when: [${filed}]
    expect:
      - { compensation: { miles: 12000 }, at: 2026-09-02T12:00+08:00 }
      - { compensation: { voucher: 500 CNY }, at: 2026-09-03 }
      - email: { template: sorry, says: '12,000 miles' }
      - upgradeOffer: { cabin: C }
      - serviceTask: Seat them
      - entitlement: 600 EUR
      - skipped: { email: consent }
      - held: { email: quietHours }
      - heldOut: email
      - waits: compensation
      - notEntered: oncePer
`)
    const said = differencesOf(outcome, 'zh-CN').map((each) => each.replace(/^- \d+ /, ''))
    expect(said).toEqual([
      '2026-09-02 12:00，关怀补偿 12,000 里程',
      '2026-09-03，关怀补偿 代金券 500 CNY',
      '邮件“sorry”，正文含“12,000 miles”',
      '升舱优惠：公务舱（C）',
      '客服工单“Seat them”',
      '法定补偿 600 EUR',
      '邮件跳过（未同意或已退订）',
      '邮件暂缓（免打扰时段）',
      '邮件因对照组不触达',
      '关怀补偿待主管审批',
      '未进入活动（此前已参加）',
    ])
  })

  test('is not met in another order', async () => {
    const outcome = await run(`  - example: Wrong order
    when: [${filed}, { wait: 3h }]
    expect: [email: sorry, compensation: { miles: 1000 }]
`)
    expect(differencesOf(outcome)).toHaveLength(2)
  })

  test('that expects nothing is met whatever the reason, and not by something', async () => {
    const nothing = await run(`  - example: Not valued
    given: { member: { opening: null } }
    when: [${filed}, { wait: 3h }]
    expect: nothing
`)
    expect(nothing.passed).toBe(true)
    const something = await run(`  - example: Valued
    when: [${filed}, { wait: 3h }]
    expect: nothing
`)
    expect(differencesOf(something)).toEqual([
      '+ compensation 1000 miles',
      expect.stringMatching(/^\+ email sorry with/),
    ])
  })

  test('happens several times where it says so', async () => {
    const outcome = await run(`  - example: Two complaints of one case, and another one
    when:
      - { at: 2026-09-02T10:00+08:00, event: complaint.filed, complaintId: c1, times: 2, every: 1h }
    expect: [entered: true, notEntered: oncePer]
`)
    expect(differencesOf(outcome)).toEqual([])
  })

  test('holds out whom it says, and nobody by chance', async () => {
    const source = `${head}
  - { example: out, expect: nothing }
  - { example: in, given: { holdout: in }, expect: nothing }
`
    const { examples } = readExamples('campaigns/sorry.examples.yaml', source, rulebook)
    const arms = examples.map(({ memberId }) =>
      rulebook.campaigns.filter((each) => isHeldOut(memberId, each, rulebook.settings)).map(({ id }) => id),
    )
    expect(arms).toEqual([[], ['sorry']])
  })
})

const one = (rest: string) => `${head}  - example: One\n${rest}`
const when = (item: string) => one(`    when: [${item}]\n    expect: nothing\n`)
const expected = (item: string) => one(`    expect: [${item}]\n`)

describe('what an example cannot say', () => {
  test.each<[code: string, text: string, hint?: string]>([
    ['unknown-campaign', 'campaign: ¦sory\nexamples: []\n', 'sorry'],
    ['missing-key', '¦examples: []\n'],
    ['unknown-key', 'campaign: sorry\n¦exampels: []\nexamples: []\n', 'examples'],
    ['missing-key', 'campaign: sorry\nexamples:\n  - ¦example: When?\n    expect: nothing\n', 'given'],
    ['bad-instant', 'campaign: sorry\ngiven: { at: ¦tomorrow }\nexamples: []\n', '2026-09-01T09:00+08:00'],
    ['unknown-key', one('    given: { member: { ¦teir: gold } }\n    expect: nothing\n'), 'tier'],
    ['bad-event', one('    given: { member: { email: ¦nobody } }\n    expect: nothing\n')],
    ['bad-value', when('{ event: ¦complaint.filled }'), 'complaint.filed'],
    ['unknown-key', when('{ event: complaint.filed, ¦severty: 3 }'), 'severity'],
    ['bad-event', when('{ event: complaint.filed, severity: ¦9 }')],
    ['bad-event', when('{ event: booking.created, flights: [{ cabin: ¦B }] }')],
    ['unknown-key', when('{ event: booking.created, flights: [{ ¦cabn: C }] }'), 'cabin'],
    ['wrong-type', when('{ event: flight.completed, flightNumber: ¦1501 }'), 'quotes'],
    ['bad-instant', when('{ at: ¦2026-08-01T12:00+08:00, event: complaint.filed }')],
    ['bad-event', when('{ event: complaint.filed, occurredAt: ¦1h later }')],
    ['bad-duration', when('{ wait: ¦2 hours }')],
    ['missing-key', when('¦{ event: complaint.filed, times: 2 }'), 'every'],
    ['unknown-template', expected('email: ¦sorri'), 'sorry'],
    ['bad-value', expected('skipped: { email: ¦concent }'), 'consent'],
    ['unknown-key', expected('¦emial: sorry'), 'email'],
    ['bad-value', one('    expect: ¦[]\n'), 'nothing'],
    ['bad-value', one('    expect: ¦none\n'), 'nothing'],
    ['yaml-syntax', 'campaign: sorry\nexamples: [ one\n¦'],
  ])('%s', (code, text, hint = '') => {
    const before = text.slice(0, text.indexOf('¦'))
    const { problems } = readExamples('campaigns/sorry.examples.yaml', text.replace('¦', ''), rulebook)
    const line = before.split('\n').length
    const column = before.length - before.lastIndexOf('\n')
    expect(problems.map((problem) => `${problem.code} ${problem.line}:${problem.column}`)).toEqual([
      `${code} ${line}:${column}`,
    ])
    expect(problems[0]!.hint ?? '').toContain(hint)
  })
})

test('examples are not beside campaigns by mistake', () => {
  const { problems } = readAllExamples(
    { 'audiences/sorry.examples.yaml': 'anything', 'campaigns/sorry.yaml': '' },
    rulebook,
  )
  expect(problems.map(({ code, file }) => [code, file])).toEqual([['misplaced-file', 'audiences/sorry.examples.yaml']])
})

describe('the example rulebook', () => {
  test('decides as its examples say, which there are for every campaign: who gets it, and who does not and why', async () => {
    const { problems, outcomes, without } = await testFolder('campaigns')
    expect(problems).toEqual([])
    expect(without).toEqual([])
    expect(outcomes.filter(({ passed }) => !passed).map(({ example, ...rest }) => [example.name, rest])).toEqual([])
    for (const [campaign, all] of Map.groupBy(outcomes, ({ example }) => example.campaign)) {
      const outcomesOf = new Set(all.flatMap(({ happened }) => happened.map(({ outcome }) => outcome)))
      const gets = ['sent', 'issued', 'opened'].some((each) => outcomesOf.has(each as never))
      const doesNot = all.some(({ example, happened }) => {
        return (
          example.expect !== 'nothing' &&
          happened.some(({ gate, outcome }) => gate && /skipped|notEntered/.test(outcome))
        )
      })
      expect({ campaign, gets, doesNot }).toEqual({ campaign, gets: true, doesNot: true })
    }
  })

  test.each(['README.md', 'README.zh-CN.md'])('decides as the guide says: %s', async (guide) => {
    const text = readFileSync(`docs/marketers/${guide}`, 'utf8')
    const source = /```yaml\n(campaign: service-recovery\ngiven:[\s\S]*?)```/.exec(text)?.[1] ?? ''
    const folder = await loadFolder('campaigns')
    if (!folder.ok) throw new Error('the example rulebook has problems')
    const book = unpackRulebook(folder.bundle)
    const { examples, problems } = readExamples('campaigns/guide.examples.yaml', source, book)
    expect(problems).toEqual([])
    expect(examples.length).toBeGreaterThan(1)
    for (const example of examples) expect((await runExample(example, book)).differences).toEqual([])
  })

  test('has the examples in none of its documents', async () => {
    const files = Object.keys((await readRulebookFolder('campaigns')).files).filter((path) =>
      path.includes('.examples.'),
    )
    expect(files.length).toBeGreaterThan(0)
    const { bundle } = await loaded({ 'campaigns/sorry.examples.yaml': 'anything' })
    expect(Object.keys(bundle.documents).filter((path) => path.includes('.examples.'))).toEqual([])
  })
})

const texts = {
  'wingback.yaml': `airline: { name: Cranewing Air }
zone: Asia/Shanghai
locale: en
mail: { from: care@example.com }
channels: { wechat: { name: 微信, text: 100 } }
holdoutSalt: "2026"
`,
  'templates/sorry/en.message.txt': 'Dear {{ member.name }}, we are sorry.',
  'campaigns/listening.yaml': `campaign: listening
trigger: complaint.filed
guardrails: { whileCaseOpen: true }
steps:
  - message: sorry
  - wait: { for: message.replied, atMost: 2d }
  - if: { happened: message.replied }
    then: [ serviceTask: { title: Answer } ]
`,
}
const { rulebook: own } = await loaded(texts)

describe('an example of a message', () => {
  const outcomeOf = (source: string) => {
    const { examples, problems } = readExamples('campaigns/listening.examples.yaml', source, own)
    return { problems, run: () => runExample(examples[0]!, own) }
  }
  const of = (consent: string, expect: string, when = '') => `campaign: listening
given: { at: 2026-09-01T12:00+08:00, member: { givenName: Mei, locale: en, consent: ${consent} } }
examples:
  - example: One
    when: [{ at: 2026-09-02 10:00, event: complaint.filed }${when}]
    expect: ${expect}
`

  test.each([
    ['{ wechat: true }', '[message: { template: sorry, channel: wechat, says: "Dear Mei" }]', ''],
    ['{ email: true, wechat: false }', '[message: { template: sorry, channel: email }]', ''],
    ['{ email: true }', '[message: sorry]', ''],
    ['{ email: false }', '[skipped: { message: consent }]', ''],
    [
      '{ wechat: true }',
      '[message: sorry, serviceTask: Answer]',
      ', { wait: 1h }, { event: message.replied, text: thanks }',
    ],
  ])('with consent %s expects %s', async (consent, expected, when) => {
    const { problems, run: play } = outcomeOf(of(consent, expected, when))
    expect(problems).toEqual([])
    expect(differencesOf(await play())).toEqual([])
  })

  test('says what came instead, and what cannot be expected', async () => {
    const { run: play } = outcomeOf(of('{ wechat: true }', '[message: { template: sorry, channel: email }]'))
    expect(differencesOf(await play())).toEqual(['- 6 message sorry over email', '+ message sorry over wechat'])
    expect(outcomeOf(of('{ wechat: true }', '[message: { template: sorry, channel: wechta }]')).problems).toMatchObject(
      [{ code: 'unknown-channel', hint: 'did you mean "wechat"?' }],
    )
    expect(outcomeOf(of('{ wechat: true }', '[message: sory]')).problems).toMatchObject([{ code: 'unknown-template' }])
  })
})
