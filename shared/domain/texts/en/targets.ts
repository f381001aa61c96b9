/** What `wingback targets` says. */
export const targets = {
  figures: {
    responseRate: 'Response rate',
    reachable: 'Members with an email address and consent',
    spendPerMember: 'Spend per member',
    costPerMail: 'Cost per email',
    costPerReturn: 'Cost per return',
    nps: 'NPS',
    complaintsAnswered: 'Complaints answered within 24 hours',
  },
  figure: 'figure',
  owner: 'whose it is',
  target: 'target',
  soFar: (month: string) => `${month} so far`,
  none: 'The live rulebook has no targets. Put them into targets.yaml: docs/marketers/README.md.',
  leftOut: ({ figure, currencies }: { figure: string; currencies: string }) =>
    `Not in ${figure}: amounts in ${currencies}.`,
  unvalued: ({ figure, cabins }: { figure: string; cabins: string }) =>
    `Not in ${figure}: accepted upgrades to ${cabins}, which have no value in measure: upgrades.`,
  foot: '✓ is on target, ✗ is not, - could not be counted. docs/results.md says what each figure is counted from.',
}
