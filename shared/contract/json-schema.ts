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
