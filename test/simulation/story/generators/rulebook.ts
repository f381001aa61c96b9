import type { Chance } from '../../chance.ts'
import type { Documents } from '../story.ts'
import { steps } from './steps.ts'

type Source = Record<string, unknown>

/** A rulebook of a few campaigns, valid, with whatever the language of rules has. */
export function rulebook(chance: Chance): Documents {
  const ids = chance.some(Object.keys(campaigns), 0.55)
  const wanted = ids.length > 0 ? ids : ['apology']
  return {
    'wingback.yaml': settings(chance),
    'budgets.yaml': { budgets: { care: budget(chance) } },
    'audiences/flyers.yaml': {
      audience: 'flyers',
      who: { flights: { inLast: chance.pick(['2d', '10d']), atLeast: 1 } },
    },
    'audiences/quiet.yaml': { audience: 'quiet', who: { not: { flights: { inLast: '5d', atLeast: 1 } } } },
    ...Object.fromEntries(wanted.map((id) => [`campaigns/${id}.yaml`, campaigns[id]!(id, chance.of(id))])),
  }
}

/** The same rulebook as somebody edits it: other limits, other guard rails, a campaign less. */
export function edited(documents: Documents, chance: Chance): Documents {
  const files = Object.entries(documents).filter(([file]) => !file.startsWith('campaigns/') || chance.is(0.8))
  const changed = files.map(([file, document]) => {
    const id = file.slice('campaigns/'.length, -'.yaml'.length)
    if (file.startsWith('campaigns/')) {
      const written = chance.is(0.5) ? document : campaigns[id]!(id, chance)
      return [file, withShare(written, chance.of(`share of ${id}`))]
    }
    if (file === 'wingback.yaml') {
      const valued = withOtherValues(document, chance.of('values'))
      return [file, chance.is(0.5) ? { ...valued, atMost: ['1 emails in 3d'] } : valued]
    }
    if (file === 'budgets.yaml' && chance.is(0.5)) return [file, { budgets: { care: budget(chance) } }]
    return [file, document]
  })
  return Object.fromEntries(changed)
}

/** What things are worth changes, or is not said any more: what was counted before stays as it was counted. */
function withOtherValues({ measure, ...settings }: Source, chance: Chance): Source {
  const { rates: _, upgrades: __, ...rest } = measure as Source
  const others = { rates: { EUR: '7.5 CNY' }, upgrades: { C: '550 CNY' }, mail: '0.05 CNY' }
  return { ...settings, measure: chance.is(0.7) ? { ...rest, ...(chance.is(0.6) && others) } : measure }
}

/** Another share is held out: of who was assigned before it moves nobody. */
function withShare(campaign: Source, chance: Chance): Source {
  if (campaign.class === 'service' || !chance.is(0.5)) return campaign
  return {
    ...campaign,
    guardrails: { ...(campaign.guardrails as Source), holdout: chance.pick(['10%', '50%', '90%']) },
  }
}

function settings(chance: Chance): Source {
  return {
    airline: { name: 'Simulated Air' },
    zone: 'Asia/Shanghai',
    locale: 'en',
    mail: { from: 'care@example.com' },
    ...(chance.of('consent').is(0.2) && { consentFor: 'everyMail' }),
    // Few mails: at the usual thresholds one bad address pauses the sender, which then a person must resume.
    law: {
      licence: chance.pick(['CN', 'EU']),
      automaticPerHour: chance.pick([
        ['50000 EUR', '600 GBP'],
        ['300 EUR', '600 GBP'],
      ]),
    },
    ...(chance.is(0.8) && { pauseSenderAt: { bounces: '100%', complaints: '100%' } }),
    holdoutSalt: String(chance.between(1, 1000)),
    // So short that cohorts close while there are still events.
    measure: {
      ...{ currency: 'CNY', window: chance.of('measure').pick(['1d', '3d']), mail: '0.01 CNY' },
      ...{ rates: { EUR: '8 CNY' }, upgrades: { C: '600 CNY' } },
    },
    ...(chance.is(0.6) && { quietHours: chance.pick(['21:00-08:00', '23:00-06:00', '01:00-05:00']) }),
    ...(chance.is(0.5) && { atMost: [chance.pick(['1 emails in 1d', '2 emails in 7d'])] }),
    ...(chance.is(0.15) && { holdout: chance.pick<unknown>(['20%', { share: '30%', salt: 'all' }]) }),
    ...(chance.is(0.5) && { openCaseMutes: chance.pick(['1d', '10d']) }),
  }
}

/** Often too small for everybody. */
function budget(chance: Chance): Source {
  return {
    limit: chance.pick(['20 CNY', '120 CNY', '333.33 CNY', '100000 CNY']),
    mileValue: chance.pick(['0.05 CNY', '0.0333 CNY']),
    ...(chance.is(0.4) && { perMemberPerYear: chance.pick(['60 CNY', '200 CNY']) }),
  }
}

