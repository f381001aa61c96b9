import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { diffRulebooks } from '../../shared/domain/rulebook/diff/index.ts'
import { diffLines } from '../../shared/domain/rulebook/diff/lines.ts'
import { withAudienceNames } from '../../shared/domain/rulebook/diff/named.ts'
import { conditionLines, triggerWords } from '../../shared/domain/rulebook/diff/words.ts'
import { SHIPPED_CHURN } from '../../shared/domain/scores/churn/shipped.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import { load } from '../support/rulebooks.ts'

/** What changes from one rulebook to another, in words. */

async function bundleOf(files: Record<string, string>) {
  const loaded = await load(files)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return loaded.bundle
}

async function wordsOf(before: Record<string, string>, after: Record<string, string>): Promise<string[]> {
  const changes = diffRulebooks(await bundleOf(before), await bundleOf(after))
  return changes.flatMap(({ of, id, change, lines }) => [[of, id, change].filter(Boolean).join(' '), ...lines])
}

const A = 'audiences/a.yaml'
const C = 'campaigns/c.yaml'
const campaign = `campaign: c
trigger: { event: complaint.filed, where: { event: { severity: { atLeast: 2 } } } }
audience: { audience: valued, tier: [gold, platinum] }
guardrails: { holdout: 10%, oncePer: complaint }
budget: care
steps:
  - wait: 2h
  - compensation: { miles: 3000, reason: sorry }
  - email: sorry
  - wait: { for: booking.created, atMost: 14d }
  - if: { not: { happened: booking.created } }
    then: [ upgradeOffer: { cabin: C, validFor: 21d } ]
`

/** A campaign with one change. */
function changed(was: string, is: string): Promise<string[]> {
  expect(campaign).toContain(was)
  return wordsOf({ [C]: campaign }, { [C]: campaign.replace(was, is) })
}

