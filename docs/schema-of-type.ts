import ts from 'typescript-api'

/** A JSON schema, as OpenAPI 3.1 has it. */
export type Schema = Record<string, unknown>

/**
 * JSON schemas of what the API's functions return, from their types: there is no second description of an answer beside its code. What JSON
 * leaves out (methods, `undefined`) is left out. A type with a name of its own stands once, under `named`.
 */
export function schemasOf(checker: ts.TypeChecker) {
  const named: Record<string, Schema> = {}
  const names = new Map<ts.Type, string>()

  function schemaOf(type: ts.Type): Schema {
    const name = names.get(type) ?? newName(type)
    if (name === undefined) return plain(type)
    if (!names.has(type)) {
      names.set(type, name)
      named[name] = {}
      named[name] = plain(type)
    }
    return { $ref: `#/components/schemas/${name}` }
  }

  /** Of a type that has one and is no instance of a generic one. Two of the same name are told apart by a number. */
  function newName(type: ts.Type): string | undefined {
    const symbol = type.aliasSymbol ?? (type.isClassOrInterface() ? type.symbol : undefined)
    const isPlain = symbol !== undefined && !type.aliasTypeArguments?.length && !isGeneric(type)
    if (!isPlain || (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Union)) === 0) return undefined
    const free = [symbol.name, ...Array.from({ length: 99 }, (_, i) => `${symbol.name}${i + 2}`)]
    return free.find((each) => !Object.hasOwn(named, each))
  }

  function plain(type: ts.Type): Schema {
    if (type.isUnion()) return unionOf(type.types)
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value }
    const simple = SIMPLE.find(([flag]) => (type.flags & flag) !== 0)
    if (simple) return { ...simple[1] }
    if (checker.isArrayType(type) || checker.isTupleType(type)) return arrayOf(type as ts.TypeReference)
    return objectOf(type)
  }

  function unionOf(types: readonly ts.Type[]): Schema {
    const some = types.filter(({ flags }) => (flags & ts.TypeFlags.Undefined) === 0)
    const texts = some.filter((each) => each.isStringLiteral())
    const isBoolean = some.filter(({ flags }) => (flags & ts.TypeFlags.BooleanLiteral) !== 0).length === 2
    const others = some.filter(
      (each) => !each.isStringLiteral() && !(isBoolean && (each.flags & ts.TypeFlags.BooleanLiteral) !== 0),
    )
    const schemas = [
      ...(texts.length > 0 ? [{ type: 'string', enum: texts.map(({ value }) => value).sort() }] : []),
      ...(isBoolean ? [{ type: 'boolean' }] : []),
      ...others.map(schemaOf),
    ]
    // The compiler's own order may change with what else it has read.
    const inOrder = schemas.map((each) => [JSON.stringify(each), each] as const).sort(([a], [b]) => (a < b ? -1 : 1))
    return schemas.length === 1 ? schemas[0]! : { anyOf: inOrder.map(([, each]) => each) }
  }

  function arrayOf(type: ts.TypeReference): Schema {
    const items = checker.getTypeArguments(type)
    if (checker.isArrayType(type)) return { type: 'array', items: schemaOf(items[0]!) }
    return { type: 'array', prefixItems: items.map(schemaOf), minItems: items.length, maxItems: items.length }
  }

  function objectOf(type: ts.Type): Schema {
    const properties: Record<string, Schema> = {}
    const required: string[] = []
    for (const property of checker.getPropertiesOfType(type)) {
      const of = checker.getTypeOfSymbol(property)
      if (of.getCallSignatures().length > 0) continue
      properties[property.name] = schemaOf(of)
      if ((property.flags & ts.SymbolFlags.Optional) === 0 && !mayBeUndefined(of)) required.push(property.name)
    }
    const index = checker.getIndexTypeOfType(type, ts.IndexKind.String)
    return {
      type: 'object',
      ...(Object.keys(properties).length > 0 && { properties }),
      ...(required.length > 0 && { required }),
      ...(index && { additionalProperties: schemaOf(index) }),
    }
  }

  return { schemaOf, named }
}

function isGeneric(type: ts.Type): boolean {
  const { typeArguments = [] } = type as ts.TypeReference
  return typeArguments.length > 0
}

function mayBeUndefined(type: ts.Type): boolean {
  return type.isUnion() && type.types.some(({ flags }) => (flags & ts.TypeFlags.Undefined) !== 0)
}

const SIMPLE: readonly (readonly [ts.TypeFlags, Schema])[] = [
  [ts.TypeFlags.StringLike, { type: 'string' }],
  [ts.TypeFlags.NumberLike, { type: 'number' }],
  [ts.TypeFlags.BooleanLike, { type: 'boolean' }],
  [ts.TypeFlags.Null, { type: 'null' }],
  [ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.NonPrimitive | ts.TypeFlags.TypeParameter, {}],
  [ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never, { not: {} }],
]
