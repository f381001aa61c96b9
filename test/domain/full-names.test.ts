import { expect, test } from 'vitest'
import { fullNameOf } from '../../shared/domain/message/name.ts'

test.each([
  [{ givenName: 'Grace', familyName: 'Dunmoor' }, 'Grace Dunmoor'],
  [{ givenName: '致远', familyName: '程' }, '程致远'],
  [{ givenName: '민수', familyName: '김' }, '김민수'],
  [{ givenName: 'Wei', familyName: '程' }, 'Wei 程'],
  [{ familyName: '程' }, '程'],
  [{ givenName: 'Grace', familyName: null }, 'Grace'],
  [{}, ''],
])('%j is called %s', (named, whole) => {
  expect(fullNameOf(named)).toBe(whole)
})
