/** What `wingback targets` says. */
export const targets = {
  figures: {
    responseRate: 'response rate',
    reachable: 'with e-mail and consent',
    spendPerMember: 'spend per member',
    costPerMail: 'cost per mail',
    costPerReturn: 'cost per return',
    nps: 'NPS',
    complaintsAnswered: 'complaints answered within 24 h',
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
