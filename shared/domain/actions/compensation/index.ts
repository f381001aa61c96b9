import { mapping, whole } from '../../cursor.ts'
import { conditionWords } from '../../rulebook/diff/words.ts'
import { onlyOne, readMoney } from '../../rulebook/read.ts'
import { CONDITION, MONEY, object, type Schema, STEPS, TEXT } from '../../rulebook/schema/parts.ts'
import { moneyText } from '../../units.ts'
import type { ActionDefinition, Done } from '../definition.ts'
import { compensationOutcomes } from './outcomes.ts'
import { planCompensation } from './plan.ts'
import { PAYS, readCompensation } from './read.ts'

type Mapping = Record<string, unknown>

const MILES: Schema = { type: 'integer', minimum: 1 }
const pays = { miles: MILES, voucher: MONEY, cash: MONEY }

export const compensationAction = {
  queue: 'compensations',
  step: {
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
  },
  plan: planCompensation,
  outcomes: compensationOutcomes,
  counted: ['granted', 'refused'],
  example: {
    schema: object({ miles: MILES, voucher: TEXT, cash: TEXT }),
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
        words: kind === 'miles' ? `compensation ${amount} miles` : `compensation ${kind} ${at.value}`,
        isMet: ({ outcome, grant }) =>
          outcome === 'granted' &&
          grant?.kind === kind &&
          grant.amount === amount &&
          grant.currency === money?.currency,
      }
    },
    words: ({ grant }) => `compensation ${grant ? grantWords(grant) : 'granted'}`,
  },
  sample: ({ pays: kind, amount: rules, currency }) => ({ granted: { kind, amount: rules.at(-1)!.amount, currency } }),
} satisfies ActionDefinition<'compensation'>

function caseWords(each: Mapping): string {
  const { when, ...amount } = each
  return when === undefined ? `otherwise ${amountWords(amount)}` : `${amountWords(amount)} if ${conditionWords(when)}`
}

function amountWords({ miles, voucher, cash, reason }: Mapping): string {
  const amount =
    miles !== undefined ? `${miles} miles` : voucher !== undefined ? `voucher of ${voucher}` : `${cash} in cash`
  return `${amount}${reason ? ` (reason ${reason})` : ''}`
}

function grantWords({ kind, amount, currency }: NonNullable<Done['grant']>): string {
  return currency === undefined ? `${amount} ${kind}` : `${kind} ${moneyText(amount, currency)}`
}
