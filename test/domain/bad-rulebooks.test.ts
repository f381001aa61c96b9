import { describe, expect, test } from 'vitest'
import type { Problem } from '../../shared/domain/problem.ts'
import { problemIn } from '../../shared/domain/texts/problem-in.ts'
import { load, loadAt } from '../support/rulebooks.ts'

/**
 * Rulebooks with one fault each: its code, the file with `¦` where it must be pointed at, and what is to be suggested.
 */
type Bad = [code: string, file: string, text: string, hint?: string | undefined]

const C = 'campaigns/bad.yaml'
const A = 'audiences/bad.yaml'
const T = 'targets.yaml'
const campaign = (rest: string) => `campaign: bad\ntrigger: complaint.filed\n${rest}`
const steps = (rest: string) => campaign(`budget: care\nsteps:\n${rest}`)
const X = 'connectors/bad.yaml'
const csv = (rest: string) => `connector: bad\nkind: csv\nzone: UTC\nevent: member.updated\n${rest}`
const json = (rest: string) => `connector: bad\nkind: json\nzone: UTC\n${rest}`
const aidx = (rest: string) => `connector: bad\nkind: aidx\n${rest}`
const settings = (rest: string) =>
  `airline: { name: Air }\nzone: UTC\nlocale: en\nmail: { from: a@b.example }\nholdoutSalt: x\n${rest}`
const who = (rest: string) => `audience: bad\nwho:\n${rest}`

