import * as z from 'zod'
import { PURPOSES } from './airline.ts'
import { BASES } from './wingback.ts'

/**
 * The contract's other direction: what Wingback announces on the bus, source `wingback`, for the airline's systems to act
 * on. One schema each, of the event's `Detail` as it goes out, with what to do with it and an example. An announcement may
 * come twice: its id tells.
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

/** Which campaign decided it, by which version of the rulebook. */
const decided = { campaign: text, rulebook: text }

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
      channel: z.literal('email'),
      granted: z.literal(false),
      purpose: z.enum(PURPOSES).describe('What is not wanted any more: one announcement each.'),
      source: z.literal('unsubscribe'),
    })
    .meta({
      description: 'The member stopped mails of a purpose by the link in one. Note it where consent is kept.',
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
  'compensation.granted': z.object({ ...grant, reason: text }).meta({
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
          reason: 'costs 60.00 CNY, 33.00 CNY of 50000.00 CNY left in winback-2026',
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
  'task.opened': z.object({ ...about, ...decided, taskId: slug, title: text, detail: text }).meta({
    description: 'A person has something to do. `memberId` is `wingback` where it is about no member.',
    examples: [
      {
        id: 'a3:opened',
        ...example.about,
        ...example.decided,
        taskId: 'task-a3',
        title: 'Call a platinum member back',
        detail: 'The flight was cancelled less than a day before.',
      },
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
