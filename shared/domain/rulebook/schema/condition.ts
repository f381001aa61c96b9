import { eventFields, eventTypeOf, ruleEventTypes } from '../../audience/event-fields.ts'
import { type Fact, facts, type Param } from '../../audience/facts/index.ts'
import { type History, histories } from '../../audience/history/index.ts'
import { type Operator, operatorsOf, SET_AT_MOST, type ValueType } from '../../audience/matcher.ts'
import { PERIODS } from '../../audience/period.ts'
import { kinds } from '../../texts/en/problems.ts'
import { CONDITION, CURRENCY, DATE, DURATION, EVENT, MONEY, object, PERCENT, type Schema, SLUG } from './parts.ts'

/** A condition: the keywords, and every fact of the registry. */
export function conditionSchema(): Schema {
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
    happened: {
      description: 'in steps: this happened since the journey began; else how often it did, or how much it comes to',
      anyOf: [EVENT, ...Object.entries(histories).map(([event, history]) => happenedSchema(event, history))],
    },
    chance: { description: 'this share of members, always the same', ...PERCENT },
  }
  for (const fact of Object.values(facts)) properties[fact.name] = factSchema(fact)
  return { type: 'object', minProperties: 1, additionalProperties: false, properties }
}

/** The fields of all events together, because this schema cannot know which event triggers. */
function eventProperties(): Schema {
  const properties: Schema = {}
  for (const name of ruleEventTypes) {
    for (const [path, { type }] of Object.entries(eventFields(eventTypeOf(name)!))) {
      if (!path.endsWith('*')) properties[path] = { description: kinds[type.kind] }
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
  switch (param.kind) {
    case 'filter':
      return filterSchema(param.type)
    case 'currency':
      return CURRENCY
    case 'inLast':
    case 'within':
      return DURATION
    case 'between':
    case 'betweenAhead':
      return ENDS
    case 'during':
      return named('this', 'last')
    case 'duringAhead':
      return named('this', 'next')
  }
}

const ENDS: Schema = { type: 'array', items: { anyOf: [DATE, DURATION] }, minItems: 2, maxItems: 2 }

function named(...which: string[]): Schema {
  return { enum: which.flatMap((word) => PERIODS.map((period) => `${word} ${period}`)) }
}

function filterSchema(type: ValueType): Schema {
  return { $ref: `#/definitions/${filterName(type)}` }
}

/** How the history of one event can be counted. */
function happenedSchema(event: string, { description, days, fields, sums }: History): Schema {
  const where = Object.entries(fields).map(([name, field]) => [
    name,
    { description: field.description.en, ...filterSchema(field.type) },
  ])
  const counted = [{ kind: 'number' } as ValueType, ...Object.values(sums).map(({ type }) => type)]
  const operand = { anyOf: counted.map(operandSchema) }
  const set = { type: 'array', items: operand, minItems: 1, maxItems: SET_AT_MOST }
  const comparisons = operatorsOf({ kind: 'number' }).map((operator) => [
    operator,
    operatorSchema(operator, operand, set),
  ])
  return object(
    {
      event: { description: `${description.en}; windows reach ${days} days back`, enum: namesOf(event) },
      where: object(Object.fromEntries(where)),
      ...(Object.keys(sums).length > 0 && { sum: { enum: Object.keys(sums) }, currency: CURRENCY }),
      ...Object.fromEntries(comparisons),
      inLast: DURATION,
      between: { anyOf: [ENDS, operatorSchema('between', operand, set)] },
      during: named('this', 'last'),
      since: { description: 'in steps: since the journey began', const: 'entry' },
    },
    ['event'],
  )
}

function namesOf(event: string): string[] {
  return ruleEventTypes.filter((name) => eventTypeOf(name) === event)
}

/** Filters of one type are equal, so each is written out once. */
function filterName(type: ValueType): string {
  const distinct =
    type.kind === 'text' ? (type.like ?? type.values?.join('')) : type.kind === 'number' ? type.unit : undefined
  return ['filter', type.kind, distinct].filter((part) => part !== undefined).join('-')
}

export function filterSchemas(): Schema {
  const params = Object.values(facts).flatMap((fact) => Object.values(fact.params))
  const types = [
    ...params.flatMap((param) => (param.kind === 'filter' ? [param.type] : [])),
    ...Object.values(histories).flatMap(({ fields }) => Object.values(fields).map(({ type }) => type)),
  ]
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
  // Between two values or between two times.
  const both = params.between && properties.between ? { between: { anyOf: [params.between, properties.between] } } : {}
  return { anyOf: [...scalars, ...sets, object({ ...properties, ...params, ...both })] }
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
      if (type.names === 'carrier') return { type: 'string', pattern: '^([A-Z0-9]{2}|ours)$', examples: ['ours', 'CA'] }
      return { type: 'string', ...(type.pattern && { pattern: type.pattern.source, examples: [type.like] }) }
    case 'number':
      if (type.probability) return { type: 'number', minimum: 0, maximum: 1 }
      return type.unit
        ? { anyOf: [{ type: 'number' }, { type: 'string', pattern: `^-?\\d+(\\.\\d+)? ?${type.unit}$` }] }
        : { type: 'number' }
    case 'boolean':
    case 'time':
      return { type: 'boolean' }
    case 'duration':
    case 'anniversary':
      return DURATION
    case 'date':
      return DATE
    case 'money':
      return MONEY
  }
}
