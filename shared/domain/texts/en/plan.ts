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
  noRate: ({ over, goals, days, window }: { over: number; goals: number; days: number; window: number }) =>
    over === 0
      ? `how many reach the goal anyway is not known: its time is ${window} days, and the events rehearsed reach over ${days}`
      : `how many reach the goal anyway is not known: of ${over} members whose time for it was over ${goals} did`,
  noRateHint: 'rehearse more events, or say the share that reaches it without the campaign, such as --rate 8%',
  own: (holdout: string) => `${holdout} (now)`,
  holdout: 'holdout',
  enough: 'enough to tell from',
  smallest: ({ months }: { months: number }) => `smallest effect after ${months} months`,
  seen: (effect: string) => `${effect} seen from`,
  points: (value: string) => `${value} points`,
  month: ({ month, members }: { month: number; members: string }) => `month ${month} (${members} members)`,
  never: 'never',
  notInTime: ({ years, members }: { years: number; members: string }) =>
    `not within ${years} years (${members} members)`,
  notEnough: 'too small to tell',
  choose: ({ holdout, months }: { holdout: string; months: number }) =>
    `Choose ${holdout}: the smallest of these holdouts by which it is seen within ${months} months.`,
  noChoice: ({ months }: { months: number }) =>
    `None of these holdouts shows it within ${months} months: run it longer, for more members, or for a larger effect.`,
  wouldTake: ({ holdout, perMonth }: { holdout: string; perMonth: string }) =>
    `With a holdout of ${holdout} it would take about ${perMonth} members a month.`,
}
