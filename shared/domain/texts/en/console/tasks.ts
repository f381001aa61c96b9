/** The page of what rules opened for people. */
export const tasks = {
  title: 'Tasks',
  about: 'What rules opened for people: take it, note what happened, close it',
  needsRight: 'Tasks are about members: you need the right to personal data to see them.',
  list: 'Tasks',
  none: 'This team has no tasks here. A step of a campaign opens one: serviceTask, with the team it is for.',
  team: 'Team',
  teams: { service: 'Customer service', callCentre: 'Call centre', airport: 'Airport', care: 'Member care' },
  state: 'State',
  states: { open: 'Open', taken: 'Taken', closed: 'Closed' },
  opened: 'Opened',
  task: 'Task',
  open: (title: string, time: string) => `Open ${title}, ${time}`,
  member: 'Member',
  campaign: 'Campaign',
  with: 'Last step by',
  due: 'Due',
  overdue: 'overdue',
  closedLate: 'closed late',
  took: 'Took',
  duration: (minutes: number) => {
    if (minutes < 60) return `${minutes} min`
    const hours = Math.round(minutes / 60)
    return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`
  },
  did: { taken: 'took it', noted: 'noted', closed: 'closed it' },
  isClosed: 'This task is closed.',
  comment: 'Note',
  commentHow: 'Kept with the task, and in the member’s timeline.',
  outcome: 'What came of it',
  outcomes: { done: 'done', notReached: 'not reached', notNeeded: 'not needed any more' },
  take: 'Take',
  note: 'Note',
  close: 'Close the task',
}
