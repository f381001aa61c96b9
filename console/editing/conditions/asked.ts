import { parse } from 'yaml'
import { eventFieldOf, eventFields, eventTypeOf } from '../../../shared/domain/audience/event-fields.ts'
import { facts, type Param } from '../../../shared/domain/audience/facts/index.ts'
import { windows } from '../../../shared/domain/audience/facts/types.ts'
import { histories } from '../../../shared/domain/audience/history/index.ts'
import type { ValueType } from '../../../shared/domain/audience/matcher.ts'
import { isMapping } from '../../../shared/domain/cursor.ts'
import type { Path } from '../../../shared/domain/problem.ts'
import type { Language } from '../../../shared/domain/texts/language.ts'

/** One thing that can narrow down what is counted, and where it is written. */
export interface Narrowing {
  name: string
  path: Path
  kind: Param['kind']
  type?: ValueType
  description: string
}

/** What can be asked of a value, whatever it is: a fact, a field of the event, the history of an event. */
export interface Askable {
  type: ValueType
  description: string
  narrowing: Narrowing[]
}

const TEXT: ValueType = { kind: 'text' }

export function askableFact(name: string, language: Language): Askable | undefined {
  const fact = Object.values(facts).find((each) => each.name === name)
  if (!fact) return undefined
  return {
    type: fact.type,
    description: fact.description[language],
    narrowing: Object.entries(fact.params).map(([param, each]) => narrowingOf(param, [param], each, language)),
  }
}

function narrowingOf(name: string, path: Path, param: Param, language: Language): Narrowing {
  const { kind, description } = param
  return { name, path, kind, description: description[language], ...(param.kind === 'filter' && { type: param.type }) }
}

/** How often an event happened, as far as it is kept. */
export function askableHistory(event: string, language: Language): Askable | undefined {
  const history = Object.entries(histories).find(([type]) => type === eventTypeOf(event))?.[1]
  if (!history) return undefined
  const fields = Object.entries(history.fields).map(([name, { type, description }]) =>
    narrowingOf(name, ['where', name], { kind: 'filter', type, description }, language),
  )
  const times = Object.entries(windows).map(([name, param]) => narrowingOf(name, [name], param, language))
  return {
    type: { kind: 'number', counting: true },
    description: history.description[language],
    narrowing: [...times, ...fields],
  }
}

/** Every event that can be counted, in words. */
export function askableEvents(language: Language): [event: string, description: string][] {
  return Object.entries(histories).map(([type, { description }]) => [type, description[language]])
}

/** A field of the event that begins the campaign; what is not known of it is a text. */
export function askableField(event: string | undefined, field: string): Askable {
  const type = event === undefined ? undefined : eventTypeOf(event)
  return { type: (type && eventFieldOf(type, field)?.type) ?? TEXT, description: '', narrowing: [] }
}

export function fieldsOfEvent(event: string | undefined): string[] {
  const type = event === undefined ? undefined : eventTypeOf(event)
  return type ? Object.keys(eventFields(type)).filter((path) => !path.endsWith('*')) : []
}

/** The event that begins a campaign, as its file says it. */
export function eventOf(document: unknown): string | undefined {
  const trigger = isMapping(document) ? document.trigger : undefined
  const event = isMapping(trigger) ? trigger.event : trigger
  return typeof event === 'string' ? event : undefined
}

/** Each fact as its own example has it: a condition to begin with. */
export function starterOfFact(name: string): Record<string, unknown> | undefined {
  const fact = Object.values(facts).find((each) => each.name === name)
  return fact && (parse(fact.example) as Record<string, unknown>)
}

export function factsByFamily(): [family: string, names: string[]][] {
  return [...Map.groupBy(Object.values(facts), ({ family }) => family)].map(([family, all]) => [
    family,
    all.map(({ name }) => name),
  ])
}
