/** How facts are told, and what is asked of them. */
export const facts = {
  /** Words of a rule, and how they are read. In English a rule is read as it is written. */
  rule: {} as Readonly<Record<string, string>>,
  values: {} as Readonly<Record<string, string>>,
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
  was: (value: string) => `it was ${value}`,
  by: (value: string) => `${value} away`,
}
