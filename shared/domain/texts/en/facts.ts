/** How facts are told, and what is asked of them. */
export const facts = {
  /** A rule, or a part of it: in English it is read as it is written. */
  rule: (text: string) => text,
  value: (value: string) => value,
  none: 'not known',
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
