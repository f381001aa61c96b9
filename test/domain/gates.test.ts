import { describe, expect, test } from 'vitest'
import type { ActionKind } from '../../shared/domain/actions/kinds.ts'
import { calendarOf, HOUR, MINUTE } from '../../shared/domain/calendar.ts'
import { isHeldOutOfAll } from '../../shared/domain/campaign/gates/global-holdout.ts'
import { isHeldOut } from '../../shared/domain/campaign/gates/holdout.ts'
import { askGates, type GateContext, gates } from '../../shared/domain/campaign/gates/index.ts'
import { subjectOf } from '../../shared/domain/campaign/turn.ts'
import { addressHash } from '../../shared/domain/member/address.ts'
import { type Journey, LIMITS, type Member } from '../../shared/domain/member/member.ts'
import { newMember } from '../../shared/domain/member/new.ts'
import type { GateName } from '../../shared/domain/reason.ts'
import type { Campaign, Rulebook } from '../../shared/domain/rulebook/rulebook.ts'
import { say } from '../../shared/domain/texts/say.ts'
import { fraction } from '../../shared/standards/hash.ts'
import { disruptedBy, type Report } from '../support/disrupted.ts'
import { at } from '../support/events.ts'
import { nothingSpecial } from '../support/life.ts'
import { rulebookOf } from '../support/rulebook.ts'

const noon = '2026-06-01T12:00:00+08:00'

const names = gates.map(({ name }) => name)
/** Nor of one in the middle of its campaign. */
const NOT_ASKED_OF_A_MAIL: GateName[] = ['exit', 'owed', 'stillGranted', 'outbox', 'inAll', 'budget']

interface Case {
  member?: Partial<Member>
  profile?: Member['layers'][number]['fields']
  now?: string | undefined
  world?: Partial<GateContext['world']>
  journey?: Partial<Journey>
  kind?: ActionKind
  /** Lines of the campaign, and of the settings. */
  guardrails?: string
  limits?: string
  service?: boolean
  audience?: string | undefined
  settings?: string
}

const oneConsent: Case = { settings: 'consentFor: everyMail', service: true }
const reachable = { email: 'mei@example.com', consentEmail: true, timeZone: 'Asia/Shanghai' }
const steps: Record<ActionKind, string> = {
  email: '{ email: hello }',
  message: '{ message: { template: hello, channel: wechat } }',
  upgradeOffer: '{ upgradeOffer: { cabin: C, validFor: 7d } }',
  compensation: '{ compensation: { miles: 100, reason: care } }',
  serviceTask: '{ serviceTask: { title: Call, detail: Now } }',
  entitlement: '{ entitlement: money }',
}

async function rulebookFor({
  kind = 'email',
  guardrails = '{}',
  limits = '{}',
  service,
  audience,
  settings,
}: Case): Promise<Rulebook> {
  const campaign = `campaign: c
class: ${service ? 'service' : 'marketing'}
trigger: complaint.filed
${audience ? `audience: ${audience}` : ''}
guardrails: ${guardrails}
limits: ${limits}
budget: care
steps: [${steps[kind]}]`
  return rulebookOf({
    settings,
    campaigns: [kind === 'compensation' ? campaign : campaign.replace('budget: care\n', '')],
  })
}

async function ask(given: Case) {
  const rulebook = await rulebookFor(given)
  const campaign = rulebook.campaigns[0]!
  const instruction = campaign.program[0]!
  if (instruction.op !== 'action') throw new Error('the first step is an action')
  const now = at(given.now ?? noon)
  const fields = { ...reachable, ...given.profile }
  const member: Member = { ...newMember('M1'), layers: [{ at: 0, eventId: 'e', fields }], ...given.member }
  const journey = journeyOf({ campaign: 'c', ...given.journey })
  const { answers } = askGates(gates, {
    member,
    campaign,
    settings: rulebook.settings,
    spec: instruction.action,
    journey,
    actionId: 'a1',
    subject: subjectOf({ draft: member, now, calendar: calendarOf(rulebook.settings.zone) }, journey),
    world: { ...nothingSpecial, ...given.world },
    now,
  })
  return answers
}

function journeyOf(more: Partial<Journey>): Journey {
  const cause = { type: 'complaint.filed', fields: {} }
  return {
    campaign: 'c',
    rulebook: 'r',
    key: 'k',
    enteredAt: at(noon),
    pc: 0,
    happened: {},
    ...more,
    cause: more.cause ?? cause,
  }
}

