import { describe, expect, test } from 'vitest'
import {
  addCondition,
  groupAt,
  inGroup,
  joinBy,
  moveCondition,
  negate,
  removeCondition,
} from '../../shared/domain/document/conditions.ts'
import { plainOf } from '../../shared/domain/document/edit.ts'

/** Conditions are put together by hand: in groups, out of them, turned round; comments stay beside what they speak of. */

const LISTED = `audience: quiet
# who they are
who:
  all:
    - flights: { atLeast: 10 }   # regulars
    # not for half a year
    - lastFlight: { atLeast: 180d }
    - any:
        - tier: gold
        - tier: platinum
    - not: { booking: true }
`
const KEYS = 'audience: some\nwho:\n  tier: gold   # for now\n  flights: { atLeast: 6 }\n'
const WHO = ['who']
const whoOf = (text: string | undefined) => (plainOf(text ?? '') as { who?: unknown } | undefined)?.who
const order = (text: string | undefined) => {
  const { items } = groupAt(whoOf(text), WHO)
  return items.map(({ value }) => Object.keys(value)[0])
}

describe('a condition', () => {
  test('is added: to a list as an item, to a mapping as a key, and beside one of the same name in a list', () => {
    expect(addCondition(LISTED, WHO, [], { age: { atLeast: 18 } })).toBe(`${LISTED}    - age: { atLeast: 18 }\n`)
    expect(addCondition(KEYS, WHO, [], { age: { atLeast: 18 } })).toBe(`${KEYS}  age: { atLeast: 18 }\n`)
    expect(whoOf(addCondition(KEYS, WHO, [], { tier: 'silver' }))).toEqual({
      all: [{ tier: 'gold' }, { flights: { atLeast: 6 } }, { tier: 'silver' }],
    })
    expect(whoOf(addCondition('audience: new\n', WHO, [], { tier: 'gold' }))).toEqual({ tier: 'gold' })
    expect(whoOf(addCondition(LISTED, WHO, [2], { nps: 9 }))).toMatchObject({
      all: [{}, {}, { any: [{ tier: 'gold' }, { tier: 'platinum' }, { nps: 9 }] }, {}],
    })
    expect(whoOf(addCondition(LISTED, WHO, [3], { nps: 9 }))).toBeUndefined()
  })

  test('is moved within its group, with its comment', () => {
    const moved = moveCondition(LISTED, WHO, [], [1, 'up'])!
    expect(order(moved)).toEqual(['lastFlight', 'flights', 'any', 'not'])
    expect(moved).toContain('# not for half a year\n    - lastFlight')
    expect(moved).toContain('flights: { atLeast: 10 }   # regulars')
    expect(order(moveCondition(LISTED, WHO, [], [0, 'down']))).toEqual(['lastFlight', 'flights', 'any', 'not'])
  })

  test('is moved into the group above it and out again, and a group of which nothing is left goes', () => {
    const within = moveCondition(LISTED, WHO, [], [3, 'into'])
    expect(whoOf(within)).toMatchObject({
      all: [{}, {}, { any: [{ tier: 'gold' }, { tier: 'platinum' }, { not: { booking: true } }] }],
    })
    const out = moveCondition(within!, WHO, [2], [2, 'out'])
    expect(whoOf(out)).toEqual(whoOf(LISTED))
    const first = moveCondition(LISTED, WHO, [2], [0, 'out'])!
    const second = moveCondition(first, WHO, [2], [0, 'out'])!
    expect(order(second)).toEqual(['flights', 'lastFlight', 'tier', 'tier', 'not'])
    expect(second).toContain('# regulars')
  })

  test('is moved into a group that is a key among others', () => {
    const keys = 'who:\n  any: [{ tier: gold }, { tier: platinum }]\n  flights: { atLeast: 6 }\n'
    expect(whoOf(moveCondition(keys, WHO, [], [1, 'into']))).toEqual({
      all: [{ any: [{ tier: 'gold' }, { tier: 'platinum' }, { flights: { atLeast: 6 } }] }],
    })
    expect(whoOf(addCondition(keys, WHO, [0], { nps: 9 }))).toMatchObject({ all: [{ any: [{}, {}, { nps: 9 }] }, {}] })
    expect(whoOf(joinBy(keys, WHO, [0], 'all'))).toMatchObject({ all: [{ all: [{}, {}] }, {}] })
  })

  test('is turned round and back, and gets a group of its own', () => {
    const turned = negate(LISTED, WHO, [], 0)
    expect(whoOf(turned)).toMatchObject({ all: [{ not: { flights: { atLeast: 10 } } }, {}, {}, {}] })
    expect(whoOf(negate(turned!, WHO, [], 0))).toEqual(whoOf(LISTED))
    expect(whoOf(inGroup(LISTED, WHO, [], 1))).toMatchObject({ all: [{}, { any: [{ lastFlight: {} }] }, {}, {}] })
    expect(whoOf(negate(KEYS, WHO, [], 0))).toEqual({ all: [{ not: { tier: 'gold' } }, { flights: { atLeast: 6 } }] })
  })

  test('is removed; the last of a group takes it along, and the last of all leaves nothing', () => {
    expect(removeCondition(LISTED, WHO, [], 3)).toBe(LISTED.replace('    - not: { booking: true }\n', ''))
    expect(removeCondition(KEYS, WHO, [], 1)).toBe('audience: some\nwho:\n  tier: gold   # for now\n')
    const one = removeCondition(LISTED, WHO, [2], 0)!
    expect(order(removeCondition(one, WHO, [2], 0))).toEqual(['flights', 'lastFlight', 'not'])
    expect(whoOf(removeCondition('who: { tier: gold }\nname: x\n', WHO, [], 0))).toBeUndefined()
  })

  test('belongs together with others otherwise: one word changes', () => {
    expect(joinBy(LISTED, WHO, [], 'any')).toBe(LISTED.replace('  all:', '  any:'))
    expect(joinBy(LISTED, WHO, [2], 'all')).toBe(LISTED.replace('- any:', '- all:'))
    expect(whoOf(joinBy(KEYS, WHO, [], 'any'))).toEqual({ any: [{ tier: 'gold' }, { flights: { atLeast: 6 } }] })
  })
})
