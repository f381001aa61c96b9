import { isTimes } from '../../audience/read-window.ts'
import { isMapping } from '../../cursor.ts'
import { parseDuration } from '../../units.ts'
import { plainWords } from './plain.ts'

/** Rules in words: what a marketer wrote, without the notation. Values may be anything that a valid rulebook holds. */

type Mapping = Record<string, unknown>

const COMPARISONS: Record<string, (operand: string) => string> = {
  is: (operand) => operand,
  isNot: (operand) => `not ${operand}`,
  in: (operand) => `one of ${operand}`,
  notIn: (operand) => `none of ${operand}`,
  atLeast: (operand) => `at least ${operand}`,
  atMost: (operand) => `at most ${operand}`,
  above: (operand) => `above ${operand}`,
  below: (operand) => `below ${operand}`,
  between: (operand) => `between ${operand.replace(', ', ' and ')}`,
  before: (operand) => `before ${operand}`,
  after: (operand) => `after ${operand}`,
  within: (operand) => `within ${operand}`,
  present: (operand) => (operand === 'true' ? 'known' : 'not known'),
}

const WINDOWS: Record<string, (operand: string) => string> = {
  inLast: (operand) => `in the last ${operand}`,
  during: (operand) => `during ${operand}`,
  since: () => 'since the journey began',
  departsWithin: (operand) => `departing within ${operand}`,
  departsBetween: (operand) => `departing between ${operand.replace(', ', ' and ')}`,
  departsDuring: (operand) => `departing ${operand}`,
  bookedInLast: (operand) => `booked in the last ${operand}`,
}

/** A condition: `flights at least 6 in the last 365d, and tier gold`. */
export function conditionWords(condition: unknown): string {
  return conjuncts(condition).map(conjunctWords).join(', and ') || 'everybody'
}

/** What must all hold, one each. */
export function conjuncts(condition: unknown): Mapping[] {
  if (!isMapping(condition)) return condition === undefined ? [] : [{ audience: condition }]
  return Object.entries(condition).flatMap(([key, value]) =>
    key === 'all' && Array.isArray(value) ? value.flatMap(conjuncts) : [{ [key]: value }],
  )
}

/** One of those, a mapping with one key. */
export function conjunctWords(conjunct: Mapping): string {
  const [key, value] = Object.entries(conjunct)[0]!
  switch (key) {
    case 'any':
      return inBrackets((value as unknown[]).map((each) => whole(conditionWords(each))).join(', or '))
    case 'not':
      return `not ${inBrackets(conditionWords(value))}`
    case 'audience':
      return `in the audience ${value}`
    case 'event':
      return eventWords(value as Mapping)
    case 'happened':
      return isMapping(value) ? happenedWords(value) : `${value} has happened since`
    case 'chance':
      return `a share of ${value}`
    default:
      return value === true ? key : `${key} ${matcherWords(value)}`
  }
}

/** Several things that must all hold stand together among others. */
function whole(words: string): string {
  return words.includes(', and ') ? inBrackets(words) : words
}

function inBrackets(words: string): string {
  return /^\([^()]*\)$/.test(words) ? words : `(${words})`
}

function eventWords(fields: Mapping): string {
  return Object.entries(fields)
    .map(([field, matcher]) => `the event's ${field} ${matcherWords(matcher)}`)
    .join(', and ')
}

/** `complaint.filed (category baggage), at least 2, in the last 90d`. */
function happenedWords({ event, where, sum, ...asked }: Mapping): string {
  const of = where === undefined ? '' : ` (${matcherWords(where)})`
  const what = `${event}${of}${sum === undefined ? '' : ` in ${sum}`}`
  return Object.keys(asked).length > 0 ? `${what}, ${matcherWords(asked)}` : `${what} has happened since`
}

function matcherWords(matcher: unknown): string {
  if (matcher === false) return 'none'
  if (!isMapping(matcher)) return Array.isArray(matcher) ? `one of ${matcher.join(', ')}` : String(matcher)
  const rank = (key: string, value: unknown) => (isWindow(key, value) ? 2 : key in COMPARISONS ? 0 : 1)
  const entries = Object.entries(matcher).sort(([a, x], [b, y]) => rank(a, x) - rank(b, y))
  return entries.map(([key, value]) => operandWords(key, value)).join(', ')
}

function isWindow(key: string, value: unknown): boolean {
  return key in WINDOWS || (key === 'between' && isTimes(value))
}

function betweenWords([one, other]: string[]): string {
  return `between ${one} and ${other}${parseDuration(one) ? ' ago' : ''}`
}

/** A comparison, a filter or a window. */
function operandWords(key: string, value: unknown): string {
  if (key === 'between' && isTimes(value)) return betweenWords(value as string[])
  if (isMapping(value)) return `${key} ${matcherWords(value)}`
  const operand = Array.isArray(value) ? value.map(plainWords).join(', ') : String(value)
  const worded = (COMPARISONS[key] ?? WINDOWS[key])?.(operand)
  return worded ?? `${key} ${Array.isArray(value) ? `one of ${operand}` : operand}`
}

/** What begins a campaign. */
export function triggerWords(trigger: unknown): string {
  if (!isMapping(trigger)) return String(trigger)
  const { event, where, schedule, audience, on = 'entered', includeExisting, date, daysBefore, at, ...more } = trigger
  const rest = Object.keys(more).length > 0 ? `, ${plainWords(more)}` : ''
  if (event !== undefined) return `${event}${where === undefined ? '' : ` where ${conditionWords(where)}`}${rest}`
  if (isMapping(schedule)) return `${scheduleWords(schedule)}, for the audience ${audience}${rest}`
  if (audience !== undefined) {
    return `the audience ${audience} is ${on}${includeExisting ? ', those who are in it already included' : ''}${rest}`
  }
  if (date === undefined) return plainWords(trigger)
  return `${daysBefore ? `${daysBefore} days before the ${date}` : `the ${date}`}${at ? ` at ${at}` : ''}${rest}`
}

function scheduleWords({ cron, once, zone }: Mapping): string {
  const when = cron === undefined ? `once, ${once}` : `the schedule ${cron}`
  return zone === undefined ? when : `${when} (${zone})`
}

/** How much a campaign may do over all its members. */
export function limitWords(limits: unknown): string {
  const { perMinute, inAll } = isMapping(limits) ? limits : {}
  const words = [
    ...(perMinute === undefined ? [] : [`${perMinute} mails a minute`]),
    ...(inAll === undefined ? [] : [`${inAll} members in all`]),
  ]
  return words.join(', ') || 'none'
}
