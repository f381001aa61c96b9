export const rehearse = {
  summary: 'what a rulebook would have done on past events; nothing is sent',
  description:
    'Runs the rulebook over files of events with the same code as in production, in virtual time and in memory: who would enter, get what, wait, be skipped by which gate or be in the holdout, and what it would cost. Nothing is sent, and no running Wingback is needed.',
  arguments: {
    dir: 'the folder with wingback.yaml',
  },
  options: {
    members: '.jsonl or .jsonl.gz: the initial members, as events or as written by `export`',
    events: '.jsonl or .jsonl.gz: what happened',
    from: 'decide from this time on; earlier events only build history (2026-10-01 or ISO 8601)',
    to: 'end at this time',
    campaign: 'report on this campaign only; the others still run',
    against: 'another rulebook, or `live`: what would change, member by member',
  },
}
