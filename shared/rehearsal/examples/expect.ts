import { type Cursor, complain, list, mapping, meant, oneOf, short, text, whole } from '../../domain/cursor.ts'
import { onlyOne, readMoney } from '../../domain/rulebook/read.ts'
import type { ActionKind, Campaign, Rulebook } from '../../domain/rulebook/rulebook.ts'
import { GATE_NAMES, type GateName } from '../../events/index.ts'
import type { Expectation, Happening } from './example.ts'
import { readInstant, type Times } from './instants.ts'
import { splitsOf } from './member.ts'

/** Where expectations are read. */
export interface ExpectScope {
  rulebook: Rulebook
  campaign: Campaign
  times: Times
  lineOf(cursor: Cursor): number
}

type Expected = Pick<Expectation, 'words' | 'isMet'>
type Reader = (cursor: Cursor, scope: ExpectScope) => Expected | undefined

export const ACTIONS: readonly ActionKind[] = ['email', 'compensation', 'upgradeOffer', 'serviceTask', 'entitlement']
const EXPECTATIONS_AT_MOST = 100
/** The pipeline's clock moves in steps of so much at most: what is due within one happens at its end. */
const CLOCK_STEP_MS = 15 * 60_000

/** What can be expected, by the word for it. */
const readers = {
  email: readEmail,
  compensation: readCompensation,
  upgradeOffer: readOffer,
  serviceTask: readTask,
  entitlement: readEntitlement,
  skipped: (cursor) => readStopped(cursor, 'skipped', 'skipped by'),
  held: (cursor) => readStopped(cursor, 'held', 'held by'),
  heldOut: (cursor) => readFate(cursor, 'heldOut', 'held out'),
  waits: (cursor) => readFate(cursor, 'waiting', 'waits for a second person'),
  refused: (cursor) => readFate(cursor, 'refused', 'refused'),
  failed: (cursor) => readFate(cursor, 'failed', 'failed'),
  notEntered: (cursor) => {
    const gate = readGate(cursor)
    return gate && { words: `not entered: ${gate}`, isMet: (is) => is.outcome === 'notEntered' && is.gate === gate }
  },
  entered: (cursor) => readYes(cursor, 'entered', 'entered'),
  arm: readArm,
  exited: (cursor) => readYes(cursor, 'exited', 'exited'),
  goal: (cursor) => readYes(cursor, 'goal', 'the goal is reached'),
} satisfies Record<string, Reader>

type Kind = keyof typeof readers
const EXPECTATION_KINDS = Object.keys(readers) as Kind[]

/** `expect`: the word `nothing`, or a list in the order in which it happens. */
export function readExpect(cursor: Cursor, scope: ExpectScope): 'nothing' | Expectation[] | undefined {
  if (cursor.value === 'nothing') return 'nothing'
  if (typeof cursor.value === 'string') {
    return complain(cursor, 'bad-value', `"${short(cursor.value)}" cannot be expected`, 'a list, or "nothing"')
  }
  const items = list(cursor, EXPECTATIONS_AT_MOST)
  if (items?.length === 0) return complain(cursor, 'bad-value', 'an empty list', 'write expect: nothing')
  return items?.map((item) => readExpectation(item, scope)).filter((each) => each !== undefined)
}

function readExpectation(cursor: Cursor, scope: ExpectScope): Expectation | undefined {
  const fields = mapping(cursor, [...EXPECTATION_KINDS, 'at'])
  const kind = fields && onlyOne(cursor, fields, EXPECTATION_KINDS)
  const expected = kind && (readers[kind] as Reader)(fields[kind]!, scope)
  const when = fields?.at ? readWhen(fields.at, scope.times) : { words: '', isMet: () => true }
  if (!expected || !when) return undefined
  return {
    words: expected.words + when.words,
    line: scope.lineOf(cursor),
    isMet: (happening) => expected.isMet(happening) && when.isMet(happening),
  }
}

/** On a day of the airline's, or at an instant. */
function readWhen(cursor: Cursor, times: Times): Expected | undefined {
  const { value } = cursor
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) {
    return { words: ` on ${value}`, isMet: ({ at }) => times.calendar.dateOf(at) === value }
  }
  const instant = readInstant(cursor, times)
  if (instant === undefined) return undefined
  return { words: ` at ${value}`, isMet: ({ at }) => at >= instant && at < instant + CLOCK_STEP_MS }
}

