import { type ConditionContext, readCondition } from '../audience/compile.ts'
import { DAY } from '../calendar.ts'
import { type Cursor, child, complain, list, mapping } from '../cursor.ts'
import { readDuration, readMoney } from './read.ts'
import type { Above, ApprovalRule } from './rulebook.ts'

const CASES_AT_MOST = 20
/** How long a grant waits for approval by default. */
export const USUAL_TIME = 3 * DAY
const LONGEST_TIME = 30 * DAY

/** Where conditions are allowed: in a campaign, not in a budget. */
export interface ApprovalScope {
  /** Undefined if the budget is not known: then the currency cannot be checked. */
  currency?: string
  /** Whether the budget says what a mile is worth. Undefined if it is not known. */
  paysMiles?: boolean
  conditions?: ConditionContext
}

/** The cost from which a second person must approve: one threshold, or one per case, the last of them without `when`. */
export function readApproval(cursor: Cursor, scope: ApprovalScope): ApprovalRule[] {
  if (!Array.isArray(cursor.value)) return [readRule(cursor, scope, false)].filter((rule) => rule !== undefined)
  if (!scope.conditions) {
    return (
      complain(
        cursor,
        'bad-value',
        ({ problems }) => problems.budgetHasOneThreshold,
        ({ problems }) => problems.casesInCampaigns,
      ) ?? []
    )
  }
  const items = list(cursor, CASES_AT_MOST) ?? []
  if (items.length === 0) complain(cursor, 'bad-value', ({ problems }) => problems.noApprovalCase)
  const open = items.findIndex((item) => child(item, 'when').value === undefined)
  if (items.length > 0 && open < 0)
    complain(
      items.at(-1)!,
      'missing-otherwise',
      ({ problems }) => problems.lastCaseHasCondition,
      ({ problems }) => problems.endWithoutWhen,
    )
  else if (open >= 0 && open < items.length - 1)
    complain(items[open + 1]!, 'unreachable-case', ({ problems }) => problems.unreachableCase)
  return items.map((item) => readRule(item, scope, true)).filter((rule) => rule !== undefined)
}

function readRule(cursor: Cursor, scope: ApprovalScope, cases: boolean): ApprovalRule | undefined {
  const fields = mapping(cursor, cases ? ['when', 'above', 'within'] : ['above', 'within'], ['above'])
  if (!fields) return undefined
  const { conditions } = scope
  const when = 'when' in fields && fields.when && conditions ? readCondition(fields.when, conditions) : undefined
  const above = fields.above && readAbove(fields.above, scope)
  const within = fields.within ? readDuration(fields.within) : USUAL_TIME
  if (fields.within && within !== undefined && within > LONGEST_TIME)
    complain(fields.within, 'bad-duration', ({ problems }) => problems.approvalTooLong)
  if (!above || within === undefined) return undefined
  return { ...(when && { when }), above, within }
}

const MILES = /^(\d+) miles$/

/** An amount in the budget's currency, or a number of miles. */
function readAbove(cursor: Cursor, { currency, paysMiles }: ApprovalScope): Above | undefined {
  const [, miles] = typeof cursor.value === 'string' ? (MILES.exec(cursor.value) ?? []) : []
  if (miles !== undefined) {
    if (paysMiles !== false) return { miles: Number(miles) }
    return complain(
      cursor,
      'missing-mile-value',
      ({ problems }) => problems.budgetHasNoMileValue,
      ({ problems }) => problems.addMileValueLine,
    )
  }
  const money = readMoney(cursor)
  if (money && currency && money.currency !== currency)
    complain(cursor, 'wrong-currency', ({ problems }) => problems.notBudgetCurrency(money.currency, currency))
  return money && { minor: money.amountMinor }
}
