import { readCondition } from '../../audience/compile.ts'
import { type Cursor, child, complain, complainOfKey, describe, list, mapping, text, whole } from '../../cursor.ts'
import { onlyOne, readMoney } from '../../rulebook/read.ts'
import type { StepScope } from '../../rulebook/scope.ts'
import type { Beside } from '../step-form.ts'
import type { AmountRule, CompensationSpec } from './spec.ts'

export const PAYS = ['miles', 'voucher', 'cash'] as const
const CASES_AT_MOST = 20

interface Case {
  pays: (typeof PAYS)[number]
  currency?: string | undefined
  rule: AmountRule
  at: Cursor
}

/** One amount with its reason, or a list of cases with the reason beside it. */
export function readCompensation(cursor: Cursor, scope: StepScope, beside: Beside): CompensationSpec | undefined {
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
