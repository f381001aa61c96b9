import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MemberEvent, parseEnvelope } from '../../shared/contract/index.ts'
import { decodeMember, encodeMember } from '../../shared/domain/member/codec.ts'
import { type FactEvent, foldFacts } from '../../shared/domain/member/fold/index.ts'
import { LIMITS, type Member, type Profile } from '../../shared/domain/member/member.ts'
import { absorb } from '../../shared/domain/member/merge.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { profileOf, setProfile } from '../../shared/domain/member/profile.ts'
import { envelope, event } from '../support/events.ts'

const hour = (n: number) => new Date(Date.UTC(2026, 1, 1, n)).toISOString()

function fold(events: readonly MemberEvent[]): Member {
  const draft = newMember('M1')
  for (const each of events) foldFacts(draft, each as FactEvent)
  return draft
}

let ids = 0
const about = (at: number, id = `e${++ids}`) => ({ id, occurredAt: hour(at), memberId: 'M1' })
const updated = (at: number, fields: object, id?: string) => event('member.updated', { ...about(at, id), ...fields })
const said = (at: number, granted: boolean, purpose?: string, id?: string) =>
  event('consent.changed', { ...about(at, id), channel: 'email', granted, ...(purpose && { purpose }) })

/** Of the events in either order. */
function both(a: MemberEvent, b: MemberEvent): Profile[] {
  return [
    [a, b],
    [b, a],
  ].map((order) => profileOf(fold(order)))
}

const everything = {
  givenName: 'Mei',
  familyName: 'Lin',
  email: 'mei@example.com',
  locale: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  homeAirport: 'PEK',
  birthDate: '1990-02-01',
  gender: 'female',
  enrolledOn: '2020-01-01',
  companyId: 'ACME',
  tier: 'gold',
  preferences: { seat: 'window', meal: 'standard' },
  opening: { asOf: '2026-01-01', flights: 1, distanceKm: 1, spend: { amount: 1, currency: 'CNY' } },
}

describe('null clears a field', () => {
  test.each(Object.keys(everything) as (keyof typeof everything)[])('%s, whatever came first', (field) => {
    const { [field]: _, ...others } = everything
    const expected = profileOf(fold([updated(1, others)]))
    for (const profile of both(updated(1, everything), updated(2, { [field]: null }))) {
      expect(profile).toEqual(expected)
      expect(Object.keys(profile)).not.toContain(field)
    }
    expect(both(updated(2, everything), updated(1, { [field]: null }))[0]).toHaveProperty(field)
  })

  test('the rest of the event counts, and what is told later is there again', () => {
    const events = [updated(1, everything), updated(2, { email: null, tier: 'silver' })]
    expect(profileOf(fold(events))).toMatchObject({ tier: 'silver', givenName: 'Mei' })
    expect(profileOf(fold(events)).email).toBeUndefined()
    const again = [...events, updated(3, { email: 'new@example.com' })]
    expect(profileOf(fold(again)).email).toBe('new@example.com')
    expect(profileOf(decodeMember({ memberId: 'M1', state: encodeMember(fold(events)) }))).toEqual(
      profileOf(fold(events)),
    )
  })

  test('a text of blanks is nothing too', () => {
    for (const profile of both(updated(1, everything), updated(2, { email: '', tier: ' ', birthDate: '' }))) {
      const { email, tier, birthDate, ...left } = profileOf(fold([updated(1, everything)]))
      expect(profile).toEqual(left)
    }
  })

  test('what is neither is set aside as ever', () => {
    for (const email of ['nobody', 0, {}])
      expect(parseEnvelope(envelope('member.updated', { ...about(1), email }), Date.parse(hour(2)))).toMatchObject({
        ok: false,
        fault: { code: 'bad-field', path: 'email' },
      })
  })
})

