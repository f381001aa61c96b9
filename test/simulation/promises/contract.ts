import * as z from 'zod'
import { announcements } from '../../../shared/contract/announcements.ts'
import type { Check } from './promise.ts'

const strict = Object.fromEntries(
  Object.entries(announcements).map(([type, schema]) => [type, z.strictObject(schema.shape)]),
)

/** What is announced on the bus is what its schema says, and nothing more: others build on it. */
export const contract: Check = ({ witness }) =>
  witness.announcements.flatMap(({ announcement: { type, detail } }) => {
    const result = strict[type]?.safeParse(detail)
    if (result?.success) return []
    const why = result ? `${z.prettifyError(result.error)}` : 'nothing of this name is announced'
    return [`${type} of ${detail.memberId}: ${why}`]
  })
