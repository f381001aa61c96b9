import * as z from 'zod'
import { airlineEvents } from '../../contract/airline.ts'
import { readCurrency } from '../../standards/currency.ts'
import { readZone } from '../../standards/zone.ts'
import type { MappingForm } from '../connector.ts'
import { codes, named } from '../parts.ts'

const column = z.string().min(1).max(100)

/** How a cell is read. */
const READINGS = ['text', 'number', 'whole', 'boolean', 'date', 'time', 'money'] as const

/** Names with dots between them; a number of two digits at most is a place in a list. */
const FIELD = /^[a-zA-Z]{1,40}(\.([a-zA-Z]{1,40}|\d{1,2}))*$/

const field = z.strictObject({
  column: column.optional(),
  /** Added up: the fares of two years. An empty cell is nothing. */
  columns: z.array(column).min(1).max(20).optional().describe('Columns that are added up; an empty one is nothing'),
  value: z
    .union([z.string().max(200), z.number(), z.boolean()])
    .optional()
    .describe('The same for all rows'),
  as: z.enum(READINGS).optional().describe('How the cell is read (usual: text)'),
  codes: codes(z.string().min(1).max(100))
    .optional()
    .describe('What its words stand for: { Male: male, 男: male }. "*" stands for all others'),
  currency: named(readCurrency, 'CNY').optional(),
  digits: z.int().min(1).max(30).optional().describe('Zeros are put before a shorter number: spreadsheets drop them'),
  endOfDay: z.boolean().optional().describe('Of a time: the end of that day, and not its beginning'),
  ifBad: z
    .enum(['setAside', 'leaveOut'])
    .optional()
    .describe('What becomes of the row where the cell cannot be read (usual: setAside)'),
})

const schema = z.strictObject({
  event: z.enum(Object.keys(airlineEvents) as [keyof typeof airlineEvents]).describe('What each row becomes'),
  zone: named(readZone, 'Asia/Shanghai').describe('The zone of times and days in the file'),
  id: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'What makes a row’s id, with columns in braces: "ffp:{LOAD_TIME}:{MEMBER_NO}". Usual: a hash of what the row says',
    ),
  fields: z
    .record(z.string().min(1).max(60), z.union([column, field]))
    .refine((fields) => Object.keys(fields).every((name) => FIELD.test(name)), {
      error: 'must go by fields such as memberId, opening.flights or flights.0.from',
    })
    .describe(
      'By field of the event, such as memberId, opening.flights or flights.0.from: its column, or how it is read',
    ),
  dates: z
    .array(z.string().regex(/^(?=.*YYYY)(?=.*M)(?=.*D)[YMD\-/. ]{6,12}$/, 'must be a form such as M/D/YYYY'))
    .max(5)
    .optional()
    .describe('How dates are written, beside YYYY-MM-DD: [M/D/YYYY]'),
  absent: z
    .array(z.string().max(20))
    .max(20)
    .optional()
    .describe('What stands for nothing, beside an empty cell: [".", "NULL"]'),
  decimal: z.enum(['.', ',']).optional().describe('The decimal mark (usual: .)'),
})

export type CsvMapping = z.output<typeof schema>
export type Field = z.output<typeof field>

export const csvMapping: MappingForm<typeof schema> = { schema, system: 'ffp' }