describe('of a campaign', () => {
  test('that goes by the clock', async () => {
    const weekly = `campaign: weekly
trigger: { schedule: { cron: "0 10 * * MON", zone: Europe/London }, audience: valued }
limits: { perMinute: 500 }
steps: [email: sorry]
`
    const once = weekly.replace('cron: "0 10 * * MON", zone: Europe/London', 'once: 2026-12-24T10:00')
    const file = 'campaigns/weekly.yaml'
    expect(await wordsOf({}, { [file]: weekly })).toEqual([
      'campaign weekly added',
      'begins with: the schedule 0 10 * * MON (Europe/London), for the audience “valued”',
      'for: everybody',
      'limits: 500 emails a minute',
      'step: email sorry',
    ])
    expect(await wordsOf({ [file]: weekly }, { [file]: once })).toEqual([
      'campaign weekly changed',
      'begins with: once, 2026-12-24T10:00, for the audience “valued”, was the schedule 0 10 * * MON (Europe/London), for the audience “valued”',
    ])
  })

  test.each<[string, string, string[]]>([
    ['holdout: 10%', 'holdout: 15%', ['holdout: 15%, was 10%']],
    ['holdout: 10%, ', '', ['holdout: nobody, was 10%']],
    ['holdout: 10%,', 'holdout: 10%, quietHours: 22:00-07:00,', ['quietHours: 22:00-07:00, was as in the settings']],
    [
      'holdout: 10%,',
      'holdout: 10%, atMost: [1 email in 7d, 2 emails in 30d],',
      ['atMost: 1 email in 7d, 2 emails in 30d, was as in the settings'],
    ],
    ['holdout: 10%,', 'holdout: 10%, caps: { bypass: true, counts: true },', ['caps bypass: true, was false']],
    ['budget: care\n', 'budget: care\ntags: [promo]\n', ['tags: promo, was none']],
    [
      'budget: care\n',
      'budget: care\nlimits: { perMinute: 500, inAll: 20000 }\n',
      ['limits: 500 emails a minute, 20000 members in all, was none'],
    ],
    [
      'severity: { atLeast: 2 }',
      'severity: { atLeast: 3 }',
      ["begins when a complaint is filed: the event's severity at least 3, was the event's severity at least 2"],
    ],
    [
      '{ event: complaint.filed, where: { event: { severity: { atLeast: 2 } } } }',
      'complaint.filed',
      ["begins when a complaint is filed: everybody, was the event's severity at least 2"],
    ],
    ['tier: [gold, platinum]', 'tier: gold', ['for: tier gold, was tier gold or platinum']],
    ['audience: valued, ', '', ['for: no longer: in the audience “valued”']],
    [
      'audience: valued,',
      'audience: valued, flights: { inLast: 365d, atLeast: 6 },',
      ['for: also: flights at least 6, in the last 365 days'],
    ],
    [
      '  - email: sorry\n',
      '  - split: letter\n    arms: [{ arm: a, share: 60%, steps: [email: sorry] }, { arm: b }]\n',
      [
        'step no longer there: email sorry',
        'new step: split letter: a 60%, b the rest',
        'new step: in letter a: email sorry',
      ],
    ],
    ['budget: care\n', 'budget: care\nexitWhen: { tier: gold }\n', ['ends early when: tier gold']],
    [
      'reason: sorry }\n',
      'reason: sorry }\n    ifRefused: [serviceTask: { title: Call }]\n',
      ['new step: if refused: task for staff: Call'],
    ],
    [
      'holdout: 10%,',
      'holdout: 10%, entries: 2 in 30d, overlap: false,',
      ['overlap: false, was true', 'entries: 2 in 30d, was any number'],
    ],
    ['wait: 2h', 'wait: 2h\n    name: pause', ['step: wait 2 hours, named pause, was wait 2 hours']],
    ['budget: care\n', 'budget: care\nonNewVersion: exit\n', ['onNewVersion: exit, was finish']],
    ['wait: 2h', 'wait: 4h', ['step: wait 4 hours, was wait 2 hours']],
    ['  - email: sorry\n', '', ['step no longer there: email sorry']],
    ['  - email: sorry\n', '  - email: sorry\n  - serviceTask: { title: Call }\n', ['new step: task for staff: Call']],
    [
      'atMost: 14d',
      'atMost: 7d',
      ['step: wait until a flight is booked, 7 days at most, was wait until a flight is booked, 14 days at most'],
    ],
    [
      'validFor: 21d',
      'validFor: 14d',
      [
        'step: if so: upgrade offer to Business Class (C), valid for 14 days, was if so: upgrade offer to Business Class (C), valid for 21 days',
      ],
    ],
    [
      '{ miles: 3000, reason: sorry }',
      '[{ when: { tier: gold }, miles: 5000 }, { miles: 3000 }]\n    reason: sorry',
      [
        'step: compensation 5,000 miles if tier gold; otherwise 3,000 miles (reason sorry), was compensation 3,000 miles (reason sorry)',
      ],
    ],
    [
      'audience: valued,',
      'audience: valued, happened: { event: complaint.filed, where: { category: baggage }, inLast: 90d, atLeast: 2 },',
      ['for: also: a complaint was filed (category baggage), at least 2, in the last 90 days'],
    ],
    [
      'audience: valued,',
      'audience: valued, happened: { event: flight.completed, sum: distanceKm, between: [90d, 30d], above: 500 },',
      ['for: also: a flight was flown: kilometres flown in sum, more than 500, between 90 days and 30 days ago'],
    ],
    [
      'audience: valued,',
      'audience: valued, booking: { departsDuring: next month, cabin: Y }, birthday: { within: 7d },',
      ['for: also: a flight is booked, cabin Economy Class, departing next month', 'for: also: birthday within 7 days'],
    ],
    ['budget: care', 'budget: care\npriority: 80', ['priority: 80, was 50']],
    [
      'budget: care',
      'budget: care\ngoal: { event: booking.created, within: 30d }',
      ['goal: event booking.created, within 30d, was none'],
    ],
  ])('%j → %j', async (was, is, lines) => {
    expect(await changed(was, is)).toEqual(['campaign c changed', ...lines])
  })

  test.each([
    ['holdout: 10%', 'holdout: 10%, freshFor: 24h, whileCaseOpen: false'],
    ['budget: care', 'budget: care # for those we failed\npriority: 50\nclass: marketing'],
    ['{ audience: valued, tier: [gold, platinum] }', '{ all: [{ audience: valued }, { tier: [gold, platinum] }] }'],
    ['email: sorry', 'email: { template: sorry }'],
  ])('nothing: %j → %j', async (was, is) => {
    expect(await changed(was, is)).toEqual([])
  })

  test.each([
    ['miles: 5000', 'miles: 5500', ['step: compensation 5,500 miles if tier gold, was 5,000']],
    ['miles: 3000', 'miles: 2000', ['step: compensation … otherwise 2,000 miles (reason sorry), was 3,000']],
    ['tier: gold', 'tier: silver', ['step: compensation 5,000 miles if tier silver, was gold']],
  ])('of a step with several cases only the one that changed: %s → %s', async (was, is, lines) => {
    const cases = '[{ when: { tier: gold }, miles: 5000 }, { miles: 3000 }]\n    reason: sorry'
    const before = campaign.replace('{ miles: 3000, reason: sorry }', cases)
    const words = await wordsOf({ [C]: before }, { [C]: before.replace(was, is) })
    expect(words).toEqual(['campaign c changed', ...lines])
  })

  test('a frequency and an event in Chinese', async () => {
    const is = campaign
      .replace('oncePer: complaint', 'oncePer: 365d')
      .replace('budget: care', 'goal: { event: booking.created, within: 60d }\nbudget: care')
    const changes = diffRulebooks(await bundleOf({}), await bundleOf({ [C]: is }), 'zh-CN')
    const lines = changes.flatMap((each) => each.lines)
    expect(lines).toContain('发送限制：对照组比例 10%，参加频率 每 365 天一次')
    expect(lines).toContain('目标：事件 “预订航班”，期限 60 天')
  })

  test('that is new: what it does; that is gone', async () => {
    expect(await wordsOf({}, { [C]: campaign })).toEqual([
      'campaign c added',
      'budget: care',
      "begins with: a complaint is filed, if the event's severity at least 2",
      'for: in the audience “valued”, and tier gold or platinum',
      'guard rails: holdout 10%, oncePer complaint',
      'step: wait 2 hours',
      'step: compensation 3,000 miles (reason sorry)',
      'step: email sorry',
      'step: wait until a flight is booked, 14 days at most',
      'step: if a flight was not booked since then',
      'step: if so: upgrade offer to Business Class (C), valid for 21 days',
    ])
    expect(await wordsOf({ [C]: campaign }, {})).toEqual(['campaign c removed'])
  })

  test('in another file: nothing', async () => {
    expect(await wordsOf({ [C]: campaign }, { 'campaigns/care/moved.yaml': campaign })).toEqual([])
  })
})

