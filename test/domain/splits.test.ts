import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explain } from '../../shared/app/api/explain.ts'
import { reporter } from '../../shared/app/rehearsal/report.ts'
import { calendarOf, HOUR } from '../../shared/domain/calendar.ts'
import { armOf } from '../../shared/domain/campaign/arms.ts'
import { isHeldOut } from '../../shared/domain/campaign/gates/holdout.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import type { ReactionRecord } from '../../shared/ports/index.ts'
import { at, enrolled } from '../support/events.ts'
import { type Life, lifeOf } from '../support/life.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** Members shared out among the arms of a split: as many as is asked, for good, and told of. */

const start = '2026-06-01T04:00:00Z'
const later = (ms: number) => new Date(at(start) + ms).toISOString()

const campaign = (arms: string, after = '') => `campaign: c
trigger: complaint.filed
guardrails: { whileCaseOpen: true }
steps:
  - split: letter
    arms: ${arms}
${after}`
const halves = '[{ arm: short, share: 50%, steps: [email: hello] }, { arm: long, share: 50%, steps: [email: sorry] }]'

async function live(rulebook: Rulebook, memberId: string): Promise<Life> {
  const life = lifeOf(rulebook, memberId)
  life.tell(enrolled({ memberId }))
  life.hear('complaint.filed', start, { complaintId: 'C1', category: 'baggage' })
  return life
}

const ids = Array.from({ length: 4000 }, (_, n) => `M${n}`)
const arms = (shares: Record<string, number>) => Object.entries(shares).map(([arm, share]) => ({ arm, share, to: 0 }))
const salt = { holdoutSalt: '2026' }
const armsOf = (shares: Record<string, number>, split = 'letter') =>
  new Map(ids.map((id) => [id, armOf(id, { id: 'c' }, split, arms(shares), salt).arm]))
const countOf = (drawn: Map<string, string>, arm: string) => [...drawn.values()].filter((each) => each === arm).length
const moved = (before: Map<string, string>, after: Map<string, string>) =>
  ids.filter((id) => before.get(id) !== after.get(id))

describe('an arm', () => {
  test('takes its share of the members', () => {
    const drawn = armsOf({ a: 0.5, b: 0.3, c: 0.2 })
    for (const [arm, share] of [
      ['a', 0.5],
      ['b', 0.3],
      ['c', 0.2],
    ] as const) {
      expect(Math.abs(countOf(drawn, arm) / ids.length - share)).toBeLessThan(0.03)
    }
  })

  test('does not depend on the order they are written in', () => {
    expect(armsOf({ a: 0.5, b: 0.3, c: 0.2 })).toEqual(armsOf({ c: 0.2, a: 0.5, b: 0.3 }))
  })

  test('that grows takes members from others, and no member goes between others', () => {
    const before = armsOf({ a: 0.5, b: 0.3, c: 0.2 })
    const after = armsOf({ a: 0.7, b: 0.18, c: 0.12 })
    const changed = moved(before, after)
    expect(Math.abs(changed.length / ids.length - 0.2)).toBeLessThan(0.03)
    expect(new Set(changed.map((id) => after.get(id)))).toEqual(new Set(['a']))
  })

  test('has nothing to do with the holdout, or with another split', () => {
    const held = ids.filter((id) => isHeldOut(id, { id: 'c', guardrails: { holdout: 0.5 } } as never, salt))
    const drawn = armsOf({ a: 0.5, b: 0.5 })
    const among = held.filter((id) => drawn.get(id) === 'a').length / held.length
    expect(Math.abs(among - 0.5)).toBeLessThan(0.04)
    const other = armsOf({ a: 0.5, b: 0.5 }, 'second')
    expect(Math.abs(moved(drawn, other).length / ids.length - 0.5)).toBeLessThan(0.04)
  })

  test('is one of the arms, whatever their number, shares and ids', () => {
    const shares = fc.array(fc.double({ min: 0.0001, max: 1, noNaN: true }), { minLength: 2, maxLength: 10 })
    fc.assert(
      fc.property(fc.string(), shares, (memberId, written) => {
        const all = written.map((share, n) => ({ arm: `a${n}`, share, to: n }))
        expect(all).toContain(armOf(memberId, { id: 'c' }, 's', all, salt))
      }),
    )
  })
})

