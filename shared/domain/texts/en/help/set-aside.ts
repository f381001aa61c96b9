export const setAside = {
  summary: 'events that were not accepted, and why',
  description: 'Invalid events are stored whole, with the reason. After a fix they can be retried.',
  list: {
    summary: 'events set aside, with the reasons',
    description: 'Shows counts by reason, then each entry. With --json, one entry per line, with the whole event.',
    options: {
      limit: 'show at most this many',
    },
  },
  replay: {
    summary: 'retry events that were set aside',
    description:
      'Sends each event to its queue again. Accepted events leave the list; the others stay unchanged. Lines of a file that are not events cannot be sent: correct the file and replay it.',
  },
}
