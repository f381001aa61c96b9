/** What a rehearsal's report says beside its figures. */
export const rehearse = {
  title: ({
    members,
    events,
    seconds,
    duplicates,
    setAside,
  }: {
    members: string
    events: string
    seconds: number
    duplicates: string
    setAside: string
  }) => `${members} members, ${events} events in ${seconds} s (${duplicates} duplicates, ${setAside} set aside)`,
  setAside: (where: string, message: string) => `set aside ${where}: ${message}`,
  columns: [
    'campaign',
    'entered',
    'sent',
    'offers',
    'grants',
    'tasks',
    'in holdout',
    'waiting',
    'exited',
    'cost',
    'granted',
    'skipped because',
  ],
  dayColumns: ['day', 'entered', 'sent', 'offers', 'grants', 'in holdout', 'skipped', 'cost'],
  armColumns: ['arm', 'entered', 'sent', 'offers', 'grants', 'in holdout', 'goals'],
  entered:
    '"entered" counts each time. `wingback results` counts a member once, and only who comes as far as the holdout.',
  observed: 'What members did within the goal’s time: observed, not caused, since in a rehearsal nobody gets anything.',
  reached: ({ goals, over }: { goals: string; over: string }) => `${goals} of ${over} reached the goal`,
  audience: (id: string, count: string) => `audience ${id}: ${count} members at the end`,
  budget: (id: string, spent: string, limit: string) => `budget ${id}: ${spent} of ${limit}`,
  example: (campaign: string, memberId: string) => `${campaign}, for example ${memberId}`,
  subject: (subject: string) => `email: ${subject}`,
  changed: (count: string) => `${count} members would be treated differently`,
  changeColumns: ['what would change', 'before', 'after'],
  more: (count: string) => `… and ${count} more: see all with --json`,
}
