/** Who changed what. */
export const history = {
  title: 'History',
  about: 'Everything that people changed: rulebooks, pauses, approvals, mended events',
  list: 'Changes, the newest first',
  none: 'Nothing was changed yet. Publishing a rulebook is the first change.',
  when: 'When',
  by: 'Who',
  what: 'What',
  rulebook: 'Rulebook live from then on',
}
