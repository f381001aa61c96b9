import { readCondition } from '../../audience/compile.ts'
import { type Cursor, child, complain, complainOfKey, list, mapping, text, whole } from '../../cursor.ts'
import { onlyOne, readMoney } from '../../rulebook/read.ts'
import type { StepScope } from '../../rulebook/scope.ts'
import type { Beside } from '../step-form.ts'
import type { AmountRule, CompensationSpec } from './compensation.ts'

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
    complain(
      cursor,
      'missing-key',
      ({ problems }) => problems.reasonIsMissing,
      ({ problems }) => problems.putReasonBesideTheCases,
    )
  const reasonAt = inCases ? beside.reason : fields && 'reason' in fields ? (fields.reason as Cursor) : undefined
  const reason = reasonAt && text(reasonAt, 100)
  const cases = inCases ? readCases(cursor, scope) : fields && [readCase(cursor, fields, scope)]
  if (!scope.budget) {
    complain(
      cursor,
      'missing-budget',
      ({ problems }) => problems.compensationIsPaidFromABudget,
      ({ problems }) => problems.nameOneBudgetOfTheCampaign,
    )
  }
  if (!reason || !cases || cases.includes(undefined)) return undefined
  const [first, ...others] = cases as Case[]
  for (const { at, pays, currency } of others) {
    if (pays !== first!.pays || currency !== first!.currency) {
      return complain(at, 'mixed-compensation', ({ problems }) => problems.mixedKinds(pays, first!.pays))
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
  if (items.length === 0) return complain(cursor, 'bad-value', ({ problems }) => problems.noCaseNothingWouldBeGiven)
  const cases = items.map((item) => {
    const fields = mapping(item, ['when', ...PAYS])
    return fields && readCase(item, fields, scope)
  })
  const open = items.findIndex((item) => child(item, 'when').value === undefined)
  if (open < 0) {
    complain(
      items.at(-1)!,
      'missing-otherwise',
      ({ problems }) => problems.lastCaseHasCondition,
      ({ problems }) => problems.endWithoutWhen,
    )
  } else if (open < items.length - 1) {
    complain(items[open + 1]!, 'unreachable-case', ({ problems }) => problems.unreachableCase)
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
      ({ problems }) => problems.noMileValueIn(budget.id),
      ({ problems }) => problems.addMileValue,
    )
  }
  return amount === undefined ? undefined : { amount }
}

function readPaid(cursor: Cursor, { budget }: StepScope): { amount: number; currency?: string } | undefined {
  const { value } = cursor
  if (typeof value === 'number') {
    return complain(
      cursor,
      'bad-money',
      ({ problems }) => problems.expectedMoney(value),
      ({ problems }) => problems.writeAsMoney(value),
    )
  }
  const money = readMoney(cursor)
  if (!money) return undefined
  if (budget && budget !== 'faulty' && budget.currency !== '' && budget.currency !== money.currency) {
    return complain(cursor, 'wrong-currency', ({ problems }) =>
      problems.notTheBudgetsCurrency(money.currency, budget.id, budget.currency),
    )
  }
  return { amount: money.amountMinor, currency: money.currency }
}
