import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { compileCondition } from '../../shared/domain/audience/compile.ts'
import { DAY, HOUR } from '../../shared/domain/calendar.ts'
import { problemCodes } from '../../shared/domain/problem.ts'
import { compilePacked, packBundle, unpackRulebook } from '../../shared/domain/rulebook/bundle.ts'
import { compileBundle } from '../../shared/domain/rulebook/compile.ts'
import { USUAL_MEASURE } from '../../shared/domain/rulebook/measure.ts'
import type { Campaign } from '../../shared/domain/rulebook/rulebook.ts'
import { memberWith, subjectAt } from '../support/conditions.ts'
import { load, sound } from '../support/rulebooks.ts'

async function loaded(files: Record<string, string>) {
  const result = await load(files)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result
}

async function campaignOf(text: string): Promise<Campaign> {
  const { rulebook } = await loaded({ 'campaigns/one.yaml': text })
  return rulebook.campaigns[0]!
}

const whole = `campaign: one
name: All there is
class: marketing
priority: 70
trigger:
  event: complaint.filed
  where: { event: { severity: { atLeast: 2 } } }
audience: valued
guardrails:
  quietHours: 22:00-07:30
  atMost: [2 emails in 7d, 1 email in 12h]
  holdout: 12.5%
  oncePer: complaint
  freshFor: 6h
  whileCaseOpen: true
budget: care
steps:
  - wait: 2h
  - compensation:
      - when: { event: { severity: { atLeast: 4 } } }
        miles: 8000
      - miles: 3000
    reason: service-recovery
  - email: { template: sorry, locale: member }
  - wait: { for: booking.created, atMost: 14d }
  - if: { not: { happened: booking.created } }
    then:
      - upgradeOffer: { cabin: C, validFor: 21d }
    else:
      - if: { consent: true }
        then: [ { email: sorry } ]
      - serviceTask: { title: Thank them, detail: By hand. }
  - compensation: { voucher: 50.50 CNY, reason: thanks }
goal: { event: flight.disrupted, within: 30d }
`