test('of an audience: who is in it', async () => {
  const who = (condition: string) => ({ [A]: `audience: a\nname: A\nwho: ${condition}\n` })
  const before = who('{ any: [{ tier: gold }, { spend: { atLeast: 20000 CNY } }], lastFlight: { atLeast: 180d } }')
  const after = who('{ any: [{ tier: gold }, { flights: { atLeast: 20 } }], not: { openComplaint: true } }')
  expect(await wordsOf(before, after)).toEqual([
    'audience a changed',
    'who: no longer enough: spent on tickets at least 20,000 CNY',
    'who: enough now: flights at least 20',
    'who: no longer: last flight at least 180 days ago',
    'who: also: no complaint is open',
  ])
})

test.each([
  [
    '{ flights: { inLast: 365d, cabin: Y, atLeast: 6 } }',
    'flights at least 6, cabin Economy Class, in the last 365 days',
    '航班数至少 6，舱位为经济舱，最近 365 天',
  ],
  ['{ lastFlight: { below: 180d } }', 'last flight less than 180 days ago', '距上次飞行低于 180 天'],
  ['{ not: { booking: true } }', 'nothing is booked', '没有待飞航班'],
  ['{ booking: { cabin: Y } }', 'a flight is booked, cabin Economy Class', '有待飞航班，舱位为经济舱'],
  ['{ losesTier: { inNext: 60d, is: true } }', 'loses the tier, in the next 60 days', '即将失去等级，未来 60 天内'],
  ['{ not: { happened: booking.created } }', 'a flight was not booked since then', '此后没有“预订航班”'],
  [
    '{ disruptions: { kind: [cancellation, baggageDelay] } }',
    'disrupted flights, kind cancellation or late baggage',
    '不正常航班数，类型为取消或行李延误',
  ],
  ['{ event: { category: onboard } }', "the event's category on board", '事件的类别为客舱'],
  [
    '{ any: [{ tier: gold }, { spend: { atLeast: 20000 CNY } }] }',
    'tier gold, or spent on tickets at least 20,000 CNY',
    '会员等级为金卡，或机票消费至少 20,000 CNY',
  ],
  [
    '{ not: { any: [{ tier: gold }, { openComplaint: true }] } }',
    'not (tier gold, or a complaint is open)',
    '不满足（会员等级为金卡，或有未结投诉）',
  ],
])('%s is a sentence in both languages', (condition, en, zh) => {
  const said = (language: 'en' | 'zh-CN') => conditionLines(parse(condition), textsIn(language).diff)
  expect([said('en'), said('zh-CN')]).toEqual([[en], [zh]])
})

