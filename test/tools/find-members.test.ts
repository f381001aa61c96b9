import { beforeEach, describe, expect, test } from 'vitest'
import { type ApiInMemory, apiInMemory } from '../support/api.ts'
import { envelope } from '../support/events.ts'
import { type Reactor, reactorOf } from '../support/reactor.ts'

/** Who is found by the beginning of a family name, by the index as reactions keep it. */

const NOW = Date.parse('2026-10-05T02:00:00Z')
let api: ApiInMemory
let reactor: Reactor
let events = 0

beforeEach(() => {
  api = apiInMemory(NOW)
  reactor = reactorOf(undefined, NOW, api.ports)
})

const happens = async (type: string, memberId: string, fields: object = {}) => {
  const about = { id: `e${++events}`, memberId, occurredAt: new Date(NOW - 100_000 + events).toISOString() }
  await reactor.take([envelope(type, { ...about, ...fields })])
  await reactor.drain()
}
const enrol = (memberId: string, familyName: string) => happens('member.enrolled', memberId, { familyName })
const ask = (text: string, more = '') =>
  api.get(`/v1/find/members`, 'li', { by: 'name', for: text, ...(more && { cursor: more }), limit: '100' })
const found = async (text: string) =>
  (await ask(text)).body.members.map(({ memberId }: { memberId: string }) => memberId)

describe('by the beginning of the family name', () => {
  test('those are found whose name begins so, in Chinese too', async () => {
    for (const [card, name] of Object.entries({ M1: 'Dunmoor', M2: 'Dünkirk', M3: 'Merrow', M4: '林', M5: '林田' }))
      await enrol(card, name)
    expect(await found('dun')).toEqual(['M2', 'M1'])
    expect(await found('Dunmo')).toEqual(['M1'])
    expect(await found('林')).toEqual(['M4', 'M5'])
    expect(await found('d')).toEqual([])
    expect(await ask('--')).toMatchObject({ status: 400, body: { error: { code: 'no-letters' } } })
  })

  test('a name that was changed is not found by the old one', async () => {
    await enrol('M1', 'Dunmoor')
    await happens('member.updated', 'M1', { familyName: 'Merrow' })
    expect([await found('dun'), await found('mer')]).toEqual([[], ['M1']])
  })

  test('of two cards of one person the one that goes on is found', async () => {
    await enrol('M1', 'Dunmoor')
    await happens('member.enrolled', 'M2')
    await happens('member.merged', 'M1', { into: 'M2' })
    expect(await found('dun')).toEqual(['M2'])
  })

  test('nobody is who was erased, nor brought back by what comes late', async () => {
    await enrol('M1', 'Dunmoor')
    await happens('member.erased', 'M1')
    await enrol('M1', 'Dunmoor')
    expect(await found('dun')).toEqual([])
  })

  test('a page has a hundred at most, and leads to the next', async () => {
    for (let card = 0; card < 130; card++) await enrol(`M${1000 + card}`, card % 2 ? 'Dunmoor' : 'Dunmarsh')
    const first = (await ask('dunmo')).body
    const second = (await ask('dunmo', first.cursor)).body
    expect([first.members.length, second.members.length, second.cursor]).toEqual([50, 15, null])
  })
})