describe('preferences', () => {
  test('are told, and cleared, each for itself', () => {
    const first = updated(1, { preferences: { seat: 'window', meal: 'standard' } })
    for (const [change, left] of [
      [{ seat: null }, { meal: 'standard' }],
      [{ seat: '' }, { meal: 'standard' }],
      [{ seat: 'aisle' }, { seat: 'aisle', meal: 'standard' }],
      [
        { wifi: 'yes', meal: null },
        { seat: 'window', wifi: 'yes' },
      ],
      [null, undefined],
    ] as const) {
      for (const profile of both(first, updated(2, { preferences: change }))) expect(profile.preferences).toEqual(left)
    }
  })

  test('are so many at most: those told last', () => {
    const names = Array.from({ length: LIMITS.preferences + 5 }, (_, n) => `p${n}`)
    const events = names.map((name, n) => updated(n, { preferences: { [name]: 'x' } }))
    for (const order of [events, events.toReversed()])
      expect(Object.keys(profileOf(fold(order)).preferences!).sort()).toEqual(names.slice(5).sort())
  })
})

describe('consent to marketing', () => {
  test.each<[string, MemberEvent, MemberEvent, boolean | undefined]>([
    [
      'a copy of the profile does not undo what the person said',
      said(1, false),
      updated(2, { consent: { email: true } }),
      false,
    ],
    ['nor does it where it came first', updated(1, { consent: { email: true } }), said(2, false), false],
    ['only the person does', said(1, false), said(2, true), true],
    ['not with an older word', said(2, false), said(1, true), false],
    ['a withdrawal wins a tie', said(1, false), said(1, true), false],
    ['a copy may withdraw', said(1, true), updated(2, { consent: { email: false } }), false],
    ['at a tie too', said(1, true), updated(1, { consent: { email: false } }), false],
    ['but not with an older word', said(2, true), updated(1, { consent: { email: false } }), true],
    [
      'of copies the later counts',
      updated(1, { consent: { email: false } }),
      updated(2, { consent: { email: true } }),
      true,
    ],
    [
      'a copy may be cleared',
      updated(1, { consent: { email: true } }),
      updated(2, { consent: { email: null } }),
      undefined,
    ],
    ['or the whole of it', updated(1, { consent: { email: true } }), updated(2, { consent: null }), undefined],
    ['what the person said stays', said(1, true), updated(2, { consent: null }), true],
    [
      'a copy that says nothing any more does not undo what it withdrew',
      updated(1, { consent: { email: false } }),
      updated(2, { consent: null }),
      false,
    ],
    ['a purpose may be named', said(1, false, 'marketing'), updated(2, { consent: { email: true } }), false],
    ['another purpose is another matter', said(1, false, 'service'), updated(2, { consent: { email: true } }), true],
  ])('%s', (_, a, b, standing) => {
    for (const profile of both(a, b)) expect(profile.consentEmail).toBe(standing)
  })
})

describe('a word that is dated ahead of the bus', () => {
  const start = Date.parse(hour(1))
  const minute = (n: number) => new Date(start + n * 60_000).toISOString()
  /** As the bus has it at one minute, dated another one. */
  const word = (granted: boolean, { at, dated = at }: { at: number; dated?: number }): MemberEvent => {
    const detail = { id: `e${++ids}`, memberId: 'M1', occurredAt: minute(dated), channel: 'email', granted }
    const parsed = parseEnvelope({ ...envelope('consent.changed', detail), time: minute(at) }, start + at * 60_000)
    if (!parsed.ok) throw new Error(parsed.fault.message)
    return parsed.event as MemberEvent
  }

  test.each<[string, MemberEvent, MemberEvent, boolean]>([
    ['a yes does not undo a no that is said after it', word(true, { at: 0, dated: 5 }), word(false, { at: 1 }), false],
    ['nor one that is said at once', word(true, { at: 0, dated: 5 }), word(false, { at: 0 }), false],
    ['it undoes one from before', word(false, { at: 0 }), word(true, { at: 1, dated: 5 }), true],
    ['words of one clock are in order', word(false, { at: 0, dated: 3 }), word(true, { at: 1, dated: 4 }), true],
  ])('%s', (_, a, b, standing) => {
    for (const profile of both(a, b)) expect(profile.consentEmail).toBe(standing)
  })

  test('is the same word, whenever the bus has it again', () => {
    const detail = { id: 'same', memberId: 'M1', occurredAt: minute(5), channel: 'email', granted: true }
    const [first, again] = [0, 4].map((at) => {
      return parseEnvelope({ ...envelope('consent.changed', detail), time: minute(at) }, start + at * 60_000)
    })
    expect(first).toMatchObject({ ok: true })
    expect((first as { print: string }).print).toBe((again as { print: string }).print)
  })

  test('the bus’s clock knows no milliseconds', () => {
    const detail = { id: 'ms', memberId: 'M1', occurredAt: '2026-02-01T01:00:00.900Z', channel: 'email', granted: true }
    const parsed = parseEnvelope({ ...envelope('consent.changed', detail), time: '2026-02-01T01:00:00Z' }, start + 900)
    expect(parsed).toMatchObject({ event: { occurredAt: start + 900 } })
  })
})