const mail = (actionId: string, claimedAt: number, more = {}) => ({
  actionId,
  campaign: 'other',
  class: 'marketing' as const,
  claimedAt,
  ...more,
})
const pending = (more = {}): Member['pending'][number] => ({
  actionId: 'b1',
  kind: 'email',
  campaign: 'other',
  class: 'marketing',
  rulebook: 'r',
  key: 'k',
  step: '0',
  decidedAt: 0,
  handedAt: 0,
  handovers: 1,
  state: 'decided',
  plan: { kind: 'email', template: 'hello', locale: 'member', resendIfUnknown: false },
  ...more,
})
/** Claimed: none of them goes first. */
const inProgress = (count: number) =>
  Array.from({ length: count }, (_, n) => pending({ actionId: `b${n}`, state: 'claimed' }))
const aTask = { kind: 'serviceTask', title: 'call', detail: '' } as const
const complaint = (filedAt: string, more = {}) => ({
  complaintId: 'C1',
  filed: { at: at(filedAt), eventId: 'e', category: 'baggage' },
  ...more,
})
const ago = (ms: number) => at(noon) - ms
const LEG = 'XW9:FRA-JFK:2026-05-31'
const disrupted = (disruptedAt: number, more: Partial<Report> = {}) =>
  disruptedBy([
    {
      at: disruptedAt,
      eventId: 't',
      leg: LEG,
      departsAt: at('2026-05-31T08:00Z'),
      kind: 'delay',
      delayMinutes: 300,
      boarded: true,
      cause: 'technical',
      extraordinary: false,
      carrierLicence: 'CN',
      ...more,
    },
  ])
const statutory = (amount: number): Member['compensations'][number] => ({
  actionId: 'paid',
  campaign: 'owed',
  cause: `${LEG}+statutory`,
  basis: 'statutory',
  kind: 'cash',
  amount,
  currency: 'EUR',
  grantedAt: 0,
})
const owing = (member: Partial<Member>): Case => ({
  kind: 'entitlement',
  service: true,
  settings: 'law: { licence: CN, table: Air China, automaticPerHour: 10000 EUR }',
  journey: { cause: { type: 'complaint.filed', leg: LEG, fields: {} } },
  member,
})
/** A journey that granted money three hours ago. */
const afterGrant = (reversedAt: number | undefined, mails: Member['mails'] = []): Case => ({
  service: true,
  journey: { granted: { actionId: 'paid', kind: 'cash', amount: 600_00, currency: 'EUR' } },
  member: {
    mails,
    compensations: [{ ...statutory(600_00), grantedAt: ago(3 * HOUR), ...(reversedAt && { reversedAt }) }],
  },
})
const telling = (more: Partial<Journey> = {}) =>
  journeyOf({ campaign: 'care', service: true, cause: { type: 'member.disrupted', fields: {} }, ...more })

type Expected = 'go' | { gate: GateName; answer: 'skip' | 'hold'; reason: RegExp; until?: number | undefined }
const skipped = (gate: GateName, reason: RegExp): Expected => ({ gate, answer: 'skip', reason })
const held = (gate: GateName, reason: RegExp, until: string | number): Expected => ({
  gate,
  answer: 'hold',
  reason,
  until: typeof until === 'string' ? at(until) : until,
})

const mourning = (days: string): Case => ({ settings: `blackouts: [{ name: a day of mourning, on: ${days} }]` })
const oneMonth = '2 emails in 30d'

