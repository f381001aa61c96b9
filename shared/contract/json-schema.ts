/** As zod writes a schema in JSON that takes `null` too: beside others, or among several types. */
export interface MaybeNull {
  anyOf?: object[]
  type?: string | string[]
}

/** The schema of what is there, where nothing (`null`) may be there as well. */
export function withoutNull<S extends MaybeNull>(schema: S): S {
  const { anyOf, type, ...rest } = schema
  if (anyOf?.some(isNull)) return (anyOf.find((each) => !isNull(each)) ?? {}) as S
  return Array.isArray(type) ? ({ ...rest, type: type.find((each) => each !== 'null') } as S) : schema
}

export function takesNull(schema: MaybeNull): boolean {
  return withoutNull(schema) !== schema
}

function isNull(schema: MaybeNull): boolean {
  return schema.type === 'null'
}

/** The schema of an object whose fields may all be `null` that may be left out, at any depth. */
export function mayBeNull(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(mayBeNull)
  if (schema === null || typeof schema !== 'object') return schema
  const inner = Object.fromEntries(Object.entries(schema).map(([name, each]) => [name, mayBeNull(each)]))
  const { properties, additionalProperties: more, required = [] } = inner as ObjectSchema
  const fields = Object.entries(properties ?? {}).map(([name, field]) => {
    return [name, required.includes(name) ? field : orNull(field)]
  })
  return {
    ...inner,
    ...(properties && { properties: Object.fromEntries(fields) }),
    ...(typeof more === 'object' && { additionalProperties: orNull(more) }),
  }
}

interface ObjectSchema {
  properties?: Record<string, MaybeNull>
  additionalProperties?: boolean | MaybeNull
  required?: string[]
}

function orNull(schema: MaybeNull): MaybeNull {
  return takesNull(schema) ? schema : { anyOf: [schema, { type: 'null' }] }
}
