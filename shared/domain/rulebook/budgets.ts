import { type Cursor, child, complain, complainOfKey, isMapping, mapping } from '../cursor.ts'
import { readApproval } from './approval.ts'
import { readMileValues } from './mile-value.ts'
import { readMoney } from './read.ts'
import type { Budget } from './rulebook.ts'

const BUDGETS_AT_MOST = 100

/** `budgets.yaml`, by id. A budget with a problem is still included, so that campaigns are not said to name an unknown one. */
export function readBudgets(cursor: Cursor): Record<string, Budget> {
  const all = mapping(cursor, ['budgets'], ['budgets'])?.budgets
  if (!all) return {}
  if (!isMapping(all.value)) return mapping(all, []) ?? {}
  const ids = Object.keys(all.value)
  if (ids.length > BUDGETS_AT_MOST)
    complain(all, 'too-large', ({ problems }) => problems.tooManyBudgets(BUDGETS_AT_MOST))
  return Object.fromEntries(ids.slice(0, BUDGETS_AT_MOST).map((id) => [id, readBudget(child(all, id), id)]))
}

function readBudget(cursor: Cursor, id: string): Budget {
  if (!/^[a-z0-9-]{1,64}$/.test(id)) {
    complainOfKey(cursor, 'bad-id', ({ problems }) => problems.badId)
  }
  const fields = mapping(cursor, ['limit', 'mileValue', 'perMemberPerYear', 'approval'], ['limit']) ?? {}
  const limit = fields.limit && readMoney(fields.limit)
  const currency = limit?.currency
  const perMember = fields.perMemberPerYear && readMoney(fields.perMemberPerYear)
  if (fields.perMemberPerYear && perMember && currency && perMember.currency !== currency)
    complain(fields.perMemberPerYear, 'wrong-currency', ({ problems }) =>
      problems.notTheLimitsCurrency(perMember.currency, currency),
    )
  const mileValues = fields.mileValue ? readMileValues(fields.mileValue, currency) : []
  const scope = { ...(currency && { currency }), paysMiles: fields.mileValue !== undefined }
  return {
    id,
    currency: currency ?? '',
    limitMinor: limit?.amountMinor ?? 0,
    mileValues,
    ...(perMember && { perMemberYearMinor: perMember.amountMinor }),
    ...(fields.approval && { approval: readApproval(fields.approval, scope) }),
  }
}