const bad: Bad[] = [
  // The text of a file.
  ['yaml-syntax', C, 'campaign: bad\nsteps: [ wait: 2h\n¦'],
  ['yaml-syntax', C, 'campaign: bad\n¦---\ncampaign: again\n'],
  ['yaml-syntax', C, '¦campaign:bad\ntrigger: complaint.filed\n', 'a space belongs after the colon: campaign: bad'],
  ['yaml-syntax', C, 'campaign: bad\n¦trigger complaint.filed\nsteps: [wait: 2h]\n', 'write "key: value"'],
  ['yaml-syntax', A, 'audience: bad\nwho:\n  all:\n¦\t- tier: gold\n\t- flights: 3\n', 'indent with spaces'],
  ['yaml-syntax', A, 'audience: bad\nname: ¦Gold: and platinum\n', 'put the value in quotes'],
  ['yaml-syntax', A, 'audience: bad\nname: ¦@home\n', 'put the value in quotes'],
  ['yaml-syntax', A, 'audience: bad\nwho:\n  all:\n    - tier: gold\n¦   - flights: 3\n', 'begins in the same column'],
  ['yaml-syntax', A, 'audience: bad\nwho:\n  ¦all：\n    - tier: gold\n', 'Chinese punctuation'],
  ['duplicate-key', C, campaign('steps: [wait: 2h]\n¦steps: [wait: 3h]')],
  ['custom-tag', C, campaign('name: ¦!shout hello\nsteps: [wait: 2h]')],
  ['empty-file', C, '¦# nothing yet\n'],
  ['wrong-type', C, '¦- campaign: bad\n'],
  ['misplaced-file', 'rules/bad.yaml', '¦campaign: bad\n'],
  ['misplaced-file', 'templates/Sorry/en.mjml', '¦subject: Sorry'],

  // Slips of the keyboard.
  [
    'yaml-syntax',
    C,
    'campaign: bad\n¦trigger：complaint.filed\nsteps: [wait: 2h]',
    '"：" is Chinese punctuation: write ":"',
  ],
  ['unknown-fact', A, who('  ¦flights：{ cabin: Y }'), '"：" is Chinese punctuation: write ":"'],
  ['wrong-type', A, 'audience: bad\n¦who:\n  flights：true\n', '"：" is Chinese punctuation: write ":"'],
  [
    'bad-percent',
    C,
    campaign('guardrails: { holdout: ¦10％ }\nsteps: [wait: 2h]'),
    '"％" is Chinese punctuation: write "%"',
  ],
  ['bad-value', A, who('  tier: [¦gold，platinum]'), '"，" is Chinese punctuation: write ","'],
  ['bad-value', A, who('  tier: ¦gold、platinum'), '"、" is Chinese punctuation: write ","'],
  ['bad-money', 'budgets.yaml', 'budgets:\n  care: { limit: ¦60000元 }\n', 'write 60000 CNY'],
  ['bad-money', 'budgets.yaml', 'budgets:\n  care: { limit: ¦6万 CNY }\n', 'write 60000 CNY'],
  ['wrong-type', C, steps('  - compensation: { miles: ¦3000里程, reason: sorry }'), 'write 3000'],
  ['bad-value', C, campaign('steps: [wait: 2h]\nclass: ¦servce'), 'did you mean "service"'],
  ['bad-percent', C, campaign('guardrails: { holdout: ¦0.1 }\nsteps: [wait: 2h]'), 'write 10% for a tenth'],
  ['bad-percent', C, campaign('guardrails: { holdout: ¦0.25 }\nsteps: [wait: 2h]'), 'write 25%'],
  ['unknown-key', C, steps('  - compensation: { miles: 2,¦000, reason: sorry }'), 'write 2000, without the comma'],
  ['wrong-type', C, steps('  - compensation:\n      miles: ¦2,000\n      reason: sorry'), 'write 2000, without'],
  ['bad-money', 'budgets.yaml', 'budgets:\n  care: { limit: 1000 CNY, mileValue: ¦cheap }\n', 'for example 500 CNY'],
  ['unknown-value', A, who('  flights: { cabin: ¦economy, atLeast: 6 }'), 'Y is economy'],
  ['bad-value', C, steps('  - upgradeOffer: { cabin: ¦business, validFor: 7d }'), 'C business'],
  ['bad-duration', A, who('  flights: { inLast: ¦6mo, atLeast: 6 }'), 'write 180d, or during: this half-year'],
  ['wrong-type', C, campaign('¦steps:\n  wait: 2h\n  email: sorry'), 'begin each step with "- "'],
  ['unknown-key', A, 'audience: bad\nwho: { consent: true }\n¦booking: true\n', 'under "who:"'],

  // Keys and ids.
  ['unknown-key', C, campaign('¦gaol: { event: booking.created, within: 30d }\nsteps: [wait: 2h]'), 'goal'],
  ['missing-key', C, '¦trigger: complaint.filed\nsteps: [wait: 2h]\n'],
  ['missing-key', C, campaign('goal: ¦{ event: booking.created }\nsteps: [wait: 2h]')],
  ['bad-id', C, 'campaign: ¦Bad Flight\ntrigger: complaint.filed\nsteps: [wait: 2h]', '"bad-flight"'],
  ['bad-id', C, `campaign: ¦${'x'.repeat(65)}\ntrigger: complaint.filed\nsteps: [wait: 2h]`],
  ['bad-id', C, 'campaign: ¦payments\ntrigger: complaint.filed\nsteps: [wait: 2h]', 'otherwise'],
  ['duplicate-id', 'audiences/zz.yaml', 'audience: ¦valued\nwho: { consent: true }'],
  ['bad-value', C, campaign('class: ¦marketting\nsteps: [wait: 2h]'), 'marketing'],
  ['bad-value', C, campaign('priority: ¦101\nsteps: [wait: 2h]')],
  ['wrong-type', C, campaign('name: ¦12\nsteps: [wait: 2h]'), 'quotes'],

  // Approvals and what a mile is worth.
  ['wrong-currency', C, campaign('budget: care\napproval: { above: ¦5 USD }\nsteps: [wait: 2h]')],
  ['missing-budget', C, campaign('approval: ¦{ above: 5 CNY }\nsteps: [wait: 2h]'), 'budget:'],
  ['missing-key', C, campaign('budget: care\napproval: ¦{ within: 2d }\nsteps: [wait: 2h]')],
  ['bad-duration', C, campaign('budget: care\napproval: { above: 5 CNY, within: ¦31d }\nsteps: [wait: 2h]')],
  [
    'missing-otherwise',
    C,
    campaign('budget: care\napproval: [¦{ when: { tier: gold }, above: 5 CNY }]\nsteps: [wait: 2h]'),
  ],
  ['unreachable-case', C, campaign('budget: care\napproval: [{ above: 5 CNY }, ¦{ above: 6 CNY }]\nsteps: [wait: 2h]')],
  [
    'bad-value',
    'budgets.yaml',
    'budgets: { care: { limit: 5 CNY, mileValue: [{ from: ¦2026-02-30, value: 1 CNY }] } }',
  ],
  [
    'bad-value',
    'budgets.yaml',
    'budgets: { care: { limit: 5 CNY, mileValue: [{ from: 2026-02-01, value: 1 CNY }, { from: ¦2026-01-01, value: 1 CNY }] } }',
  ],
  ['bad-value', 'budgets.yaml', 'budgets: { care: { limit: 5 CNY, mileValue: 1 CNY, approval: ¦[{ above: 5 CNY }] } }'],

  // Triggers and goals.
  ['unknown-event', C, 'campaign: bad\ntrigger: ¦complaint.filled\nsteps: [wait: 2h]', 'complaint.filed'],
  ['unknown-event', C, 'campaign: bad\ntrigger: ¦member.erased\nsteps: [wait: 2h]'],
  [
    'unknown-event',
    C,
    campaign('goal: { event: ¦bookings.created, within: 30d }\nsteps: [wait: 2h]'),
    'booking.created',
  ],
  ['unknown-audience', C, 'campaign: bad\ntrigger: { audience: ¦valud }\nsteps: [wait: 2h]', 'valued'],
  ['bad-value', C, 'campaign: bad\ntrigger: { audience: valued, ¦event: complaint.filed }\nsteps: [wait: 2h]'],
  ['unknown-key', C, 'campaign: bad\ntrigger: { audience: valued, ¦where: { consent: true } }\nsteps: [wait: 2h]'],
  ['bad-time', C, 'campaign: bad\ntrigger: { date: birthday, at: ¦9am }\nsteps: [wait: 2h]'],
  ...[
    ['bad-schedule', '{ cron: ¦"0 10 * * MUN" }', 'MON'],
    ['bad-schedule', '{ cron: ¦"0 10 * *" }', 'MON'],
    ['bad-schedule', '{ cron: ¦"*/5 * * * *" }'],
    ['bad-schedule', '{ cron: ¦"0 0 30 2 *" }'],
    ['bad-zone', '{ cron: "0 10 * * MON", zone: ¦Asia/Shanhai }', 'Asia/Shanghai'],
    ['bad-instant', '{ once: ¦tomorrow }', '2026-12-24T10:00'],
    ['bad-instant', '{ once: ¦2026-02-30T10:00 }'],
    ['bad-value', '{ cron: "0 10 * * MON", ¦once: 2026-12-24T10:00 }'],
    ['missing-key', '¦{ zone: Asia/Shanghai }'],
    ['unknown-key', '{ ¦corn: "0 10 * * MON" }', 'cron'],
  ].map(([code, schedule, hint]): Bad => {
    return [code!, C, `campaign: bad\ntrigger: { audience: valued, schedule: ${schedule} }\nsteps: [wait: 2h]`, hint]
  }),
  [
    'unknown-audience',
    C,
    'campaign: bad\ntrigger: { schedule: { cron: "0 9 * * *" }, audience: ¦valud }\nsteps: [wait: 2h]',
    'valued',
  ],
  ['missing-key', C, 'campaign: bad\ntrigger: ¦{ schedule: { cron: "0 9 * * *" } }\nsteps: [wait: 2h]'],
  [
    'unknown-key',
    C,
    'campaign: bad\ntrigger: { schedule: { cron: "0 9 * * *" }, audience: valued, ¦on: left }\nsteps: [wait: 2h]',
  ],

  // Conditions.
  ['unknown-fact', A, who('  ¦fligths: { atLeast: 6 }'), 'flights'],
  ['unknown-operator', A, who('  flights: { ¦atleast: 6 }'), 'atLeast'],
  ['unknown-operator', A, who('  tier: { is: gold, ¦inLast: 30d }')],
  ['wrong-operator', A, who('  tier: { ¦atLeast: gold }'), 'is, isNot'],
  ['wrong-type', A, who('  tier: ¦4'), '"4"'],
  ['wrong-type', A, who('  flights: { atLeast: ¦six }')],
  ['wrong-unit', A, who('  distanceKm: { atLeast: ¦5000 miles }'), '5000 km'],
  ['wrong-unit', A, who('  spend: { atLeast: ¦5000 }'), '5000 CNY'],
  ['bad-value', A, who('  churnRisk: { atLeast: ¦60 }'), 'such as 0.6'],
  ['bad-value', A, who('  alive: { atMost: ¦"35%" }'), 'such as 0.35'],
  ['bad-value', A, who('  churnRisk: { between: [0.2, ¦-1] }'), 'such as 0.6'],
  ['wrong-unit', A, who('  lastFlight: { atLeast: 12h, atMost: ¦3d }')],
  ['bad-duration', A, who('  flights: { inLast: ¦365, atLeast: 6 }'), '365d'],
  ['bad-duration', A, who('  lastFlight: { atLeast: ¦half a year }')],
  ['unknown-currency', A, who('  spend: { atLeast: ¦5000 CYN }')],
  ['missing-key', A, who('  spend: ¦{ inLast: 30d }'), 'currency'],
  ['missing-key', A, who('  preference: ¦window'), '{ of: seat, is: window }'],
  ['unknown-value', A, who('  mostFlownCabin: ¦B')],
  ['unknown-value', A, who('  disruptions: { kind: [delay, ¦canceled] }')],
  ['bad-value', A, who('  flights: { route: ¦PEKSHA }')],
  ['never-true', A, who('  flights: ¦{ atLeast: 6, atMost: 3 }')],
  ['never-true', A, who('  age: { between: ¦[65, 18] }'), 'swap'],
  ['empty-condition', A, who('  all: ¦[]')],
  ['wrong-type', A, 'audience: bad\nwho: ¦[ { consent: true } ]', 'all:'],
  ['unknown-audience', A, who('  not: { audience: ¦valeud }'), 'valued'],
  ['audience-cycle', A, who('  not: { audience: ¦bad }')],
  ['bad-percent', A, who('  chance: ¦120%')],
  ['bad-percent', A, who('  chance: ¦0.2')],
  ['no-event-here', A, who('  ¦event: { severity: 3 }')],
  ['no-journey-here', A, who('  ¦happened: booking.created'), '{ event: booking.created, inLast: 30d }'],
  ['no-journey-here', A, who('  happened: { event: booking.created, ¦since: entry }'), 'inLast: 30d'],
  [
    'bad-value',
    C,
    steps('  - if: { happened: { event: booking.created, since: ¦yesterday } }\n    then: [wait: 2h]'),
    'inLast: 30d',
  ],
  ['missing-key', A, who('  happened: ¦{ event: booking.created }'), 'inLast: 90d'],
  ['missing-key', A, who('  happened: ¦{ inLast: 30d }'), 'event'],
  ['unknown-event', A, who('  happened: { event: ¦complaint.field, inLast: 30d }'), 'complaint.filed'],
  ['unknown-operator', A, who('  happened: { event: complaint.filed, ¦inlast: 30d }'), 'inLast'],
  ['no-history', A, who('  happened: { event: ¦consent.changed, inLast: 30d }'), 'in steps'],
  [
    'no-history',
    A,
    who('  happened: { event: complaint.filed, where: { ¦text: lost }, inLast: 30d }'),
    'category, severity',
  ],
  [
    'unknown-event-field',
    A,
    who('  happened: { event: complaint.filed, where: { ¦categry: baggage }, inLast: 30d }'),
    'category',
  ],
  [
    'unknown-event-field',
    A,
    who('  happened: { event: flight.completed, where: { ¦arrivalDelayMinutes: { atLeast: 60 } }, inLast: 30d }'),
    'called "delayMinutes"',
  ],
  [
    'unknown-event-field',
    A,
    who('  happened: { event: booking.created, where: { ¦flights.cabin: C }, inLast: 30d }'),
    'called "cabin"',
  ],
  ['no-history', A, who('  happened: { event: complaint.filed, ¦sum: severity, inLast: 30d }'), 'counted'],
  ['bad-value', A, who('  happened: { event: flight.completed, sum: ¦distance, inLast: 30d }'), 'distanceKm'],
  ['missing-key', A, who('  happened: ¦{ event: flight.completed, sum: fare, inLast: 30d }'), 'currency'],
  [
    'wrong-unit',
    A,
    who('  happened: { event: flight.completed, sum: distanceKm, inLast: 30d, atLeast: ¦500 miles }'),
    '500 km',
  ],
  ['beyond-history', A, who('  happened: { event: flight.completed, inLast: ¦365d, atLeast: 6 }'), 'flights'],
  ['beyond-history', A, who('  happened: { event: survey.answered, between: ¦[200d, 100d] }'), 'inLast: 90d'],
  [
    'beyond-history',
    A,
    who('  happened: { event: survey.answered, between: ¦[2026-01-01, 2026-06-30] }'),
    'inLast: 90d',
  ],
  ['beyond-history', A, who('  happened: { event: survey.answered, during: ¦last half-year }'), 'inLast: 90d'],
  ['beyond-history', A, who('  happened: ¦{ event: complaint.filed, inLast: 90d, atLeast: 17 }'), 'atLeast: 16'],
  ['bad-value', A, who('  happened: { event: complaint.filed, inLast: 90d, ¦during: this month }')],
  ['bad-value', A, who('  flights: { inLast: 90d, ¦during: this month }')],
  ['bad-period', A, who('  flights: { during: ¦this mont }'), 'this month'],
  ['bad-period', A, who('  flights: { during: ¦next month }'), 'last month'],
  ['bad-date', A, who('  flights: { between: [2026-01-01, ¦2026-02-30] }'), '2026-10-01'],
  ['wrong-unit', A, who('  flights: { between: ¦[2026-01-01, 30d] }'), '[90d, 30d]'],
  ['wrong-unit', A, who('  flights: { between: ¦[90d, 12h] }')],
  ['never-true', A, who('  flights: { between: ¦[2026-06-30, 2026-01-01] }'), 'swap'],
  ['bad-value', A, who('  flights: { between: ¦[90d] }'), '[90d, 30d]'],
  ['bad-period', A, who('  booking: { departsDuring: ¦last month }'), 'next month'],
  ['bad-value', A, who('  booking: { departsWithin: 7d, ¦departsDuring: next month }')],
  ['unknown-operator', A, who('  booking: { ¦departWithin: 7d }'), 'departsWithin'],
  ['wrong-unit', A, who('  birthday: { within: ¦12h }'), '7d'],
  ['wrong-operator', A, who('  birthday: { ¦above: 7d }'), 'within'],
  ['never-true', A, who('  birthday: ¦{ atLeast: 400d }')],
  ['bad-date', A, who('  enrolledOn: { after: ¦01/02/2026 }'), '2026-10-01'],
  ['wrong-operator', A, who('  enrolledOn: { ¦atLeast: 2026-01-01 }'), 'after'],
  ['never-true', A, who('  enrolledOn: { between: ¦[2026-06-01, 2026-01-01] }'), 'swap'],
  ['unknown-fact', A, who('  ¦birthdays: { within: 7d }'), 'birthday'],
  [
    'unknown-event-field',
    C,
    'campaign: bad\ntrigger:\n  event: complaint.filed\n  where: { event: { ¦severty: 3 } }\nsteps: [wait: 2h]',
    'severity',
  ],
  [
    'wrong-operator',
    C,
    'campaign: bad\ntrigger:\n  event: complaint.filed\n  where: { event: { category: { ¦above: 3 } } }\nsteps: [wait: 2h]',
  ],
  [
    'unknown-value',
    C,
    'campaign: bad\ntrigger:\n  event: complaint.resolved\n  where: { event: { outcome: ¦refused } }\nsteps: [wait: 2h]',
  ],
  ['event-field-not-kept', C, campaign('audience: { event: { ¦flight.from: PEK } }\nsteps: [wait: 2h]'), 'where'],
  ['too-deep', A, who(`  ${'not: { '.repeat(11)}not: ¦{ consent: true } ${'}'.repeat(11)}`)],
  ['too-large', A, who(`  all: ¦[${'{ consent: true }, '.repeat(201)}]`)],
  ['beyond-history', A, who('  complaints: { inLast: ¦730d, atLeast: 2 }'), '366d'],
  ['beyond-history', A, who('  disruptions: ¦{ inLast: 90d, above: 16 }'), 'atLeast: 16'],
  ['too-large', A, `audience: bad\nwho: ¦{ all: [${'{ booking: true }, '.repeat(101)}] }`],
  ['too-large', A, who(`  tier: ¦[${Array.from({ length: 501 }, (_, i) => `t${i}`).join(', ')}]`)],

  // Limits.
  ['bad-value', C, campaign('limits: { perMinute: ¦0 }\nsteps: [wait: 2h]')],
  ['bad-value', C, campaign('limits: { inAll: ¦2.5 }\nsteps: [wait: 2h]')],
  ['wrong-type', C, campaign('limits: ¦500\nsteps: [wait: 2h]')],
  ['unknown-key', C, campaign('limits: { ¦perMinutes: 500 }\nsteps: [wait: 2h]'), 'perMinute'],
  ['marketing-only', C, campaign('class: service\nlimits: { inAll: ¦500 }\nsteps: [wait: 2h]')],

  // Guard rails.
  ['bad-time', C, campaign('guardrails: { quietHours: ¦21-8 }\nsteps: [wait: 2h]'), '21:00-08:00'],
  ['service-only', C, campaign('guardrails: { quietHours: ¦none }\nsteps: [wait: 2h]')],
  [
    'bad-cap',
    C,
    campaign('guardrails: { atMost: [2 emails in 7d, ¦5 per week] }\nsteps: [wait: 2h]'),
    '2 emails in 7d',
  ],
  ['bad-cap', C, campaign('guardrails: { atMost: ¦2 emails in 25mo }\nsteps: [wait: 2h]')],
  ['bad-cap', C, campaign('guardrails: { atMost: ¦2 letters in 7d }\nsteps: [wait: 2h]')],
  [
    'unknown-tag',
    C,
    campaign('tags: [promo]\nguardrails: { atMost: ¦1 email tagged pormo in 7d }\nsteps: [wait: 2h]'),
    'promo',
  ],
  ['bad-id', C, campaign('tags: [¦Promo]\nsteps: [wait: 2h]'), '"promo"'],
  ['cap-not-countable', C, campaign('guardrails: { atMost: ¦41 emails in 90d }\nsteps: [wait: 2h]'), '40'],
  [
    'cap-not-countable',
    C,
    campaign(
      'tags: [promo]\nguardrails: { atMost: [30 emails in 90d, ¦20 emails tagged promo in 90d] }\nsteps: [wait: 2h]',
    ),
  ],
  [
    'too-large',
    C,
    campaign(
      `guardrails:\n  atMost: ¦[${Array.from({ length: 10 }, (_, n) => `1 email in ${n + 1}d`).join(', ')}]\nsteps: [wait: 2h]`,
    ),
  ],
  ['wrong-type', C, campaign('guardrails: { caps: { bypass: ¦sometimes } }\nsteps: [wait: 2h]')],
  ['unknown-key', C, campaign('guardrails: { caps: { ¦bypas: true } }\nsteps: [wait: 2h]'), 'bypass'],
  ['bad-percent', C, campaign('guardrails: { holdout: ¦101% }\nsteps: [wait: 2h]')],
  ['once-per-does-not-fit', C, campaign('guardrails: { oncePer: ¦flightNews }\nsteps: [wait: 2h]')],
  ['bad-value', C, campaign('guardrails: { oncePer: ¦complant }\nsteps: [wait: 2h]'), 'complaint'],
  ['bad-duration', C, campaign('guardrails: { freshFor: ¦0h }\nsteps: [wait: 2h]')],

  // Steps.
  ['bad-value', C, campaign('steps: ¦[]')],
  ['bad-duration', C, steps('  - wait: ¦-2h')],
  ['unknown-key', C, steps('  - ¦wiat: 2h'), 'wait'],
  ['bad-value', C, steps('  - wait: 2h\n    ¦email: sorry')],
  ['missing-key', C, steps('  - wait: ¦{ for: booking.created }')],
  ['missing-key', C, steps('  - ¦if: { consent: true }')],
  ['unknown-key', C, steps('  - wait: 2h\n    ¦then: [wait: 2h]')],
  ['unknown-template', C, steps('  - email: ¦sory'), 'sorry'],
  ['missing-locale', C, steps('  - email: ¦hello'), 'templates/hello/en.mjml'],
  ['missing-locale', C, steps('  - email: { template: sorry, locale: ¦fr }')],
  ['service-only', C, steps('  - email: { template: sorry, resendIfUnknown: ¦true }')],
  ['bad-value', C, steps('  - upgradeOffer: { cabin: ¦Y, validFor: 21d }')],

  ['missing-key', C, steps('  - ¦split: letter')],
  ['unknown-key', C, steps('  - wait: 2h\n    ¦arms: []')],
  ['bad-id', C, steps('  - split: ¦Letter\n    arms: [{ arm: a }, { arm: b }]'), '"letter"'],
  ['bad-value', C, steps('  - split: letter\n    arms: ¦[{ arm: a }]')],
  ['missing-key', C, steps('  - split: letter\n    arms: [¦{ share: 50% }, { arm: b }]')],
  ['duplicate-id', C, steps('  - split: letter\n    arms: [{ arm: a }, ¦{ arm: a }]')],
  [
    'bad-shares',
    C,
    steps('  - split: letter\n    arms: ¦[{ arm: a, share: 50% }, { arm: b, share: 40% }]'),
    'takes the rest',
  ],
  ['bad-shares', C, steps('  - split: letter\n    arms: ¦[{ arm: a, share: 100% }, { arm: b }]')],
  ['bad-percent', C, steps('  - split: letter\n    arms: [{ arm: a, share: ¦0% }, { arm: b, share: 100% }]')],
  [
    'duplicate-id',
    C,
    steps(
      '  - { split: letter, arms: [{ arm: a }, { arm: b }] }\n  - { split: ¦letter, arms: [{ arm: a }, { arm: b }] }',
    ),
  ],

  ['unknown-fact', C, campaign('exitWhen: { ¦teir: gold }\nsteps: [wait: 2h]'), 'tier'],
  ['unknown-event', C, campaign('exitWhen: { happened: ¦booking.made }\nsteps: [wait: 2h]')],
  ['wrong-type', C, campaign('goal: { event: booking.created, within: 30d, exit: ¦maybe }\nsteps: [wait: 2h]')],

  ['nothing-to-move-to', C, campaign('onNewVersion: ¦move\nsteps: [wait: 2h]'), 'name:'],
  ['bad-value', C, campaign('onNewVersion: ¦mov\nsteps: [{ wait: 2h, name: w }]'), 'move'],
  ['duplicate-id', C, campaign('steps: [{ wait: 2h, name: w }, { wait: 3h, name: ¦w }]')],
  ['unknown-key', C, campaign('steps: [{ if: { consent: true }, ¦name: w, then: [wait: 2h] }]')],
  ['bad-id', C, campaign('steps: [{ wait: 2h, name: ¦The Pause }]'), '"the-pause"'],

  // Money.
  ['unknown-budget', C, campaign('budget: ¦cares\nsteps: [wait: 2h]'), 'care'],
  ['unknown-budget', C, campaign('budget: ¦winback\nsteps: [wait: 2h]'), 'there are: care'],
  ['bad-duration', C, campaign('steps: [wait: ¦14天]'), 'write 14d'],
  ['bad-id', A, 'audience: ¦久未飞行\nwho: { tier: gold }\n', 'name:'],
  ['unknown-operator', A, 'audience: bad\nwho: { flights: { inLast: 365d, atLeast: 5,¦000 } }\n', '5000'],
  ['missing-budget', C, campaign('steps:\n  - compensation: ¦{ miles: 5000, reason: sorry }')],
  ['wrong-currency', C, steps('  - compensation: { voucher: ¦50 USD, reason: sorry }')],
  ['bad-money', C, steps('  - compensation: { cash: ¦200, reason: sorry }'), '200 CNY'],
  ['bad-money', C, steps('  - compensation: { cash: ¦200.005 CNY, reason: sorry }')],
  ['unknown-key', C, steps('  - email: sorry\n    ¦ifRefused: [wait: 2h]')],
  [
    'promises-something',
    C,
    steps('  - compensation: { miles: 5, reason: sorry }\n    ifRefused: [¦compensation: { miles: 3, reason: sorry }]'),
  ],
  [
    'unknown-template',
    C,
    steps('  - compensation: { miles: 5, reason: sorry }\n    ifRefused: [email: ¦sory]'),
    'sorry',
  ],
  ['bad-value', C, campaign('guardrails: { entries: ¦3 per year }\nsteps: [wait: 2h]'), '3 in 365d'],
  ['too-many-entries', C, campaign('guardrails: { entries: ¦37 in 365d }\nsteps: [wait: 2h]'), '36'],
  ['wrong-type', C, campaign('guardrails: { overlap: ¦never }\nsteps: [wait: 2h]')],
  ['missing-mile-value', 'budgets.yaml', 'budgets:\n  care: { limit: 1000 CNY, approval: { above: ¦5000 miles } }\n'],
  ['missing-mile-value', C, campaign('budget: plain\nsteps:\n  - compensation: { ¦miles: 5000, reason: sorry }')],
  [
    'missing-otherwise',
    C,
    steps('  - reason: sorry\n    compensation:\n      - ¦{ when: { consent: true }, miles: 5 }'),
  ],
  ['unreachable-case', C, steps('  - reason: sorry\n    compensation:\n      - miles: 5\n      - ¦miles: 6')],
  [
    'mixed-compensation',
    C,
    steps('  - reason: sorry\n    compensation:\n      - { when: { consent: true }, miles: 5 }\n      - ¦cash: 6 CNY'),
  ],
  ['bad-value', C, steps('  - compensation: { miles: ¦0.5, reason: sorry }')],
  ['wrong-currency', 'budgets.yaml', 'budgets:\n  care: { limit: 1000 CNY, mileValue: ¦0.05 USD }\n'],
  ['unknown-key', T, 'targets: { ¦responsRate: { owner: CRM, atLeast: 5% } }', 'did you mean "responseRate"?'],
  ['missing-key', T, 'targets: { nps: ¦{ atLeast: 30 } }'],
  ['unknown-key', T, 'targets: { costPerMail: { owner: CRM, ¦atLeast: 5 CNY } }', 'the lower the better: write atMost'],
  ['bad-percent', T, 'targets: { reachable: { owner: CRM, atLeast: ¦0.6 } }', 'write 60%'],
  ['bad-money', T, 'targets: { costPerMail: { owner: CRM, atMost: ¦cheap } }', 'for example 500 CNY'],
  ['bad-value', T, 'targets: { nps: { owner: CRM, atLeast: ¦130 } }'],
  ['bad-value', T, 'targets: { nps: { owner: CRM, atLeast: ¦[] } }'],
  ['bad-value', T, 'targets: { nps: { owner: CRM, atLeast: [{ from: ¦2026-13, value: 3 }] } }', 'write 2026-07'],
  [
    'bad-value',
    T,
    'targets: { nps: { owner: CRM, atLeast: [{ from: 2026-07, value: 3 }, { from: ¦2026-06, value: 4 }] } }',
    'oldest first',
  ],
  [
    'wrong-currency',
    T,
    'targets: { costPerMail: { owner: CRM, atMost: [{ from: 2026-06, value: 3 CNY }, { from: 2026-07, value: ¦4 EUR }] } }',
  ],
  ['unknown-currency', 'budgets.yaml', 'budgets:\n  care: { limit: ¦1000 XYZ }\n'],
  ['unknown-currency', 'budgets.yaml', 'budgets:\n  care: { limit: ¦1000 RMB }\n', 'did you mean "CNY"?'],
  ['bad-money', 'budgets.yaml', 'budgets:\n  care: { limit: ¦1000.5 XPF }\n'],
  ['bad-money', 'budgets.yaml', 'budgets:\n  care: { limit: 1000 CNY, mileValue: ¦20000 CNY }\n'],

  // Settings.
  ['bad-date', C, campaign('guardrails: { blackouts: [{ name: A, on: ¦2026-02-30 }] }\nsteps: [wait: 2h]')],
  [
    'bad-date',
    C,
    campaign('guardrails: { blackouts: [{ name: A, from: 2026-02-03, to: ¦2026-02-01 }] }\nsteps: [wait: 2h]'),
  ],
  [
    'bad-date',
    C,
    campaign('guardrails: { blackouts: [{ name: A, from: 2026-02-03, to: ¦2027-02-04 }] }\nsteps: [wait: 2h]'),
  ],
  ['missing-key', C, campaign('guardrails: { blackouts: [¦{ on: 2026-02-03 }] }\nsteps: [wait: 2h]')],
  ['missing-key', C, campaign('guardrails: { blackouts: [¦{ name: A, from: 2026-02-03 }] }\nsteps: [wait: 2h]'), 'on:'],
  [
    'bad-value',
    C,
    campaign('guardrails: { blackouts: [{ name: A, on: 2026-02-03, zone: ¦members }] }\nsteps: [wait: 2h]'),
    'member',
  ],
  ['unknown-key', 'wingback.yaml', settings('pauseSenderAt: { ¦bounce: 5% }'), 'bounces'],
  ['bad-percent', 'wingback.yaml', settings('pauseSenderAt: { complaints: ¦0% }')],
  [
    'bad-percent',
    'wingback.yaml',
    'airline: { name: A }\nzone: UTC\nlocale: en\nmail: { from: a@b.co }\nholdoutSalt: "1"\nholdout: { share: ¦5, salt: "2" }\n',
    '5%',
  ],
  [
    'bad-zone',
    'wingback.yaml',
    'airline: { name: A }\nzone: ¦China/Beijing\nlocale: en\nmail: { from: a@b.co }\nholdoutSalt: "1"\n',
  ],
  [
    'wrong-type',
    'wingback.yaml',
    'airline: { name: A }\nzone: UTC\nlocale: en\nmail: { from: a@b.co }\nholdoutSalt: ¦2026\n',
    '"2026"',
  ],
  [
    'bad-value',
    'wingback.yaml',
    'airline: { name: A }\nzone: UTC\nlocale: en\nmail: { from: ¦nobody }\nholdoutSalt: "1"\n',
    'name@example.com',
  ],
  [
    'bad-value',
    'wingback.yaml',
    'airline: { name: A }\nzone: UTC\nlocale: en\nmail: { from: a@b.co, replyTo: ¦客服@例子.中国 }\nholdoutSalt: "1"\n',
    'Amazon SES',
  ],

  // Mappings of messages.
  ['missing-key', X, '¦kind: aidx\nstatuses: { OP: operates }'],
  ['bad-value', X, 'connector: bad\nkind: ¦aidix\nstatuses: { OP: operates }', 'did you mean "aidx"'],
  ['bad-id', X, 'connector: ¦My Airport\nkind: aidx\nstatuses: { OP: operates }', 'write "my-airport"'],
  ['missing-key', X, '¦connector: bad\nkind: aidx'],
  ['unknown-key', X, aidx('¦status: { OP: operates }\nstatuses: { OP: operates }'), 'did you mean "statuses"'],
  ['bad-value', X, aidx('statuses: { OP: ¦operate }'), 'did you mean "operates"'],
  ['wrong-type', X, aidx('statuses: ¦[OP, DX]')],
  ['unknown-key', X, aidx('statuses: { OP: operates }\ndelayCodes: { "72": { ¦reason: x, cause: y } }'), 'cause'],
  ['missing-key', X, aidx('statuses: { OP: operates }\ndelayCodes: { "72": ¦{ extraordinary: true } }')],
  ['bad-value', X, aidx('statuses: { OP: operates }\ncarriers: [¦XWAY]')],
  ['bad-value', X, aidx('statuses: { OP: operates }\ntimesWithoutOffset: ¦Local'), 'did you mean "local"'],
  ['wrong-type', X, aidx('statuses: { OP: operates }\ndeparture: ¦OFB'), 'write [OFB]'],
  ['unknown-key', X, csv('fields: { memberId: { ¦colum: CARD } }'), 'did you mean "column"'],
  ['bad-value', X, csv('fields: { memberId: { column: CARD, as: ¦numbr } }'), 'did you mean "number"'],
  ['wrong-type', X, csv('fields: { memberId: ¦[CARD] }')],
  ['bad-value', X, csv('fields: { memberID: ¦CARD }'), 'did you mean "memberId"'],
  ['unknown-key', X, json('events: [{ ¦evnt: offer.accepted, event: offer.accepted }]'), 'did you mean "event"'],
  ['bad-value', X, json('events: [{ event: offer.accepted, fields: { offrId: ¦id } }]'), 'did you mean "offerId"'],
  ['bad-value', X, json('fields: { tier: ¦x }\nevents: [{ event: offer.accepted }]'), 'there are id'],
  ['misplaced-file', 'connectors/more/bad.yaml', aidx('statuses: { OP: operates }').replace('connector', '¦connector')],
]

