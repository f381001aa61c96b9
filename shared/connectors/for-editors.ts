import * as z from 'zod'

/** What a mapping may say, as JSON Schema. Apart from the check, which every function that loads a rulebook carries. */
export function schemaForEditors(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', target: 'draft-7' })
  return rest
}
