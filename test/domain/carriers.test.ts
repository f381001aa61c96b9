import { describe, expect, test } from 'vitest'
import { subjectAt } from '../support/conditions.ts'
import { flight } from '../support/events.ts'
import { lifeOf } from '../support/life.ts'
import { rulebookOf } from '../support/rulebook.ts'

describe('the airline’s own carriers', () => {
  const flew = (carrier: string, id: string, occurredAt: string) => flight(id, occurredAt, { carrier })
  const audience = (who: string) => `audience: a\nwho: ${who}`
  const ours = 'airline: { name: Test Air, carriers: [CCA, zh] }'

  async function holds(who: string, at: string): Promise<boolean> {
    const life = lifeOf(undefined)
    life.tell(flew('CA', 'f1', '2026-01-10T04:00:00Z'))
    life.tell(flew('ZH', 'f2', '2026-02-10T04:00:00Z'))
    life.tell(flew('MU', 'f3', '2026-06-10T04:00:00Z'))
    const { audiences } = await rulebookOf({ audiences: [audience(who)], airline: ours })
    return audiences[0]!.condition.holds(subjectAt(life.member, Date.parse(at), 'Asia/Shanghai'))
  }

  test.each([
    ['{ flights: { carrier: ours, is: 2 } }', true],
    ['{ flights: { carrier: { isNot: ours }, is: 1 } }', true],
    ['{ flights: { carrier: [ours, MU], is: 3 } }', true],
    ['{ lastFlight: { carrier: ours, atLeast: 120d } }', true],
    ['{ lastFlight: { atLeast: 120d } }', false],
    ['{ lastFlight: { carrier: ours, atLeast: 150d } }', false],
    ['{ lastFlight: { carrier: { notIn: [ours, MU] }, present: true } }', false],
    ['{ happened: { event: flight.completed, where: { carrier: ours }, inLast: 180d, is: 2 } }', true],
  ])('%s', async (who, expected) => {
    expect(await holds(who, '2026-07-01T00:00:00Z')).toBe(expected)
  })

  test('must be named', async () => {
    await expect(rulebookOf({ audiences: [audience('{ flights: { carrier: ours, atLeast: 1 } }')] })).rejects.toThrow(
      'audiences/1.yaml:2 "ours" are the airline’s own carriers, and none are named',
    )
  })
})
