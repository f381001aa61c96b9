import { expect, test } from 'vitest'
import { LIMITS, type Member } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import { recall, remember, sameDelivery } from '../../shared/domain/member/seen.ts'

function seeing(ids: readonly { id: string; at: number }[]): Member {
  let member = newMember('M1')
  for (const { id, at } of ids)
    member = { ...member, ...remember(member, { id, at, delivery: `delivery of ${id}`, print: 'aPRINT' }) }
  return member
}

test('an event that was never seen is new', () => {
  expect(recall(newMember('M1'), 'e1', 5)).toBe('new')
})

test('an event that was seen is known, and by which delivery', () => {
  const known = recall(seeing([{ id: 'e1', at: 5 }]), 'e1', 5)
  if (typeof known === 'string') throw new Error(`expected to be known, was ${known}`)
  expect(sameDelivery(known, 'delivery of e1')).toBe(true)
  expect(sameDelivery(known, 'another delivery')).toBe(false)
})

test('what has fallen out must be asked for, what is later than all that fell out need not', () => {
  const many = Array.from({ length: LIMITS.seen + 3 }, (_, i) => ({ id: `e${i}`, at: i * 1000 }))
  const member = seeing(many)
  expect(recall(member, 'e0', 0)).toBe('ask')
  expect(recall(member, 'never seen, as old', 2000)).toBe('ask')
  expect(recall(member, 'never seen, later', 3000)).toBe('new')
  expect(recall(member, 'e5', 5000)).not.toBe('new')
})

test('what came last stays, however old it is: its record may not be put yet', () => {
  const recent = Array.from({ length: LIMITS.seen }, (_, i) => ({ id: `e${i}`, at: 100 + i }))
  const member = seeing([...recent, { id: 'late', at: 1 }])
  expect(recall(member, 'late', 1)).not.toBe('ask')
  expect(recall(member, 'e0', 100)).toBe('ask')
  expect(recall(member, 'never seen, as old', 50)).toBe('ask')
})