describe('service mail', () => {
  test('may be objected to, and asked for again, by itself', () => {
    expect(profileOf(fold([said(1, false)])).serviceEmail).toBeUndefined()
    for (const profile of both(said(1, false, 'service'), updated(2, { consent: { email: true } })))
      expect(profile).toMatchObject({ serviceEmail: false, consentEmail: true })
    for (const profile of both(said(1, false, 'service'), said(2, true, 'service')))
      expect(profile.serviceEmail).toBe(true)
    for (const profile of both(said(1, false, 'service'), said(1, true, 'service')))
      expect(profile.serviceEmail).toBe(false)
  })

  test('knows no other purpose', () => {
    const detail = { ...about(1), channel: 'email', granted: false, purpose: 'servise' }
    expect(parseEnvelope(envelope('consent.changed', detail), Date.parse(hour(2)))).toMatchObject({
      fault: { code: 'bad-field', path: 'purpose', hint: 'did you mean "service"?' },
    })
  })
})

describe('of two cards that become one', () => {
  const merged = (one: MemberEvent[], other: MemberEvent[]): Member => {
    const draft = fold(one)
    const joins = [{ cards: ['M2', 'M1'] as const, at: Date.parse(hour(6)) }]
    absorb(draft, { ...fold(other), memberId: 'M2', joins }, [])
    return draft
  }
  const yes = updated(1, { consent: { email: true } })
  const no = updated(2, { consent: { email: false } })

  test.each<[string, MemberEvent[], MemberEvent[], boolean | undefined, boolean | undefined]>([
    ['a copy refuses', [yes], [no], false, undefined],
    ['a copy refused before the other’s agreed', [said(5, true)], [no], false, undefined],
    ['a person refused before the other agreed', [said(5, true)], [said(1, false)], false, undefined],
    [
      'a person refused and the copy lags',
      [updated(5, { consent: { email: true } })],
      [said(1, false)],
      false,
      undefined,
    ],
    ['one was never asked', [yes], [updated(3, {})], true, undefined],
    ['one objects to service mail', [yes, said(5, true, 'service')], [said(1, false, 'service')], true, false],
    ['one objects, the other said nothing', [yes], [said(1, false, 'service')], true, false],
  ])('the stricter counts, purpose by purpose: %s', (_, one, other, consentEmail, serviceEmail) => {
    for (const member of [merged(one, other), merged(other, one)]) {
      const { consentEmail: marketing, serviceEmail: service } = profileOf(member)
      expect({ marketing, service }).toEqual({ marketing: consentEmail, service: serviceEmail })
    }
  })

  test('what was said before the merge and is heard of after it does not undo a refusal; what is said since does', () => {
    const { layers, joins } = merged([yes], [said(1, false)])
    const consentAfter = (word: MemberEvent) => {
      const draft = { ...newMember('M1'), layers, joins }
      foldFacts(draft, word as FactEvent)
      return profileOf(draft).consentEmail
    }
    expect(consentAfter(said(5, true))).toBe(false)
    expect(consentAfter(said(7, true))).toBe(true)
    expect(profileOf(merged([yes, said(7, true)], [said(1, false)])).consentEmail).toBe(true)
    expect(profileOf(merged([said(1, false)], [yes, said(5, true)])).consentEmail).toBe(false)
  })

  test('no copy of the other’s profile undoes a refusal, only the person does', () => {
    const sync = updated(9, { consent: { email: true } })
    for (const refusal of [said(1, false), no]) {
      const draft = merged([updated(5, { consent: { email: true } })], [refusal])
      foldFacts(draft, sync as FactEvent)
      expect(profileOf(draft).consentEmail).toBe(false)
      foldFacts(draft, said(10, true) as FactEvent)
      expect(profileOf(draft).consentEmail).toBe(true)
    }
  })
})

