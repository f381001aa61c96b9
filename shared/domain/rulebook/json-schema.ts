import { schemaForEditors } from '../../connectors/for-editors.ts'
import { CONNECTOR_KINDS, type ConnectorKind, mappings } from '../../connectors/mappings.ts'
import { TEAMS } from '../../contract/task.ts'
import { ACTION_KINDS, definitionOf } from '../actions/index.ts'
import type { ActionKind } from '../actions/kinds.ts'
import type { Forms } from '../actions/step-form.ts'
import { LICENCES } from '../law/incident.ts'
import { CHINA_STANDARDS } from '../law/tables/china.ts'
import { FIGURE_NAMES, type FigureUnit, figureOf } from '../targets/figures.ts'
import { MAY_BE_HELD } from './blackouts.ts'
import type { GuardrailKey } from './guardrails.ts'
import { CONSENT_FOR, HOLDOUT_BY, ON_NEW_VERSION, REVENUE_FROM } from './rulebook.ts'
import { conditionSchema, filterSchemas } from './schema/condition.ts'
import {
  CONDITION,
  DATE,
  DURATION,
  EVENT,
  LOCALE,
  MONEY,
  object,
  PERCENT,
  type Schema,
  SLUG,
  STEPS,
  TEXT,
} from './schema/parts.ts'

export type { Schema } from './schema/parts.ts'

/**
 * JSON Schema for editors, derived from the registry of facts: completion and first checks while a rule is written (`#
 * yaml-language-server: $schema=…`), one schema per kind of file. The compiler's check decides; this one may be more
 * lenient.
 */
export function rulebookSchema(): Record<
  'wingback' | 'budgets' | 'targets' | 'audience' | 'campaign' | 'connector',
  Schema
> {
  const condition = conditionSchema()
  const filters = filterSchemas()
  return {
    wingback: file('Settings of a rulebook', settings),
    budgets: file('Budgets', object({ budgets: { type: 'object', additionalProperties: budget } }, ['budgets'])),
    targets: file('Targets', object({ targets: object(targets) }, ['targets'])),
    audience: file('An audience', audience, { condition, ...filters }),
    campaign: file('A campaign', campaign, { condition, step, ...filters }),
    connector: file('How messages of another system are read', { anyOf: CONNECTOR_KINDS.map(connectorSchema) }),
  }
}

function connectorSchema(kind: ConnectorKind): Schema {
  const { properties, required = [] } = schemaForEditors(mappings[kind].schema) as {
    properties: Schema
    required?: string[]
  }
  const common = { connector: SLUG, kind: { const: kind }, system: SLUG, description: TEXT }
  return object({ ...common, ...properties }, ['connector', 'kind', ...required])
}

const SPAN: Schema = { type: 'string', pattern: '^\\d\\d:\\d\\d-\\d\\d:\\d\\d$', examples: ['21:00-08:00'] }
const CAP: Schema = {
  type: 'string',
  pattern: '^\\d{1,4} emails?( tagged [a-z0-9-]{1,64})? in \\d{1,6} ?(m|h|d|w|mo)$',
  examples: ['2 emails in 7d', '1 email tagged promo in 1mo'],
}
const CAP_OVER: Schema = object(
  {
    channel: { description: 'any, email, or a channel of wingback.yaml', ...SLUG },
    atMost: { type: 'string', pattern: '^\\d{1,4} in \\d{1,6} ?(m|h|d|w|mo)$', examples: ['3 in 7d'] },
    tagged: SLUG,
  },
  ['channel', 'atMost'],
)
const CAPS: Schema = {
  anyOf: [CAP, CAP_OVER, { type: 'array', items: { anyOf: [CAP, CAP_OVER] }, maxItems: 10 }],
}
const DAY: Schema = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$', examples: ['2026-07-01'] }

const BLACKOUTS: Schema = {
  type: 'array',
  maxItems: 50,
  items: object(
    {
      name: TEXT,
      on: DATE,
      from: DATE,
      to: { ...DATE, description: 'the last day, included' },
      zone: { enum: ['airline', 'member'] },
      skip: { type: 'boolean' },
      holds: {
        description: 'held on these days too, beside all that reaches members',
        type: 'array',
        items: { enum: MAY_BE_HELD },
      },
    },
    ['name'],
  ),
}

function file(title: string, schema: Schema, definitions?: Schema): Schema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...schema, ...(definitions && { definitions }) }
}

const CAUSES: Schema = { type: 'array', items: { type: ['string', 'integer'] }, maxItems: 200 }

const law = object(
  {
    licence: { enum: LICENCES },
    table: { enum: [...new Set(CHINA_STANDARDS.map(({ standard }) => standard))] },
    causes: object({ extraordinary: CAUSES, ours: CAUSES }),
    automaticPerHour: { anyOf: [MONEY, { type: 'array', items: MONEY, maxItems: 10 }] },
  },
  ['licence'],
)

