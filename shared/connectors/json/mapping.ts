import * as z from 'zod'
import type { MappingForm } from '../connector.ts'
import { checkFields, eventType, fieldsOf, terms } from '../fields/mapping.ts'

const path = z.string().min(1).max(200)

const fields = fieldsOf('path', 'paths', 'Paths that are added up; one with nothing there is nothing')

const word = z.union([z.string().max(200), z.number(), z.boolean()]).transform(String)

const told = z.strictObject({
  event: eventType.describe('What it becomes'),
  when: z
    .record(path, z.union([word.transform((each) => [each]), z.array(word).min(1).max(50)]))
    .optional()
    .describe('What must stand where: { status: [Closed, Solved] }. All of it must hold; without it, it always does'),
  id: z.string().min(1).max(200).optional().describe('What makes the event’s id, with paths in braces'),
  fields: fields.optional().describe('By field of the event: its path, or how it is read'),
  flight: z
    .strictObject({ number: path, date: path, from: path.optional(), to: path.optional() })
    .optional()
    .describe(
      'Where the number of a flight stands (XW1061) and its date at the origin; and, of a number with several legs, where it went. The schedule knows the rest',
    ),
})

const form = z.strictObject({
  things: path
    .optional()
    .describe(
      'Path of a list: each thing in it is read by itself, and paths begin there. Usual: the message is one thing',
    ),
  id: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'What makes the ids of events that have none of their own, with paths in braces: "cases:{id}:{version}". Usual: a hash of what is said',
    ),
  fields: fields.optional().describe('Fields that all of the events have'),
  address: path
    .optional()
    .describe(
      'Path of an e-mail address: whose it is, if there is no memberId. If it is the address of one member alone',
    ),
  events: z.array(told).min(1).max(20).describe('What a thing may become: the first whose `when` holds'),
  ...terms,
})

const schema = form.superRefine(({ fields, events }, context) => {
  checkFields({ path: ['fields'], fields, events: events.map(({ event }) => event) }, context)
  for (const [index, told] of events.entries())
    checkFields({ path: ['events', index, 'fields'], fields: told.fields, events: [told.event] }, context)
})

export type JsonMapping = z.output<typeof schema>

export const jsonMapping: MappingForm<typeof schema> = { schema, system: 'crm' }
