export const tasks = {
  summary: 'tasks that rules opened for people: list them, take them, close them',
  description:
    'What waits for a person, by team, as on the page Tasks of the console. Whoever closes a task says what came of it.',
  list: {
    summary: 'the tasks of a team, or of all',
    description:
      'Oldest first; closed ones newest first. Each with the member and the id that the other commands ask for.',
    options: {
      team: 'of this team only',
      state: 'open, taken by somebody, or closed',
      limit: 'show at most this many',
    },
  },
  take: { summary: 'say that you see to a task' },
  note: { summary: 'note something on a task' },
  close: { summary: 'close a task, and say what came of it', outcome: 'what came of it' },
  comment: 'kept with the task, and in the timeline of the member',
  arguments: { member: 'the member that the list names', task: 'the id that the list names' },
}
