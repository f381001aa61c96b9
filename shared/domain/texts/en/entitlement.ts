/** What the law owes a passenger, as `wingback entitlement` says it. */
export const entitlement = {
  answered: (answered: number, cases: number) => `${answered} of ${cases} cases answered. Not legal advice.`,
  outOfScope: 'out of scope',
  amount: (amount: string, currency: string) => `${amount} ${currency}`,
  orInKind: (amount: string, currency: string) => `, or ${amount} ${currency} in kind if they agree`,
  unknownAmount: 'money, by conditions that the case does not name',
  refund: (of: string, within: string) => `refund of the ${of} within ${within}`,
  /** Of what. */
  refundOf: { fare: 'fare', 'bag fee': 'bag fee', 'ancillary fee': 'ancillary fee' },
  within: (days: number, of: 'business' | 'calendar') => `${days} ${of} days`,
  care: 'care',
  /** Who pays for it. */
  careBy: {
    carrier: 'meals or lodging at the carrier’s cost',
    passenger: 'arranged with the carrier’s help, at the passenger’s cost',
  },
  careIs: (care: string) => `care ${care}`,
  refundRight: 'the right to a refund',
  waterAndFood: 'water and food',
  disembark: 'to leave the aircraft',
  inTime: 'told in time',
  tooLate: 'told too late',
  nothing: 'nothing',
  between: '; ',
  twice: 'is there twice',
  meaningless: (meant: string) => `means nothing here (${meant}?)`,
  case: (id: string, field: string, message: string) => `${id}: ${field}: ${message}`,
}
