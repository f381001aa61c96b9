import * as z from 'zod'
import { readCarrier } from '../standards/carrier.ts'
import type { Named } from '../standards/named.ts'

/** What mappings of several kinds have. */

/** A name of the airline's world, in the one form that it has. */
export function named(read: (written: string) => Named, like: string) {
  return z
    .string({ error: `must be a text, such as ${like}` })
    .max(40)
    .transform((written, context) => {
      const read_ = read(written)
      if (read_.ok) return read_.name
      context.addIssue({ code: 'custom', message: read_.message, params: { hint: read_.hint }, input: written })
      return z.NEVER
    })
}

export const carrierCode = named(readCarrier, 'CA')

const CODES_AT_MOST = 300

/** A table of codes, as a system writes them: `OP`, `72`. Numbers may stand without quotes. */
export function codes<T extends z.ZodType>(meaning: T) {
  return z.record(z.string().min(1).max(40), meaning).refine((table) => Object.keys(table).length <= CODES_AT_MOST, {
    error: `must hold at most ${CODES_AT_MOST} codes`,
  })
}

export const causes = codes(
  z.strictObject({ cause: z.string().min(1).max(64), extraordinary: z.boolean().optional() }),
).describe(
  'What delay codes mean: a cause, and whether it is extraordinary by law. A code that is not here is told as it is, and the law asks wingback.yaml what it means',
)

export const licences = z
  .record(z.string().min(2).max(3), z.string().min(1).max(64))
  .describe('By carrier: whose operating licence it has, such as EU, UK, US, CN or other')

/** What a code means in a table; `*` stands for all others. */
export function meaningOf<T>(table: Readonly<Record<string, T>>, code: string): T | undefined {
  if (Object.hasOwn(table, code)) return table[code]
  return Object.hasOwn(table, '*') ? table['*'] : undefined
}
