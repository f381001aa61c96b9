import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { claim } from '../../shared/domain/campaign/claim.ts'
import { at, enrolled } from '../support/events.ts'
import { type Life, lifeOf, nothingSpecial } from '../support/life.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** What becomes of those on the way when another version of their campaign is live, or none. */

const start = '2026-06-01T04:00:00Z'
const later = (ms: number) => new Date(at(start) + ms).toISOString()

const campaign = (steps: string, more = '') => `campaign: c
trigger: complaint.filed
guardrails: { whileCaseOpen: true }
budget: care
steps: ${steps}
${more}`
const rule = (onNewVersion: string) => `onNewVersion: ${onNewVersion}`

async function underWay(source: string): Promise<Life> {
  const life = lifeOf(await rulebookOf({ campaigns: [source] }))
  life.tell(enrolled())
  life.hear('complaint.filed', start, { complaintId: 'C1', category: 'baggage' })
  return life
}

async function publish(life: Life, ...campaigns: string[]): Promise<void> {
  life.rulebook = await rulebookOf({ campaigns })
}

const templates = (life: Life) =>
  life.actions.filter(({ handovers }) => handovers === 1).map(({ plan }) => plan.kind === 'email' && plan.template)
const waiting = '[{ wait: 2d, name: pause }, { email: sorry }]'

