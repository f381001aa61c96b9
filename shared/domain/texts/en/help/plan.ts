export const plan = {
  errors: {
    share: 'It must be a share above 0 and below 100 %, such as 8.9%.',
    amount: 'It must be an amount above 0.',
  },
  summary: 'how large a holdout must be to see an effect, and by when',
  description:
    'Before a campaign starts: when there is enough data for a conclusion, the smallest effect that can be found, and which holdout to choose. Takes your own figures, or those of a rehearsed campaign. An effect counts as found if 4 of 5 such campaigns would find it, with 95 % intervals that are valid at every look. Needs no running Wingback; docs/results.md explains the calculation.',
  arguments: {
    campaign: 'a campaign of a rulebook: a rehearsal shows how many enter, and how many reach the goal without it',
    dir: 'the folder with wingback.yaml',
  },
  options: {
    members: 'for the rehearsal, .jsonl or .jsonl.gz: the initial members',
    events: 'for the rehearsal, .jsonl or .jsonl.gz: what happened',
    perMonth: 'how many enter a month, including the holdout',
    rate: 'how many reach the goal without the campaign: 8.9%',
    months: 'how long it runs',
    holdout: 'one holdout (default: 5, 10, 20, 30 and 50 %)',
    effect:
      'the smallest effect that matters: 2%, in percentage points; with --deviation an amount (default: minimumEffect of the rulebook)',
    deviation: 'for money: the standard deviation of the revenue per member, including members without any',
  },
}
