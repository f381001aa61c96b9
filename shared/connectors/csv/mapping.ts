import * as z from 'zod'
import type { MappingForm } from '../connector.ts'
import { checkFields, eventType, fieldsOf, terms } from '../fields/mapping.ts'

const form = z.strictObject({
  event: eventType.describe('What each row becomes'),
  id: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'What makes a row’s id, with columns in braces: "ffp:{LOAD_TIME}:{MEMBER_NO}". Usual: a hash of what the row says',
    ),
  fields: fieldsOf('column', 'columns', 'Columns that are added up; an empty one is nothing').describe(
    'By field of the event, such as memberId, opening.flights or flights.0.from: its column, or how it is read',
  ),
  ...terms,
})

const schema = form.superRefine(({ event, fields }, context) =>
  checkFields({ path: ['fields'], fields, events: [event] }, context),
)

export type CsvMapping = z.output<typeof schema>

export const csvMapping: MappingForm<typeof schema> = { schema, system: 'ffp' }
