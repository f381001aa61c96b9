/** What `wingback plan` says. */
export const plan = {
  title: ({ perMonth, rate, power }: { perMonth: string; rate: string; power: string }) =>
    `${perMonth} members a month, of whom ${rate} reach the goal anyway. An effect counts as seen where ${power} of such campaigns would find it.`,
  holdout: 'holdout',
  enough: 'enough to tell from',
  smallest: ({ months }: { months: number }) => `smallest effect after ${months} months`,
  seen: (effect: string) => `${effect} seen from`,
  points: (value: string) => `${value} points`,
  month: ({ month, members }: { month: number; members: string }) => `month ${month} (${members} members)`,
  never: 'never',
  notEnough: 'too small to tell',
  choose: ({ holdout, months }: { holdout: string; months: number }) =>
    `Choose ${holdout}: the smallest of these holdouts by which it is seen within ${months} months.`,
  noChoice: ({ months }: { months: number }) =>
    `None of these holdouts shows it within ${months} months: run it longer, for more members, or for a larger effect.`,
}
