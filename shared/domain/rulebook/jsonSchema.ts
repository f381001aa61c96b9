import { eventFields, eventTypeOf, ruleEventTypes } from '../audience/eventFields.ts'
import { type Fact, facts, type Param } from '../audience/facts/index.ts'
import { inWords, type Operator, operatorsOf, SET_AT_MOST, type ValueType } from '../audience/matcher.ts'

/**
 * JSON Schema for editors, made from the registry of facts: completion and first checks while a rule is written
 * (`# yaml-language-server: $schema=…`). The check that decides is the compiler's; this one may be more lenient.
 */
export type Schema = Record<string, unknown>

const DURATION: Schema = { type: 'string', pattern: '^\\d{1,6} ?[mhdw]$', examples: ['30m', '2h', '7d', '2w'] }
const PERCENT: Schema = { type: 'string', pattern: '^\\d{1,3}(\\.\\d{1,4})? ?%$', examples: ['10%'] }
const MONEY: Schema = { type: 'string', pattern: '^\\d{1,12}(\\.\\d{1,6})? ?[A-Z]{3}$', examples: ['500 CNY'] }
const CURRENCY: Schema = { type: 'string', pattern: '^[A-Z]{3}$', examples: ['CNY'] }
const SPAN: Schema = { type: 'string', pattern: '^\\d\\d:\\d\\d-\\d\\d:\\d\\d$', examples: ['21:00-08:00'] }
const CAP: Schema = { type: 'string', pattern: '^\\d{1,4} emails? in \\d{1,6}[mhdw]$', examples: ['2 emails in 7d'] }
const CAPS: Schema = { anyOf: [CAP, { type: 'array', items: CAP, maxItems: 10 }] }
const SLUG: Schema = { type: 'string', pattern: '^[a-z0-9-]{1,64}$' }
const LOCALE: Schema = { type: 'string', examples: ['zh-CN', 'en'] }
const TEXT: Schema = { type: 'string' }
const EVENT: Schema = { enum: ruleEventTypes }
const CONDITION: Schema = { $ref: '#/definitions/condition' }
const STEPS: Schema = { type: 'array', minItems: 1, items: { $ref: '#/definitions/step' } }

/** One schema a kind of file: `wingback`, `budgets`, `audience`, `campaign`. */
export function rulebookSchema(): Record<'wingback' | 'budgets' | 'audience' | 'campaign', Schema> {
  const condition = conditionSchema()
  const filters = filterSchemas()
  return {
    wingback: file('Settings of a rulebook', settings),
    budgets: file('Budgets', object({ budgets: { type: 'object', additionalProperties: budget } }, ['budgets'])),
    audience: file('An audience', audience, { condition, ...filters }),
    campaign: file('A campaign', campaign, { condition, step, ...filters }),
  }
}

function file(title: string, schema: Schema, definitions?: Schema): Schema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...schema, ...(definitions && { definitions }) }
}

function object(properties: Schema, required: readonly string[] = []): Schema {
  return { type: 'object', additionalProperties: false, properties, ...(required.length > 0 && { required }) }
}

const settings = object(
  {
    airline: { type: 'object', required: ['name'], additionalProperties: TEXT },
    zone: { type: 'string', examples: ['Asia/Shanghai'] },
    locale: LOCALE,
    mail: object({ from: TEXT, replyTo: TEXT }, ['from']),
    pauseSenderAt: object({ bounces: PERCENT, complaints: PERCENT }),
    quietHours: SPAN,
    atMost: CAPS,
    openCaseMutes: DURATION,
    holdoutSalt: TEXT,
  },
  ['airline', 'zone', 'locale', 'mail', 'holdoutSalt'],
)

const budget = object({ limit: MONEY, mileValue: MONEY, perMemberPerYear: MONEY }, ['limit'])

const audience = object({ audience: SLUG, name: TEXT, description: TEXT, who: CONDITION }, ['audience', 'who'])

const trigger: Schema = {
  anyOf: [
    EVENT,
    object({ event: EVENT, where: CONDITION }, ['event']),
    object({ audience: SLUG, on: { enum: ['entered', 'left'] }, includeExisting: { type: 'boolean' } }, ['audience']),
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
  holdout: PERCENT,
  oncePer: { anyOf: [{ enum: ['event', 'complaint', 'flight', 'booking', 'year', 'ever'] }, DURATION] },
  freshFor: DURATION,
  whileCaseOpen: { type: 'boolean' },
})

const campaign = object(
  {
    campaign: SLUG,
    name: TEXT,
    description: TEXT,
    class: { enum: ['marketing', 'service'] },
    priority: { type: 'integer', minimum: 0, maximum: 100 },
    trigger,
    audience: { anyOf: [SLUG, CONDITION] },
    guardrails,
    budget: SLUG,
    steps: STEPS,
    goal: object({ event: EVENT, within: DURATION, exit: { type: 'boolean' } }, ['event', 'within']),
    exitWhen: CONDITION,
  },
  ['campaign', 'trigger', 'steps'],
)

const pays = { miles: { type: 'integer', minimum: 1 }, voucher: MONEY, cash: MONEY }

const branches = Object.fromEntries(['then', 'else'].map((key) => [key, STEPS]))

const arm = object({ arm: SLUG, share: PERCENT, steps: STEPS }, ['arm'])