const cases: Record<string, [given: Case, expected: Expected][]> = {
  'whom the campaign is for': [
    [{ audience: '{ tier: gold }', profile: { tier: 'gold' } }, 'go'],
    [{ audience: '{ tier: gold }', profile: { tier: 'silver' } }, skipped('eligible', /no longer/)],
    [{ audience: '{ tier: gold }', service: true }, skipped('eligible', /no longer/)],
  ],
  'a pause': [
    [{ world: { paused: new Set(['c']) } }, held('paused', /paused/, at(noon) + 15 * MINUTE)],
    [{ world: { paused: new Set(['all']) }, kind: 'serviceTask' }, held('paused', /paused/, at(noon) + 15 * MINUTE)],
    [{ world: { paused: new Set(['another']) } }, 'go'],
  ],
  'the sender’s own pause': [
    [{ world: { paused: new Set(['sender:bounces']) } }, held('sender', /too many bounces/, at(noon) + 15 * MINUTE)],
    [
      { world: { paused: new Set(['sender:complaints']) }, service: true },
      held('sender', /too many complaints/, at(noon) + 15 * MINUTE),
    ],
    [{ world: { paused: new Set(['sender:bounces']) }, kind: 'compensation' }, 'go'],
  ],
  'an address': [
    [{ profile: { email: undefined } }, skipped('address', /no email address/)],
    [{ profile: { email: undefined }, service: true }, skipped('address', /no email address/)],
    [{ profile: { email: undefined }, kind: 'serviceTask' }, 'go'],
  ],
  consent: [
    [{}, 'go'],
    [{ profile: { consentEmail: false } }, skipped('consent', /has not consented/)],
    [{ profile: { consentEmail: undefined } }, skipped('consent', /never asked/)],
    [{ profile: { saidEmail: false } }, skipped('consent', /has not consented/)],
    // What is about the member's own flights needs none, and is objected to by itself.
    [{ profile: { consentEmail: false }, service: true }, 'go'],
    [{ profile: { consentEmail: undefined }, service: true }, 'go'],
    [{ profile: { saidEmail: false }, service: true }, 'go'],
    [{ profile: { saidService: false }, service: true }, skipped('consent', /has opted out of service email/)],
    [{ profile: { saidService: false } }, 'go'],
    // One consent for all mail, where the airline prefers it.
    [{ ...oneConsent, profile: { consentEmail: false } }, skipped('consent', /has not consented/)],
    [{ ...oneConsent, profile: { consentEmail: undefined } }, skipped('consent', /never asked/)],
    [{ ...oneConsent, profile: { saidService: false } }, skipped('consent', /has opted out/)],
    [oneConsent, 'go'],
    [{ profile: { consentEmail: false }, kind: 'compensation' }, 'go'],
    [{ profile: { consentEmail: false }, kind: 'upgradeOffer' }, 'go'],
  ],
  suppression: [
    [bounced('mei@example.com'), skipped('suppressed', /does not exist/)],
    [bounced('MEI@Example.com'), skipped('suppressed', /does not exist/)],
    [{ ...bounced('mei@example.com'), service: true }, skipped('suppressed', /does not exist/)],
    [bounced('old@example.com'), 'go'],
    [bounced('mei@example.com', 'complaint'), skipped('suppressed', /spam/)],
    [bounced('old@example.com', 'complaint'), skipped('suppressed', /spam/)],
    [{ ...bounced('mei@example.com'), kind: 'compensation' }, 'go'],
  ],
  'an open case': [
    [{ member: { complaints: [complaint('2026-05-30T10:00:00Z')] } }, held('openCase', /C1/, '2026-06-29T10:00:00Z')],
    [
      { member: { complaints: [complaint('2026-05-30T10:00:00Z')] }, settings: 'openCaseMutes: 3d' },
      held('openCase', /C1/, '2026-06-02T10:00:00Z'),
    ],
    [{ member: { complaints: [complaint('2026-05-30T10:00:00Z')] }, settings: 'openCaseMutes: 1d' }, 'go'],
    [
      { member: { complaints: [complaint('2026-05-30T10:00:00Z')] }, kind: 'upgradeOffer' },
      held('openCase', /C1/, '2026-06-29T10:00:00Z'),
    ],
    [{ member: { complaints: [complaint('2026-05-30T10:00:00Z')] }, kind: 'compensation' }, 'go'],
    [{ member: { complaints: [complaint('2026-05-30T10:00:00Z')] }, guardrails: '{ whileCaseOpen: true }' }, 'go'],
    [{ member: { complaints: [complaint('2026-05-30T10:00:00Z')] }, service: true }, 'go'],
    [{ member: { complaints: [{ complaintId: 'C1', resolved: resolved() }] } }, 'go'],
    [{ member: { complaints: [complaint('2026-05-30T10:00:00Z', { resolved: resolved() })] } }, 'go'],
    [
      {
        member: {
          complaints: [complaint('2026-05-30T10:00:00Z'), complaint('2026-05-31T10:00:00Z', { complaintId: 'C2' })],
        },
      },
      held('openCase', /open/, '2026-06-30T10:00:00Z'),
    ],
  ],
  'rights first': [
    [{ member: { journeys: [telling()] } }, held('statutoryFirst', /care/, at(noon) + HOUR)],
    [{ member: { journeys: [telling()] }, kind: 'compensation' }, held('statutoryFirst', /care/, at(noon) + HOUR)],
    [{ member: { journeys: [telling()] }, service: true }, 'go'],
    [{ member: { journeys: [telling({ endedAt: ago(1) })] } }, 'go'],
    [{ member: { journeys: [telling({ enteredAt: ago(48 * HOUR) })] } }, 'go'],
    [{ member: { journeys: [telling({ service: undefined })] } }, 'go'],
    [
      { member: { journeys: [telling({ cause: { type: 'complaint.filed', fields: {} } })] } },
      held('statutoryFirst', /care/, at(noon) + HOUR),
    ],
  ],
  'a disruption a short while ago': [
    [{ member: { disruptions: disrupted(ago(HOUR)) } }, held('disruption', /disrupted/, at(noon) + 23 * HOUR)],
    [{ member: { disruptions: disrupted(ago(24 * HOUR)) } }, 'go'],
    [
      { settings: 'disruptionMutes: 2d', member: { disruptions: disrupted(ago(24 * HOUR)) }, kind: 'upgradeOffer' },
      held('disruption', /disrupted/, at(noon) + 24 * HOUR),
    ],
    [{ member: { disruptions: disrupted(ago(HOUR)) }, kind: 'compensation' }, 'go'],
    [{ member: { disruptions: disrupted(ago(HOUR)) }, guardrails: '{ whileCaseOpen: true }' }, 'go'],
    [{ member: { disruptions: disrupted(ago(HOUR)) }, service: true }, 'go'],
  ],
  'what is owed': [
    [owing({ disruptions: disrupted(ago(HOUR)) }), 'go'],
    [owing({ disruptions: disrupted(ago(HOUR), { delayMinutes: 179 }) }), skipped('owed', /no money is owed.*2 h 59/)],
    [owing({}), 'go'],
    [
      owing({ disruptions: disrupted(ago(HOUR)), compensations: [statutory(600_00)] }),
      skipped('owed', /600.00 EUR was already granted/),
    ],
    [owing({ disruptions: disrupted(ago(HOUR)), compensations: [statutory(300_00)] }), 'go'],
    [
      { ...owing({ disruptions: disrupted(ago(HOUR)) }), world: { paused: new Set(['payments']) } },
      held('paused', /automatic payments are stopped/, at(noon) + 15 * 60_000),
    ],
    [{ ...owing({}), journey: { cause: { type: 'complaint.filed', fields: {} } } }, skipped('owed', /no flight/)],
  ],
  'what was taken back': [
    [afterGrant(undefined), 'go'],
    [afterGrant(ago(HOUR)), skipped('stillGranted', /taken back before/)],
    [{ ...afterGrant(ago(HOUR)), kind: 'serviceTask' }, 'go'],
    // Who was told of it already may hear of the rest.
    [afterGrant(ago(HOUR), [mail('x', ago(2 * HOUR), { campaign: 'c' })]), 'go'],
    [afterGrant(ago(HOUR), [mail('x', ago(2 * HOUR))]), skipped('stillGranted', /taken back before/)],
  ],
  'how often': [
    [{ guardrails: `{ atMost: ${oneMonth} }`, member: { mails: [mail('x', ago(1))] } }, 'go'],
    [
      { guardrails: `{ atMost: ${oneMonth} }`, member: { mails: [mail('x', ago(1)), mail('y', ago(2))] } },
      skipped('frequencyCap', /already 2 emails in the last 30 days/),
    ],
    [
      { settings: 'atMost: [1 email in 36h]', member: { mails: [mail('x', ago(36 * HOUR - 1))] } },
      skipped('frequencyCap', /already 1 email in the last 36 hours/),
    ],
    [{ settings: 'atMost: [1 email in 36h]', member: { mails: [mail('x', ago(36 * HOUR))] } }, 'go'],
    [
      {
        settings: 'atMost: [1 email in 1d]',
        guardrails: '{ atMost: 9 emails in 7d }',
        member: { mails: [mail('x', ago(1))] },
      },
      skipped('frequencyCap', /already 1 email in the last 1 days/),
    ],
    [{ settings: 'atMost: [1 email in 1d]', member: { mails: [mail('x', ago(1), { class: 'service' })] } }, 'go'],
    [{ settings: 'atMost: [1 email in 1d]', member: { mails: [mail('a1', ago(1))] } }, 'go'],
    [
      {
        settings: 'atMost: [40 emails in 30d]',
        member: { mails: Array.from({ length: LIMITS.mails }, (_, i) => mail(`x${i}`, ago(i))) },
      },
      skipped('frequencyCap', /already 40 emails/),
    ],
    [{ settings: 'atMost: [1 email in 1d]', service: true, member: { mails: [mail('x', ago(1))] } }, 'go'],
    [{ settings: 'atMost: [1 email in 1d]', kind: 'upgradeOffer', member: { mails: [mail('x', ago(1))] } }, 'go'],
  ],
  'blackout days': [
    [mourning('2026-06-02'), 'go'],
    [mourning('2026-06-01'), held('blackout', /a day of mourning/, '2026-06-02T00:00:00+08:00')],
    [
      { ...mourning('2026-06-01'), now: '2026-06-01T00:00:00+08:00' },
      held('blackout', /mourning/, '2026-06-02T00:00:00+08:00'),
    ],
    [{ ...mourning('2026-06-01'), now: '2026-06-02T00:00:00+08:00' }, 'go'],
    [{ ...mourning('2026-06-01'), service: true }, 'go'],
    [{ ...mourning('2026-06-01'), kind: 'upgradeOffer' }, 'go'],
    [mourning('2026-06-01, skip: true'), skipped('blackout', /a day of mourning/)],
    // The airline's day, wherever the member is; or the member's own.
    [{ ...mourning('2026-05-31'), profile: { timeZone: 'America/New_York' }, now: '2026-06-01T10:00+08:00' }, 'go'],
    [
      {
        ...mourning('2026-05-31, zone: member'),
        profile: { timeZone: 'America/New_York' },
        now: '2026-06-01T10:00+08:00',
      },
      held('blackout', /mourning/, '2026-06-01T00:00:00-04:00'),
    ],
    [
      { ...mourning('2026-06-01, zone: member'), profile: { timeZone: undefined } },
      held('blackout', /mourning/, '2026-06-02T00:00:00+08:00'),
    ],
    [
      { guardrails: '{ blackouts: [{ name: our own fair, from: 2026-05-30, to: 2026-06-03 }] }', service: true },
      held('blackout', /our own fair/, '2026-06-04T00:00:00+08:00'),
    ],
    [
      {
        ...mourning('2026-06-01'),
        guardrails: '{ blackouts: [{ name: our own fair, from: 2026-05-30, to: 2026-06-03 }] }',
      },
      held('blackout', /a day of mourning/, '2026-06-04T00:00:00+08:00'),
    ],
  ],
  'the holdout of all campaigns': [
    [{ settings: 'holdout: 100%' }, skipped('globalHoldout', /all campaigns/)],
    [{ settings: 'holdout: 100%', kind: 'compensation' }, skipped('globalHoldout', /all campaigns/)],
    [{ settings: 'holdout: 100%', guardrails: '{ holdout: 100% }' }, skipped('globalHoldout', /all campaigns/)],
    [{ settings: 'holdout: 0%' }, 'go'],
    [{ settings: 'holdout: 100%', service: true }, 'go'],
    // Last of all: who would not have got it is not counted among them.
    [{ settings: 'holdout: 100%', profile: { consentEmail: false } }, skipped('consent', /consented/)],
  ],
  'quiet hours': [
    ...quiet('21:00-08:00', 'Asia/Shanghai', [
      ['2026-06-01T20:59:59+08:00', undefined],
      ['2026-06-01T21:00:00+08:00', '2026-06-02T08:00:00+08:00'],
      ['2026-06-01T23:59:59+08:00', '2026-06-02T08:00:00+08:00'],
      ['2026-06-02T00:00:00+08:00', '2026-06-02T08:00:00+08:00'],
      ['2026-06-02T07:59:59+08:00', '2026-06-02T08:00:00+08:00'],
      ['2026-06-02T08:00:00+08:00', undefined],
    ]),
    ...quiet('12:00-14:00', 'Asia/Shanghai', [
      ['2026-06-01T13:00:00+08:00', '2026-06-01T14:00:00+08:00'],
      ['2026-06-01T14:00:00+08:00', undefined],
      ['2026-06-01T03:00:00+08:00', undefined],
    ]),
    ...quiet('21:00-08:00', 'Europe/London', [
      ['2026-06-01T12:00:00+08:00', '2026-06-01T07:00:00Z'],
      ['2026-06-01T07:00:00Z', undefined],
      // Spring forward, 29 March 01:00 GMT → 02:00 BST; back on 25 October.
      ['2026-03-28T21:30:00Z', '2026-03-29T07:00:00Z'],
      ['2026-10-24T20:30:00Z', '2026-10-25T08:00:00Z'],
    ]),
    ...quiet('21:00-08:00', 'America/New_York', [
      // Spring forward, 8 March 02:00 EST → 03:00 EDT; back on 1 November.
      ['2026-03-08T03:00:00Z', '2026-03-08T12:00:00Z'],
      ['2026-11-01T03:00:00Z', '2026-11-01T13:00:00Z'],
    ]),
    // The end lies in the hour that is skipped: over as soon as the clock has passed it.
    ...quiet('21:00-02:30', 'America/New_York', [
      ['2026-03-08T06:30:00Z', '2026-03-08T07:00:00Z'],
      ['2026-03-08T07:00:00Z', undefined],
    ]),
    // The end lies in the hour that comes twice: quiet again until it is over for good.
    ...quiet('21:00-01:30', 'America/New_York', [
      ['2026-11-01T04:30:00Z', '2026-11-01T05:30:00Z'],
      ['2026-11-01T05:30:00Z', undefined],
      ['2026-11-01T06:10:00Z', '2026-11-01T06:30:00Z'],
    ]),
    ...quiet('21:00-01:30', 'Europe/London', [['2026-10-25T01:10:00Z', '2026-10-25T01:30:00Z']]),
    [
      { settings: 'quietHours: 21:00-08:00', profile: { timeZone: undefined }, now: '2026-06-01T22:00:00+08:00' },
      held('quietHours', /22:00/, '2026-06-02T08:00:00+08:00'),
    ],
    [{ now: '2026-06-01T03:00:00+08:00' }, 'go'],
    [
      { settings: 'quietHours: 21:00-08:00', service: true, now: '2026-06-01T03:00:00+08:00' },
      held('quietHours', /03:00/, '2026-06-01T08:00:00+08:00'),
    ],
    [
      {
        settings: 'quietHours: 21:00-08:00',
        service: true,
        guardrails: '{ quietHours: none }',
        now: '2026-06-01T03:00:00+08:00',
      },
      'go',
    ],
    [
      {
        settings: 'quietHours: 21:00-08:00',
        guardrails: '{ quietHours: 23:00-02:00 }',
        now: '2026-06-01T03:00:00+08:00',
      },
      'go',
    ],
    [{ settings: 'quietHours: 21:00-08:00', kind: 'serviceTask', now: '2026-06-01T03:00:00+08:00' }, 'go'],
  ],
  'one mail at a time': [
    [{ member: { pending: [pending()] } }, held('priority', /other/, at(noon) + 10 * MINUTE)],
    [{ member: { pending: [pending({ state: 'claimed' })] } }, 'go'],
    [{ member: { pending: [pending({ state: 'unknown' })] } }, 'go'],
    [{ member: { pending: [pending({ class: 'service' })] } }, 'go'],
    [{ member: { pending: [pending({ kind: 'serviceTask', plan: aTask })] } }, 'go'],
    [{ member: { pending: [pending({ actionId: 'a1' })] } }, 'go'],
    [{ member: { pending: [pending()] }, service: true }, 'go'],
  ],
  'too many actions in progress': [
    [{ member: { pending: inProgress(LIMITS.pending) } }, held('outbox', /24 actions/, at(noon) + 10 * MINUTE)],
    [{ member: { pending: inProgress(LIMITS.pending - 1) } }, 'go'],
    [
      { member: { pending: inProgress(LIMITS.pending) }, service: true, kind: 'serviceTask' },
      held('outbox', /24/, at(noon) + 10 * MINUTE),
    ],
  ],
  'all that a campaign may give': [
    [{ limits: '{ inAll: 9 }', world: { full: new Set(['c']) } }, skipped('inAll', /limit of 9 members/)],
    [{ limits: '{ inAll: 9 }', world: { full: new Set(['c']) }, kind: 'serviceTask' }, skipped('inAll', /limit of 9/)],
    [{ limits: '{ inAll: 9 }', world: { full: new Set(['c']) }, journey: { counted: true } }, 'go'],
    [{ limits: '{ inAll: 9 }', world: { full: new Set(['other']) } }, 'go'],
    [{ limits: '{ perMinute: 9 }', world: { full: new Set(['c']) } }, 'go'],
    [{ limits: '{ inAll: 9 }' }, 'go'],
  ],
  'a budget': [
    [{ kind: 'compensation', world: { budgetLeft: { care: 0 } } }, skipped('budget', /care is spent/)],
    [{ kind: 'compensation', world: { budgetLeft: { care: -5 } } }, skipped('budget', /care is spent/)],
    [{ kind: 'compensation', world: { budgetLeft: { care: 1 } } }, 'go'],
    [{ kind: 'compensation' }, 'go'],
    [{ world: { budgetLeft: { care: 0 } } }, 'go'],
  ],
  'the holdout': [
    [{ guardrails: '{ holdout: 100% }' }, skipped('holdout', /deliberately gets nothing/)],
    [{ guardrails: '{ holdout: 100% }', kind: 'compensation' }, skipped('holdout', /deliberately gets nothing/)],
    [{ guardrails: '{ holdout: 0% }' }, 'go'],
  ],
}

