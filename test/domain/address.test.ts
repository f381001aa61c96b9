import { describe, expect, test } from 'vitest'
import { canonicalAddress } from '../../shared/contract/address.ts'

describe('an address has one form to be compared by', () => {
  test.each([
    ['Mixed.Case@Example.COM', 'mixed.case@example.com'],
    ['li@bücher.example', 'li@xn--bcher-kva.example'],
    ['li@BÜCHER.example', 'li@xn--bcher-kva.example'],
    ['li@bu\u0308cher.example', 'li@xn--bcher-kva.example'],
    ['a@例子。中国', 'a@xn--fsqu00a.xn--fiqs8s'],
    ['a@xn--fsqu00a.xn--fiqs8s', 'a@xn--fsqu00a.xn--fiqs8s'],
    ['jose\u0301@example.com', 'jos\u00e9@example.com'],
    ['"C, D" <c@example.com>', 'c@example.com'],
    [' a@example.com. ', 'a@example.com'],
    // What follows a plus is another mailbox to some, and a dot within a name to most.
    ['a+1@example.com', 'a+1@example.com'],
    ['a.b@example.com', 'a.b@example.com'],
  ])('%s → %s', (given, canonical) => {
    expect(canonicalAddress(given)).toBe(canonical)
    expect(canonicalAddress(canonical)).toBe(canonical)
  })

  test('what is none stays what it is', () => {
    for (const text of ['', '@', 'redacted', 'd@mailhost', 'rfc822;e@example.com', 'a@b@c', 'a@exa mple'])
      expect(canonicalAddress(text)).toBe(text)
  })
})
