import { isTimes } from '../../audience/readWindow.ts'
import { isMapping } from '../../cursor.ts'
import { parseDuration } from '../../units.ts'

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

/** Steps, one line each; those of a branch say so. */
export function stepLines(steps: unknown, branch = ''): string[] {
  if (!Array.isArray(steps)) return []
  return steps.flatMap((step: Mapping) => {
    const [kind, value] = Object.entries(step).find(([key]) => !BESIDE.includes(key)) ?? ['', '']
    if (kind === 'split') {
      const arms = Array.isArray(step.arms) ? (step.arms as Mapping[]) : []
      const rest = arms.filter(({ share }) => share === undefined).length > 1 ? 'an equal part of the rest' : 'the rest'
      return [
        `${branch}split ${value}: ${arms.map(({ arm, share = rest }) => `${arm} ${share}`).join(', ')}`,
        ...arms.flatMap(({ arm, steps: own }) => stepLines(own, `${branch}${inArm(value, arm)}`)),
      ]
    }
    if (kind !== 'if') {
      return [
        `${branch}${stepWords(kind, value, step.reason)}${step.name === undefined ? '' : `, named ${step.name}`}`,
        ...stepLines(step.ifRefused, `${branch}${IF_REFUSED}`),
      ]
    }
    return [
      `${branch}if ${conditionWords(value)}`,
      ...stepLines(step.then, `${branch}${IF_SO}`),
      ...stepLines(step.else, `${branch}${OTHERWISE}`),
    ]
  })
}

/** What stands beside the key that says what kind of step it is. */
const BESIDE = ['name', 'then', 'else', 'arms', 'ifRefused', 'reason']

const IF_SO = 'if so: '
const OTHERWISE = 'otherwise: '
const IF_REFUSED = 'if refused: '
const inArm = (split: unknown, arm: unknown) => `in ${split} ${arm}: `

/** The kind of step that a line is of, in whatever branch. */
export function kindOfStep(line: string): string {
  return line
    .replaceAll(IF_SO, '')
    .replaceAll(OTHERWISE, '')
    .replaceAll(IF_REFUSED, '')
    .replaceAll(/in [a-z0-9-]+ [a-z0-9-]+: /g, '')
    .split(' ', 1)[0]!
}

function stepWords(kind: string, value: unknown, reason: unknown): string {
  const fields = isMapping(value) ? value : {}
  switch (kind) {
    case 'wait':
      return 'atMost' in fields ? `wait for ${fields.for}, ${fields.atMost} at most` : `wait ${plainWords(value)}`
    case 'email': {
      const { template = value, ...more } = fields
      return `email ${template}${Object.keys(more).length > 0 ? ` (${plainWords(more)})` : ''}`
    }
    case 'compensation':
      return `compensation ${Array.isArray(value) ? `${value.map(caseWords).join('; ')} (reason ${reason})` : amountWords(fields)}`
    case 'upgradeOffer':
      return `upgrade offer to cabin ${fields.cabin}, valid for ${fields.validFor}`
    case 'entitlement':
      return 'entitlement: what the law owes, in money'
    case 'serviceTask':
      return `task for a colleague: ${fields.title}${fields.detail ? ` (${fields.detail})` : ''}`
    default:
      return `${kind} ${plainWords(value)}`
  }
}

function caseWords(each: Mapping): string {
  const { when, ...amount } = each
  return when === undefined ? `otherwise ${amountWords(amount)}` : `${amountWords(amount)} if ${conditionWords(when)}`
}

function amountWords({ miles, voucher, cash, reason }: Mapping): string {
  const amount =
    miles !== undefined ? `${miles} miles` : voucher !== undefined ? `voucher of ${voucher}` : `${cash} in cash`
  return `${amount}${reason ? ` (reason ${reason})` : ''}`
}

/** Any other value on one line: `key value, key value`. */
export function plainWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainWords).join(', ')
  if (!isMapping(value)) return String(value)
  return Object.entries(value)
    .map(([key, each]) => `${key} ${plainWords(each)}`)
    .join(', ')
}
