import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileCondition } from '../../shared/domain/audience/compile.ts'
import { reads } from '../../shared/domain/audience/facts/reads.ts'
import type { Member } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { type Reaction, react } from '../../shared/domain/react.ts'
import type { Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { ask, inAudience } from '../support/conditions.ts'
import { event } from '../support/events.ts'
import { type Moment, moments, start } from '../support/happenings.ts'
import { deepFreeze, nothingSpecial } from '../support/life.ts'
import { instants, members, ZONES } from '../support/members.ts'
import { rulebookOf } from '../support/rulebook.ts'
import { leafSources, sources } from '../support/sources.ts'

test('a fact reads nothing of a member but what its family says', () => {
  const twoOfThem = fc
    .constantFrom(...ZONES)
    .chain((zone) => instants(zone).map((now) => ({ zone, now })))
    .chain(({ zone, now }) => fc.tuple(fc.constant({ zone, now }), members(now, zone), members(now, zone)))
  fc.assert(
    fc.property(twoOfThem, leafSources, ([{ zone, now }, one, other], source) => {
      const compiled = compileCondition(source, inAudience)
      fc.pre('condition' in compiled)
      const { condition } = compiled as Extract<typeof compiled, { condition: unknown }>
      const own = Object.fromEntries(
        condition.families.flatMap((family) => reads[family]).map((part) => [part, one[part]]),
      )
      expect(ask(condition, { ...other, ...own }, now, zone)).toEqual(ask(condition, one, now, zone))
    }),
    { numRuns: 1500 },
  )
})

describe('only what an event touched is asked, and the answers are those of asking all', () => {
  const who = (i: number, source: unknown) => `audience: a${i}\nwho: ${JSON.stringify(source)}`
  const composed = fc.constantFrom<unknown>(
    { audience: 'a0', flights: { atLeast: 1 } },
    { any: [{ audience: 'a1' }, { chance: '40%' }] },
    { not: { audience: 'a2' } },
    { chance: '50%', complaints: { inLast: '7d' } },
    { chance: '50%' },
  )
  /** What comes and goes in the lives that are lived here. */
  const lively = fc.constantFrom<unknown>(
    { flights: { inLast: '7d' } },
    { complaints: { inLast: '2d', atLeast: 2 } },
    { nps: { atMost: 6, inLast: '36h' } },
    { lastFlight: { atLeast: '10d' } },
    { booking: { departsWithin: '72h' } },
    { disruptions: { inLast: '7d' }, consent: true },
    { any: [{ offers: { state: 'open' } }, { compensations: { inLast: '2d' } }] },
  )
  const audiences = fc
    .tuple(sources, sources, leafSources, lively, lively, lively, composed, composed)
    .map((all) => all.map((source, i) => who(i, source)))

  const campaigns = [
    ...[0, 3, 6].map((i) => `campaign: in${i}\ntrigger: { audience: a${i}, on: entered }\nsteps: [{ email: hello }]`),
    'campaign: out\ntrigger: { audience: a4, on: left }\nsteps: [{ wait: 3d }, { email: news }]',
    'campaign: already\ntrigger: { audience: a5, on: entered, includeExisting: true }\nsteps: [{ email: news }]',
    `campaign: sorry
trigger: complaint.filed
budget: care
guardrails: { whileCaseOpen: true }
steps: [{ compensation: { miles: 500, reason: care } }, { upgradeOffer: { cabin: C, validFor: 21d } }]`,
  ]

  test('whatever happens', async () => {
    const asked = { some: 0, all: 0 }
    let entered = 0
    await fc.assert(
      fc.asyncProperty(audiences, moments(40, 'large'), async (some, all) => {
        const rulebook = await rulebookOf({ audiences: some, campaigns }).catch(() => undefined)
        fc.pre(rulebook !== undefined)
        live(rulebook!, all, (member, react) => {
          const count = (what: 'some' | 'all') => counting(rulebook!, () => asked[what]++)
          const partly = react(member, count('some'))
          const wholly = react({ ...member, audiencesUntil: 0 }, count('all'))
          expect(withoutWakes(partly)).toEqual(withoutWakes(wholly))
          expect(partly.wakeAt).toBeLessThanOrEqual(wholly.wakeAt)
          entered += partly.entered.length
          return partly
        })
      }),
      { seed: 20261126, numRuns: 120 },
    )
    expect(asked.some).toBeLessThan(asked.all / 2)
    expect(entered).toBeGreaterThan(100)
  })

  test('after an audience is written anew, and after the zone that its days are of changes', async () => {
    const regulars = (atLeast: number) => who(0, { flights: { inLast: '30d', atLeast } })
    const old = await rulebookOf({ audiences: [regulars(1), who(1, { hasEmail: true })] })
    const other = await rulebookOf({ audiences: [regulars(0), who(1, { hasEmail: true })] })
    const moved = { ...old, audiences: (await rulebookOf({ audiences: [regulars(1)], zone: 'Asia/Tokyo' })).audiences }
    const member = wake(newMember('M1'), old).member
    expect(Object.keys(member.audiences)).toEqual([])
    expect(Object.keys(wake(member, other).member.audiences)).toEqual(['a0'])
    expect(wake(member, moved).member.baselines).not.toEqual(member.baselines.slice(0, 1))
  })
})

type Step = (member: Member, react: (member: Member, rulebook: Rulebook) => Reaction) => Reaction

/** Lives through the moments, woken at each due time on the way. */
function live(rulebook: Rulebook, all: readonly Moment[], step: Step): void {
  let member = deepFreeze(newMember('M1'))
  let now = start
  let ids = 0
  const decided: string[] = []
  const tell = (type: string, source: string, at: number, fields: Record<string, unknown>) => {
    const occurredAt = new Date(at).toISOString()
    const told = event(type, { id: `e${++ids}`, memberId: 'M1', occurredAt, ...fields }, source)
    const reaction = step(member, (before, live) =>
      react(before, told, { rulebook: live, rulebookOf: () => rulebook, world: nothingSpecial, now }),
    )
    member = deepFreeze(reaction.member)
    decided.push(...reaction.actions.map(({ actionId }) => actionId))
  }
  for (const { passes, happens } of all) {
    const next = now + passes
    for (let wakes = 0; member.wakeAt !== undefined && member.wakeAt <= next && wakes < 200; wakes++) {
      now = member.wakeAt
      tell('member.woken', 'wingback', now, {})
    }
    now = next
    if (happens.is === 'event') {
      const own = happens.type === 'member.disrupted'
      tell(happens.type, own ? 'wingback' : 'airline.test', now - happens.ago, happens.fields)
    }
    if (happens.is === 'time') tell('member.woken', 'wingback', now, {})
    if (happens.is === 'outcome' && decided.length > 0) {
      const actionId = decided[happens.which % decided.length]!
      tell(happens.type, 'wingback', now, { ...happens.fields, actionId, id: `${actionId}:${happens.type}` })
    }
  }
}

function wake(member: Member, rulebook: Rulebook): Reaction {
  const told = event('member.woken', { id: 'w', memberId: 'M1', occurredAt: new Date(start).toISOString() }, 'wingback')
  return react(member, told, { rulebook, rulebookOf: () => rulebook, world: nothingSpecial, now: start })
}

/** The rulebook, telling of each audience that is asked. */
function counting(rulebook: Rulebook, asked: () => void): Rulebook {
  const audiences = rulebook.audiences.map((audience) => ({
    ...audience,
    condition: {
      ...audience.condition,
      test: (subject: Parameters<typeof audience.condition.test>[0]) => {
        asked()
        return audience.condition.test(subject)
      },
    },
  }))
  return { ...rulebook, audiences }
}

/** Asking all knows later wakes: an event does not ask those it did not touch whether theirs has moved. */
function withoutWakes({ member, wakeAt: _, ...reaction }: Reaction) {
  const { wakeAt: __, audiencesUntil: ___, ...rest } = member
  return { ...reaction, member: rest }
}