test('an audience is called by its name where people read who do not write rules', () => {
  const say = withAudienceNames(
    textsIn('en').diff,
    [{ id: 'valued', name: 'Valued members', nameZh: '高价值会员' }],
    'en',
  )
  expect(conditionLines({ audience: 'valued' }, say)).toEqual(['in the audience “Valued members”'])
  expect(triggerWords({ audience: 'valued', on: 'left' }, say)).toBe('the audience “Valued members” is left')
  expect(conditionLines({ audience: 'other' }, say)).toEqual(['in the audience “other”'])
  const zh = withAudienceNames(textsIn('zh-CN').diff, [{ id: 'valued', name: 'Valued', nameZh: '高价值会员' }], 'zh-CN')
  expect(conditionLines({ audience: 'valued' }, zh)).toEqual(['在人群“高价值会员”中'])
})

test('of budgets, settings and mails', async () => {
  const before = {
    'templates/news/en.mjml': 'Good news\n\nA gift for you\nwithout end',
    'templates/old/en.mjml': 'Old',
  }
  const after = {
    'budgets.yaml':
      'budgets:\n  care: { limit: 2000 CNY, mileValue: 0.05 CNY }\n  plain: { limit: 1000 CNY }\n  more: { limit: 5 CNY }\n',
    'wingback.yaml': `airline: { name: Cranewing Air, constructor: yes }
zone: Asia/Shanghai
locale: en
mail: { from: hello@example.com }
quietHours: 21:00-08:00
atMost: [3 emails in 7d]
holdoutSalt: "2026"
`,
    'templates/news/en.mjml': 'Good news\n\nA present for you\nwithout end',
    'templates/news/zh-CN.mjml': '好消息',
  }
  expect(await wordsOf(before, after)).toEqual([
    'settings changed',
    'airline constructor: yes, was not said',
    'mail from: hello@example.com, was care@example.com',
    'budget care changed',
    'limit: 2000 CNY, was 1000 CNY',
    'perMemberPerYear: not said, was 100 CNY',
    'budget more added',
    'limit 5 CNY',
    'template news changed',
    expect.stringContaining('en subject: '),
    'en text: "A present for you", was "A gift for you"',
    'zh-CN: added',
    'template old removed',
  ])
})