const DATED: Schema = {
  anyOf: [MONEY, { type: 'array', minItems: 1, items: object({ from: DAY, value: MONEY }, ['from', 'value']) }],
}

const measure = object(
  {
    currency: { description: 'of all results', type: 'string', examples: ['CNY'] },
    plannedMembers: {
      description: 'at so many members of a campaign its intervals are tightest',
      type: 'integer',
      minimum: 100,
    },
    minimumEffect: { description: 'the effect worth seeing, in points of the goal', ...PERCENT },
    window: { description: 'how long an outcome counts, where a campaign has no goal', ...DURATION },
    revenueFrom: { description: 'of what revenue are the fares', enum: REVENUE_FROM },
    rates: {
      description: 'what one of another currency is worth, from a day on',
      type: 'object',
      additionalProperties: DATED,
    },
    mileValue: { description: 'of miles that no budget has a value for', ...DATED },
    mail: { description: 'what a mail or a message costs', ...MONEY },
    upgrades: {
      description: 'what an upgrade costs that was accepted, by its cabin',
      ...object({ F: DATED, C: DATED, W: DATED }),
    },
    harm: {
      description: 'from which share of those treated on it is too many',
      ...object({ unsubscribed: PERCENT, spam: PERCENT, complained: PERCENT, pauses: { type: 'boolean' } }),
    },
  },
  ['currency'],
)

const ZONE: Schema = { type: 'string', examples: ['Asia/Shanghai'] }

const channel = object(
  {
    name: { description: 'as people call it', ...TEXT },
    consent: { description: 'by which consent members are asked of; its own name, if nothing is said', ...SLUG },
    text: { description: 'characters at most', type: 'integer', minimum: 1, maximum: 10_000 },
    quietHours: SPAN,
  },
  ['name', 'text'],
)

const settings = object(
  {
    airline: {
      type: 'object',
      required: ['name'],
      properties: {
        carriers: {
          description: 'the codes under which the airline flies: what "carrier: ours" means',
          type: 'array',
          items: { type: 'string' },
          maxItems: 20,
        },
      },
      additionalProperties: TEXT,
    },
    zone: ZONE,
    locale: LOCALE,
    mail: object({ from: TEXT, replyTo: TEXT }, ['from']),
    channels: {
      description: 'channels of the airline’s own, by name: what its gateways take messages for',
      type: 'object',
      additionalProperties: channel,
    },
    consentFor: { enum: CONSENT_FOR },
    pauseSenderAt: object({ bounces: PERCENT, complaints: PERCENT }),
    quietHours: SPAN,
    atMost: CAPS,
    blackouts: BLACKOUTS,
    holdout: { anyOf: [PERCENT, object({ share: PERCENT, salt: TEXT }, ['share'])] },
    openCaseMutes: DURATION,
    disruptionMutes: DURATION,
    tasksWithin: {
      description: 'how long each team has for a task about a member',
      ...object(Object.fromEntries(TEAMS.map((team) => [team, DURATION]))),
    },
    delayBands: { type: 'array', items: { type: 'integer', minimum: 1, maximum: 1440 }, minItems: 1, maxItems: 12 },
    briefings: { ...DURATION, description: 'how long before departure the briefing of a flight is announced' },
    cards: { type: 'string', maxLength: 100, examples: ['^CA[0-9]{9}$'] },
    flightSuffix: {
      description: 'whether an operational suffix tells flights apart: 974D from 974',
      enum: ['ignored', 'counted'],
    },
    law,
    measure,
    holdoutSalt: TEXT,
  },
  ['airline', 'zone', 'locale', 'mail', 'holdoutSalt'],
)

const MILES: Schema = { description: 'so many miles, such as 5000 miles', type: 'string', pattern: '^\\d+ miles$' }
const threshold = { above: { anyOf: [MONEY, MILES] }, within: DURATION }

const budget = object(
  {
    limit: MONEY,
    mileValue: DATED,
    perMemberPerYear: MONEY,
    approval: object(threshold, ['above']),
  },
  ['limit'],
)

const TARGET_VALUES: Record<FigureUnit, Schema> = {
  share: PERCENT,
  money: MONEY,
  number: { type: 'number', minimum: -100, maximum: 100 },
}
const MONTH: Schema = { type: 'string', pattern: '^\\d{4}-\\d\\d$', examples: ['2026-07'] }

