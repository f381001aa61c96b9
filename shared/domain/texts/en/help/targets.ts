export const targets = {
  summary: 'what your figures came to by month, against their targets',
  description:
    'Response rate, members with e-mail and consent, spend per member, cost per mail and per return, NPS, and complaints ' +
    'answered within 24 hours: those that have a target in targets.yaml of the live rulebook, month by month, and whose they are.',
  options: {
    from: 'the first month, such as 2026-04 (default: the last six)',
    to: 'the last month (default: this one)',
    csv: 'write them to a file for a spreadsheet',
  },
}