test('of what the law owes: the settings and the step', async () => {
  const settings = (law: string) => `airline: { name: Cranewing Air }
zone: Asia/Shanghai
locale: en
mail: { from: care@example.com }
holdoutSalt: "2026"
law: ${law}
`
  const owed = (steps: string) => `campaign: owed\nclass: service\ntrigger: member.disrupted\nsteps: ${steps}\n`
  const before = { 'wingback.yaml': settings('{ licence: CN }'), 'campaigns/owed.yaml': owed('[wait: 2h]') }
  const after = {
    'wingback.yaml': settings('{ licence: EU, automaticPerHour: [5000 EUR, 900 GBP] }'),
    'campaigns/owed.yaml': owed('[entitlement: money]'),
  }
  const words = await wordsOf(before, after)
  expect(words).toEqual(
    expect.arrayContaining([
      'law licence: EU, was CN',
      'law automaticPerHour: 5000 EUR, 900 GBP, was not said',
      'new step: entitlement: what the law owes, in money',
    ]),
  )
})

test('lines that change in one place are told together', () => {
  expect(diffLines(['a', 'b', 'c', 'd'], ['a', 'x', 'y', 'd', 'e'])).toEqual([
    { was: 'b', is: 'x' },
    { was: 'c', is: 'y' },
    { was: undefined, is: 'e' },
  ])
  expect(diffLines(['a'], ['a'])).toEqual([])
})

test('in Chinese: the same changes, in the words of the marketers', async () => {
  const after = campaign
    .replace('wait: 2h', 'wait: 4h')
    .replace('tier: [gold, platinum]', 'flights: { inLast: 365d, atLeast: 6 }')
    .replace('holdout: 10%', 'holdout: 5%')
    .replace('validFor: 21d', 'validFor: 14d')
    .replace('holdout: 5%', 'holdout: 5%, freshFor: 12h, whileCaseOpen: true')
  const changes = diffRulebooks(await bundleOf({ [C]: campaign }), await bundleOf({ [C]: after }), 'zh-CN')
  expect(changes).toEqual([
    {
      of: 'campaign',
      id: 'c',
      change: 'changed',
      lines: [
        '面向：不再要求：会员等级为金卡或白金卡',
        '面向：增加要求：航班数至少 6，最近 365 天',
        '对照组比例：5%（原为 10%）',
        '事件须在此时间内：12 小时（原为 24 小时）',
        '投诉未结时也发送：是（原为 否）',
        '步骤：等待 4 小时（原为 等待 2 小时）',
        '步骤：则：升舱优惠 公务舱（C），有效期 14 天（原为 则：升舱优惠 公务舱（C），有效期 21 天）',
      ],
    },
  ])
})

describe('a model of a score', () => {
  const withModel = (model: object) => ({ 'models/churn.json': JSON.stringify(model) })
  const churn = { ...SHIPPED_CHURN, version: 'ours-1' }

  test('that is new, gone or of another version is told by its version', async () => {
    expect(await wordsOf({}, withModel(churn))).toEqual(['model models/churn.json added', 'version: ours-1'])
    expect(await wordsOf(withModel(churn), {})).toEqual(['model models/churn.json removed'])
    expect(await wordsOf(withModel(churn), withModel({ ...churn, version: 'ours-2' }))).toEqual([
      'model models/churn.json changed',
      'version: ours-2, was ours-1',
    ])
  })

  test('that was edited by hand under its old version is told too', async () => {
    expect(await wordsOf(withModel(churn), withModel({ ...churn, intercept: churn.intercept + 1 }))).toEqual([
      'model models/churn.json changed',
      'changed in it: intercept',
    ])
  })
})