describe('who objected to scores for one of their cards', () => {
  const merged = (one: MemberEvent[], other: MemberEvent[]): Member => {
    const draft = fold(one)
    absorb(draft, { ...fold(other), memberId: 'M2', joins: [{ cards: ['M2', 'M1'], at: Date.parse(hour(6)) }] }, [])
    return draft
  }
  const word = (at: number, profiling: boolean | null) => updated(at, { profiling })

  test('has objected, whatever a copy of the other card’s profile says, before or since', () => {
    for (const [one, other] of [
      [word(5, true), word(1, false)],
      [word(1, false), word(5, true)],
      [word(1, false), updated(5, { givenName: 'Mei' })],
    ] as const) {
      const draft = merged([one], [other])
      expect(profileOf(draft).profiling).toBe(false)
    }
    const draft = merged([word(5, true)], [word(1, false)])
    for (const profiling of [true, null]) foldFacts(draft, word(9, profiling) as FactEvent)
    expect(profileOf(draft).profiling).toBe(false)
  })

  test('takes it back with a word of that card', () => {
    const draft = merged([word(5, true)], [word(1, false)])
    draft.layers = setProfile(draft.layers, { at: Date.parse(hour(9)), eventId: 'e' }, { profiling: true }, 'M2')
    expect(profileOf(draft).profiling).toBe(true)
    for (const [first, then, expected] of [
      [false, true, true],
      [false, null, undefined],
      [true, false, false],
    ] as const)
      for (const { profiling } of both(word(1, first), word(2, then))) expect(profiling).toBe(expected)
  })
})

/** What happens to a profile, close together, so that instants are shared. */
const happening = fc
  .record({
    at: fc.integer({ min: 0, max: 6 }),
    id: fc.integer({ min: 0, max: 99 }),
    is: fc.constantFrom('told', 'said', 'objected', 'email', 'preferences'),
    value: fc.constantFrom<boolean | null>(true, false, null),
  })
  .map((each) => ({ ...each, name: `${each.is}-${String(each.value)}-${each.id}` }))
type Happening = typeof happening extends fc.Arbitrary<infer H> ? H : never

function eventOf({ at, is, value, name }: Happening): MemberEvent {
  switch (is) {
    case 'told':
      return updated(at, { consent: { email: value } }, name)
    case 'said':
      return said(at, value === true, undefined, name)
    case 'objected':
      return said(at, value === true, 'service', name)
    case 'email':
      return updated(at, { email: value === null ? null : `${name}@example.com` }, name)
    default:
      return updated(at, { preferences: value === null ? null : { seat: value ? name : null, [name]: 'x' } }, name)
  }
}

/** Later ones last; at one instant withdrawals last, then by the id. */
function latest(all: readonly Happening[], is: Happening['is']): Happening | undefined {
  const withdraws = ({ is: what, value }: Happening) => (what === 'told' ? value === false : value !== true)
  const order = (a: Happening, b: Happening) =>
    a.at - b.at || Number(withdraws(a)) - Number(withdraws(b)) || (a.name < b.name ? -1 : 1)
  return all
    .filter((each) => each.is === is)
    .sort(order)
    .at(-1)
}

describe('in any order of arrival, any of it twice', () => {
  const history = fc.uniqueArray(happening, { selector: ({ name }) => name, maxLength: 12 })

  test('the profile is the same', () => {
    const orders = history.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
    )
    fc.assert(
      fc.property(orders, ([all, shuffled]) => {
        expect(profileOf(fold(shuffled.map(eventOf)))).toEqual(profileOf(fold(all.map(eventOf))))
      }),
    )
  })

  test('consent is what the latest words come to', () => {
    fc.assert(
      fc.property(history, (all) => {
        const [own, service] = [latest(all, 'said'), latest(all, 'objected')]
        const copy = latest(
          all.filter(({ value }) => value !== null),
          'told',
        )
        const isCleared = all.some(({ is, value, at }) => is === 'told' && value === null && copy && at >= copy.at)
        const told = copy?.value === true && isCleared ? undefined : copy
        const isWithdrawnSince = told?.value === false && own !== undefined && told.at >= own.at
        const expected = own ? own.value === true && !isWithdrawnSince : (told?.value ?? undefined)
        const { consentEmail, serviceEmail } = profileOf(fold(all.map(eventOf)))
        expect(consentEmail).toBe(expected)
        expect(serviceEmail).toBe(service && service.value === true)
      }),
    )
  })
})