function bounced(address: string, why: 'bounce' | 'complaint' = 'bounce'): Case {
  return { member: { suppressions: [{ why, address: addressHash(address), at: 0 }] } }
}

function resolved() {
  return { at: at(noon), eventId: 'r', outcome: 'upheld' as const }
}

function quiet(
  hours: string,
  timeZone: string,
  instants: [now: string, until: string | undefined][],
): [Case, Expected][] {
  return instants.map(([now, until]) => [
    { settings: `quietHours: ${hours}`, profile: { timeZone }, now },
    until === undefined ? 'go' : held('quietHours', /within quiet hours/, until),
  ])
}

for (const [name, some] of Object.entries(cases)) {
  describe(name, () => {
    test.each(some.map(([given, expected]) => ({ given, expected })))(
      '$given → $expected',
      async ({ given, expected }) => {
        const answers = await ask(given)
        const last = answers.at(-1)!
        if (expected === 'go') {
          expect(answers.map(({ answer }) => answer)).toEqual(answers.map(() => 'go'))
        } else {
          expect(last).toMatchObject({ gate: expected.gate, answer: expected.answer })
          expect(say(last.reason)).toMatch(expected.reason)
          expect(last.until && new Date(last.until)).toEqual(expected.until && new Date(expected.until))
        }
      },
    )
  })
}

