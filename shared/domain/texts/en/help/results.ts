export const results = {
  summary: 'what campaigns earned, compared with the members held out',
  description:
    'Goal and net of what it cost, for each campaign or one of them: the difference to those held out with an interval that holds ' +
    'however often you look, whether that is enough to decide, and first of all whether the holdout is as large as it should be. ' +
    'Members are counted once their time for the goal is over. docs/results.md explains each figure.',
  campaign: 'one campaign, with all its figures; "all" for the holdout of all marketing',
  options: {
    from: 'only members assigned from this day on, such as 2026-09-01',
    to: 'only members assigned up to this day',
    by: 'in parts, which share the level',
    csv: 'write them to a file for a spreadsheet',
    recount: 'count everything again from the members, compare to the cent, and put right what differs',
    demo: 'a made-up year of four campaigns; nothing needs to run',
  },
}
