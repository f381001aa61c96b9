export const evaluate = {
  summary: 'how good a score is on your own members, beside plain baselines',
  description:
    'Looks at members as they were known at a date, and at what they did afterwards. The score of each member is learned ' +
    'from other members, so that it is judged on people it does not know; with --model a model is judged as it is. ' +
    'Nothing after the date is used but the outcome. Needs no running Wingback; docs/scores.md says what each figure is.',
  options: {
    score: 'which score',
    members: '.jsonl or .jsonl.gz: the members, as events',
    events: '.jsonl or .jsonl.gz: what happened, before the date and after it',
    cutoff: 'the date: members are known up to it, and outcomes come after it (2026-07-01, or ISO 8601)',
    within: 'how many days after the date count, such as 180 (default: up to the last event)',
    model: '.json: judge this model in place of one that is learned',
  },
  notDays: 'It must be a number of days, such as 180.',
}
