import { mapping, whole } from '../../cursor.ts'
import { onlyOne, readMoney } from '../../rulebook/read.ts'
import { object, TEXT } from '../../rulebook/schema/parts.ts'
import { moneyText } from '../../units.ts'
import type { ActionDefinition, Done } from '../definition.ts'
import { compensationOutcomes } from './outcomes.ts'
import { planCompensation } from './plan.ts'
import { PAYS } from './read.ts'
import { compensationStep } from './step.ts'

export const compensationAction = {
  queue: 'compensations' as const,
  traits: {
    grants: true,
    paysFromBudget: true,
    brings: 'compensation',
  },
  form: compensationStep,
  plan: planCompensation,
  outcomes: compensationOutcomes,
  counted: ['granted', 'refused'],
  example: {
    schema: object({ miles: { type: 'integer', minimum: 1 }, voucher: TEXT, cash: TEXT }),
    read(cursor) {
      const fields = mapping(cursor, PAYS)
      const kind = fields && onlyOne(cursor, fields, PAYS)
      if (!kind) return undefined
      const at = fields[kind]!
      const miles = kind === 'miles' ? whole(at, 1, 10_000_000) : undefined
      const money = kind === 'miles' ? undefined : readMoney(at)
      const amount = miles ?? money?.amountMinor
      if (amount === undefined) return undefined
      return {
        words: ({ granted }) => granted(kind, String(at.value)),
        isMet: ({ outcome, grant }) =>
          outcome === 'granted' &&
          grant?.kind === kind &&
          grant.amount === amount &&
          grant.currency === money?.currency,
      }
    },
    words:
      ({ grant }) =>
      ({ granted }) =>
        grant ? granted(grant.kind, amountText(grant)) : granted(),
    write: ({ grant }) =>
      grant && {
        [grant.kind]: grant.currency === undefined ? grant.amount : moneyText(grant.amount, grant.currency),
      },
  },
  sample: ({ pays: kind, amount: rules, currency }) => ({ granted: { kind, amount: rules.at(-1)!.amount, currency } }),
} satisfies ActionDefinition<'compensation'>

function amountText({ amount, currency }: NonNullable<Done['grant']>): string {
  return currency === undefined ? String(amount) : moneyText(amount, currency)
}
