import { readCondition } from '../audience/compile.ts'
import { CABINS_IN_WORDS } from '../audience/fields/travel.ts'
import {
  bool,
  type Cursor,
  child,
  complain,
  complainOfKey,
  describe,
  list,
  mapping,
  meant,
  oneOf,
  short,
  text,
  whole,
} from '../cursor.ts'
import { onlyOne, readDuration, readMoney } from './read.ts'
import type { ActionKind, ActionSpec, AmountRule } from './rulebook.ts'
import type { StepScope } from './scope.ts'
import { readLocale } from './settings.ts'
import { nothingToTell } from './tells.ts'

type Reader<K extends ActionKind> = (
  cursor: Cursor,
  scope: StepScope,
  beside: { reason?: Cursor },
) => Extract<ActionSpec, { kind: K }> | undefined

/** What each kind of action is written as. A new kind: one entry here, and one in `shared/actions`. */
export const actionReaders: { [K in ActionKind]: Reader<K> } = {
  email: readEmail,
  upgradeOffer: readUpgradeOffer,
  compensation: readCompensation,
  serviceTask: readServiceTask,
  entitlement: readEntitlement,
}

function readEmail(cursor: Cursor, scope: StepScope): Extract<ActionSpec, { kind: 'email' }> | undefined {
  const alone = typeof cursor.value === 'string'
  const fields = alone ? { template: cursor } : mapping(cursor, ['template', 'locale', 'resendIfUnknown'], ['template'])
  if (!fields?.template) return undefined
  const template = readTemplateId(fields.template, scope)
  const locale = 'locale' in fields && fields.locale ? readMailLocale(fields.locale, template, scope) : 'member'
  const resend = 'resendIfUnknown' in fields && fields.resendIfUnknown ? bool(fields.resendIfUnknown) : false
  if (resend && !scope.service) {
    complain(
      child(cursor, 'resendIfUnknown'),
      'service-only',
      'only service mail may be sent again where it is unknown whether it was',
    )
  }
  if (!template || !locale || resend === undefined) return undefined
  return { kind: 'email', template, locale, resendIfUnknown: resend }
}

function readTemplateId(
  cursor: Cursor,
  { templates, defaultLocale, nothingGranted, tells, brought }: StepScope,
): string | undefined {
  const id = text(cursor)
  if (id === undefined) return undefined
  if (!Object.hasOwn(templates, id)) {
    return complain(
      cursor,
      'unknown-template',
      `no template is called "${short(id)}"`,
      meant(id, Object.keys(templates)),
    )
  }
  if (nothingGranted && tells[id]!.speaksOfGrant) {
    return complain(
      cursor,
      'promises-something',
      `"${id}" tells of a compensation, which was refused`,
      'another template',
    )
  }
  const missing = tells[id]!.needs.find((what) => !brought.has(what))
  if (missing) return complain(cursor, 'promises-something', ...nothingToTell(id, missing))
  if (defaultLocale !== '' && !templates[id]!.includes(defaultLocale)) {
    const hint = `add templates/${id}/${defaultLocale}.mjml`
    return complain(cursor, 'missing-locale', `"${id}" is not there in ${defaultLocale}, the default`, hint)
  }
  return id
}

function readMailLocale(cursor: Cursor, template: string | undefined, { templates }: StepScope): string | undefined {
  if (cursor.value === 'member') return 'member'
  const locale = readLocale(cursor)
  if (locale === undefined || template === undefined || templates[template]!.includes(locale)) return locale
  const hint = `there are ${templates[template]!.join(', ')}`
  return complain(cursor, 'missing-locale', `"${template}" is not there in ${locale}`, hint)
}

function readUpgradeOffer(cursor: Cursor): Extract<ActionSpec, { kind: 'upgradeOffer' }> | undefined {
  const fields = mapping(cursor, ['cabin', 'validFor'], ['cabin', 'validFor'])
  const cabin = fields?.cabin && oneOf(fields.cabin, ['F', 'C', 'W'], CABINS_IN_WORDS)
  const validFor = fields?.validFor && readDuration(fields.validFor)
  return cabin && validFor ? { kind: 'upgradeOffer', cabin, validFor } : undefined
}

function readServiceTask(cursor: Cursor): Extract<ActionSpec, { kind: 'serviceTask' }> | undefined {
  const fields = mapping(cursor, ['title', 'detail'], ['title'])
  const title = fields?.title && text(fields.title, 200)
  const detail = fields?.detail ? text(fields.detail, 2000) : ''
  return title && detail !== undefined ? { kind: 'serviceTask', title, detail } : undefined
}

/** Triggers whose event names a flight leg. */
const WITH_FLIGHT: readonly string[] = ['member.disrupted', 'flight.completed', 'complaint.filed', 'survey.answered']

