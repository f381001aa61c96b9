export const pause = {
  summary: 'pause a campaign, or all of them',
  description:
    'Takes effect at once: nothing of the campaign is sent any more, and what is pending waits. `payments` means the automatic payments of what the law owes.',
  arguments: {
    campaign: "a campaign's id, `all`, or `payments`",
  },
}

export const stop = {
  summary: 'end a campaign for everybody in it',
  description:
    'Nobody enters any more, and members in the campaign leave. Emails that are not yet with the email service are withdrawn; compensation, offers and tasks in progress are completed. This cannot be undone: `resume` only lets new members enter. To hold the campaign instead, use `pause`.',
  arguments: {
    campaign: "a campaign's id",
  },
}

export const resume = {
  summary: 'continue a paused or stopped campaign',
  description:
    'Everything that waited is checked again before it is sent. A stopped campaign takes new members only. `resume all` undoes `pause all`, nothing else. If sending was paused automatically, use `resume sender:bounces` or `resume sender:complaints`. `resume payments` allows another full hourly limit of automatic payments.',
  arguments: {
    campaign: "a campaign's id, `all`, `payments`, `sender:bounces` or `sender:complaints`",
  },
}

export const testSend = {
  summary: "send a campaign's email to a colleague, or show its message, as a member would get it",
  description:
    "Sends the real email of the campaign's first email or message step, rendered for the member and marked as a test. It is not counted, and its links do nothing. Values the member does not have yet are replaced by examples. A message over another channel is shown and not sent: its gateway only reaches members.",
  arguments: {
    campaign: "a campaign's id",
  },
  options: {
    to: 'where to send it',
    as: 'card number of the member it is rendered for',
    step: 'use this email or message step instead of the first',
  },
}

export const clock = {
  summary: 'the time used for decisions (on one machine)',
  description: 'After a replay has moved the clock of a local run, it stays at that time until it is moved again.',
}