const targets: Schema = Object.fromEntries(
  FIGURE_NAMES.map((name) => {
    const { unit, side } = figureOf(name)
    const value = TARGET_VALUES[unit]
    const dated = { type: 'array', minItems: 1, items: object({ from: MONTH, value }, ['from', 'value']) }
    const owner = { description: 'whose figure it is', ...TEXT }
    return [name, object({ [side]: { anyOf: [value, dated] }, owner }, [side, 'owner'])]
  }),
)

/** In the example rulebook, which is read in both languages. */
const NAME_ZH = { description: 'the name for readers of Chinese', ...TEXT }

const audience = object({ audience: SLUG, name: TEXT, nameZh: NAME_ZH, description: TEXT, who: CONDITION }, [
  'audience',
  'who',
])

const schedule: Schema = {
  anyOf: [
    object({ cron: { type: 'string', examples: ['0 10 * * MON'] }, zone: ZONE }, ['cron']),
    object({ once: { type: 'string', examples: ['2026-12-24T10:00'] }, zone: ZONE }, ['once']),
  ],
}

const trigger: Schema = {
  anyOf: [
    EVENT,
    object({ event: EVENT, where: CONDITION }, ['event']),
    object({ audience: SLUG, on: { enum: ['entered', 'left'] }, includeExisting: { type: 'boolean' } }, ['audience']),
    object({ schedule, audience: SLUG }, ['schedule', 'audience']),
    object(
      {
        date: { enum: ['birthday'] },
        daysBefore: { type: 'integer', minimum: 0, maximum: 364 },
        at: { type: 'string', pattern: '^\\d\\d:\\d\\d$' },
      },
      ['date'],
    ),
  ],
}

const guardrails = object({
  quietHours: { anyOf: [SPAN, { const: 'none' }] },
  atMost: CAPS,
  blackouts: BLACKOUTS,
  caps: object({ bypass: { type: 'boolean' }, counts: { type: 'boolean' } }),
  holdout: PERCENT,
  holdoutBy: { enum: HOLDOUT_BY },
  oncePer: { anyOf: [{ enum: ['event', 'complaint', 'flight', 'flightNews', 'booking', 'year', 'ever'] }, DURATION] },
  overlap: { type: 'boolean' },
  entries: { type: 'string', pattern: '^\\d{1,4} in \\d{1,6} ?[mhdw]$', examples: ['3 in 365d'] },
  freshFor: DURATION,
  whileCaseOpen: { type: 'boolean' },
} satisfies Record<GuardrailKey, Schema>)

const campaign = object(
  {
    campaign: SLUG,
    name: TEXT,
    nameZh: NAME_ZH,
    description: TEXT,
    class: { enum: ['marketing', 'service'] },
    priority: { type: 'integer', minimum: 0, maximum: 100 },
    tags: { type: 'array', items: SLUG, maxItems: 5 },
    trigger,
    audience: { anyOf: [SLUG, CONDITION] },
    guardrails,
    budget: SLUG,
    limits: object({
      perMinute: { description: 'mails and messages in a minute', type: 'integer', minimum: 1, maximum: 2000 },
      inAll: { description: 'members in all', type: 'integer', minimum: 1 },
    }),
    approval: {
      anyOf: [
        object(threshold, ['above']),
        { type: 'array', minItems: 1, items: object({ when: CONDITION, ...threshold }, ['above']) },
      ],
    },
    steps: STEPS,
    goal: {
      ...object({ event: EVENT, within: DURATION, exit: { type: 'boolean' } }, ['event', 'within']),
      examples: [{ event: 'booking.created', within: '60d' }],
    },
    exitWhen: CONDITION,
    onNewVersion: { enum: ON_NEW_VERSION },
  },
  ['campaign', 'trigger', 'steps'],
)

const branches = Object.fromEntries(['then', 'else'].map((key) => [key, STEPS]))

const arm = object({ arm: SLUG, share: PERCENT, steps: STEPS }, ['arm'])

/** For steps at which members can stand. */
const NAME = { name: SLUG }

const step: Schema = {
  anyOf: [
    object({ ...NAME, wait: { anyOf: [DURATION, object({ for: EVENT, atMost: DURATION }, ['for', 'atMost'])] } }, [
      'wait',
    ]),
    ...ACTION_KINDS.flatMap(stepForms),
    object({ if: CONDITION, ...branches }, ['if', 'then']),
    object({ split: SLUG, arms: { type: 'array', minItems: 2, maxItems: 10, items: arm } }, ['split', 'arms']),
  ],
}

/** A kind of action, in each form its step can have. */
function stepForms(kind: ActionKind): Schema[] {
  const { schema } = definitionOf(kind).form
  if (!('forms' in schema)) return [object({ ...NAME, [kind]: schema }, [kind])]
  return (schema as Forms).forms.map(({ properties, required }) => object({ ...NAME, ...properties }, required))
}