test('every gate stops somebody here, and one in exits.test.ts', () => {
  const stopping = Object.values(cases).flatMap((some) =>
    some.flatMap(([, expected]) => (expected === 'go' ? [] : [expected.gate])),
  )
  expect(names.filter((name) => !stopping.includes(name))).toEqual(['exit'])
})

describe('the order of the gates', () => {
  const everything: Case = {
    audience: '{ tier: gold }',
    profile: { email: undefined, consentEmail: false },
    settings: `quietHours: 00:00-23:59\natMost: [1 email in 7d]\nholdout: 100%\n${mourning('2026-06-01').settings}`,
    guardrails: '{ holdout: 100% }',
    world: { paused: new Set(['c', 'sender:bounces']) },
    member: {
      suppressions: [{ why: 'complaint', address: '', at: 0 }],
      complaints: [complaint(noon)],
      disruptions: disrupted(ago(HOUR)),
      journeys: [telling()],
      mails: [mail('x', ago(1))],
      pending: [pending()],
    },
  }

  test('who fails them all is told the first; each that is cleared gives way to the next', async () => {
    const cleared: [GateName, (given: Case) => Case][] = [
      ['eligible', (given) => ({ ...given, audience: undefined })],
      ['paused', (given) => ({ ...given, world: { paused: new Set(['sender:bounces']) } })],
      ['sender', (given) => ({ ...given, world: {} })],
      ['address', (given) => ({ ...given, profile: { ...given.profile, email: 'mei@example.com' } })],
      ['consent', (given) => ({ ...given, profile: { ...given.profile, consentEmail: true } })],
      ['suppressed', (given) => ({ ...given, member: { ...given.member, suppressions: [] } })],
      ['openCase', (given) => ({ ...given, member: { ...given.member, complaints: [] } })],
      ['disruption', (given) => ({ ...given, member: { ...given.member, disruptions: [] } })],
      ['statutoryFirst', (given) => ({ ...given, member: { ...given.member, journeys: [] } })],
      ['frequencyCap', (given) => ({ ...given, member: { ...given.member, mails: [] } })],
      ['blackout', (given) => ({ ...given, settings: given.settings!.replace(/blackouts.*/, '') })],
      ['quietHours', (given) => ({ ...given, settings: 'holdout: 100%' })],
      ['priority', (given) => ({ ...given, member: { ...given.member, pending: [] } })],
      ['globalHoldout', (given) => ({ ...given, settings: '' })],
      ['holdout', (given) => ({ ...given, guardrails: '{}' })],
    ]
    expect(names.filter((name) => !cleared.some(([gate]) => gate === name))).toEqual(NOT_ASKED_OF_A_MAIL)
    let given = everything
    const passed: GateName[] = []
    for (const [gate, clear] of cleared) {
      const answers = await ask(given)
      expect(answers.map((each) => each.gate)).toEqual([...passed, gate])
      expect(answers.at(-1)!.answer).not.toBe('go')
      given = clear(given)
      if (!/holdout/i.test(gate) && gate !== 'blackout') passed.push(gate)
    }
    expect((await ask(given)).every(({ answer }) => answer === 'go')).toBe(true)
  })

  test('the holdouts come last', () => {
    expect(names.slice(-2)).toEqual(['globalHoldout', 'holdout'])
  })

  test('the budget is asked before the holdout', async () => {
    const given: Case = { kind: 'compensation', guardrails: '{ holdout: 100% }', world: { budgetLeft: { care: 0 } } }
    expect((await ask(given)).at(-1)!.gate).toBe('budget')
  })

  test('service mail is asked only what holds for every mail', async () => {
    const answers = await ask({ service: true })
    expect(answers.map(({ gate }) => gate)).toEqual([
      'eligible',
      'paused',
      'sender',
      'address',
      'consent',
      'suppressed',
      'quietHours',
    ])
  })
})

