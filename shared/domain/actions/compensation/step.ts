import { conditionWords, type Say } from '../../rulebook/diff/words.ts'
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
  line: (value, reason, say) => {
    if (!Array.isArray(value)) return say.step.compensation(amountWords(value as Mapping, say))
    const cases = value.map((each) => caseWords(each as Mapping, say)).join(say.step.nextCase)
    return `${say.step.compensation(cases)}${say.step.reason(String(reason))}`
  },
} satisfies StepForm<'compensation'>

function caseWords(each: Mapping, say: Say): string {
  const { when, ...amount } = each
  return say.step.case(amountWords(amount, say), when === undefined ? undefined : conditionWords(when, say))
}

function amountWords({ miles, voucher, cash, reason }: Mapping, { step }: Say): string {
  const amount =
    miles !== undefined
      ? step.miles(String(miles))
      : voucher !== undefined
        ? step.voucher(String(voucher))
        : step.cash(String(cash))
  return `${amount}${reason ? step.reason(String(reason)) : ''}`
}
