import { expect, test } from 'vitest'
import { keyedHashWith } from '../../shared/domain/keyed-hash.ts'

const hash = keyedHashWith('one key of sixteen characters and more')

test('the same text has the same hash, for ever', () => {
  expect(hash('ledger card', 'CA1234567')).toBe(hash('ledger card', 'CA1234567'))
  // Permanent: what is stored is found by it.
  expect(hash('ledger card', 'CA1234567')).toBe('GEAzZY9-9OsOVkLFDh3sLT')
})

test('another text, another purpose, another key: another hash', () => {
  const other = keyedHashWith('another key of sixteen characters')
  const all = [
    hash('ledger card', 'CA1'),
    hash('ledger card', 'CA2'),
    hash('address', 'CA1'),
    other('ledger card', 'CA1'),
  ]
  expect(new Set(all).size).toBe(all.length)
})

test('no key, or next to none, is refused at once', () => {
  expect(() => keyedHashWith('')).toThrow('16 characters at least: this has 0')
  expect(() => keyedHashWith('short')).toThrow('this has 5')
})