function readEmail(cursor: Cursor, { rulebook }: ExpectScope): Expected | undefined {
  const alone = typeof cursor.value === 'string'
  const fields = alone ? { template: cursor } : mapping(cursor, ['template', 'subject', 'says'], ['template'])
  if (!fields?.template) return undefined
  const template = text(fields.template)
  const subject = 'subject' in fields && fields.subject ? text(fields.subject) : undefined
  const says = 'says' in fields && fields.says ? text(fields.says) : undefined
  if (template === undefined) return undefined
  if (!Object.hasOwn(rulebook.templates, template)) {
    const hint = meant(template, Object.keys(rulebook.templates))
    return complain(fields.template, 'unknown-template', `no template is called "${short(template)}"`, hint)
  }
  const more = [subject && `with the subject "${subject}"`, says && `that says "${says}"`].filter(Boolean)
  return {
    words: [`email ${template}`, ...more].join(' '),
    isMet: ({ outcome, action, mail }) =>
      outcome === 'sent' &&
      action?.kind === 'email' &&
      action.template === template &&
      (subject === undefined || mail?.subject === subject) &&
      (says === undefined || mail?.text.includes(says) === true),
  }
}

function readCompensation(cursor: Cursor): Expected | undefined {
  const pays = ['miles', 'voucher', 'cash'] as const
  const fields = mapping(cursor, pays)
  const kind = fields && onlyOne(cursor, fields, pays)
  if (!kind) return undefined
  const at = fields[kind]!
  const miles = kind === 'miles' ? whole(at, 1, 10_000_000) : undefined
  const money = kind === 'miles' ? undefined : readMoney(at)
  const amount = miles ?? money?.amountMinor
  if (amount === undefined) return undefined
  return {
    words: kind === 'miles' ? `compensation ${amount} miles` : `compensation ${kind} ${at.value}`,
    isMet: ({ outcome, action, grant }) =>
      outcome === 'granted' &&
      action?.kind === 'compensation' &&
      grant?.kind === kind &&
      grant.amount === amount &&
      grant.currency === money?.currency,
  }
}

function readOffer(cursor: Cursor): Expected | undefined {
  const at = mapping(cursor, ['cabin'], ['cabin'])?.cabin
  const cabin = at && oneOf(at, ['F', 'C', 'W'])
  if (!cabin) return undefined
  return {
    words: `upgradeOffer to ${cabin}`,
    isMet: ({ outcome, action }) => outcome === 'issued' && action?.kind === 'upgradeOffer' && action.cabin === cabin,
  }
}

function readTask(cursor: Cursor): Expected | undefined {
  const title = text(cursor)
  if (title === undefined) return undefined
  return {
    words: `serviceTask "${title}"`,
    isMet: ({ outcome, action }) => outcome === 'opened' && action?.kind === 'serviceTask' && action.title === title,
  }
}

/** `250 EUR` that the law owes, granted; or `task`: a person sees to it. */
function readEntitlement(cursor: Cursor): Expected | undefined {
  if (cursor.value === 'task') {
    const isMet: Expected['isMet'] = ({ outcome, action }) => outcome === 'opened' && action?.kind === 'entitlement'
    return { words: 'entitlement task', isMet }
  }
  const money = readMoney(cursor)
  if (!money) return undefined
  return {
    words: `entitlement ${cursor.value}`,
    isMet: ({ outcome, action, grant }) =>
      outcome === 'granted' &&
      action?.kind === 'entitlement' &&
      grant?.amount === money.amountMinor &&
      grant.currency === money.currency,
  }
}

/** `{ email: consent }`: what was stopped, and by which gate. */
function readStopped(cursor: Cursor, outcome: 'skipped' | 'held', how: string): Expected | undefined {
  const fields = mapping(cursor, ACTIONS)
  const kind = fields && onlyOne(cursor, fields, ACTIONS)
  const gate = kind && readGate(fields[kind]!)
  if (!gate) return undefined
  return {
    words: `${kind} ${how} ${gate}`,
    isMet: (is) => is.outcome === outcome && is.action?.kind === kind && is.gate === gate,
  }
}

function readFate(cursor: Cursor, outcome: Happening['outcome'], how: string): Expected | undefined {
  const kind = oneOf(cursor, ACTIONS)
  return kind && { words: `${kind} ${how}`, isMet: (is) => is.outcome === outcome && is.action?.kind === kind }
}

/** The arm that a split of this campaign takes the member to. */
function readArm(cursor: Cursor, { campaign }: ExpectScope): Expected | undefined {
  const known = splitsOf(campaign).flatMap(({ arms }) => arms.map(({ arm }) => arm))
  const arm = text(cursor)
  if (arm === undefined) return undefined
  if (!known.includes(arm)) {
    return complain(cursor, 'unknown-arm', `no arm is called "${short(arm)}"`, meant(arm, known))
  }
  return { words: `arm ${arm}`, isMet: (is) => is.arm === arm }
}

function readYes(cursor: Cursor, outcome: Happening['outcome'], words: string): Expected | undefined {
  if (cursor.value !== true) return complain(cursor, 'bad-value', 'only "true" can be expected of it')
  return { words, isMet: (is) => is.outcome === outcome }
}

function readGate(cursor: Cursor): GateName | undefined {
  return oneOf(cursor, GATE_NAMES)
}