describe('a journey', () => {
  test('goes on in one arm, and then with what stands after the split', async () => {
    const rulebook = await rulebookOf({ campaigns: [campaign(halves, '  - email: news')] })
    const templates = new Set<string>()
    for (const memberId of ids.slice(0, 20)) {
      const life = await live(rulebook, memberId)
      life.outcome('email.sent', later(1000))
      const [first, second] = life.actions.map(({ plan }) => (plan.kind === 'email' ? plan.template : ''))
      const arm = life.member.journeys[0]!.arms!.letter
      expect([first, second]).toEqual([arm === 'short' ? 'hello' : 'sorry', 'news'])
      expect(life.told('c')).toEqual(['entered', 'split', 'decided', 'sent', 'decided'])
      templates.add(first!)
    }
    expect(templates.size).toBe(2)
  })

  test('keeps its arm in every receipt', async () => {
    const life = await live(await rulebookOf({ campaigns: [campaign(halves)] }), 'M1')
    life.outcome('email.sent', later(1000))
    const arm = life.receipts.find(({ outcome }) => outcome === 'split')!.arms!.letter
    expect(life.receipts.map(({ outcome, arms: taken }) => [outcome, taken?.letter])).toEqual([
      ['entered', undefined],
      ['split', arm],
      ['decided', arm],
      ['sent', arm],
      ['ended', arm],
    ])
    const reactions = [{ receipts: life.receipts, type: 'complaint.filed' }] as never
    const [told] = explain({ member: life.member, reactions, rulebook: life.rulebook, now: at(later(HOUR)) })
    expect(told).toMatchObject({ verdict: 'got', arms: { letter: arm } })
  })

  test('an arm without steps does nothing of its own', async () => {
    const rulebook = await rulebookOf({
      campaigns: [campaign('[{ arm: none }, { arm: long, steps: [email: sorry] }]', '  - email: news')],
    })
    const first = new Set<unknown>()
    for (const memberId of ids.slice(0, 20)) {
      const life = await live(rulebook, memberId)
      first.add(life.actions.map(({ plan }) => plan.kind === 'email' && plan.template)[0])
    }
    expect(first).toEqual(new Set(['news', 'sorry']))
  })

  test('finds the same arm in a later version, in another place and order', async () => {
    const before = await rulebookOf({ campaigns: [campaign(halves)] })
    const after = await rulebookOf({
      campaigns: [
        `campaign: c
trigger: complaint.filed
guardrails: { whileCaseOpen: true }
steps:
  - wait: 1h
  - split: letter
    arms:
      - { arm: long, share: 50%, steps: [{ email: sorry }, { email: news }] }
      - { arm: short, share: 50%, steps: [email: hello] }`,
      ],
    })
    for (const memberId of ids.slice(0, 50)) {
      const [was, is] = [await live(before, memberId), await live(after, memberId)]
      is.liveUntil(later(HOUR))
      expect(is.member.journeys[0]!.arms).toEqual(was.member.journeys[0]!.arms)
    }
  })

  test('goes through splits within splits', async () => {
    const inner = `steps: [{ split: second, arms: [{ arm: x, steps: [email: hello] }, { arm: y, steps: [email: offer] }] }]`
    const rulebook = await rulebookOf({
      campaigns: [campaign(`[{ arm: a, ${inner} }, { arm: b, steps: [email: sorry] }]`)],
    })
    const seen = new Set<string>()
    for (const memberId of ids.slice(0, 40)) {
      const life = await live(rulebook, memberId)
      seen.add(Object.values(life.member.journeys[0]!.arms!).join())
    }
    expect(seen).toEqual(new Set(['a,x', 'a,y', 'b']))
  })
})

test('a rehearsal counts each arm', async () => {
  const rulebook = await rulebookOf({ campaigns: [campaign(halves, '  - email: news')] })
  const report = reporter([{ id: 'c', guardrails: rulebook.campaigns[0]!.guardrails }], calendarOf('UTC'))
  const took: Record<string, number> = {}
  for (const memberId of ids.slice(0, 30)) {
    const life = await live(rulebook, memberId)
    life.outcome('email.sent', later(1000))
    const arm = life.member.journeys[0]!.arms!.letter!
    took[arm] = (took[arm] ?? 0) + 1
    report.records([{ memberId, body: JSON.stringify({ receipts: life.receipts }) } as ReactionRecord])
  }
  const { letter } = report.finish(0).campaigns.c!.arms
  for (const arm of ['short', 'long'])
    expect(letter![arm]).toMatchObject({ entered: took[arm], sent: took[arm], goals: 0 })
})
