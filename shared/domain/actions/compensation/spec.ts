import type { Condition } from '../../audience/condition.ts'

/** Miles or money as goodwill, from the campaign's budget. */
export interface CompensationSpec {
  kind: 'compensation'
  pays: 'miles' | 'voucher' | 'cash'
  currency?: string
  amount: AmountRule[]
  reason: string
}

/** The first rule whose condition holds gives the amount; the last one has no condition. */
export interface AmountRule {
  when?: Condition
  /** Miles, or minor units. */
  amount: number
}