test('the holdout of all campaigns is close to its share, and has nothing to do with that of a campaign', () => {
  const ids = Array.from({ length: 20_000 }, (_, i) => `M${i}`)
  const campaign = { id: 'c', guardrails: { holdout: 0.3 } } as Campaign
  const own = ids.filter((id) => isHeldOut(id, campaign, { holdoutSalt: '2026' }))
  const all = (share: number, salt = '2026') => ids.filter((id) => isHeldOutOfAll(id, { holdout: { share, salt } }))
  expect(all(0.2).length / ids.length).toBeCloseTo(0.2, 2)
  const both = new Set(all(0.2))
  expect(own.filter((id) => both.has(id)).length / own.length).toBeCloseTo(0.2, 1)
  const anew = new Set(all(0.2, 'second half'))
  expect(all(0.2).filter((id) => anew.has(id)).length / all(0.2).length).toBeCloseTo(0.2, 1)
  const wider = new Set(all(0.3))
  expect(all(0.2).every((id) => wider.has(id))).toBe(true)
})

test('the holdout is the hash of salt, campaign and member, close to its share and nested as the share grows', () => {
  const ids = Array.from({ length: 20_000 }, (_, i) => `M${i}`)
  const arm = (share: number) => ids.filter((id) => fraction(['2026', 'c', id].join('\n')) < share)
  expect(arm(0.1).length / ids.length).toBeCloseTo(0.1, 2)
  const wider = new Set(arm(0.2))
  expect(arm(0.1).every((id) => wider.has(id))).toBe(true)
})

