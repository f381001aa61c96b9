/** How zod writes a schema that also accepts `null` in JSON Schema: as one of several schemas, or one of several types. */
export interface MaybeNull {
  anyOf?: object[]
  type?: string | string[]
}

/** The schema without `null`. */
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

/** The schema of an object whose optional fields may be `null`, at any depth. */
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

/**
 * Events that may come from systems that do not know cards: the member is found by address or booking. Both may be given
 * together with a card, and are then ignored.
 */
export const MAY_LACK_CARD = ['complaint.filed', 'complaint.resolved', 'survey.answered'] as const

/** The schema of an event as a producer writes it, with `email` or `pnr` allowed instead of the card. */
export function asWritten<S extends Pick<ObjectSchema, 'required'> & { properties?: object }>(
  type: string,
  schema: S,
): S {
  if (!MAY_LACK_CARD.some((each) => each === type)) return schema
  const { required = [] } = schema
  const properties: Record<string, unknown> = { ...schema.properties }
  return {
    ...schema,
    properties: { ...properties, pnr: properties.pnr ?? REFERENCE, email: ADDRESS },
    required: required.filter((field) => field !== 'memberId'),
    anyOf: [{ required: ['memberId'] }, { required: ['email'] }, { required: ['pnr'] }],
  }
}

const ADDRESS = {
  type: 'string',
  maxLength: 320,
  description: 'of the member, where memberId is not known: they are found if no other member has it. It is not kept',
}
const REFERENCE = {
  type: 'string',
  description: 'Booking reference, such as K3YWCU: where memberId is not known the member is found by it',
}