describe('those on the way', () => {
  test('finish on their version where nothing is said', async () => {
    const life = await underWay(campaign(waiting))
    await publish(life, campaign('[{ wait: 9d, name: pause }, { email: news }]'))
    life.liveUntil(later(3 * DAY))
    expect(templates(life)).toEqual(['sorry'])
    expect(life.told('c')).toEqual(['entered', 'decided'])
  })

  test('leave where the new version says so, with the next thing that happens to the member', async () => {
    const life = await underWay(campaign(waiting))
    await publish(life, campaign('[{ wait: 9d }, { email: news }]', rule('exit')))
    life.hear('survey.answered', later(HOUR))
    expect(life.told('c')).toEqual(['entered', 'exited'])
    expect(life.receipts.at(-1)).toMatchObject({ at: at(later(HOUR)), reason: { is: 'exit.newVersion' } })
    life.liveUntil(later(20 * DAY))
    expect(life.actions).toEqual([])
  })

  test('do not leave because something else in the rulebook changed', async () => {
    const same = campaign(waiting, rule('exit'))
    const life = await underWay(same)
    await publish(life, same, campaign(waiting).replace('campaign: c', 'campaign: d'))
    life.liveUntil(later(3 * DAY))
    expect(templates(life)).toEqual(['sorry'])
  })

  test('move to the step of the same name; what they waited counts', async () => {
    const life = await underWay(campaign(waiting))
    await publish(
      life,
      campaign('[{ email: hello }, { wait: 3d, name: pause }, { email: news }, { email: sorry }]', rule('move')),
    )
    life.wake(later(DAY))
    expect(life.told('c')).toEqual(['entered', 'moved'])
    expect(life.member.journeys[0]).toMatchObject({ rulebook: life.rulebook!.version, pc: 1, moves: 1 })
    life.wake(later(3 * DAY - 1))
    expect(life.actions).toEqual([])
    life.wake(later(3 * DAY))
    expect(templates(life)).toEqual(['news'])
    expect(life.receipts.at(-1)).toMatchObject({ rulebook: life.rulebook!.version })
  })

  test.each([
    ['1h', HOUR],
    ['5d', 5 * DAY],
  ])('that wait now only %s go on then, or at once where that is over', async (wait, length) => {
    const life = await underWay(campaign(waiting))
    await publish(life, campaign(`[{ wait: ${wait}, name: pause }, { email: news }]`, rule('move')))
    life.wake(later(DAY))
    life.liveUntil(later(Math.max(DAY, length)))
    expect(life.receipts.find(({ outcome }) => outcome === 'decided')!.at).toBe(at(later(Math.max(DAY, length))))
  })

  test('that stand at no step of that name finish on theirs, or leave', async () => {
    for (const [how, expected] of [
      ['move', ['entered', 'decided']],
      ['moveOrExit', ['entered', 'exited']],
    ] as const) {
      const life = await underWay(campaign(waiting))
      await publish(life, campaign('[{ wait: 9d, name: another }, { email: news }]', rule(how)))
      life.liveUntil(later(3 * DAY))
      expect(life.told('c')).toEqual(expected)
    }
  })

  test('that are held before a named step are asked its gates under the new version at once', async () => {
    const quiet = (source: string) =>
      source.replace('whileCaseOpen: true', 'whileCaseOpen: true, quietHours: 00:00-23:00')
    const life = await underWay(quiet(campaign('[{ email: sorry, name: letter }]')))
    expect(life.told('c')).toEqual(['entered', 'held'])
    await publish(life, campaign('[{ wait: 9d }, { email: news, name: letter }]', rule('move')))
    life.wake(later(HOUR))
    expect(life.told('c')).toEqual(['entered', 'held', 'moved', 'decided'])
    expect(templates(life)).toEqual(['news'])
  })

  test('in an arm stay in it: they move only to where their arms are the same', async () => {
    const split = (a: string, b: string) =>
      campaign(
        `[{ split: letter, arms: [{ arm: a, steps: ${a} }, { arm: b, steps: ${b} }] }, { email: news }]`,
        rule('moveOrExit'),
      )
    const life = await underWay(split('[{ wait: 2d, name: in-a }]', '[{ wait: 2d, name: in-b }]'))
    const { letter } = life.member.journeys[0]!.arms!
    const swapped = split('[{ wait: 3d, name: in-b }]', '[{ wait: 3d, name: in-a }]')
    const kept = split('[{ email: hello }, { wait: 3d, name: in-a }]', '[{ email: hello }, { wait: 3d, name: in-b }]')
    const same = life.member
    await publish(life, swapped)
    life.wake(later(HOUR))
    expect(life.told('c').at(-1)).toBe('exited')
    life.become(same)
    await publish(life, kept)
    life.wake(later(HOUR))
    expect(life.told('c').at(-1)).toBe('moved')
    expect(life.member.journeys[0]!.arms).toEqual({ letter })
  })

  test('that were refused do not move to where it was granted', async () => {
    const paying = (after: string, refused: string) =>
      campaign(
        `[{ compensation: { miles: 5, reason: care }, ifRefused: ${refused} }, ${after}, { email: news }]`,
        rule('move'),
      )
    const life = await underWay(paying('{ wait: 1d }', '[{ wait: 2d, name: pause }]'))
    life.outcome('compensation.refused', later(1), { code: 'spent', reason: { is: 'budget.spent', budget: 'care' } })
    const { version } = life.rulebook!
    await publish(life, paying('{ wait: 2d, name: pause }', '[{ wait: 1d }]'))
    life.wake(later(HOUR))
    expect(life.member.journeys[0]!.rulebook).toBe(version)
  })
})

describe('an action that is on its way', () => {
  test('is done under the version that decided it; then its journey moves', async () => {
    const life = await underWay(
      campaign('[{ email: sorry, name: letter }, { wait: 1d, name: pause }, { email: hello }]'),
    )
    const first = life.rulebook!
    await publish(life, campaign('[{ wait: 1h, name: pause }, { email: news, name: letter }]', rule('move')))
    life.hear('survey.answered', later(MINUTE))
    expect(life.member.pending).toMatchObject([{ rulebook: first.version }])
    life.outcome('email.sent', later(2 * MINUTE))
    life.hear('survey.answered', later(3 * MINUTE))
    expect(life.told('c')).toEqual(['entered', 'decided', 'sent', 'moved'])
    life.liveUntil(later(2 * HOUR))
    expect(templates(life)).toEqual(['sorry', 'news'])
  })

  test('where the new version says that they leave, a mail that nobody has claimed is taken back', async () => {
    const life = await underWay(campaign('[{ email: sorry }]'))
    const { actionId } = life.member.pending[0]!
    const first = life.rulebook
    await publish(life, campaign('[{ email: news }]', rule('exit')))
    life.hear('survey.answered', later(MINUTE))
    expect(life.told('c')).toEqual(['entered', 'decided', 'skipped', 'exited'])
    expect(claim(life.member, actionId, { rulebook: first, world: nothingSpecial, now: at(later(MINUTE)) })).toEqual({
      claim: 'gone',
    })
  })

  test('has an id of its own after a move, though it stands where another stood', async () => {
    const life = await underWay(campaign('[{ email: sorry }, { wait: 1d, name: pause }]'))
    life.outcome('email.sent', later(1))
    life.hear('survey.answered', later(MINUTE))
    await publish(life, campaign('[{ wait: 1d, name: pause }, { email: news }]', rule('move')))
    life.hear('survey.answered', later(2 * MINUTE))
    await publish(life, campaign('[{ email: hello, name: pause }]', rule('move')))
    life.wake(later(3 * MINUTE))
    expect(templates(life)).toEqual(['sorry', 'hello'])
    expect(new Set(life.actions.map(({ step }) => step))).toEqual(new Set(['0']))
    expect(new Set(life.actions.map(({ actionId }) => actionId)).size).toBe(2)
    expect(life.member.journeys[0]!.moves).toBe(2)
  })
})

