import { expect, test } from 'vitest'
import { cardsIn, withoutCards } from '../../shared/app/privacy/cards.ts'

/** Whom something is about that did not validate. */

const flight = {
  id: 'F',
  passengers: [{ memberId: 'P1', name: 'Ann' }, { memberId: 'P2' }, { memberId: 'CA#1' }, 'P4'],
}

test.each<[string, unknown, string[]]>([
  ['a member', { memberId: 'EE1', givenName: 'Mei' }, ['EE1']],
  ['a card as a CRM writes it', { memberId: ' ee 1 ' }, ['EE1']],
  [
    'a field by another name',
    { member_id: 'EE1', Member_No: 'EE2', cardNumber: 17, FFN: 'EE3' },
    ['17', 'EE1', 'EE2', 'EE3'],
  ],
  ['both cards of a merge', { memberId: 'A', into: 'B' }, ['A', 'B']],
  ['everybody on board', flight, ['P1', 'P2', 'P4']],
  ['somebody deep within', { a: [{ b: { c: { memberId: 'EE1' } } }] }, ['EE1']],
  ['a line that was cut off', '{"Source":"airline.x","Detail":{"memberId":"EE1","givenName":"Me', ['EE1']],
  ['JSON in a text', { raw: '{"Detail":"{\\"memberId\\": \\"EE1\\"}"}' }, ['EE1']],
  ['nobody', { id: 'x', note: 'about memberId EE1', memberId: 'CA#1', member: { S: 'EE2' } }, []],
  ['nothing at all', null, []],
])('%s is found', (_, value, cards) => {
  expect([...cardsIn(value)].sort()).toEqual(cards)
})

test.each<[string, unknown, unknown]>([
  ['an event about them', { memberId: 'P1', givenName: 'Mei' }, undefined],
  ['an event of another', { memberId: 'P9' }, { memberId: 'P9' }],
  ['a flight with them and others', flight, { id: 'F', passengers: [{ memberId: 'P2' }, { memberId: 'CA#1' }, 'P4'] }],
  ['a flight with them as a bare card', { passengers: ['P1', 'P2'] }, { passengers: ['P2'] }],
  ['a merge of them', { memberId: 'B', into: 'P1' }, undefined],
  ['what is within an object', { a: { memberId: 'P1' }, b: 1 }, undefined],
  ['a text about them', '{"memberId":"P1","na', undefined],
])('without somebody, of %s is left what is about others', (_, value, left) => {
  expect(withoutCards(value, new Set(['P1']))).toEqual(left)
})

test('keys of prototypes stay keys', () => {
  const value = JSON.parse('{"__proto__":{"a":1},"memberId":"P9"}')
  expect(JSON.stringify(withoutCards(value, new Set(['P1'])))).toBe(JSON.stringify(value))
})

test('a text of a megabyte is looked through at once', () => {
  const hard = [
    '"'.repeat(1e6),
    '\\'.repeat(1e6),
    `"${'a'.repeat(1e6)}`,
    `"aa"${' '.repeat(1e6)}`,
    '"aa":"'.repeat(2e5),
  ]
  const began = performance.now()
  for (const text of hard) expect(cardsIn(text).size).toBe(0)
  expect(performance.now() - began).toBeLessThan(2000)
})
