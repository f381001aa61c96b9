/** The first page. */
export const today = {
  title: 'Today',
  about: 'What happened since yesterday began, and what needs a person',
  happened: 'What happened',
  since: (time: string) => `since ${time}`,
  inAll: 'in all: nothing was counted by the day yet',
  counts: {
    events: 'Events accepted',
    members: 'New members',
    bookings: 'Bookings made',
    emails: 'Emails sent',
    messages: 'Messages sent',
    offers: 'Upgrade offers issued',
    accepted: 'Offers accepted',
    granted: 'Compensation granted',
    owed: 'Granted as owed by law',
    tasks: 'Tasks opened',
    heldOut: 'Held out to compare with',
    skipped: 'Skipped',
    setAside: 'Events set aside',
  },
  why: 'Why something was skipped',
  quiet: 'Nothing needs a person.',
  quietElse: 'Nothing else needs a person.',
  lookAt: 'Look at them',
  resume: 'Resume',
  paused: {
    title: (what: string) => NAMES[what]?.paused ?? `The campaign “${what}” is paused`,
    since: (time: string, by: string, what: string) =>
      `Since ${time}, by ${by}. ${what === 'payments' ? 'What the law owes is held until they are resumed' : 'What would be sent is held until it is resumed'}; nothing is lost.`,
  },
  stopped: {
    title: (what: string) => `The campaign “${what}” is stopped`,
    since: (time: string, by: string, _what: string) =>
      `Since ${time}, by ${by}. Nobody enters it until it is resumed.`,
  },
  review: (name: string) => `The draft “${name}” waits for its review`,
  reviewHow: (by: string, time: string) =>
    `Asked by ${by} on ${time}. Somebody approves or refuses it who has not edited it.`,
  reviewIt: 'Review it',
  setAside: (count: string) => (count === '1' ? '1 event is set aside' : `${count} events are set aside`),
  setAsideHow: 'They could not be accepted. Nothing is lost: put right what is wrong, and send them again.',
  unknown: (count: string) => `Of ${count} actions nobody knows whether they went out`,
  unknownHow:
    'The email service did not answer in time. They are never sent again on a guess; its report settles most within a day.',
  dead: (queue: string, count: string) => `${count} messages failed for good in the queue ${queue}`,
  deadHow: 'Tell operations: they find the cause in the logs and send the messages again (docs/operations/alarms.md).',
  rulebook: (version: string) => `The rulebook ${version} is waiting for approval`,
  askedBy: (by: string, time: string) => `Asked by ${by} on ${time}. The live rulebook stays live meanwhile.`,
  loosens: 'It loosens',
}

const NAMES: Record<string, { paused: string } | undefined> = {
  all: { paused: 'All campaigns are paused' },
  payments: { paused: 'Automatic payments are paused' },
  'sender:bounces': { paused: 'Sending is paused: too many emails bounced' },
  'sender:complaints': { paused: 'Sending is paused: too many emails were reported as spam' },
}