/** Paid in money, which is said: miles are never a payment of what the law owes. */
function readEntitlement(cursor: Cursor, scope: StepScope): Extract<ActionSpec, { kind: 'entitlement' }> | undefined {
  const { event, service, law } = scope
  const paid = oneOf(cursor, ['money'])
  if (!service) complainOfKey(cursor, 'service-only', 'what the law owes is paid by a service campaign')
  if (!law)
    complainOfKey(cursor, 'missing-law', 'the settings have no "law"', 'add "law: { licence: CN }" to wingback.yaml')
  if (event !== 'faulty' && (!event || !WITH_FLIGHT.includes(event.type)))
    complainOfKey(cursor, 'no-flight-here', 'the trigger names no flight', `begin with ${WITH_FLIGHT.join(', ')}`)
  return paid && { kind: 'entitlement' }
}

const PAYS = ['miles', 'voucher', 'cash'] as const
const CASES_AT_MOST = 20

interface Case {
  pays: (typeof PAYS)[number]
  currency?: string
  rule: AmountRule
  at: Cursor
}

/** One amount with its reason, or a list of cases with the reason beside it. */
function readCompensation(
  cursor: Cursor,
  scope: StepScope,
  beside: { reason?: Cursor },
): Extract<ActionSpec, { kind: 'compensation' }> | undefined {
  const inCases = Array.isArray(cursor.value)
  const fields = inCases ? {} : mapping(cursor, [...PAYS, 'reason'], ['reason'])
  if (inCases && !beside.reason)
    complain(cursor, 'missing-key', '"reason" is missing', 'put "reason:" beside the cases')
  const reasonAt = inCases ? beside.reason : fields && 'reason' in fields ? (fields.reason as Cursor) : undefined
  const reason = reasonAt && text(reasonAt, 100)
  const cases = inCases ? readCases(cursor, scope) : fields && [readCase(cursor, fields, scope)]
  if (!scope.budget) {
    complain(cursor, 'missing-budget', 'compensation is paid from a budget', 'name one: "budget:" of the campaign')
  }
  if (!reason || !cases || cases.includes(undefined)) return undefined
  const [first, ...others] = cases as Case[]
  for (const { at, pays, currency } of others) {
    if (pays !== first!.pays || currency !== first!.currency) {
      return complain(at, 'mixed-compensation', `${pays} here, ${first!.pays} in the first case: one kind a step`)
    }
  }
  const { pays, currency } = first!
  return {
    kind: 'compensation',
    pays,
    ...(currency && { currency }),
    amount: (cases as Case[]).map(({ rule }) => rule),
    reason,
  }
}

function readCases(cursor: Cursor, scope: StepScope): (Case | undefined)[] | undefined {
  const items = list(cursor, CASES_AT_MOST)
  if (!items) return undefined
  if (items.length === 0) return complain(cursor, 'bad-value', 'no case: nothing would be given')
  const cases = items.map((item) => {
    const fields = mapping(item, ['when', ...PAYS])
    return fields && readCase(item, fields, scope)
  })
  const open = items.findIndex((item) => child(item, 'when').value === undefined)
  if (open < 0) {
    complain(items.at(-1)!, 'missing-otherwise', 'the last case has a condition too', 'end with one without "when"')
  } else if (open < items.length - 1) {
    complain(items[open + 1]!, 'unreachable-case', 'the case before it takes everybody')
  }
  return cases
}

function readCase(
  cursor: Cursor,
  fields: Partial<Record<'when' | (typeof PAYS)[number], Cursor>>,
  scope: StepScope,
): Case | undefined {
  const { conditions, event } = scope
  const when = fields.when && readCondition(fields.when, { ...conditions, event, inJourney: true })
  for (const type of when?.listensTo ?? []) scope.listensTo.add(type)
  const pays = onlyOne(cursor, fields, PAYS)
  if (!pays) return undefined
  const paid = pays === 'miles' ? readMiles(fields.miles!, scope) : readPaid(fields[pays]!, scope)
  if (!paid || (fields.when && !when)) return undefined
  const { amount, currency } = paid
  return { pays, currency, rule: { ...(when && { when }), amount }, at: cursor }
}

function readMiles(cursor: Cursor, { budget }: StepScope): { amount: number; currency?: string } | undefined {
  const amount = whole(cursor, 1, 10_000_000)
  if (budget && budget !== 'faulty' && budget.mileValues.length === 0) {
    return complainOfKey(
      cursor,
      'missing-mile-value',
      `budget "${budget.id}" does not say what a mile costs`,
      'add "mileValue:" to it',
    )
  }
  return amount === undefined ? undefined : { amount }
}

function readPaid(cursor: Cursor, { budget }: StepScope): { amount: number; currency?: string } | undefined {
  if (typeof cursor.value === 'number') {
    return complain(cursor, 'bad-money', `expected money, found ${describe(cursor.value)}`, `write ${cursor.value} CNY`)
  }
  const money = readMoney(cursor)
  if (!money) return undefined
  if (budget && budget !== 'faulty' && budget.currency !== '' && budget.currency !== money.currency) {
    return complain(cursor, 'wrong-currency', `${money.currency}, where budget "${budget.id}" is in ${budget.currency}`)
  }
  return { amount: money.amountMinor, currency: money.currency }
}
