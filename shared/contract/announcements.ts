import * as z from 'zod'
import { CABINS } from '../standards/cabin.ts'
import { PURPOSES } from './airline.ts'
import { WAYS_TO_TELL } from './consent.ts'
import { TASK_OUTCOMES, TEAMS } from './task.ts'
import { BASES, TIER_DIRECTIONS, TIER_REASONS } from './wingback.ts'

/**
 * The other direction of the contract: what Wingback announces on the bus, source `wingback`, for the airline's systems to
 * act on. One schema per announcement, of the event's `Detail` as it goes out, with what to do with it and an example. An
 * announcement may come twice: its id stays the same.
 */

const text = z.string()
const slug = z.string().regex(/^[\w.:/#@+~=-]+$/)
/** ISO 8601, UTC. */
const instant = z.iso.datetime()

const about = {
  id: text.describe('Derived from what is announced: the same announcement again has the same id.'),
  occurredAt: instant,
  memberId: slug,
}

/** The campaign that decided it, and the version of the rulebook. */
const decided = { campaign: text, rulebook: text }

const ofComplaint = slug.optional().describe('The complaint that it is about, if it is about one.')

const terms = {
  cause: text.describe('What it is for: one cause pays once on each basis.'),
  entry: text.optional().describe('What began the journey, where a journey asked for it.'),
  grantId: slug,
  basis: z.enum(BASES).describe('What it rests on: the law, or goodwill on top of it.'),
  kind: z.enum(['miles', 'voucher', 'cash']),
  amount: z.int().min(0).describe('Miles; or minor units of `currency`: 12345 CNY are 123.45 yuan.'),
  currency: z.string().length(3).optional().describe('ISO 4217. Absent with miles.'),
}

const grant = { ...about, ...decided, ...terms }

/** By which law it is owed, and what that rests on. */
const law = z
  .object({
    regime: slug,
    source: text.describe('The paragraphs.'),
    findings: z.array(z.looseObject({ is: slug })).describe('Codes with their values, the first first.'),
  })
  .optional()
  .describe('Where the law owes it and it was granted automatically: `reason` for machines.')

const example = {
  about: { occurredAt: '2026-10-01T08:00:00.000Z', memberId: 'CW100001' },
  decided: { campaign: 'service-recovery', rulebook: 'a523cf0e869fe460' },
  grant: {
    cause: 'CA1501:PEK-SHA:2026-10-01+goodwill',
    entry: 'complaint:CMP-1',
    grantId: 'CW100001~CA1501:PEK-SHA:2026-10-01+goodwill',
    basis: 'goodwill',
    kind: 'miles',
    amount: 5000,
  },
} as const

export const announcements = {
  'audience.entered': z.object({ ...about, audience: slug, rulebook: text }).meta({
    description:
      'The member satisfies the condition of an audience, and did not before. First looks are not announced.',
    examples: [{ id: 'CW100001:valued:entered:1', ...example.about, audience: 'valued', rulebook: 'a523cf0e869fe460' }],
  }),
  'audience.left': z.object({ ...about, audience: slug, rulebook: text }).meta({
    description: 'The member no longer satisfies the condition of an audience.',
    examples: [{ id: 'CW100001:valued:left:1', ...example.about, audience: 'valued', rulebook: 'a523cf0e869fe460' }],
  }),
  'consent.changed': z
    .object({
      ...about,
      channel: slug.describe('`email`, or the name of a consent that the rulebook declares.'),
      granted: z.boolean().describe('By a link it is a no.'),
      purpose: z.enum(PURPOSES).describe('What it is for: one announcement each.'),
      source: z
        .enum(['unsubscribe', ...WAYS_TO_TELL])
        .describe('By the link in a mail, or how the member told a colleague.'),
    })
    .meta({
      description:
        'The member said what they agree to, or do not any more: by the link in a mail, or to a colleague. Note it where consent is kept.',
      examples: [
        {
          id: 'unsubscribe:CW100001:marketing:1790841600000:marketing',
          ...example.about,
          channel: 'email',
          granted: false,
          purpose: 'marketing',
          source: 'unsubscribe',
        },
      ],
    }),
  'profiling.changed': z
    .object({
      ...about,
      profiling: z.boolean().describe('`false`: no score is worked out of them any more.'),
      source: z.literal('page'),
    })
    .meta({
      description:
        'The member objected to scores, or allowed them again, on the page that says what is computed. Note it where the profile is kept.',
      examples: [
        { id: 'profiling:CW100001:objected:1790841600000', ...example.about, profiling: false, source: 'page' },
      ],
    }),
  'address.suppressed': z
    .object({
      ...about,
      channel: slug.describe('`email`, or a channel that the rulebook declares.'),
      why: z
        .enum(['bounce', 'complaint', 'report'])
        .describe(
          'It bounced, or a gateway failed for good; the member reported us as spam; somebody else with this address did.',
        ),
      current: z.boolean().describe('Whether it is the address that the member has now.'),
    })
    .meta({
      description:
        'The member is not written to at an address any more, or, after a complaint of their own, at any. The address itself is not told: ask for another one.',
      examples: [
        { id: 'a4:bounced:permanent:suppressed', ...example.about, channel: 'email', why: 'bounce', current: true },
      ],
    }),
  'compensation.pending': z.object({ ...grant, until: instant }).meta({
    description: 'A grant waits for a second person, until the given time. Nothing is owed yet.',
    examples: [
      {
        id: 'a1:pending',
        ...example.about,
        ...example.decided,
        ...example.grant,
        until: '2026-10-04T08:00:00.000Z',
      },
    ],
  }),
  'compensation.granted': z.object({ ...grant, reason: text, law }).meta({
    description: 'Credit the miles, issue the voucher or pay the money: once by `grantId`.',
    examples: [
      { id: 'a1:granted', ...example.about, ...example.decided, ...example.grant, reason: 'service-recovery' },
    ],
  }),
  'compensation.refused': z
    .object({ ...about, ...decided, ...z.object(terms).partial().shape, code: slug, reason: text })
    .meta({
      description: 'A grant was refused by the ledger or by a person, or nobody approved it in time. Nothing is owed.',
      examples: [
        {
          id: 'a1:refused',
          ...example.about,
          ...example.decided,
          code: 'budget-exhausted',
          reason: 'costs 60.00 CNY, 33.00 CNY of 50,000.00 CNY left in winback-2026',
        },
      ],
    }),
  'compensation.reversed': z.object({ ...grant, reason: text }).meta({
    description: 'So much of a grant was taken back.',
    examples: [
      { id: 'a1:reversed', ...example.about, ...example.decided, ...example.grant, reason: 'reversed by li.na' },
    ],
  }),
  'offer.issued': z
    .object({
      ...about,
      ...decided,
      offerId: slug,
      cabin: z.enum(['F', 'C', 'W']),
      flight: text.optional().describe('The flight leg it is for, where one is meant.'),
      expiresAt: instant,
    })
    .meta({
      description: 'The member is offered a higher cabin.',
      examples: [
        {
          id: 'a2:issued',
          ...example.about,
          ...example.decided,
          offerId: 'offer-a2',
          cabin: 'C',
          expiresAt: '2026-10-22T08:00:00.000Z',
        },
      ],
    }),
  'offer.accepted': z.object({ ...about, offerId: slug }).meta({
    description: 'The member took the offer by the link in a mail: upgrade the booking.',
    examples: [{ id: 'offer-a2:accepted', ...example.about, offerId: 'offer-a2' }],
  }),
  'offer.declined': z.object({ ...about, offerId: slug }).meta({
    description: 'The member declined the offer by the link in a mail.',
    examples: [{ id: 'offer-a2:declined', ...example.about, offerId: 'offer-a2' }],
  }),
  'message.ready': z
    .object({
      ...about,
      ...decided,
      messageId: slug.describe('Of the message: send it once, however often it comes, and answer with it.'),
      channel: slug.describe('As the rulebook declares it: which of the gateways is meant.'),
      purpose: z.enum(PURPOSES),
      locale: text.describe('What the text is written in, BCP 47.'),
      text: text.describe('Plain text, as the member is to read it.'),
      expiresAt: instant.describe(
        'Not to be sent any more from then on. What nobody has answered for by then is given up.',
      ),
    })
    .meta({
      description:
        'A message for the member, by a channel of the airline’s own. Send it, and answer on the airline’s bus: `message.sent`, then `message.delivered`, `message.opened`, `message.replied`, or `message.failed`.',
      examples: [
        {
          id: 'a5:ready',
          ...example.about,
          ...example.decided,
          messageId: 'message-a5',
          channel: 'wechat',
          purpose: 'service',
          locale: 'zh-CN',
          text: '王女士，您好！很抱歉 XW1501 延误。5,000 里程已存入您的账户。',
          expiresAt: '2026-10-02T08:00:00.000Z',
        },
      ],
    }),
  'task.opened': z
    .object({
      ...about,
      ...decided,
      taskId: slug,
      team: z.enum(TEAMS).describe('Who it is for.'),
      title: text,
      detail: text,
      dueAt: instant.optional().describe('By then it is to be closed, where the rule or the team has a time for it.'),
      complaintId: ofComplaint,
    })
    .meta({
      description: 'A person has something to do. `memberId` is `wingback` where it is about no member.',
      examples: [
        {
          id: 'a3:opened',
          ...example.about,
          ...example.decided,
          taskId: 'task-a3',
          team: 'callCentre',
          title: 'Call a platinum member back',
          detail: 'The flight was cancelled less than a day before.',
          dueAt: '2026-09-22T03:00:00.000Z',
        },
      ],
    }),
  'task.overdue': z.object({ ...about, taskId: slug, dueAt: instant }).meta({
    description: 'A task was to be closed by `dueAt`, and is not. Tell who leads the team; `task.opened` said which.',
    examples: [{ id: 'task-a3:overdue', ...example.about, taskId: 'task-a3', dueAt: '2026-09-22T03:00:00.000Z' }],
  }),
  'satisfaction.dropped': z
    .object({
      ...about,
      week: z.iso.date().describe('The Monday of the week.'),
      place: text.describe('A route `PEK-SHA`, a station `PEK` (departures), or `all`.'),
      topic: text.describe('As the survey names it.'),
      answers: z.int(),
      mean: z.number().describe('Of 5.'),
      before: z.number().describe('The mean of the twelve weeks before.'),
      answersBefore: z.int(),
    })
    .meta({
      description:
        'A topic was rated worse in a week than in the twelve before, by more than chance. `memberId` is `wingback`: it is about no member. A task is opened, too.',
      examples: [
        {
          id: 'h1:dropped',
          ...example.about,
          memberId: 'wingback',
          week: '2026-09-21',
          place: 'PEK-SHA',
          topic: 'food',
          answers: 46,
          mean: 2.41,
          before: 3.52,
          answersBefore: 611,
        },
      ],
    }),
  'briefing.ready': z
    .object({
      ...about,
      flight: text.describe('The number under which we fly, or another one under which it was booked.'),
      from: text,
      to: text,
      date: z.iso.date().describe('Of the scheduled departure, on the clocks at its origin.'),
      departsAt: instant,
      cabins: z
        .array(
          z.object({
            cabin: z.enum(CABINS),
            members: z.int(),
            highValue: z.int(),
            unanswered: z.int().describe('For whose last trouble nothing was done yet.'),
          }),
        )
        .describe('How many members are booked in each cabin. Nobody is named.'),
      link: z.url().describe('The briefing, for who may see personal data.'),
    })
    .meta({
      description:
        'Hours before departure: who the crew of a flight should recognise can be printed. `memberId` is `wingback`: it is about no single member.',
      examples: [
        {
          id: 'briefing:XW1501:PEK-SHA:2026-10-01:1790841600000',
          ...example.about,
          memberId: 'wingback',
          flight: 'XW1501',
          from: 'PEK',
          to: 'SHA',
          date: '2026-10-01',
          departsAt: '2026-10-01T14:00:00.000Z',
          cabins: [{ cabin: 'Y', members: 23, highValue: 4, unanswered: 1 }],
          link: 'https://console.example.com/flights/XW1501/2026-10-01/briefing',
        },
      ],
    }),
  'tier.changed': z
    .object({
      ...about,
      rulebook: text,
      from: text,
      to: text,
      direction: z
        .enum(TIER_DIRECTIONS)
        .describe('`unknown`: one of the two is none of the tiers of the rulebook’s model.'),
      reason: z
        .enum(TIER_REASONS)
        .describe(
          'The airline’s own system said so; the flights of the last year earned it; it had to be earned again, and was not.',
        ),
      score: z.number().optional().describe('`tierScore` then, where flying decides.'),
      until: instant.optional().describe('From when on the tier has to be earned again, where flying decides.'),
    })
    .meta({
      description:
        'The member has another tier. Where flying decides, note it in the programme and send the card; where the airline’s system decides, it said so itself.',
      examples: [
        {
          id: 'CW100001:tier:gold:1790841600000',
          ...example.about,
          rulebook: 'a523cf0e869fe460',
          from: 'silver',
          to: 'gold',
          direction: 'up',
          reason: 'earned',
          score: 50.3,
          until: '2028-09-30T16:00:00.000Z',
        },
      ],
    }),
  'task.closed': z
    .object({
      ...about,
      taskId: slug,
      outcome: z.enum(TASK_OUTCOMES),
      comment: text.optional().describe('What the colleague who closed it wrote.'),
      complaintId: ofComplaint,
    })
    .meta({
      description: 'A colleague closed a task. Close it in your own system too.',
      examples: [
        { id: 'task-a3:closed:2', ...example.about, taskId: 'task-a3', outcome: 'done', complaintId: 'zendesk:901' },
      ],
    }),
} satisfies Record<string, z.ZodObject>

export type AnnouncementType = keyof typeof announcements

/** An announcement as it goes out: instants as text, amounts in minor units. */
export type Announcement<T extends AnnouncementType = AnnouncementType> = {
  [K in T]: { type: K; detail: z.input<(typeof announcements)[K]> }
}[T]

/** The JSON Schema of each announcement's `Detail`. */
export function announcementSchemas(): Record<string, object> {
  const entries = Object.entries(announcements).map(([type, schema]) => [
    type,
    { title: type, ...z.toJSONSchema(schema, { io: 'input' }) },
  ])
  return Object.fromEntries(entries)
}