const step: Schema = {
  anyOf: [
    object({ wait: { anyOf: [DURATION, object({ for: EVENT, atMost: DURATION }, ['for', 'atMost'])] } }, ['wait']),
    object(
      {
        email: {
          anyOf: [SLUG, object({ template: SLUG, locale: LOCALE, resendIfUnknown: { type: 'boolean' } }, ['template'])],
        },
      },
      ['email'],
    ),
    object({ compensation: object({ ...pays, reason: TEXT }, ['reason']) }, ['compensation']),
    object(
      { compensation: { type: 'array', minItems: 1, items: object({ when: CONDITION, ...pays }) }, reason: TEXT },
      ['compensation', 'reason'],
    ),
    object({ upgradeOffer: object({ cabin: { enum: ['F', 'C', 'W'] }, validFor: DURATION }, ['cabin', 'validFor']) }, [
      'upgradeOffer',
    ]),
    object({ serviceTask: object({ title: TEXT, detail: TEXT }, ['title']) }, ['serviceTask']),
    object({ if: CONDITION, ...branches }, ['if', 'then']),
    object({ split: SLUG, arms: { type: 'array', minItems: 2, maxItems: 10, items: arm } }, ['split', 'arms']),
  ],
}

function conditionSchema(): Schema {
  const some = { type: 'array', minItems: 1, items: CONDITION }
  const properties: Schema = {
    all: { description: 'all of these hold', ...some },
    any: { description: 'one of these holds at least', ...some },
    not: { description: 'this does not hold', ...CONDITION },
    audience: { description: 'is in this audience', ...SLUG },
    event: {
      description: 'fields of the event that triggers',
      type: 'object',
      additionalProperties: true,
      properties: eventProperties(),
    },
    happened: { description: 'this happened since the journey began', ...EVENT },
    chance: { description: 'this share of members, always the same', ...PERCENT },
  }
  for (const fact of Object.values(facts)) properties[fact.name] = factSchema(fact)
  return { type: 'object', minProperties: 1, additionalProperties: false, properties }
}

/** The fields of all events together: which event triggers, this schema cannot know. */
function eventProperties(): Schema {
  const properties: Schema = {}
  for (const name of ruleEventTypes) {
    for (const [path, { type }] of Object.entries(eventFields(eventTypeOf(name)!))) {
      if (!path.endsWith('*')) properties[path] = { description: inWords(type) }
    }
  }
  return properties
}

function factSchema(fact: Fact): Schema {
  const params: Schema = {}
  for (const [name, param] of Object.entries(fact.params)) {
    params[name] = { description: param.description.en, ...paramSchema(param) }
  }
  const description = `${fact.description.en}\n\nExample: ${fact.example}\n\nAbsent: ${fact.absent.en}`
  return { description, ...matcherSchema(fact.type, params) }
}

function paramSchema(param: Param): Schema {
  if (param.kind === 'filter') return { $ref: `#/definitions/${filterName(param.type)}` }
  return param.kind === 'currency' ? CURRENCY : DURATION
}

/** Filters of one type look alike: they are written out once. */
function filterName(type: ValueType): string {
  const distinct =
    type.kind === 'text' ? (type.like ?? type.values?.join('')) : type.kind === 'number' ? type.unit : undefined
  return ['filter', type.kind, distinct].filter((part) => part !== undefined).join('-')
}

function filterSchemas(): Schema {
  const params = Object.values(facts).flatMap((fact) => Object.values(fact.params))
  const types = params.flatMap((param) => (param.kind === 'filter' ? [param.type] : []))
  return Object.fromEntries(types.map((type) => [filterName(type), matcherSchema(type, {})]))
}

function matcherSchema(type: ValueType, params: Schema): Schema {
  const value = operandSchema(type)
  const set = { type: 'array', items: value, minItems: 1, maxItems: SET_AT_MOST }
  const properties = Object.fromEntries(
    operatorsOf(type).map((operator) => [operator, operatorSchema(operator, value, set)]),
  )
  const scalars =
    type.kind === 'boolean' ? [value] : [{ type: 'boolean' }, ...(operatorsOf(type).includes('is') ? [value] : [])]
  const sets = operatorsOf(type).includes('in') ? [set] : []
  return { anyOf: [...scalars, ...sets, object({ ...properties, ...params })] }
}

function operatorSchema(operator: Operator, value: Schema, set: Schema): Schema {
  if (operator === 'present') return { type: 'boolean' }
  if (operator === 'in' || operator === 'notIn') return set
  return operator === 'between' ? { type: 'array', items: value, minItems: 2, maxItems: 2 } : value
}

function operandSchema(type: ValueType): Schema {
  switch (type.kind) {
    case 'text':
      if (type.values) return { enum: type.values }
      return { type: 'string', ...(type.pattern && { pattern: type.pattern.source, examples: [type.like] }) }
    case 'number':
      return type.unit
        ? { anyOf: [{ type: 'number' }, { type: 'string', pattern: `^-?\\d+(\\.\\d+)? ?${type.unit}$` }] }
        : { type: 'number' }
    case 'boolean':
    case 'time':
      return { type: 'boolean' }
    case 'duration':
      return DURATION
    case 'money':
      return MONEY
  }
}
