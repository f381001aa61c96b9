export const member = {
  summary: 'everything known about one member',
  description:
    'Shows facts, audiences, journeys and the timeline, newest first. With --export: everything stored about the person, as JSON, for access requests, including cards merged into this one.',
  arguments: {
    id: 'card number',
  },
  options: {
    export: 'everything stored about the person',
    cursor: 'continue the timeline after an earlier page',
  },
}

export const exportAll = {
  summary: 'all members as JSON lines',
  description:
    'Prints one JSON object per member and line: memberId, facts (from airline events, the same in any order of arrival) and wingback (what Wingback did). The order of members is undefined.',
}

export const explain = {
  summary: 'why a member got something, or did not',
  description:
    'For each campaign: got it, did not get it, holdout, or waits; each gate with its answer and reason; the facts at that time; and the smallest change that would have changed the answer. For a campaign without any decision: why the member never entered.',
  arguments: {
    id: 'card number',
  },
  options: {
    campaign: 'only this campaign',
    at: 'as it stood at this time, such as 2026-10-01T15:00+08:00',
  },
}
