import { describe, expect, test } from 'vitest'
import { createMemoryPorts } from '../../shared/adapters/memory/index.ts'
import { bring, everybodyIn } from '../../shared/app/rehearsal/brought.ts'
import { calendarOf } from '../../shared/domain/calendar.ts'
import { encodeMember } from '../../shared/domain/member/codec.ts'
import { countIn, sumCounted } from '../../shared/domain/preview/count.ts'
import { readTry, withTries } from '../../shared/domain/preview/tries.ts'
import type { Bundle } from '../../shared/domain/rulebook/content.ts'
import { sayIn } from '../../shared/domain/texts/saying.ts'
import { enrolled } from '../support/events.ts'
import { lifeOf } from '../support/life.ts'
import { rulebookOf } from '../support/rulebook.ts'

/** How many an audience would have, and with other values. */

const settings = {
  airline: { name: 'Test Air' },
  zone: 'Asia/Shanghai',
  locale: 'en',
  mail: { from: 'care@example.com' },
  holdoutSalt: '2026',
}
const bundleOf = (who: object) => ({
  format: 1 as const,
  documents: { 'wingback.yaml': settings, 'audiences/a.yaml': { audience: 'a', name: 'A', who } },
  templates: {},
})
const at = { now: Date.parse('2026-06-02T00:00:00Z'), calendar: calendarOf('Asia/Shanghai') }

function member(id: string, fields: Record<string, unknown>) {
  const life = lifeOf(undefined, id)
  life.tell(enrolled({ memberId: id, ...fields }))
  return life.member
}

test('counts who is in, and of them who may be written to', async () => {
  const { audiences } = await rulebookOf({ audiences: ['audience: gold\nname: Gold\nwho: { tier: gold }'] })
  const members = [
    member('A', { tier: 'gold' }),
    member('B', { tier: 'gold', consent: { email: false } }),
    member('C', { tier: 'silver' }),
  ]
  const counted = countIn(members, audiences, at)
  expect(counted).toEqual({ gold: { members: 2, agreed: 1 } })
  expect(sumCounted(counted, counted)).toEqual({ gold: { members: 4, agreed: 2 } })
})

describe('other values', () => {
  test('are read as they are written', () => {
    expect(readTry('lastFlight.atLeast=90d, 120d')).toEqual({
      fact: 'lastFlight',
      operator: 'atLeast',
      values: ['90d', '120d'],
    })
    expect(readTry('tier=gold')).toEqual({ fact: 'tier', values: ['gold'] })
    for (const text of ['lastFlight', 'a.b.c=1', 'tier=', 'tier=gold,,silver']) expect(readTry(text)).toBeUndefined()
  })

  test('make an audience each, in every combination, and leave the rest of it', () => {
    const bundle = bundleOf({ all: [{ flights: { inLast: '365d', atLeast: 6 } }, { not: { tier: 'gold' } }] })
    const tried = withTries(bundle, 'a', [
      { fact: 'flights', operator: 'atLeast', values: ['4', '8'] },
      { fact: 'tier', values: ['silver'] },
    ])
    if (!tried.ok) throw new Error(sayIn('en', tried.message))
    expect(tried.variants).toEqual([
      { id: 'a-try-1', label: 'flights atLeast 4, tier silver' },
      { id: 'a-try-2', label: 'flights atLeast 8, tier silver' },
    ])
    expect(tried.bundle.documents['audiences/a-try-2.yaml']).toEqual({
      audience: 'a-try-2',
      name: 'A',
      who: { all: [{ flights: { inLast: '365d', atLeast: 8 } }, { not: { tier: 'silver' } }] },
    })
  })

  test('of what the audience does not ask, or asks twice, are refused', () => {
    const tries = [{ fact: 'flights', operator: 'atLeast', values: ['4'] }]
    const twice = bundleOf({ any: [{ flights: { atLeast: 1 } }, { flights: { atLeast: 2 } }] })
    const refused = (bundle: Bundle) => {
      const tried = withTries(bundle, 'a', tries)
      return (['en', 'zh-CN'] as const).map((language) => !tried.ok && sayIn(language, tried.message))
    }
    expect(refused(twice)).toEqual(['the audience a asks for flights 2 times', '人群 a 的条件中有 2 处 flights'])
    expect(refused(bundleOf({ tier: 'gold' }))).toEqual([
      'the audience a asks for flights nowhere',
      '人群 a 的条件中没有 flights',
    ])
  })
})

test('members that were exported come back as they are, without what was on its way', async () => {
  const rulebook = await rulebookOf({
    campaigns: [
      'campaign: c\ntrigger: complaint.filed\nguardrails: { whileCaseOpen: true }\nsteps: [{ email: sorry }]',
    ],
  })
  const life = lifeOf(rulebook)
  life.tell(enrolled({ tier: 'gold' }))
  life.hear('complaint.filed', '2026-06-01T05:00:00Z', { complaintId: 'C1', category: 'baggage' })
  expect(life.member.pending).toHaveLength(1)
  const ports = createMemoryPorts({ now: () => at.now })
  const gone = { ...life.member, mergedInto: 'M9' }
  await bring(ports, [
    { memberId: 'M1', state: encodeMember(life.member) },
    { memberId: 'M2', state: encodeMember(gone) },
  ])
  const [back, ...others] = await everybodyIn(ports)
  expect(others).toEqual([])
  const free = { ...life.member, journeys: [], pending: [], unrecorded: [] }
  expect(encodeMember(back!)).toBe(encodeMember(free))
  expect((await ports.tally.read()).members).toBe(1)
})
