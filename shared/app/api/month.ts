import * as z from 'zod'

/** A month in a query, `2026-09`. */
export const month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, 'a month such as 2026-09 is expected')