describe('a rulebook', () => {
  test('is settings, budgets, audiences and campaigns', async () => {
    const { rulebook } = await loaded({ 'campaigns/one.yaml': whole })
    expect(rulebook.settings).toEqual({
      channels: {},
      zone: 'Asia/Shanghai',
      flightSuffix: 'ignored',
      locale: 'en',
      mailFrom: 'care@example.com',
      consentFor: 'marketing',
      pauseSenderAt: { bounces: 0.05, complaints: 0.001 },
      airline: { name: 'Cranewing Air' },
      carriers: [],
      quietHours: { from: 21 * 60, to: 8 * 60 },
      caps: [{ channel: 'email', atMost: 3, window: 7 * DAY }],
      openCaseMutes: 30 * DAY,
      blackouts: [],
      delayBands: [15, 30, 60, 120, 180, 240],
      disruptionMutes: DAY,
      tasksWithin: {},
      holdoutSalt: '2026',
      measure: USUAL_MEASURE,
    })
    expect(rulebook.budgets).toEqual({
      care: {
        id: 'care',
        currency: 'CNY',
        limitMinor: 100_000,
        mileValues: [{ from: '', value: { minor: 5, per: 1 } }],
        perMemberYearMinor: 10_000,
      },
      plain: { id: 'plain', currency: 'CNY', limitMinor: 100_000, mileValues: [] },
    })
    expect(rulebook.audiences.map(({ id, name }) => ({ id, name }))).toEqual([{ id: 'valued', name: 'valued' }])
    expect(rulebook.campaigns).toHaveLength(1)
    expect(Object.keys(rulebook.templates.sorry!)).toEqual(['en', 'zh-CN'])
  })

  test('has campaigns with steps as a flat program', async () => {
    const campaign = await campaignOf(whole)
    expect(campaign).toMatchObject({
      id: 'one',
      name: 'All there is',
      class: 'marketing',
      priority: 70,
      budget: 'care',
    })
    expect(campaign.trigger).toMatchObject({ kind: 'event', type: 'complaint.filed' })
    expect(campaign.guardrails).toEqual({
      quietHours: { from: 22 * 60, to: 7 * 60 + 30 },
      caps: [
        { channel: 'email', atMost: 2, window: 7 * DAY },
        { channel: 'email', atMost: 1, window: 12 * HOUR },
      ],
      holdout: 0.125,
      holdoutBy: 'member',
      oncePer: 'complaint',
      overlap: true,
      blackouts: [],
      bypassesCaps: false,
      countsTowardCaps: true,
      freshFor: 6 * HOUR,
      whileCaseOpen: true,
    })
    expect(campaign.goal).toEqual({ event: 'member.disrupted', within: 30 * DAY, exit: false })
    expect([...campaign.listensTo].sort()).toEqual(['booking.created', 'member.disrupted'])
    const condition = expect.objectContaining({ hash: expect.any(String) })
    const email = { kind: 'email', template: 'sorry', locale: 'member', resendIfUnknown: false }
    expect(campaign.program).toEqual([
      { op: 'wait', for: 2 * HOUR },
      {
        op: 'action',
        step: '1',
        action: {
          kind: 'compensation',
          pays: 'miles',
          amount: [{ when: condition, amount: 8000 }, { amount: 3000 }],
          reason: 'service-recovery',
        },
        grants: true,
      },
      { op: 'action', step: '2', action: email },
      { op: 'waitFor', event: 'booking.created', atMost: 14 * DAY },
      { op: 'branch', condition, otherwise: 7 },
      { op: 'action', step: '4.then.0', action: { kind: 'upgradeOffer', cabin: 'C', validFor: 21 * DAY } },
      { op: 'jump', to: 10 },
      { op: 'branch', condition, otherwise: 9 },
      { op: 'action', step: '4.else.0.then.0', action: email },
      { op: 'action', step: '4.else.1', action: { kind: 'serviceTask', title: 'Thank them', detail: 'By hand.' } },
      {
        op: 'action',
        step: '5',
        action: {
          kind: 'compensation',
          pays: 'voucher',
          currency: 'CNY',
          amount: [{ amount: 5050 }],
          reason: 'thanks',
        },
        grants: true,
      },
      { op: 'end' },
    ])
  })

  test('listens to what its cases ask for', async () => {
    const cases = '[{ when: { happened: email.opened }, miles: 5 }, { miles: 3 }]'
    const campaign = await campaignOf(
      `campaign: one\ntrigger: complaint.filed\nbudget: care\nsteps: [{ compensation: ${cases}, reason: x }]\n`,
    )
    expect(campaign.listensTo).toEqual(['email.opened'])
  })

  test('takes what is usual where nothing is said', async () => {
    const event = await campaignOf('campaign: one\ntrigger: flight.disrupted\nsteps: [email: sorry]\n')
    expect(event).toMatchObject({ name: 'one', class: 'marketing', priority: 50, listensTo: [] })
    expect(event.trigger).toEqual({ kind: 'event', type: 'member.disrupted', named: 'flight.disrupted' })
    expect(event.guardrails).toEqual({
      caps: [],
      blackouts: [],
      bypassesCaps: false,
      countsTowardCaps: true,
      holdout: 0,
      holdoutBy: 'member',
      oncePer: 'event',
      overlap: true,
      freshFor: 24 * HOUR,
      whileCaseOpen: false,
    })
    expect(event.audience.test(subjectAt(memberWith({}), 0, 'UTC'))).toBe(true)

    const service = await campaignOf(
      'campaign: one\nclass: service\ntrigger: flight.disrupted\nsteps: [email: sorry]\n',
    )
    expect(service.guardrails.whileCaseOpen).toBe(true)
    const audience = await campaignOf('campaign: one\ntrigger: { audience: valued }\nsteps: [email: sorry]\n')
    expect(audience.trigger).toEqual({ kind: 'audience', audience: 'valued', on: 'entered', includeExisting: false })
    const date = await campaignOf('campaign: one\ntrigger: { date: birthday }\nsteps: [email: sorry]\n')
    expect(date.trigger).toEqual({ kind: 'date', date: 'birthday', daysBefore: 0, at: 9 * 60 })
    expect(date.guardrails.oncePer).toBe('year')
  })

  test('asks campaigns by falling priority, then by id', async () => {
    const text = (id: string, priority: number) =>
      `campaign: ${id}\npriority: ${priority}\ntrigger: flight.completed\nsteps: [wait: 2h]\n`
    const { rulebook } = await loaded({
      'campaigns/x.yaml': text('b', 10),
      'campaigns/y.yaml': text('a', 10),
      'campaigns/deep/z.yaml': text('c', 90),
    })
    expect(rulebook.campaigns.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  })

  test('has audiences made of audiences, in any order', async () => {
    const { rulebook } = await loaded({
      'audiences/a.yaml': 'audience: a\nwho: { audience: valued, not: { tier: gold } }\n',
    })
    expect(rulebook.audiences.map(({ id }) => id)).toEqual(['a', 'valued'])
  })

  test('may name an audience so often that it would cost too much: that is refused', async () => {
    const text = (n: number) =>
      `audience: a${n}\nwho: { all: [${Array(10)
        .fill(`{ audience: a${n - 1} }`)
        .join(', ')}] }\n`
    const result = await load({
      'audiences/a0.yaml': 'audience: a0\nwho: { consent: true }\n',
      ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`audiences/a${n}.yaml`, text(n)])),
    })
    expect(!result.ok && result.problems.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'audiences/a3.yaml too-large',
    ])
  })

  test('leaves examples and notes beside it alone', async () => {
    await loaded({
      'campaigns/one.examples.yaml': 'given: anything',
      'README.md': '# Ours',
      'look/top.mjml': '<mj-text/>',
    })
  })
})

