/** What is said of the models of a lifetime. */
export const lifetime = {
  tooFew: ({ least }: { least: number }) =>
    `too few members to learn from: ${least} have to have flown twice before the cut-off, ${least} to have flown after it, and ${least} not`,
  notConverged:
    'the search for the parameters did not end: members are too few, or too much alike. No model was written',
  looked: ({ members, cutoff, days, returned }: { members: string; cutoff: string; days: number; returned: string }) =>
    `${members} members who had flown before ${cutoff}; ${returned} of them flew in the ${days} days after. Only what was known before was learned from.`,
  heads: ['flights in the time ahead, a member', 'deviance (0 is perfect)'],
  model: 'BG/NBD',
  baselines: {
    pace: 'everybody goes on at their own pace (NBD)',
    constant: 'everybody flies as often as all do',
  },
  within: ({ range }: { range: string }) => `95 % interval of the model: ${range}`,
  betterBy: ({
    name,
    range,
    isBetter,
    isWorse,
  }: {
    name: string
    range: string
    isBetter: boolean
    isWorse: boolean
  }) =>
    `Against "${name}": ${isBetter ? 'better' : isWorse ? 'worse' : 'no difference beyond chance'} (deviance lower by ${range}).`,
  beatsBoth: 'The model beats both.',
  beatsNotBoth: 'The model does not beat both: do not use it.',
  check: ({ members, bgNbd, paretoNbd }: { members: string; bgNbd: string; paretoNbd: string }) =>
    `Pareto/NBD as a check, on ${members} of them: ${paretoNbd} flights expected of each, where BG/NBD expects ${bgNbd}.`,
  calibrationHeads: ['members', 'flights expected', 'flown'],
  moneyHeads: (currency: string) => [`${currency} expected`, 'paid'],
  all: 'all',
  noMoney: 'Too few fares are known, or they vary too much: nothing is said of money.',
  visits: (parameters: string) => `Flights (BG/NBD, in days): ${parameters}`,
  spend: (parameters: string) => `Fares (Gamma-Gamma): ${parameters}`,
}