describe('what would have turned a gate', () => {
  const months = '2 emails in 1mo'
  const capped = (cap: string, mails: number[]): Case => ({
    guardrails: `{ atMost: ${cap} }`,
    member: { mails: mails.map((each, i) => mail(`x${i}`, each)) },
  })
  const reasonAt = async (given: Case, now: number) => {
    const answers = await ask({ ...given, now: new Date(now).toISOString() })
    return answers.find(({ gate }) => gate === 'frequencyCap')!.reason
  }

  test.each([
    ['one of two in days', capped('2 emails in 7d', [ago(HOUR), ago(50 * HOUR)])],
    ['all of one in hours', capped('1 email in 36h', [ago(HOUR)])],
    ['by months, of lengths that differ', capped(months, [ago(HOUR), ago(24 * HOUR)])],
  ])('the cap frees at the very instant it says: %s', async (_, given) => {
    const reached = await reasonAt(given, at(noon))
    if (reached.is !== 'frequencyCap.reached') throw new Error(reached.is)
    expect((await reasonAt(given, reached.frees! - 1)).is).toBe('frequencyCap.reached')
    expect((await reasonAt(given, reached.frees!)).is).toBe('frequencyCap.within')
  })

  test('so many more mails as are said would have reached the cap, and no fewer', async () => {
    const mails = [ago(HOUR)]
    const within = await reasonAt(capped('4 emails in 7d', mails), at(noon))
    if (within.is !== 'frequencyCap.within') throw new Error(within.is)
    const more = (count: number) => [...Array.from({ length: count }, (__, i) => ago(2 * HOUR + i)), ...mails]
    expect((await reasonAt(capped('4 emails in 7d', more(within.more! - 1)), at(noon))).is).toBe('frequencyCap.within')
    expect((await reasonAt(capped('4 emails in 7d', more(within.more!)), at(noon))).is).toBe('frequencyCap.reached')
  })

  test('what would have stopped it next is told too, and what would not is not', async () => {
    const rulebook = await rulebookFor({ profile: { consentEmail: false }, guardrails: '{ holdout: 100% }' })
    const life = {
      ...newMember('M1'),
      layers: [{ at: 0, eventId: 'e', fields: { ...reachable, consentEmail: false } }],
    }
    const campaign = rulebook.campaigns[0]!
    const instruction = campaign.program[0]!
    if (instruction.op !== 'action') throw new Error('the first step is an action')
    const journey = journeyOf({})
    const { answers, stop, further } = askGates(gates, {
      member: life,
      campaign,
      settings: rulebook.settings,
      spec: instruction.action,
      journey,
      actionId: 'a1',
      subject: subjectOf({ draft: life, now: at(noon), calendar: calendarOf('Asia/Shanghai') }, journey),
      world: nothingSpecial,
      now: at(noon),
    })
    expect(answers.at(-1)).toBe(stop)
    expect([stop!.gate, ...further.map(({ gate }) => gate)]).toEqual(['consent', 'holdout'])
  })
})
