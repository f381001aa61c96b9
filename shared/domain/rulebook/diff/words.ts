import { isTimes } from '../../audience/read-window.ts'
import { isMapping } from '../../cursor.ts'
import type { Texts } from '../../texts/index.ts'
import { parseDuration } from '../../units.ts'
import { plainWords } from './plain.ts'

/** The words of one language for rules and their changes. */
export type Say = Texts['diff']

type Operand = Record<string, (operand: string) => string>

/** Rules in words: what a marketer wrote, without the notation. Values may be anything allowed in a valid rulebook. */

type Mapping = Record<string, unknown>

/** A condition: `flights at least 6 in the last 365d, and tier gold`. */
export function conditionWords(condition: unknown, say: Say): string {
  const { and, everybody } = say.rule
  return (
    conjuncts(condition)
      .map((each) => conjunctWords(each, say))
      .join(and) || everybody
  )
}

/** The parts that must all hold. */
export function conjuncts(condition: unknown): Mapping[] {
  if (!isMapping(condition)) return condition === undefined ? [] : [{ audience: condition }]
  return Object.entries(condition).flatMap(([key, value]) =>
    key === 'all' && Array.isArray(value) ? value.flatMap(conjuncts) : [{ [key]: value }],
  )
}

/** One of them, a mapping with one key. */
export function conjunctWords(conjunct: Mapping, say: Say): string {
  const { rule } = say
  const [key, value] = Object.entries(conjunct)[0]!
  switch (key) {
    case 'any':
      return inBrackets((value as unknown[]).map((each) => whole(conditionWords(each, say), say)).join(rule.or), say)
    case 'not':
      return rule.not(inBrackets(conditionWords(value, say), say))
    case 'audience':
      return rule.inAudience(String(value))
    case 'event':
      return eventWords(value as Mapping, say)
    case 'happened':
      return isMapping(value) ? happenedWords(value, say) : rule.happenedSince(String(value))
    case 'chance':
      return rule.share(String(value))
    default:
      return value === true ? rule.name(key) : `${rule.name(key)} ${matcherWords(value, say)}`
  }
}

/** Several parts that must all hold, in brackets among others. */
function whole(words: string, say: Say): string {
  return words.includes(say.rule.and) ? inBrackets(words, say) : words
}

function inBrackets(words: string, { rule }: Say): string {
  return /^[(（][^()（）]*[)）]$/.test(words) ? words : rule.brackets(words)
}

function eventWords(fields: Mapping, say: Say): string {
  return Object.entries(fields)
    .map(([field, matcher]) => say.rule.ofEvent(field, matcherWords(matcher, say)))
    .join(say.rule.and)
}

/** `complaint.filed (category baggage), at least 2, in the last 90d`. */
function happenedWords({ event, where, sum, ...asked }: Mapping, say: Say): string {
  const { rule } = say
  const of = where === undefined ? String(event) : rule.where(String(event), matcherWords(where, say))
  const what = sum === undefined ? of : rule.sum(of, String(sum))
  return Object.keys(asked).length > 0 ? `${what}${rule.comma}${matcherWords(asked, say)}` : rule.happenedSince(what)
}

function matcherWords(matcher: unknown, say: Say): string {
  const { none, oneOf, comma, comparisons } = say.rule
  if (matcher === false) return none
  if (!isMapping(matcher)) return Array.isArray(matcher) ? oneOf(matcher.join(', ')) : String(matcher)
  const rank = (key: string, value: unknown) => (isWindow(key, value, say) ? 2 : key in comparisons ? 0 : 1)
  const entries = Object.entries(matcher).sort(([a, x], [b, y]) => rank(a, x) - rank(b, y))
  return entries.map(([key, value]) => operandWords(key, value, say)).join(comma)
}

function isWindow(key: string, value: unknown, say: Say): boolean {
  return key in say.rule.windows || (key === 'between' && isTimes(value))
}

function betweenWords([one = '', other = '']: string[], { rule }: Say): string {
  return rule.times(one, other, parseDuration(one) !== undefined)
}

/** A comparison, a filter or a window. */
function operandWords(key: string, value: unknown, say: Say): string {
  const { comparisons, windows, name, oneOf } = say.rule
  if (key === 'between' && isTimes(value)) return betweenWords(value as string[], say)
  if (isMapping(value)) return `${name(key)} ${matcherWords(value, say)}`
  const operand = Array.isArray(value) ? value.map(plainWords).join(', ') : String(value)
  const worded = { ...windows, ...comparisons } as Operand
  return worded[key]?.(operand) ?? `${name(key)} ${Array.isArray(value) ? oneOf(operand) : operand}`
}

/** What starts a campaign. */
export function triggerWords(trigger: unknown, say: Say): string {
  if (!isMapping(trigger)) return String(trigger)
  const { event, where, schedule, audience, on = 'entered', includeExisting, date, daysBefore, at, ...more } = trigger
  const words = say.trigger
  const rest = Object.keys(more).length > 0 ? `${say.rule.comma}${plainWords(more)}` : ''
  if (event !== undefined)
    return `${where === undefined ? event : words.where(String(event), conditionWords(where, say))}${rest}`
  if (isMapping(schedule)) return `${words.forAudience(scheduleWords(schedule, say), String(audience))}${rest}`
  if (audience !== undefined)
    return `${words.audience(String(audience), String(on))}${includeExisting ? words.includingExisting : ''}${rest}`
  if (date === undefined) return plainWords(trigger)
  const day = daysBefore ? words.daysBefore(String(daysBefore), String(date)) : words.date(String(date))
  return `${day}${at ? words.at(String(at)) : ''}${rest}`
}

function scheduleWords({ cron, once, zone }: Mapping, { trigger, rule }: Say): string {
  const when = cron === undefined ? trigger.once(String(once)) : trigger.schedule(String(cron))
  return zone === undefined ? when : `${when} ${rule.brackets(String(zone))}`
}

/** A campaign's limits over all its members. */
export function limitWords(limits: unknown, { limits: words, rule }: Say): string {
  const { perMinute, inAll } = isMapping(limits) ? limits : {}
  const said = [
    ...(perMinute === undefined ? [] : [words.perMinute(String(perMinute))]),
    ...(inAll === undefined ? [] : [words.inAll(String(inAll))]),
  ]
  return said.join(rule.comma) || words.none
}
