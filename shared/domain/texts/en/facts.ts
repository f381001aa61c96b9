import { en as factNames } from '../fact-names.ts'
import { spelled } from './amounts.ts'

/** Words of a rule, and how they are read. */
const words: Readonly<Record<string, string>> = {
  ...factNames,
  inLast: 'in the last',
  inNext: 'in the next',
  atLeast: 'at least',
  atMost: 'at most',
  above: 'more than',
  below: 'less than',
  isNot: 'not',
  in: 'one of',
  notIn: 'none of',
  present: 'known',
  absent: 'not known',
}

/** How facts are told, and what is asked of them. */
export const facts = {
  /** A rule, or a part of it. */
  rule: (text: string, _fact?: string): string =>
    text
      .replace('not present', 'absent')
      .split(' ')
      .map((word) => (Object.hasOwn(words, word) ? words[word]! : spelled(word)))
      .join(' '),
  value: (value: string, _fact?: string): string => ({ true: 'yes', false: 'no' })[value] ?? spelled(value),
  none: 'not known',
  inAudience: (audience: string) => `in the audience “${audience}”`,
  /** Between changes that go together. */
  and: ' and ',
  /** Between the last two of a list. */
  or: ' or ',
  oneOf: (values: string) => values,
  noneOf: (values: string) => `anything but ${values}`,
  present: 'known',
  absent: 'not known',
  atLeast: (value: string) => `at least ${value}`,
  above: (value: string) => `above ${value}`,
  atMost: (value: string) => `at most ${value}`,
  below: (value: string) => `below ${value}`,
  between: (from: string, to: string) => `${from} to ${to}`,
  exactly: (value: string) => value,
  /** `by`: how far it was from that. */
  change: ({ fact, to, was, by }: { fact: string; to: string; was: string; by?: string }) =>
    `${fact} ${to} (it was ${was}${by === undefined ? '' : `, ${by} away`})`,
}
