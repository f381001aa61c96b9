/** What `wingback plan` says. */
export const plan = {
  title: ({ perMonth, rate, power }: { perMonth: string; rate: string; power: string }) =>
    `${perMonth} members a month, of whom ${rate} reach the goal anyway. An effect counts as seen where ${power} of such campaigns would find it.`,
  rehearsed: ({ members, days, over, goals }: { members: string; days: number; over: number; goals: number }) =>
    `Rehearsed over ${days} days: ${members} members would be in it. ${
      over === 0
        ? 'Nobody’s time for the goal was over by the last event.'
        : `Of ${over} whose time was over ${goals} reached the goal: observed, not caused.`
    }`,
  nobody: ({ campaign }: { campaign: string }) => `nobody would be in "${campaign}": there is nothing to plan`,
  noRate: ({ over, goals }: { over: number; goals: number }) =>
    `how many reach the goal by themselves cannot be told: of ${over} members whose time for it was over ${goals} did. Say --rate`,
  own: (holdout: string) => `${holdout} (now)`,
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
