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
    'mails',
    'offers',
    'grants',
    'tasks',
    'members held out',
    'wait',
    'exited',
    'cost',
    'promised',
    'skipped by',
  ],
  dayColumns: ['day', 'entered', 'mails', 'offers', 'grants', 'held out', 'skipped', 'cost'],
  armColumns: ['arm', 'took it', 'mails', 'offers', 'grants', 'held out', 'goals'],
  audience: (id: string, count: string) => `audience ${id}: ${count} members at the end`,
  budget: (id: string, spent: string, limit: string) => `budget ${id}: ${spent} of ${limit}`,
  example: (campaign: string, memberId: string) => `${campaign}, for example ${memberId}`,
  subject: 'the mail',
  noMail: 'no mail',
  changed: (count: string) => `${count} members would be treated otherwise`,
  changeColumns: ['what would change', 'before', 'after'],
  more: (count: string) => `… and ${count} more, all with --json`,
}
