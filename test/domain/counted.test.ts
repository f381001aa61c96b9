import { describe, expect, test } from 'vitest'
import { readRulebookFolder } from '../../cli/rulebook/read.ts'
import { belonging, countedOf, standing } from '../../shared/app/react/counted.ts'
import { DAY, HOUR } from '../../shared/domain/calendar.ts'
import type { Member } from '../../shared/domain/member/member.ts'
import type { Reaction } from '../../shared/domain/react.ts'
import { documentsOf } from '../../shared/domain/rulebook/diff/index.ts'
import { journeyGraph } from '../../shared/domain/rulebook/journey-graph.ts'
import { loadRulebook } from '../../shared/domain/rulebook/load.ts'
import { stepAt } from '../../shared/domain/rulebook/step-numbers.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { CounterChange } from '../../shared/ports/index.ts'
import { arrive, book, complain, later } from '../support/journeys.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** A member's life, with the counters as its turns move them. */
async function counting(steps: string, rails = 'guardrails: { whileCaseOpen: true }') {
  const campaign = `campaign: c\ntrigger: complaint.filed\n${rails}\n${steps}`
  const rulebook = await rulebookOf({ settings: 'quietHours: 21:00-08:00', campaigns: [campaign] })
  const life = arrive(rulebook)
  const rulebookOf_ = { rulebookOf: () => rulebook }
  const counts: Record<string, number> = {}
  let before: Member = life.member
  const { tell } = life
  life.tell = (...args) => {
    const reaction: Reaction = tell(...args)
    add(countedOf({ before, after: reaction.member, ...reaction }, rulebookOf_))
    before = reaction.member
    return reaction
  }
  function add(changes: readonly CounterChange[]) {
    for (const { name, by } of changes) counts[name] = (counts[name] ?? 0) + by
  }
  const shown = () => Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0))
  return { life, shown, rulebook }
}

describe('where a journey stands and which way it went', () => {
  const branching = `steps:
  - wait: 1d
  - if: { happened: booking.created }
    then: [{ email: hello }]
    else: [{ email: sorry }, { wait: 1h }]
  - email: news`

  test('it stands at a wait, then goes on', async () => {
    const { life, shown } = await counting(branching)
    complain(life)
    expect(shown()).toEqual({ 'way/begin.on': 1, 'at/1': 1 })
    life.wake(later(DAY))
    expect(shown()).toEqual({ 'way/begin.on': 1, 'way/1.on': 1, 'way/2.else': 1, 'at/4': 1 })
    life.outcome('email.sent', later(DAY + 1))
    expect(shown()).toMatchObject({ 'way/4.on': 1, 'at/5': 1 })
    life.wake(later(DAY + 2 * HOUR))
    life.outcome('email.sent', later(DAY + 3 * HOUR))
    expect(shown()).toEqual({
      'way/begin.on': 1,
      'way/1.on': 1,
      'way/2.else': 1,
      'way/4.on': 1,
      'way/5.on': 1,
      'way/6.on': 1,
    })
  })

  test('the other way', async () => {
    const { life, shown } = await counting(branching)
    complain(life)
    book(life, later(HOUR))
    life.wake(later(DAY))
    expect(shown()).toMatchObject({ 'way/2.then': 1, 'at/3': 1 })
  })

  test('who leaves early is counted where they left', async () => {
    const { life, shown } = await counting(
      'exitWhen: { happened: booking.created }\nsteps: [{ wait: 1d }, { email: news }]',
    )
    complain(life)
    book(life, later(HOUR))
    expect(shown()).toEqual({ 'way/begin.on': 1, 'left/1': 1 })
  })

  test('where nothing is granted and nothing is said of that, it goes to the end', async () => {
    const { life, shown } = await counting(
      'budget: care\nsteps: [{ compensation: { miles: 5, reason: sorry } }, { email: news }]',
    )
    complain(life)
    life.outcome('compensation.refused', later(1), { code: 'budget', reason: { is: 'budget.spent', budget: 'care' } })
    expect(shown()).toEqual({ 'way/begin.on': 1, 'way/1.refused': 1, 'kept/1/refused/-': 1 })
  })
})

describe('what kept somebody', () => {
  test('by the gate, and the step: they go on all the same', async () => {
    const { life, shown } = await counting('steps: [{ email: sorry }, { wait: 1d }]')
    life.hear('consent.changed', later(-HOUR), { channel: 'email', granted: false, purpose: 'marketing' })
    complain(life)
    expect(shown()).toMatchObject({ 'kept/1/skipped/consent': 1, 'way/1.on': 1, 'at/2': 1 })
  })

  test('who comes a second time does not begin', async () => {
    const rails = 'guardrails: { whileCaseOpen: true, oncePer: complaint }'
    const { life, shown } = await counting('steps: [{ wait: 1d }]', rails)
    complain(life)
    complain(life, later(1), 'C1')
    expect(shown()).toMatchObject({ 'at/1': 1, 'kept/begin/notEntered/oncePer': 1 })
  })

  test('held by a gate now is a level, and how often it held stays', async () => {
    const { life, shown } = await counting('steps: [{ email: sorry }]')
    const night = '2026-06-01T18:00:00Z'
    complain(life, night)
    expect(shown()).toMatchObject({ 'kept/1/held/quietHours': 1, 'heldNow/1/quietHours': 1, 'at/1': 1 })
    life.liveUntil('2026-06-02T06:00:00Z')
    life.outcome('email.sent', '2026-06-02T06:00:00Z')
    expect(shown()).toEqual({ 'way/begin.on': 1, 'way/1.on': 1, 'kept/1/held/quietHours': 1 })
  })
})

test('the counters of levels are what stands in the members', async () => {
  const { life, shown, rulebook } = await counting('steps: [{ wait: 1d }, { email: news }]')
  complain(life)
  const names = [...standing(life.member, { rulebookOf: () => rulebook }), ...belonging(life.member)]
  for (const { name } of names) expect(shown()[name]).toBe(1)
})

test('a program and its diagram number the steps alike, in every example campaign', async () => {
  const { files } = await readRulebookFolder('campaigns')
  const loaded = await loadRulebook(files, async (source) => ({
    ok: true,
    template: { subject: source, html: source, text: source },
  }))
  if (!loaded.ok) throw new Error(loaded.problems[0]!.message)
  const { rulebook, bundle } = loaded
  const kinds = { action: 'action', wait: 'wait', waitFor: 'wait', branch: 'branch', split: 'split' } as const
  for (const written of documentsOf(bundle, 'campaign')) {
    const { program } = rulebook.campaigns.find(({ id }) => id === written.campaign)!
    const { steps } = journeyGraph(written.steps, 'begins', textsIn('en').diff)
    const byId = new Map(steps.map((step) => [step.id, step.kind]))
    for (const [pc, { op }] of program.entries())
      if (op !== 'jump' && op !== 'end') expect(byId.get(stepAt(program, pc))).toBe(kinds[op])
    expect(steps).toHaveLength(program.filter(({ op }) => op !== 'jump' && op !== 'end').length + 2)
  }
})