describe('a rulebook that is wrong', () => {
  test.each(bad.map(([code, file, marked, hint]) => ({ code, file, marked, hint })))(
    '$code in $file',
    async ({ code, file, marked, hint }) => {
      const before = marked.slice(0, marked.indexOf('¦'))
      const line = before.split('\n').length
      const column = before.length - before.lastIndexOf('\n')
      const loaded = await load({ [file]: marked.replace('¦', '') })
      for (const problem of loaded.ok ? [] : loaded.problems) expect(wordsInChinese(problem)).toMatch(/\p{Script=Han}/u)
      expect(loaded.ok ? [] : loaded.problems).toEqual([
        expect.objectContaining({ file, line, column, code, ...(hint && { hint: expect.stringContaining(hint) }) }),
      ])
    },
  )

  test('is told all of its problems at once, in order', async () => {
    const loaded = await load({
      [A]: 'audience: bad\nwho: { fligths: true, teir: gold }\n',
      [C]: 'campaign: bad\ntrigger: complaint.file\naudience: { audience: bad }\nsteps: [ { wait: 2 }, { email: sory } ]\n',
    })
    expect(!loaded.ok && loaded.problems.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      `${A}:2 unknown-fact`,
      `${A}:2 unknown-fact`,
      `${C}:2 unknown-event`,
      `${C}:4 bad-duration`,
      `${C}:4 unknown-template`,
    ])
  })

  test('lacks what every rulebook has', async () => {
    const { loadRulebook } = await import('../../shared/domain/rulebook/load.ts')
    const loaded = await loadRulebook({}, async () => ({ ok: false, problems: [] }))
    expect(loaded).toEqual({
      ok: false,
      problems: [expect.objectContaining({ file: 'wingback.yaml', code: 'missing-file' })],
    })
  })

  test('has a template that cannot be built: its own problem, and no other', async () => {
    const loaded = await load({ 'templates/sorry/en.mjml': 'broken', [C]: steps('  - email: sorry') })
    expect(!loaded.ok && loaded.problems.map((problem) => problemIn('en', problem))).toEqual([
      { file: 'templates/sorry/en.mjml', line: 2, column: 3, path: '', code: 'mjml', message: 'is broken' },
    ])
  })

  test('tells of a compensation where it was refused, in whatever language', async () => {
    const loaded = await load({
      'templates/sorry/zh-CN.mjml': 'subject: {% if compensation %}{{ compensation.amount }}{% endif %}',
      [C]: steps('  - compensation: { miles: 5, reason: sorry }\n    ifRefused: [email: sorry]'),
    })
    expect(!loaded.ok && loaded.problems).toMatchObject([{ file: C, line: 6, column: 24, code: 'promises-something' }])
  })

  const gift = '{{ compensation.amount | number }} miles'
  const grant = 'compensation: { miles: 5, reason: sorry }'
  test.each([
    ['nothing before it', '  - email: sorry', 5],
    ['only a step behind it', `  - email: sorry\n  - ${grant}`, 5],
    ['only the other branch', `  - if: { consent: true }\n    then: [${grant}]\n    else: [email: sorry]`, 7],
    [
      'only the other arm',
      `  - split: s\n    arms:\n      - { arm: a, steps: [${grant}] }\n      - { arm: b, steps: [email: sorry] }`,
      8,
    ],
    ['only an offer', '  - upgradeOffer: { cabin: C, validFor: 7d }\n  - email: sorry', 6],
  ])('tells of a compensation with %s that grants one', async (_name, text, line) => {
    const loaded = await load({ 'templates/sorry/zh-CN.mjml': gift, [C]: steps(text) })
    expect(!loaded.ok && loaded.problems).toMatchObject([
      { file: C, line, code: 'promises-something', hint: expect.stringContaining('put "compensation:" before it') },
    ])
  })

  test.each([
    ['a step before it may grant one', gift, `  - ${grant}\n  - email: sorry`],
    ['a branch before it may', gift, `  - if: { consent: true }\n    then: [${grant}]\n  - email: sorry`],
    [
      'an arm before it may',
      gift,
      `  - split: s\n    arms: [{ arm: a, steps: [${grant}] }, { arm: b }]\n  - email: sorry`,
    ],
    ['the template asks', `{% if compensation %}${gift}{% endif %}`, '  - email: sorry'],
    ['the template speaks of it in prose', 'compensation', '  - email: sorry'],
  ])('does not, where %s', async (_name, template, text) => {
    const loaded = await load({ 'templates/sorry/zh-CN.mjml': template, [C]: steps(text) })
    expect(loaded.ok ? [] : loaded.problems).toEqual([])
  })

  test('tells of an offer that nobody made', async () => {
    const loaded = await load({ 'templates/sorry/zh-CN.mjml': '{{ offer.acceptUrl }}', [C]: steps('  - email: sorry') })
    expect(!loaded.ok && loaded.problems).toMatchObject([{ line: 5, hint: expect.stringContaining('"upgradeOffer:"') }])
  })

  test('promises what no cap lets pass: told before it is published, not of one that was', async () => {
    const some = 'compensation:\n      - { when: { consent: true }, miles: 5000 }\n      - miles: 5\n    reason: sorry'
    const files = {
      'budgets.yaml': 'budgets:\n  care: { limit: 1000 CNY, mileValue: 0.05 CNY, perMemberPerYear: 100 CNY }\n',
      [C]: steps(`  - ${some}\n  - email: sorry`),
    }
    const loaded = await loadAt(files, Date.parse('2026-06-01'))
    expect(!loaded.ok && loaded.problems).toMatchObject([
      { file: C, line: 6, code: 'never-granted', message: expect.stringContaining('costs 250.00 CNY') },
    ])
    expect(await load(files)).toMatchObject({ ok: true })
  })

  test('repeats itself without end: aliases are bounded', async () => {
    const lists = Array.from({ length: 8 }, (_, i) => `- &l${i + 1} [${`*l${i}, `.repeat(10)}]`).join('\n')
    const bomb = await load({ [A]: `- &l0 [1, 2]\n${lists}\n` })
    expect(!bomb.ok && bomb.problems.map(({ code }) => code)).toContain('too-large')
    const loop = await load({ [A]: 'audience: bad\nwho: &who { not: *who }\n' })
    expect(!loop.ok && loop.problems.map(({ code }) => code)).toContain('too-deep')
    const deep = await load({ [A]: '['.repeat(50_000) })
    expect(deep.ok).toBe(false)
    const large = await load({ [A]: `# ${'x'.repeat(1024 * 1024)}` })
    expect(!large.ok && large.problems.map(({ code }) => code)).toEqual(['too-large'])
  })
})

/** A problem in Chinese: also where a standard found it, which knows no languages. */
function wordsInChinese(problem: Problem): string {
  const { message, hint } = problemIn('zh-CN', problem)
  return [message, hint].filter(Boolean).join(' ')
}
