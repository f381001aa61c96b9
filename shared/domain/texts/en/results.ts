/** A difference with its interval, as texts: `+2.3 points`, `+0.4`, `+4.2`. */
interface Range {
  difference: string
  low: string
  high: string
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const GOALS: Record<string, string> = {
  'booking.created': 'booked again',
  'flight.completed': 'flew again',
  'offer.accepted': 'accepted the offer',
}

/** Of what takes years nobody counts the weeks. */
function inTime(weeks: number): string {
  if (weeks > 104) return `${Math.round(weeks / 52)} years`
  return weeks === 1 ? '1 week' : `${weeks} weeks`
}

/** What results say: the sentences first, then the tables below them. */
export const results = {
  /** `2026-09-03`. */
  day: (date: string) => `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`,
  month: (month: string) => `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`,
  /** What members did who reached a goal. */
  did: (event: string) => GOALS[event] ?? `reached the goal (${event})`,
  sentences: (all: readonly string[]) => all.join(' '),
  nobody: 'Nobody has been assigned yet.',
  nobodyThen: 'Nobody was assigned in that time.',
  /** Campaigns of the made-up year are named in English. */
  demoNames: {} as Record<string, string>,
  recount: {
    difference: ({ cohort, notNoted, sums }: { cohort: string; notNoted: number; sums: boolean }) =>
      [
        `${cohort}:`,
        ...(sums ? ['the sums were not those of its members'] : []),
        ...(notNoted > 0 ? [`${notNoted} members were missing from the index`] : []),
      ].join(' '),
    counted: (of: {
      members: number
      assignments: number
      erased: number
      differences: unknown[]
      complete: boolean
    }) =>
      of.complete
        ? `${of.differences.length} differences. ${of.assignments} assignments of ${of.members} members, and the sums of ${of.erased} that were erased.`
        : `There was not enough time: only ${of.members} members were looked at, and nothing was compared.`,
  },
  since: ({ day, members, heldOut }: { day: string; members: string; heldOut: string }) =>
    `Since ${day} ${members} were assigned, ${heldOut} of them held out.`,
  sinceService: ({ day, members }: { day: string; members: string }) => `Since ${day} it was for ${members} members.`,
  ofArm: (arm: string, sentence: string) => `${arm}: ${sentence}`,
  armOfSplit: ({ split, arm }: { split: string; arm: string }) => `${split} / ${arm}`,
  splits: ({ count }: { count: number }) =>
    `It has ${count} splits. Each is compared by itself, whatever arm of the others a member is in, and each is asked at the level divided by ${count}.`,
  goal: ({ share, did, against, difference, low, high }: Range & { share: string; did: string; against: string }) =>
    `${share} ${did} against ${against}: ${difference} (between ${low} and ${high}).`,
  goalTooSmall: ({ share, did, against }: { share: string; did: string; against: string }) =>
    `${share} ${did} against ${against}.`,
  goalOnly: ({ share, did }: { share: string; did: string }) => `${share} ${did}.`,
  points: (value: string) => `${value} points`,
  belowMinimum: (minimum: string) => `A gain of ${minimum}, the least that is worth seeing, is ruled out.`,
  /** Against the holdout: what is left after costs in the table is of one arm. */
  net: ({ difference, low, high }: Range) => `Net ${difference} (between ${low} and ${high}).`,
  netTooSmall: 'Money: too small to tell.',
  tooSmall: ({ enough, members, weeks }: { enough: number; members: string | undefined; weeks: number | undefined }) =>
    members === undefined
      ? `Too small to tell: each side needs ${enough} members with the outcome, and one has none yet.`
      : `Too small to tell: each side needs ${enough} members with the outcome. ${
          members === '0' ? 'Those who are assigned already should do' : `About ${members} members more`
        }${weeks === undefined ? '; nobody comes in any more.' : `, about ${inTime(weeks)}.`}`,
  enough: {
    yes: 'Enough to decide: yes.',
    goalOnly: 'Enough to decide: on the goal yes, on money not yet.',
    no: 'Enough to decide: no, the difference may be chance.',
    notYet: 'Enough to decide: no.',
  },
  /** How a campaign stands, as short as a list has room for. */
  word: {
    alarm: 'the arms are out of proportion: see the result',
    notCompared: 'counted, and compared with nobody',
    tooFew: 'too small to tell',
    open: (day: string) => `too early: first figures on ${day}`,
    tooSmall: (weeks: number | undefined) =>
      weeks === undefined ? 'too small to tell' : `too small to tell, about ${inTime(weeks)} more`,
    compared: (difference: string, enough: string) => `${difference}, ${enough}`,
    enough: {
      yes: 'enough to decide',
      goalOnly: 'enough to decide on the goal, not on money',
      no: 'may be chance',
      notYet: 'too small to tell',
    },
  },
  losesThoughMore: 'More members came back, and it lost money.',
  best: 'It is better than every other arm too.',
  withoutHoldout: (control: string) => `Nobody is held out: compared with the arm ${control}.`,
  noComparison: {
    service: 'No comparison: a service campaign holds nobody out.',
    nobodyHeldOut: 'No comparison: nobody was held out.',
    onlyHeldOut: 'No comparison: everybody was held out.',
  },
  allOpen: ({ day }: { day: string }) =>
    `Nothing can be told yet: the first to be counted are those whose time is over on ${day}.`,
  tooFew: ({ least, enough }: { least: string; enough: number }) =>
    `Too small to tell so far: each side needs ${enough} members with the outcome, and the smaller one has ${least} in all.`,
  sizes: (arms: readonly { arm: string; members: string; expected: string }[]) =>
    arms.map(({ arm, members, expected }) => `${arm} ${members} (expected ${expected})`).join(', '),
  alarm: ({ sizes, p }: { sizes: string; p: string }) =>
    `ALARM: the arms are not as large as they should be: ${sizes}; p ${p}. Somebody is drawn or counted wrongly, so that no lift is to be believed, and none is shown.`,
  alarmCauses: [
    'Usual causes: members of one arm were erased or merged more often than those of the other; an import put members into',
    'an arm by hand; a condition of the campaign looks at what the campaign itself changes; a share was changed and what is',
    'read here is of another version. `wingback results --recount` counts everything anew.',
  ],
  open: ({ members, day }: { members: string; day: string }) =>
    `Not counted yet: ${members} members whose time is not over; the next of them are counted on ${day}.`,
  harm: {
    unsubscribed: 'unsubscribed',
    spam: 'reported spam',
    complained: 'complained',
  },
  harmful: ({
    count,
    members,
    atLeast,
    harm,
    limit,
  }: {
    count: string
    members: string
    atLeast: string
    harm: string
    limit: string
  }) =>
    `HARM: of ${members} treated members ${count} ${harm}: at least ${atLeast}, and no more than ${limit} is borne. Pause it, or change it.`,
  loses: ({ arm }: { arm: string | undefined }) =>
    `LOSS: ${arm ?? 'it'} costs more than it brings in, beyond chance. Pause it, or change it.`,
  title: ({ name, id }: { name: string; id: string }) => `${name} (${id})`,
  allMarketing: 'all marketing, against those who get none',
  measuredBy: ({ event, days, planned, level }: { event: string; days: string; planned: string; level: string }) =>
    `Measured by ${event} within ${days} days; ${level} intervals that hold at every look, tightest at ${planned} members.`,
  ratioFine: ({ sizes }: { sizes: string }) => `The arms are as large as they should be: ${sizes}.`,
  relative: ({ arm, ...of }: Range & { arm: string }) =>
    `Relative, for reading only${arm}: ${of.difference} (between ${of.low} and ${of.high}).`,
  narrowed: ({ outcome, percent }: { outcome: string; percent: string }) =>
    `What members spent before narrows the interval of the ${outcome} by ${percent} %.`,
  outcomes: { goal: 'goal', net: 'net' },
  arms: { holdout: 'held out', treated: 'treated' } as Record<string, string>,
  inArm: (arm: string) => ` (${arm})`,
  rows: {
    members: 'members counted',
    goal: 'reached the goal',
    bookings: 'bookings',
    flights: 'flights',
    revenue: (currency: string) => `revenue, ${currency}`,
    mails: '  less emails and messages',
    compensation: '  less compensation',
    offers: '  less upgrades',
    net: 'left after costs',
    netEach: '  a member',
    sent: 'emails and messages sent',
    delivered: 'delivered',
    bounced: 'bounced',
    opened: 'opened (weak evidence)',
    clicked: 'clicked',
    unsubscribed: 'members who unsubscribed',
    spam: 'members who reported spam',
    complaints: 'complaints',
    nps: 'NPS',
    leftOut: 'amounts without a rate or value',
  },
  slices: {
    tier: ({ count }: { count: number }) =>
      `By tier, ${count} parts: who looks at many parts finds something somewhere, so each is asked at the level divided by ${count}.`,
    month: ({ count }: { count: number }) =>
      `By month of assignment, ${count} parts: who looks at many parts finds something somewhere, so each is asked at the level divided by ${count}.`,
    noTier: 'no tier',
  },
  verdicts: {
    better: 'more, beyond chance',
    worse: 'less, beyond chance',
    noDifferenceSeen: 'no difference seen',
    tooSmall: 'too small to tell',
  },
  list: {
    campaign: 'campaign',
    since: 'since',
    assigned: 'assigned',
    heldOut: 'held out',
    goal: 'goal',
    net: 'net',
    counts: 'counts only',
    open: 'open',
    alarm: 'ALARM',
    harm: 'HARM',
    loss: 'LOSS',
  },
  more: 'npx wingback results CAMPAIGN tells more of one. How each figure is made, and when not to believe it: docs/results.md.',
  none: 'No campaign has assigned anybody yet.',
  foot: 'Every member counts once, from when they come as far as the holdout: all other checks passed. `rehearse` and `status` count each time that somebody enters. How each figure is made, and when not to believe it: docs/results.md.',
  earlier: ({ ids }: { ids: string }) => `Measured otherwise before, and not added up with this: ${ids}.`,
}