function guardrails(chance: Chance, more: Source): Source {
  return {
    ...(chance.is(0.3) && { holdout: chance.pick(['20%', '50%']) }),
    ...(chance.is(0.3) && { atMost: chance.pick(['1 emails in 2d', '2 emails in 30d']) }),
    ...(chance.is(0.2) && { quietHours: chance.pick(['20:00-09:00', '12:00-14:00']) }),
    ...(chance.is(0.2) && { whileCaseOpen: true }),
    ...(chance.is(0.2) && { freshFor: chance.pick(['2h', '72h']) }),
    ...(chance.is(0.15) && { entries: chance.pick(['1 in 10d', '2 in 30d']) }),
    ...(chance.is(0.15) && { overlap: chance.is(0.5) }),
    ...(chance.is(0.1) && { caps: { bypass: chance.is(0.5), counts: chance.is(0.5) } }),
    ...more,
  }
}

function audience(chance: Chance): Source {
  return chance.pick<Source>([
    {},
    {},
    { audience: { hasEmail: true } },
    { audience: { tier: ['gold', 'platinum'] } },
    { audience: { consent: true } },
    { audience: { any: [{ audience: 'flyers' }, { complaints: { inLast: '30d', atLeast: 1 } }] } },
  ])
}

type Make = (id: string, chance: Chance) => Source

const base = (id: string, chance: Chance): Source => ({
  campaign: id,
  ...(chance.is(0.5) && { priority: chance.between(1, 99) }),
  budget: 'care',
  ...audience(chance),
  ...(chance.is(0.3) && { goal: { event: 'booking.created', within: '10d', ...(chance.is(0.5) && { exit: true }) } }),
  ...(chance.is(0.15) && { exitWhen: { openComplaint: true } }),
})

const campaigns: Record<string, Make> = {
  apology: (id, chance) => ({
    ...base(id, chance),
    trigger: chance.pick<unknown>([
      'complaint.filed',
      { event: 'complaint.filed', where: { event: { severity: { atLeast: 3 } } } },
    ]),
    guardrails: guardrails(chance, { oncePer: chance.pick(['complaint', 'event']), ...speaks(chance) }),
    steps: steps(chance, { pays: 0.9 }),
  }),
  consolation: (id, chance) => ({
    ...base(id, chance),
    trigger: 'member.disrupted',
    guardrails: guardrails(chance, { oncePer: chance.pick(['flight', 'event']) }),
    steps: steps(chance, { pays: 0.7 }),
  }),
  care: (id, chance) => ({
    ...base(id, chance),
    class: 'service',
    trigger: 'member.disrupted',
    guardrails: { oncePer: 'flight', ...(chance.is(0.4) && { quietHours: 'none' }) },
    steps: steps(chance, { pays: 0.2, resend: 0.5 }),
  }),
  /** Service mail that counts: what marketing was decided beside it, a cap may stop at the claim. */
  thanks: (id, chance) => ({
    ...base(id, chance),
    class: 'service',
    trigger: 'booking.created',
    guardrails: { oncePer: 'booking', caps: { bypass: true, counts: true } },
    steps: steps(chance, { pays: 0, resend: 0.3 }),
  }),
  booked: (id, chance) => ({
    ...base(id, chance),
    trigger: 'booking.created',
    guardrails: guardrails(chance, { oncePer: chance.pick(['booking', 'event', 'ever', '5d']) }),
    steps: steps(chance, { pays: 0.2 }),
  }),
  asked: (id, chance) => ({
    ...base(id, chance),
    trigger: 'survey.answered',
    guardrails: guardrails(chance, { oncePer: chance.pick(['event', 'year']) }),
    steps: steps(chance, { pays: 0.1 }),
  }),
  flown: (id, chance) => ({
    ...base(id, chance),
    trigger: {
      audience: 'flyers',
      on: chance.pick(['entered', 'left']),
      ...(chance.is(0.4) && { includeExisting: true }),
    },
    guardrails: guardrails(chance, { oncePer: chance.pick(['ever', '10d']) }),
    steps: steps(chance, { pays: 0.2 }),
  }),
  quiet: (id, chance) => ({
    ...base(id, chance),
    trigger: { audience: 'quiet' },
    guardrails: guardrails(chance, { oncePer: '3d' }),
    steps: steps(chance, { pays: 0.3 }),
  }),
  weekly: (id, chance) => ({
    ...base(id, chance),
    trigger: {
      schedule: { cron: chance.pick(['0 10 * * MON', '30 22 * * *']) },
      audience: chance.pick(['flyers', 'quiet']),
    },
    guardrails: guardrails(chance, { oncePer: chance.pick(['ever', '3d']) }),
    steps: steps(chance, { pays: 0.2 }),
  }),
  /** What the law owes is granted and told before any goodwill, and whatever is left of a budget. */
  owed: (id) => ({
    campaign: id,
    class: 'service',
    priority: 95,
    trigger: 'member.disrupted',
    guardrails: { freshFor: '90d' },
    steps: [{ entitlement: 'money' }, { email: 'owed' }],
  }),
  birthday: (id, chance) => ({
    ...base(id, chance),
    trigger: { date: 'birthday', at: chance.pick(['09:00', '22:30']) },
    guardrails: guardrails(chance, {}),
    steps: steps(chance, { pays: 0.3 }),
  }),
}

function speaks(chance: Chance): Source {
  return chance.is(0.7) ? { whileCaseOpen: true } : {}
}
