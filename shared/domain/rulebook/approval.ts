import { type ConditionContext, readCondition } from '../audience/compile.ts'
import { DAY } from '../calendar.ts'
import { type Cursor, child, complain, list, mapping } from '../cursor.ts'
import { readDuration, readMoney } from './read.ts'
import type { Above, ApprovalRule } from './rulebook.ts'

const CASES_AT_MOST = 20
/** How long a grant waits for a second person where nothing is said. */
export const USUAL_TIME = 3 * DAY
const LONGEST_TIME = 30 * DAY

/** Where conditions may be asked: in a campaign, not in a budget. */
export interface ApprovalScope {
  /** Undefined where the budget is not known: its currency cannot be held against this. */
  currency?: string
  /** Whether the budget says what a mile is worth; undefined where it is not known. */
  paysMiles?: boolean
  conditions?: ConditionContext
}

/** From what cost on a second person must approve: one threshold, or one a case, the last of them without `when`. */
export function readApproval(cursor: Cursor, scope: ApprovalScope): ApprovalRule[] {
  if (!Array.isArray(cursor.value)) return [readRule(cursor, scope, false)].filter((rule) => rule !== undefined)
  if (!scope.conditions) {
    return complain(cursor, 'bad-value', 'a budget has one threshold for all', 'cases belong to a campaign') ?? []
  }
  const items = list(cursor, CASES_AT_MOST) ?? []
  if (items.length === 0) complain(cursor, 'bad-value', 'no case: nobody would be asked')
  const open = items.findIndex((item) => child(item, 'when').value === undefined)
  if (items.length > 0 && open < 0)
    complain(items.at(-1)!, 'missing-otherwise', 'the last case has a condition too', 'end with one without "when"')
  else if (open >= 0 && open < items.length - 1)
    complain(items[open + 1]!, 'unreachable-case', 'the case before it takes everybody')
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
    complain(fields.within, 'bad-duration', 'a grant waits 30 days at most')
  if (!above || within === undefined) return undefined
  return { ...(when && { when }), above, within }
}

const MILES = /^(\d+) miles$/

/** An amount of the budget's money, or so many miles. */
function readAbove(cursor: Cursor, { currency, paysMiles }: ApprovalScope): Above | undefined {
  const [, miles] = typeof cursor.value === 'string' ? (MILES.exec(cursor.value) ?? []) : []
  if (miles !== undefined) {
    if (paysMiles !== false) return { miles: Number(miles) }
    return complain(
      cursor,
      'missing-mile-value',
      'the budget does not say what a mile costs',
      'add mileValue: 0.05 CNY',
    )
  }
  const money = readMoney(cursor)
  if (money && currency && money.currency !== currency)
    complain(cursor, 'wrong-currency', `${money.currency}, where the budget is in ${currency}`)
  return money && { minor: money.amountMinor }
}
