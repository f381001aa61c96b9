import { describe, expect, test } from 'vitest'
import { explain } from '../../shared/app/api/explain.ts'
import { explainText } from '../../shared/app/api/explain-text.ts'
import { factWays, type Otherwise } from '../../shared/app/api/otherwise.ts'
import type { Reaction } from '../../shared/app/api/reactions.ts'
import { HOUR } from '../../shared/domain/calendar.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import type { GateName, Reason } from '../../shared/domain/reason.ts'
import type { Receipt } from '../../shared/domain/receipt.ts'
import { USUAL_MEASURE } from '../../shared/domain/rulebook/measure.ts'
import type { Campaign, Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { SHIPPED_MODELS } from '../../shared/domain/scores/models.ts'
import { USUAL_THRESHOLDS } from '../../shared/domain/sending/reputation.ts'
import { conditionOf, memberWith, subjectAt } from '../support/conditions.ts'

const T0 = Date.parse('2026-10-03T13:20:00Z')

const goldOnly = conditionOf({ tier: 'gold' })

const sorry: Campaign = {
  id: 'sorry',
  name: 'We are sorry',
  class: 'service',
  priority: 90,
  trigger: { kind: 'event', type: 'complaint.filed' },
  audience: goldOnly,
  tags: [],
  guardrails: {
    caps: [],
    bypassesCaps: true,
    countsTowardCaps: false,
    blackouts: [],
    holdout: 0,
    holdoutBy: 'member',
    oncePer: 'complaint',
    overlap: true,
    freshFor: 24 * HOUR,
    whileCaseOpen: true,
  },
  hash: 'sorry',
  onNewVersion: 'finish',
  program: [{ op: 'end' }],
  listensTo: [],
}

const silent: Campaign = {
  ...sorry,
  id: 'silent',
  name: 'Silent',
  trigger: { kind: 'audience', audience: 'silent-180', on: 'entered', includeExisting: false },
}

const rulebook: Rulebook = {
  version: 'rb-1',
  settings: {
    zone: 'Asia/Shanghai',
    flightSuffix: 'ignored',
    locale: 'en',
    mailFrom: 'a@b.example',
    consentFor: 'marketing',
    airline: {},
    carriers: [],
    channels: {},
    caps: [],
    blackouts: [],
    pauseSenderAt: USUAL_THRESHOLDS,
    delayBands: [],
    disruptionMutes: 0,
    tasksWithin: {},
    openCaseMutes: 0,
    holdoutSalt: '',
    measure: USUAL_MEASURE,
  },
  models: SHIPPED_MODELS,
  audiences: [
    { id: 'silent-180', name: 'Silent for 180 days', condition: goldOnly, families: ['profile'], baseline: 'b' },
  ],
  campaigns: [sorry, silent],
  targets: {},
  budgets: {},
  templates: {},
  connectors: {},
  messages: {},
}

const receipt = (outcome: Receipt['outcome'], hours: number, more: Partial<Receipt> = {}): Receipt => ({
  at: T0 + hours * HOUR,
  campaign: 'sorry',
  rulebook: 'rb-1',
  key: 'complaint:C1',
  outcome,
  reason: { is: 'journey.entered' },
  ...more,
})

const reaction = (receipts: Receipt[], type = 'complaint.filed'): Reaction => ({
  id: `${type}-${receipts[0]?.at}`,
  type,
  occurredAt: T0,
  reactedAt: receipts[0]?.at ?? T0,
  order: 0,
  detail: {},
  receipts,
  audiences: { entered: [], left: [] },
})

const explained = (receipts: Receipt[], member = newMember('GOLD')) =>
  explain({ member, reactions: [reaction(receipts)], rulebook, now: T0 + 99 * HOUR, campaign: 'sorry' })[0]!

describe('the verdict', () => {
  const mail = { kind: 'email', actionId: 'a1', step: 's2' } as const

  test('got it, when the mail was sent at last', () => {
    const { verdict, done, why } = explained([
      receipt('entered', 0),
      receipt('decided', 2, mail),
      receipt('sent', 3, { ...mail, reason: { is: 'mail.taken' } }),
      receipt('ended', 3),
    ])
    expect({ verdict, done, why }).toEqual({
      verdict: 'got',
      done: [{ at: '2026-10-03T16:20:00.000Z', kind: 'email', outcome: 'sent' }],
      why: 'SES accepted the email',
    })
  })

  test('did not get it, with the gate that stopped it rather than that it ended', () => {
    const gates = [
      { gate: 'consent', answer: 'go', reason: { is: 'consent.given' } },
      { gate: 'suppressed', answer: 'skip', reason: { is: 'suppressed.bounced' } },
    ] as const
    const { verdict, why } = explained([
      receipt('entered', 0),
      receipt('skipped', 2, { ...mail, reason: { is: 'suppressed.bounced' }, gates: [...gates] }),
      receipt('ended', 2),
    ])
    expect({ verdict, why }).toEqual({ verdict: 'didNotGet', why: 'the address does not exist (hard bounce)' })
  })

  test('already got it, where another campaign had granted the same', () => {
    const reason = { is: 'owed.before', amount: 600_00, currency: 'EUR' } as const
    const { verdict, why } = explained([
      receipt('entered', 0),
      receipt('skipped', 2, {
        kind: 'entitlement',
        actionId: 'a1',
        reason: { is: 'journey.done' },
        gates: [{ gate: 'owed', answer: 'skip', reason }],
      }),
      receipt('ended', 2),
    ])
    expect(verdict).toBe('gotBefore')
    expect(why).toContain('600.00 EUR was already granted for this flight')
  })

  test('waits, until the gate that holds it is asked again', () => {
    const until = T0 + 12 * HOUR
    const gates = [
      { gate: 'quietHours', answer: 'hold', reason: { is: 'quietHours.within', at: '23:20' }, until } as const,
    ]
    expect(explained([receipt('entered', 0), receipt('held', 2, { ...mail, gates })])).toMatchObject({
      verdict: 'waits',
      until: new Date(until).toISOString(),
    })
  })

  test('waits all the same when the trigger comes once more and does not enter again', () => {
    const told = explained([
      receipt('entered', 0),
      receipt('held', 1, { reason: { is: 'paused.yes' } }),
      receipt('notEntered', 2),
    ])
    expect(told).toMatchObject({ verdict: 'waits', why: 'the campaign is paused' })
    expect(told?.moments).toHaveLength(3)
  })

  test('waits, until the journey goes on', () => {
    const wakeAt = T0 + 2 * HOUR
    const journey = {
      campaign: 'sorry',
      rulebook: 'rb-1',
      key: 'complaint:C1',
      enteredAt: T0,
      pc: 1,
      wakeAt,
      cause: { fields: {} },
      happened: {},
    }
    const member = { ...newMember('GOLD'), journeys: [journey] }
    expect(explained([receipt('entered', 0)], member)).toMatchObject({
      verdict: 'waits',
      until: new Date(wakeAt).toISOString(),
    })
  })

  test('held out, and not known', () => {
    expect(explained([receipt('entered', 0), receipt('heldOut', 1, mail), receipt('ended', 1)]).verdict).toBe('heldOut')
    expect(explained([receipt('decided', 0, mail), receipt('unknown', 1, mail)]).verdict).toBe('unknown')
  })

  test('each entry is explained by itself, the newest first', () => {
    const reactions = [reaction([receipt('notEntered', 0)]), reaction([receipt('entered', 5, { key: 'complaint:C2' })])]
    const keys = explain({ member: newMember('GOLD'), reactions, rulebook, now: T0, campaign: 'sorry' }).map(
      (each) => each.key,
    )
    expect(keys).toEqual(['complaint:C2', 'complaint:C1'])
  })
})

describe('several actions of one journey', () => {
  const task = { kind: 'serviceTask', actionId: 'a1', step: 's1' } as const
  const grant = { kind: 'compensation', actionId: 'a2', step: 's2' } as const
  const mail = { kind: 'email', actionId: 'a3', step: 's3' } as const
  const reason = { is: 'consent.withheld' } as const
  const given = { gate: 'consent', answer: 'skip', reason } as const
  const budget = { gate: 'budget', answer: 'go', reason: { is: 'budget.left', budget: 'care' } } as const
  const opened = receipt('opened', 1, { ...task, reason: { is: 'task.opened' } })
  const skipped = receipt('skipped', 3, { ...mail, reason, gates: [given] })
  const firstLines = (receipts: Receipt[]) => explainText(explained(receipts), 'Asia/Shanghai').slice(1, 5)

  test('what was got, what was not, and what would have turned each', () => {
    const decided = receipt('decided', 2, { ...grant, gates: [budget] })
    const granted = receipt('granted', 2, {
      ...grant,
      reason: { is: 'compensation.granted', amount: 9, unit: 'miles' },
    })
    expect(firstLines([receipt('entered', 0), decided, granted, skipped, receipt('ended', 3)])).toEqual([
      '  GOT IT: compensation granted 2026-10-03 23:20',
      '  did not get: email (has not consented to email)',
      '  compensation granted: it would be different if: budget care was spent',
      '  email skipped: it would be different if: the member had consented to email',
    ])
  })

  test('a task is handed to staff: the member got nothing', () => {
    const receipts = [receipt('entered', 0), opened, skipped, receipt('ended', 3)]
    expect(explained(receipts).verdict).toBe('task')
    expect(firstLines(receipts).slice(0, 2)).toEqual([
      '  HANDED TO STAFF: service task opened 2026-10-03 22:20',
      '  did not get: email (has not consented to email)',
    ])
  })
})

describe('a campaign without any decision', () => {
  const absent = (memberId: string, more: object = {}, reactions: Reaction[] = []) =>
    explain({
      member: { ...memberWith(memberId === 'GOLD' ? { tier: 'gold' } : {}), ...more },
      reactions,
      rulebook,
      now: T0,
    })

  test('says that its trigger did not come, and whether the member would be eligible', () => {
    const [first] = absent('GOLD')
    expect(first).toMatchObject({
      campaign: 'sorry',
      verdict: 'didNotGet',
      why: 'never entered: it is not on record that a complaint was filed; would be eligible now',
    })
    expect(absent('BLUE')[0]!.moments[0]).toMatchObject({
      gates: [{ gate: 'eligible', answer: 'skip' }],
      facts: [{ fact: 'tier', value: null, holds: false }],
    })
  })

  test('says that it came before, or not as asked', () => {
    expect(absent('GOLD', {}, [reaction([])])[0]!.why).toContain('a complaint was filed once, but')
  })

  test('says that those found at the first look do not enter', () => {
    expect(absent('GOLD')[1]!.why).toContain('not in the audience "Silent for 180 days"')
    expect(absent('GOLD', { audiences: { 'silent-180': T0 } })[1]!.why).toContain('when first evaluated (2026-10-03)')
  })

  test('is nothing where there is no such campaign', () => {
    expect(explain({ member: newMember('GOLD'), reactions: [], rulebook: undefined, now: T0, campaign: 'x' })).toEqual(
      [],
    )
  })
})

describe('what would have had to be different', () => {
  const facts = [{ fact: 'tier', value: 'silver', asked: 'gold', holds: false }]
  const mail = { kind: 'email', actionId: 'a1', step: 's2' } as const
  const textsOf = ({ otherwise }: { otherwise?: Otherwise | undefined }) =>
    otherwise && [otherwise.needed, ...otherwise.parts.map(({ ways }) => ways.map(({ text }) => text).join(' | '))]
  const stop = (gate: GateName, reason: Reason, until?: number) =>
    ({ gate, answer: until ? 'hold' : 'skip', reason, ...(until && { until }) }) as const

  test('who is not meant: the facts as they were then', () => {
    const receipts = [
      receipt('notEntered', 0, {
        reason: { is: 'eligible.no' },
        gates: [stop('eligible', { is: 'eligible.no' })],
        facts,
      }),
    ]
    expect(textsOf(explained(receipts))).toEqual(['all', 'tier gold (it was silver)'])
    const chinese = explain({
      member: newMember('x'),
      reactions: [reaction(receipts)],
      rulebook,
      now: T0,
      language: 'zh-CN',
    })
    expect(textsOf(chinese[0]!)).toEqual(['all', '会员等级 金卡（当时为 银卡）'])
  })

  test('what was stopped by one gate and would have been by another: all of it', () => {
    const frees = T0 + 5 * HOUR
    const reached = { is: 'frequencyCap.reached', atMost: 2, window: 7 * 24 * HOUR, frees } as const
    const receipts = [
      receipt('skipped', 2, {
        ...mail,
        reason: reached,
        gates: [stop('frequencyCap', reached)],
        further: [stop('quietHours', { is: 'quietHours.within', at: '23:20' }, T0 + 11 * HOUR)],
      }),
    ]
    expect(textsOf(explained(receipts))).toEqual([
      'all',
      'it was after 2026-10-04 02:20, when an earlier email no longer counts',
      'it was after 2026-10-04 08:20',
    ])
  })

  test('what was sent: each gate that it passed would have stopped it', () => {
    const gates = [
      { gate: 'eligible', answer: 'go', reason: { is: 'eligible.yes' } },
      { gate: 'consent', answer: 'go', reason: { is: 'consent.given' } },
      { gate: 'frequencyCap', answer: 'go', reason: { is: 'frequencyCap.none' } },
    ] as const
    const met = [{ fact: 'tier', value: 'gold', asked: 'gold', holds: true }]
    const { otherwise, moments } = explained([
      receipt('decided', 1, { ...mail, gates: [...gates], facts: met }),
      receipt('sent', 2, { ...mail, reason: { is: 'mail.taken' } }),
    ])
    expect(textsOf({ otherwise })).toEqual([
      'any',
      'tier anything but gold (it was gold)',
      'consent to email was withdrawn',
    ])
    expect(moments.map((each) => each.otherwise !== undefined)).toEqual([true, false])
  })

  test('what the ledger refused', () => {
    const reason = {
      is: 'ledger.budgetExhausted',
      costs: 500,
      left: 120,
      limit: 1000,
      currency: 'CNY',
      budget: 'care',
    } as const
    expect(textsOf(explained([receipt('refused', 1, { reason })]))).toEqual(['all', 'there was 3.80 CNY more in care'])
  })

  test('a campaign that never began: its trigger, and whom it is for', () => {
    const absent = explain({ member: memberWith({ tier: 'silver' }), reactions: [], rulebook, now: T0 })
    expect(absent.map(textsOf)).toEqual([
      ['all', 'a complaint was filed', 'tier gold (it was silver)'],
      ['all', 'tier gold (it was silver)'],
    ])
  })

  test('a campaign that never began: what would have stopped all of its actions later', () => {
    const action = { kind: 'email', template: 't', locale: 'member', resendIfUnknown: false } as const
    const program = [{ op: 'action', step: 's1', action }, { op: 'end' }] as const
    const mailing = { ...sorry, class: 'marketing' as const, program: [...program] }
    const [told] = explain({
      member: memberWith({ tier: 'gold', email: 'a@b.example', consentEmail: false }),
      reactions: [],
      rulebook: { ...rulebook, campaigns: [mailing] },
      now: T0,
    })
    expect(textsOf(told!)).toEqual(['all', 'a complaint was filed', 'the member had consented to email'])
  })

  test('facts of another version than is at hand are not explained by this one', () => {
    const receipts = [
      receipt('notEntered', 0, { rulebook: 'gone', gates: [stop('eligible', { is: 'eligible.no' })], facts }),
    ]
    expect(textsOf(explained(receipts))).toEqual(['all', 'the member was eligible'])
  })
})

test('a fact under a not is told with it, and ticked as it counts for the rule', () => {
  const condition = conditionOf({ not: { tier: 'gold' } })
  const told = (tier: string) =>
    explainText(
      explained([
        receipt('entered', 0, { facts: condition.observe(subjectAt(memberWith({ tier }), T0, 'Asia/Shanghai')) }),
      ]),
      'Asia/Shanghai',
    ).at(-1)
  expect(told('gold')).toBe('      ✗ tier = gold (required: not gold)')
  expect(told('silver')).toBe('      ✓ tier = silver (required: not gold)')
})

test.each([
  [{ tier: ['gold', 'platinum'] }, { tier: 'silver' }, '✗ 会员等级 = 银卡（要求：属于 金卡、白金卡）'],
  [{ tier: { isNot: 'gold' } }, { tier: 'blue' }, '✓ 会员等级 = blue（要求：不为 金卡）'],
  [{ flights: { cabin: 'Y', atLeast: 1 } }, {}, '✗ 航班数 舱位 经济舱 = 0（要求：至少 1）'],
])('values are told in Chinese by their names: %j', (written, member, line) => {
  const { observe } = conditionOf(written)
  const facts = observe(subjectAt(memberWith(member), T0, 'Asia/Shanghai'))
  expect(
    explainText(explained([receipt('entered', 0, { facts })]), 'Asia/Shanghai', 'zh-CN')
      .at(-1)
      ?.trim(),
  ).toBe(line)
})

test('in plain words: the verdict, each gate and fact, in local time', () => {
  const until = Date.parse('2026-10-04T00:00:00Z')
  const lines = explainText(
    explained([
      receipt('held', 0, {
        kind: 'email',
        reason: { is: 'quietHours.within', at: '21:20' },
        gates: [
          { gate: 'consent', answer: 'go', reason: { is: 'consent.given' } },
          { gate: 'quietHours', answer: 'hold', reason: { is: 'quietHours.within', at: '21:20' }, until },
        ],
        facts: [{ fact: 'flights inLast 365d', value: 12, asked: 'atLeast 6', holds: true }],
      }),
    ]),
    'Asia/Shanghai',
  )
  expect(lines).toEqual([
    'We are sorry (sorry), complaint:C1',
    '  WAITS until 2026-10-04 08:00: local time is 21:20, within quiet hours',
    '  it would be different if: it was after 2026-10-04 08:00',
    '  2026-10-03 21:20  email on hold: local time is 21:20, within quiet hours  [rulebook rb-1]',
    '      yes  may be contacted: has consented to email',
    '      WAIT outside quiet hours: local time is 21:20, within quiet hours until 2026-10-04 08:00',
    '      ✓ flights in the last 365 days = 12 (required: at least 6)',
  ])
})

test('an audience that is asked about is told by its name, in the reader’s language', () => {
  const silentMembers = { ...rulebook.audiences[0]!, nameZh: '久未乘机' }
  const facts = [{ fact: 'audience', value: true, asked: 'silent-180', holds: true }]
  const input = { member: newMember('GOLD'), reactions: [reaction([receipt('entered', 0, { facts })])], now: T0 }
  const zh = explain({ ...input, rulebook: { ...rulebook, audiences: [silentMembers] }, language: 'zh-CN' })[0]!
  expect(explainText(zh, 'Asia/Shanghai', 'zh-CN').join('\n')).toContain('✓ 在人群“久未乘机”中 = 是（要求：是）')
  const en = explain({ ...input, rulebook })[0]!
  expect(explainText(en, 'Asia/Shanghai').join('\n')).toContain('in the audience “Silent for 180 days”')
})

test.each([
  ['en', '✗ ', '[the member objected to scores; model '],
  ['zh-CN', '✗ ', '［会员反对评分；模型 '],
] as const)('why a member has no churn risk is told in %s', (language, begins, why) => {
  const member = memberWith({ profiling: false }, { flights: [] })
  const facts = conditionOf({ churnRisk: { atLeast: 0.5 } }).observe(subjectAt(member, T0, 'UTC'))
  const reactions = [reaction([receipt('skipped', 0, { facts })])]
  const lines = explainText(explain({ member, reactions, now: T0, rulebook, language })[0]!, 'UTC', language)
  const line = lines.find((each) => each.includes(why))
  expect(line?.trim().startsWith(begins)).toBe(true)
})

test('one fact that is missing in two branches is told once', () => {
  const condition = conditionOf({
    any: [{ tier: 'gold' }, { locale: 'en' }],
    churnRisk: { atLeast: 0.5 },
  })
  const member = memberWith({ tier: 'gold', locale: 'en' })
  const facts = condition.observe(subjectAt(member, T0, 'UTC'))
  const ways = factWays(condition.shape, facts, true, { language: 'en' })
  expect(ways.length).toBe(1)
})

test.each([
  ['en', {}, '(it was not known: no model was learnt yet: `wingback fit`)'],
  ['en', { profiling: false }, '(it was not known: the member objected to scores)'],
  ['zh-CN', { profiling: false }, '：会员反对评分'],
] as const)('what would have to be different says in %s why a score is not known', (language, profile, why) => {
  const fact = 'profiling' in profile ? 'churnRisk' : 'lifetimeValue'
  const condition = conditionOf({ [fact]: { atLeast: fact === 'churnRisk' ? 0.5 : '20000 CNY' } })
  const facts = condition.observe(subjectAt(memberWith(profile), T0, 'UTC'))
  expect(factWays(condition.shape, facts, true, { language })[0]!.text).toContain(why)
})
