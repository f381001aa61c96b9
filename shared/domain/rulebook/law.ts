import { type Cursor, complain, list, mapping, oneOf, text } from '../cursor.ts'
import { LICENCES } from '../law/incident.ts'
import { CHINA_STANDARDS } from '../law/tables/china.ts'
import { readMoney } from './read.ts'
import type { LawSettings } from './rulebook.ts'

const CURRENCIES_AT_MOST = 10

/** `law:` of the settings. */
export function readLaw(cursor: Cursor): LawSettings | undefined {
  const fields = mapping(cursor, ['licence', 'table', 'causes', 'automaticPerHour'], ['licence'])
  const licence = fields?.licence && oneOf(fields.licence, LICENCES)
  const tables = [...new Set(CHINA_STANDARDS.map(({ standard }) => standard))]
  const table = fields?.table && oneOf(fields.table, tables)
  const automaticPerHour = fields?.automaticPerHour ? readAmounts(fields.automaticPerHour) : {}
  const causes = fields?.causes && readCauses(fields.causes)
  if (!licence || !automaticPerHour) return undefined
  return { licence, ...(table && { table }), ...(causes && { causes }), automaticPerHour }
}

const CAUSES_AT_MOST = 200
const MEANINGS = ['extraordinary', 'ours'] as const

/** The airline's words and codes for causes, such as 71 for weather, and what they mean to the law. */
function readCauses(cursor: Cursor): LawSettings['causes'] {
  const fields = mapping(cursor, MEANINGS) ?? {}
  const causes: Record<string, (typeof MEANINGS)[number]> = {}
  for (const meaning of MEANINGS)
    for (const item of fields[meaning] ? (list(fields[meaning], CAUSES_AT_MOST) ?? []) : []) {
      const cause = typeof item.value === 'number' ? String(item.value) : text(item, 64)
      if (cause === undefined) continue
      if (Object.hasOwn(causes, cause)) complain(item, 'bad-value', ({ problems }) => problems.isListedTwice(cause))
      causes[cause] = meaning
    }
  return causes
}

/** One amount, or one per currency. */
function readAmounts(cursor: Cursor): Record<string, number> | undefined {
  const items = Array.isArray(cursor.value) ? list(cursor, CURRENCIES_AT_MOST) : [cursor]
  const amounts: Record<string, number> = {}
  for (const item of items ?? []) {
    const money = readMoney(item)
    if (!money) return undefined
    const { amountMinor, currency } = money
    if (Object.hasOwn(amounts, currency))
      return complain(item, 'bad-value', ({ problems }) => problems.isListedTwice(currency))
    amounts[currency] = amountMinor
  }
  return amounts
}
