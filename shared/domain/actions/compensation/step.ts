import { conditionWords } from '../../rulebook/diff/words.ts'
import { CONDITION, MONEY, object, STEPS, TEXT } from '../../rulebook/schema/parts.ts'
import type { StepForm } from '../step-form.ts'
import { readCompensation } from './read.ts'

type Mapping = Record<string, unknown>

const pays = { miles: { type: 'integer', minimum: 1 }, voucher: MONEY, cash: MONEY }

export const compensationStep = {
  read: readCompensation,
  beside: ['reason', 'ifRefused'],
  schema: {
    forms: [
      {
        properties: { compensation: object({ ...pays, reason: TEXT }, ['reason']), ifRefused: STEPS },
        required: ['compensation'],
      },
      {
        properties: {
          compensation: { type: 'array', minItems: 1, items: object({ when: CONDITION, ...pays }) },
          reason: TEXT,
          ifRefused: STEPS,
        },
        required: ['compensation', 'reason'],
      },
    ],
  },
  line: (value, reason) =>
    Array.isArray(value)
      ? `compensation ${value.map(caseWords).join('; ')} (reason ${reason})`
      : `compensation ${amountWords(value as Mapping)}`,
} satisfies StepForm<'compensation'>

function caseWords(each: Mapping): string {
  const { when, ...amount } = each
  return when === undefined ? `otherwise ${amountWords(amount)}` : `${amountWords(amount)} if ${conditionWords(when)}`
}

function amountWords({ miles, voucher, cash, reason }: Mapping): string {
  const amount =
    miles !== undefined ? `${miles} miles` : voucher !== undefined ? `voucher of ${voucher}` : `${cash} in cash`
  return `${amount}${reason ? ` (reason ${reason})` : ''}`
}
