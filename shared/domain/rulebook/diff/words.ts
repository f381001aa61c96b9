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
  const parts = conjuncts(condition)
  const said = parts.length === 1 ? conditionLines(condition, say) : parts.map((each) => conjunctWords(each, say))
  return said.join(and) || everybody
}

/** What must all hold, each by itself: nothing stands beside it that it could be mixed up with. */
export function conditionLines(condition: unknown, say: Say): string[] {
  return conjuncts(condition).map((each) =>
    Array.isArray(each.any) ? alternatives(each.any, say) : conjunctWords(each, say),
  )
}

function alternatives(any: readonly unknown[], say: Say): string {
  return any.map((each) => whole(conditionWords(each, say), say)).join(say.rule.or)
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
      return inBrackets(alternatives(value as unknown[], say), say)
    case 'not':
      return simplyNot(value, say) ?? rule.not(inBrackets(conditionWords(value, say), say))
    case 'audience':
      return rule.inAudience(String(value))
    case 'event':
      return eventWords(value as Mapping, say)
    case 'happened':
      return isMapping(value) ? happenedWords(value, say) : rule.happenedSince(rule.event(String(value)))
    case 'chance':
      return rule.share(String(value))
    default:
      return factWords(key, value, say)
  }
}

/** Whether something is so at all: `true`, or no more than which of it. */
function factWords(fact: string, value: unknown, say: Say): string {
  const { rule } = say
  const { is, ...rest } = isMapping(value) ? value : { is: value }
  const counts = Object.keys(rest).some((key) => key in rule.comparisons)
  if (typeof is !== 'boolean' && (is !== undefined || counts))
    return rule.beside(rule.name(fact), matcherWords(fact, value, say))
  const isSo = is !== false
  const so = rule.so(fact, isSo) ?? (isSo ? rule.name(fact) : rule.beside(rule.name(fact), rule.none))
  return Object.keys(rest).length === 0 ? so : `${so}${rule.comma}${matcherWords(fact, rest, say)}`
}

/** What is simply not so has a word of its own. */
function simplyNot(condition: unknown, { rule }: Say): string | undefined {
  const [only, more] = conjuncts(condition)
  const [fact, value] = Object.entries(only ?? {})[0] ?? []
  if (fact === undefined || more !== undefined) return undefined
  if (fact === 'happened' && typeof value === 'string') return rule.notSince(rule.event(value))
  return value === true ? rule.so(fact, false) : undefined
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
    .map(([field, matcher]) => say.rule.ofEvent(say.rule.name(field), matcherWords(field, matcher, say)))
    .join(say.rule.and)
}

/** `a complaint was filed (category baggage), at least 2, in the last 90 days`. */
function happenedWords({ event, where, sum, ...asked }: Mapping, say: Say): string {
  const { rule } = say
  const named = rule.event(String(event))
  const of = where === undefined ? named : rule.where(named, matcherWords('', where, say))
  const what = sum === undefined ? of : rule.sum(of, rule.name(String(sum)))
  return Object.keys(asked).length > 0
    ? `${what}${rule.comma}${matcherWords('', asked, say)}`
    : rule.happenedSince(what)
}

/** What is asked of a fact, or of a field of an event. */
function matcherWords(of: string, matcher: unknown, say: Say): string {
  const { none, oneOf, comma, comparisons } = say.rule
  if (matcher === false) return none
  if (Array.isArray(matcher)) return oneOf(listed(of, matcher, say))
  if (!isMapping(matcher)) return comparisons.is(say.rule.value(of, String(matcher)))
  const rank = (key: string, value: unknown) => (isWindow(key, value, say) ? 2 : key in comparisons ? 0 : 1)
  const entries = Object.entries(matcher).sort(([a, x], [b, y]) => rank(a, x) - rank(b, y))
  return entries.map(([key, value]) => operandWords(of, key, value, say)).join(comma)
}

function isWindow(key: string, value: unknown, say: Say): boolean {
  return key in say.rule.windows || (key === 'between' && isTimes(value))
}

function betweenWords([one = '', other = '']: string[], { rule }: Say): string {
  return rule.times(one, other, parseDuration(one) !== undefined)
}

/** Values of which any will do. */
function listed(of: string, values: readonly unknown[], { rule }: Say): string {
  return rule.list(values.map((each) => rule.value(of, plainWords(each))))
}

/** A comparison, a filter or a window. */
function operandWords(of: string, key: string, value: unknown, say: Say): string {
  const { comparisons, windows, name, beside } = say.rule
  if (key === 'between' && isTimes(value)) return betweenWords(value as string[], say)
  if (isMapping(value)) return beside(name(key), matcherWords(key, value, say))
  const worded = windows as Operand
  if (key in windows) return worded[key]!(boundsOf('', value, say))
  const compare = (comparisons as Operand)[key]
  if (compare === undefined) return beside(name(key), matcherWords(key, value, say))
  return compare(key === 'between' || !Array.isArray(value) ? boundsOf(of, value, say) : listed(of, value, say))
}

/** One value, or the two ends of a range. */
function boundsOf(of: string, value: unknown, { rule }: Say): string {
  return (Array.isArray(value) ? value : [value]).map((each) => rule.value(of, plainWords(each))).join(', ')
}

/** What starts a campaign. */
export function triggerWords(trigger: unknown, say: Say): string {
  if (!isMapping(trigger)) return say.trigger.event(String(trigger))
  const { event, where, schedule, audience, on = 'entered', includeExisting, date, daysBefore, at, ...more } = trigger
  const words = say.trigger
  const rest = Object.keys(more).length > 0 ? `${say.rule.comma}${plainWords(more)}` : ''
  if (event !== undefined) {
    const begins = words.event(String(event))
    return `${where === undefined ? begins : words.where(begins, conditionWords(where, say))}${rest}`
  }
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
