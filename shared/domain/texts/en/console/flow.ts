/** How many stand where in a campaign, which way they went, and what kept them. */
export const flow = {
  counted: (time: string, since: string) =>
    `Counted at ${time}, of this version of the campaign, since ${since}. A correction of a step begins a new count.`,
  nothing: 'Nobody has come to this version of the campaign yet: there is nothing to count.',
  elsewhere: (members: string) => `${members} more are on the way through another version of this campaign.`,
  here: (members: string) => `${members} here now`,
  hereNow: 'Here now',
  waysOn: 'Went on by each way',
  on: 'on',
  leftHere: 'Left here early',
  movedHere: 'Came from another version',
  to: (step: string) => `to ${step}`,
  kept: 'What kept how many',
  keptAbout: 'Each time somebody was kept, by what and at which step. Who is kept from one step may go on to the next.',
  keptNone: 'Nothing has kept anybody.',
  step: 'At step',
  by: 'Kept by',
  how: 'How',
  times: 'Times',
  now: 'Held now',
  outcomes: {
    notEntered: 'did not begin',
    skipped: 'step left out',
    heldOut: 'held out to compare with',
    held: 'waited for a while',
    refused: 'refused',
    failed: 'failed',
    expired: 'no answer in time',
  } as Record<string, string>,
  behind: {
    title: (count: string) => `The members behind this number: ${count}`,
    open: (count: string, what: string) => `${count} (${what}): show the members`,
    /** Somebody may have come more than once. */
    all: (members: string, times: string) =>
      members === times
        ? 'All of them, the latest first.'
        : `${members} members, who came ${times} times in all, the latest first.`,
    /** Not all can be shown. */
    some: (shown: string, count: string) =>
      `${shown} of ${count}: of large numbers the latest are kept as a sample, and nobody who was erased.`,
    now: (shown: string, count: string) =>
      `${shown} of ${count}: found among the latest who came here, each looked at again just now.`,
    none: 'None of the members in the sample can be shown.',
    member: 'Member',
    name: 'Name',
    at: 'When',
    why: 'Why',
    whyOf: (member: string) => `Why: ${member}`,
    needsRight: 'To see the members behind a number you need the right to personal data.',
  },
}