describe('a bundle', () => {
  test('means the same as the files it was made of', async () => {
    const { bundle, rulebook } = await loaded({ 'campaigns/one.yaml': whole })
    const again = unpackRulebook(packBundle(bundle))
    expect(JSON.stringify(again)).toBe(JSON.stringify(rulebook))
    expect(again.version).toBe(rulebook.version)
    expect(rulebook.version).toMatch(/^[0-9a-f]{16}$/)
  })

  test('has the same version however its files are laid out, and another one for another content', async () => {
    const { rulebook } = await loaded({ 'campaigns/one.yaml': whole })
    const relaid = await loaded({ 'campaigns/one.yaml': `# a comment\n${stringify(parse(whole), { indent: 4 })}` })
    expect(relaid.rulebook.version).toBe(rulebook.version)
    const other = await loaded({ 'campaigns/one.yaml': whole.replace('wait: 2h', 'wait: 3h') })
    expect(other.rulebook.version).not.toBe(rulebook.version)
  })

  test('is checked whoever made it', async () => {
    const { bundle } = await loaded({ 'campaigns/one.yaml': whole })
    const documents = { ...bundle.documents, 'campaigns/one.yaml': { campaign: 'one', trigger: 'nothing', steps: [] } }
    const compiled = compileBundle({ ...bundle, documents })
    expect(!compiled.ok && compiled.problems.map(({ file, path, code }) => [file, path, code])).toEqual([
      ['campaigns/one.yaml', 'trigger', 'unknown-event'],
      ['campaigns/one.yaml', 'steps', 'bad-value'],
    ])
    expect(compilePacked(new Uint8Array([1, 2, 3]))).toMatchObject({ ok: false, problems: [{ code: 'not-a-bundle' }] })
    expect(() => unpackRulebook(packBundle({ ...bundle, documents }))).toThrow('unknown-event')
    const often = {
      ...documents['campaigns/one.yaml'],
      trigger: { schedule: { cron: '* * * * *' }, audience: 'valued' },
    }
    expect(
      compilePacked(packBundle({ ...bundle, documents: { ...documents, 'campaigns/one.yaml': often } })),
    ).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'bad-schedule' })]),
    })
  })
})

describe('garbage', () => {
  const scalar = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(
      '2h',
      '10%',
      '500 CNY',
      'gold',
      'PEK-SHA',
      'complaint.filed',
      '21:00-08:00',
      'valued',
      '__proto__',
      'constructor',
    ),
  )
  const key = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'all',
      'any',
      'not',
      'flights',
      'spend',
      'tier',
      'inLast',
      'atLeast',
      'between',
      'is',
      'event',
      'chance',
      'audience',
      'campaign',
      'trigger',
      'steps',
      'wait',
      'if',
      'then',
      'else',
      'compensation',
      'email',
      'miles',
      'when',
      'budget',
      'guardrails',
      'holdout',
      'oncePer',
      'goal',
      'who',
      'name',
      'budgets',
      'limit',
      'mail',
      'airline',
      'zone',
      'toString',
      '__proto__',
    ),
  )
  const value = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'medium' },
      scalar,
      fc.array(tie('any'), { maxLength: 5 }),
      fc.array(fc.tuple(key, tie('any')), { maxLength: 6 }).map((entries) => Object.fromEntries(entries)),
    ),
  })).any
  const path = fc.constantFrom(
    'wingback.yaml',
    'budgets.yaml',
    'audiences/a.yaml',
    'campaigns/c.yaml',
    'other.yaml',
    '__proto__',
  )

  test('as a condition is refused, not thrown at', () => {
    fc.assert(
      fc.property(value, (source) => {
        const result = compileCondition(source, {
          owner: 'x',
          audienceIds: [],
          audience: () => 'unknown',
          inJourney: true,
          event: { type: 'complaint.filed', fields: 'all' },
        })
        if ('faults' in result) expect(result.faults.length).toBeGreaterThan(0)
        else result.condition.test(subjectAt(memberWith({}), 0, 'UTC'))
      }),
      { numRuns: 1000 },
    )
  })

  test('as a bundle is refused, not thrown at', () => {
    fc.assert(
      fc.property(fc.dictionary(path, value), value, (documents, other) => {
        for (const bundle of [
          { format: 1, documents, templates: {} },
          { format: 1, documents, templates: other },
          other,
        ]) {
          const compiled = compileBundle(bundle)
          if (!compiled.ok) for (const { code } of compiled.problems) expect(problemCodes).toHaveProperty(code)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('as a file is refused with a place in it', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      value.map((any) => stringify(any)),
      fc
        .tuple(
          fc.constantFrom(whole, sound['wingback.yaml']!, sound['budgets.yaml']!),
          fc.nat(),
          fc.string({ maxLength: 4 }),
        )
        .map(([good, at, extra]) => good.slice(0, at % good.length) + extra + good.slice((at % good.length) + 1)),
    )
    await fc.assert(
      fc.asyncProperty(
        path.filter((each) => each.endsWith('.yaml')),
        text,
        async (file, source) => {
          const result = await load({ [file]: source })
          for (const problem of result.ok ? [] : result.problems) {
            const lines = problem.file === file ? source.split('\n') : undefined
            expect(problem.line).toBeGreaterThanOrEqual(1)
            expect(problem.column).toBeGreaterThanOrEqual(1)
            if (lines) expect(problem.line).toBeLessThanOrEqual(lines.length)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
