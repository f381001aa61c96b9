import * as z from 'zod'
import { type AirlineEventType, airlineEvents } from '../../contract/airline.ts'
import { readCurrency } from '../../standards/currency.ts'
import { nearest } from '../../standards/nearest.ts'
import { readZone } from '../../standards/zone.ts'
import { codes, named } from '../parts.ts'

/** How fields of an event are made of what stands at places of a message: columns of a table, paths of a JSON. */

/** How what is there is read. */
const READINGS = ['text', 'number', 'whole', 'boolean', 'date', 'time', 'money'] as const

/** Names with dots between them; a number of two digits at most is a place in a list. */
const FIELD = /^[a-zA-Z]{1,40}(\.([a-zA-Z]{1,40}|\d{1,2}))*$/

/** What may be said of a field, beside the places that it is read from. */
const reading = {
  value: z
    .union([z.string().max(200), z.number(), z.boolean()])
    .optional()
    .describe('The same for all'),
  text: z
    .string()
    .min(1)
    .max(300)
    .optional()
    .describe('A text with places in braces: "salesforce:{Id}". Nothing, if there is nothing at one of them'),
  as: z.enum(READINGS).optional().describe('How it is read (usual: text)'),
  codes: codes(z.union([z.string().min(1).max(100), z.number(), z.boolean()]))
    .optional()
    .describe('What its words stand for: { Male: male, 男: male }. "*" stands for all others'),
  currency: named(readCurrency, 'CNY').optional(),
  digits: z.int().min(1).max(30).optional().describe('Zeros are put before a shorter number: spreadsheets drop them'),
  endOfDay: z.boolean().optional().describe('Of a time: the end of that day, and not its beginning'),
  ifBad: z
    .enum(['setAside', 'leaveOut'])
    .optional()
    .describe('What becomes of the whole if this field cannot be read (usual: setAside)'),
}

/** A field as it is read: `at` is the place, `sum` are places that are added up. */
export type Field = z.output<z.ZodObject<typeof reading>> & {
  at?: string | undefined
  sum?: readonly string[] | undefined
}

const place = z.string().min(1).max(200)

/** A mapping's `fields`, where places are called `one` (and several, that are added up, `many`). */
export function fieldsOf<One extends string, Many extends string>(one: One, many: Many, added: string) {
  const field = z
    .strictObject({
      [one]: place.optional(),
      [many]: z.array(place).min(1).max(20).optional().describe(added),
      ...reading,
    })
    .transform(({ [one]: at, [many]: sum, ...rest }): Field => ({ ...rest, at, sum }) as Field)
  return z
    .record(z.string().min(1).max(60), z.union([place.transform((at): Field => ({ at })), field]))
    .refine((fields) => Object.keys(fields).every((name) => FIELD.test(name)), {
      error: 'must go by fields such as memberId, opening.flights or flights.0.from',
    })
}

export const eventType = z.enum(Object.keys(airlineEvents) as [keyof typeof airlineEvents])

interface Mapped {
  path: (string | number)[]
  fields: Readonly<Record<string, Field>> | undefined
  /** What they are fields of. */
  events: readonly AirlineEventType[]
}

/** Complains of fields that no event has: nobody would ever see them. */
export function checkFields({ path, fields = {}, events }: Mapped, { addIssue }: Pick<z.RefinementCtx, 'addIssue'>) {
  const known = [...new Set(events.flatMap((event) => Object.keys(airlineEvents[event].shape)))]
  for (const name of Object.keys(fields)) {
    const field = name.split('.', 1)[0]!
    if (known.includes(field)) continue
    const like = nearest(field, known)
    const hint = like === undefined ? `there are ${known.join(', ')}` : `did you mean "${like}"?`
    const message = `${events.join(' or ')} has no field "${field}"`
    addIssue({ code: 'custom', path: [...path, name], message, params: { hint }, input: name })
  }
}

/** How times, numbers and what is not there are written. */
export const terms = {
  zone: named(readZone, 'Asia/Shanghai').describe('The zone of times and days without an offset'),
  dates: z
    .array(z.string().regex(/^(?=.*YYYY)(?=.*M)(?=.*D)[YMD\-/. ]{6,12}$/, 'must be a form such as M/D/YYYY'))
    .max(5)
    .optional()
    .describe('How dates are written, beside YYYY-MM-DD: [M/D/YYYY]'),
  absent: z
    .array(z.string().max(20))
    .max(20)
    .optional()
    .describe('What stands for nothing, beside an empty text: [".", "NULL"]'),
  decimal: z.enum(['.', ',']).optional().describe('The decimal mark (usual: .)'),
}

export interface Terms {
  zone: string
  dates?: readonly string[] | undefined
  absent?: readonly string[] | undefined
  decimal?: '.' | ',' | undefined
}

/** A place in a text: `"ffp:{LOAD_TIME}:{MEMBER_NO}"` has two. */
export const PLACE_IN_TEXT = /\{([^}]{1,200})\}/g

export function placesIn(text: string): string[] {
  return [...text.matchAll(PLACE_IN_TEXT)].map(([, at]) => at!)
}
