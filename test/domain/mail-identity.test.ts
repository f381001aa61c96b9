import { expect, test } from 'vitest'
import { liesIn, senderPatterns } from '../../shared/standards/mail-identity.ts'

test.each([
  ['care@mail.example.com', 'mail.example.com', true],
  ['Care <care@mail.example.com>', 'mail.example.com', true],
  ['"Care, Air" <care@eu.mail.example.com>', 'mail.example.com', true],
  ['"a@mail.example.com" <care@example.com>', 'mail.example.com', false],
  ['care@example.com', 'mail.example.com', false],
  ['care@notmail.example.com', 'mail.example.com', false],
  ['care@mail.example.com.evil.example', 'mail.example.com', false],
  ['Care <care@example.com>', 'care@example.com', true],
  ['other@example.com', 'care@example.com', false],
])('%s in %s: %j', (sender, identity, isIn) => {
  expect(liesIn(sender, identity)).toBe(isIn)
})

test('IAM is told the same', () => {
  expect(senderPatterns('mail.example.com')).toEqual(['*@mail.example.com', '*@*.mail.example.com'])
  expect(senderPatterns('care@example.com')).toEqual(['care@example.com'])
})