describe('a campaign that is no more', () => {
  test.each([
    ['finish', ['entered', 'decided']],
    ['move', ['entered', 'decided']],
    ['exit', ['entered', 'exited']],
    ['moveOrExit', ['entered', 'exited']],
  ])('%s', async (how, expected) => {
    const life = await underWay(campaign(waiting, rule(how)))
    await publish(life)
    life.liveUntil(later(3 * DAY))
    expect(life.told('c')).toEqual(expected)
  })

  test('says so', async () => {
    const life = await underWay(campaign(waiting, rule('exit')))
    await publish(life)
    life.wake(later(HOUR))
    expect(life.receipts.at(-1)).toMatchObject({ outcome: 'exited', reason: { is: 'exit.campaignGone' } })
  })
})

test('however often versions change, a journey stands at a step of its version and sends no action twice', async () => {
  const names = ['a', 'b', 'c']
  const step = fc.record({
    name: fc.option(fc.constantFrom(...names), { nil: undefined }),
    does: fc.constantFrom(
      'wait: 5h',
      'wait: 2d',
      'email: sorry',
      'email: news',
      'wait: { for: booking.created, atMost: 1d }',
    ),
  })
  const version = fc.tuple(
    fc.array(step, { minLength: 1, maxLength: 5 }),
    fc.constantFrom('finish', 'exit', 'move', 'moveOrExit'),
  )
  const sourceOf = ([steps, how]: [{ name?: string | undefined; does: string }[], string]) => {
    const taken = new Set<string>()
    const written = steps.map(({ name, does }) => {
      const fresh = name !== undefined && !taken.has(name)
      if (fresh) taken.add(name)
      return `{ ${fresh ? `name: ${name}, ` : ''}${does} }`
    })
    return campaign(`[${written.join(', ')}]`, rule(taken.size === 0 && how.startsWith('move') ? 'finish' : how))
  }
  await fc.assert(
    fc.asyncProperty(fc.array(version, { minLength: 2, maxLength: 4 }), async (versions) => {
      const life = await underWay(sourceOf(versions[0]!))
      const sent = new Set<string>()
      for (let hour = 1; hour <= 60; hour++) {
        if (hour % 11 === 0) await publish(life, sourceOf(versions[(hour / 11) % versions.length]!))
        life.wake(later(hour * HOUR))
        for (const { actionId, handovers } of life.actions.splice(0)) {
          if (handovers === 1) expect(sent.has(actionId)).toBe(false)
          sent.add(actionId)
        }
        if (hour % 3 === 0 && life.member.pending.length > 0) life.outcome('email.sent', later(hour * HOUR + 1))
        for (const { pc, endedAt } of life.member.journeys)
          expect(endedAt === undefined ? pc : 0).toBeLessThanOrEqual(5)
      }
      expect(['ended', 'exited', 'moved', 'decided', 'sent', 'entered', 'skipped']).toEqual(
        expect.arrayContaining([...new Set(life.told('c'))]),
      )
    }),
    { numRuns: 40 },
  )
})
