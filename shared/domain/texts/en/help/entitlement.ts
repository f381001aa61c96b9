export const entitlement = {
  summary: 'what the law owes passengers, and by which paragraph',
  description:
    'Evaluates each case of a file by EU261, UK261, US DOT or Chinese rules: what is owed per passenger, why, and by which paragraph. Needs no running Wingback. Not legal advice: docs/law.md says what is covered.',
  arguments: {
    file: '.json: {"cases": [{id, regime, event, from, to, carrier_licence, given}]}',
  },
  options: {
    on: 'the date of the law for cases without a date (default: today)',
  },
}
