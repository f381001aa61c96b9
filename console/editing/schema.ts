import { isMapping } from '../../shared/domain/cursor.ts'
import type { Schema } from '../../shared/domain/rulebook/json-schema.ts'

/** Reads the editors' schema: what a form asks for, and what is suggested while somebody types. */

type Properties = Record<string, Schema>

export function resolved(schema: Schema, root: Schema): Schema {
  const { $ref } = schema
  if (typeof $ref !== 'string') return schema
  const definitions = root.definitions as Properties
  return definitions[$ref.slice('#/definitions/'.length)] ?? {}
}

export function isCondition(schema: Schema): boolean {
  return schema.$ref === '#/definitions/condition'
}

export function isSteps(schema: Schema): boolean {
  return isMapping(schema.items) && schema.items.$ref === '#/definitions/step'
}

export function variantsOf(schema: Schema): Schema[] {
  return Array.isArray(schema.anyOf) ? (schema.anyOf as Schema[]) : [schema]
}

export function propertiesOf(schema: Schema): Properties {
  return isMapping(schema.properties) ? (schema.properties as Properties) : {}
}

export function requiredOf(schema: Schema): readonly string[] {
  return Array.isArray(schema.required) ? (schema.required as string[]) : []
}

/** What the values under names of one's own are like, as of budgets. */
export function othersOf(schema: Schema): Schema | undefined {
  return isMapping(schema.additionalProperties) ? (schema.additionalProperties as Schema) : undefined
}

/** How a value is written: which of the schema's variants it is. */
export function variantOf(variants: readonly Schema[], value: unknown, root: Schema): number {
  const fits = variants.map((each) => likeness(resolved(each, root), value, root))
  return fits.indexOf(Math.max(...fits))
}

function likeness(schema: Schema, value: unknown, root: Schema): number {
  if (Array.isArray(schema.anyOf))
    return Math.max(...variantsOf(schema).map((each) => likeness(resolved(each, root), value, root)))
  if (Array.isArray(value)) return schema.type === 'array' ? 1 : 0
  if (isMapping(value)) {
    if (schema.type !== 'object') return 0
    const has = (key: string) => Object.hasOwn(value, key)
    const properties = propertiesOf(schema)
    const known = Object.keys(value).filter((key) => key in properties).length
    return 0.5 + known + (requiredOf(schema).every(has) ? 10 : 0)
  }
  if (value === undefined) return 0
  if ('const' in schema) return schema.const === value ? 4 : 0
  if (Array.isArray(schema.enum)) return schema.enum.includes(value) ? 3 : 1
  const types = [schema.type].flat()
  if (typeof value === 'number') return types.includes('integer') || types.includes('number') ? 2 : 0
  if (typeof value === 'boolean') return types.includes('boolean') ? 2 : 0
  return types.includes('string') ? 2 : 0
}

/** Something to begin with, that says what is expected. */
export function starterOf(given: Schema, root: Schema): unknown {
  if (isCondition(given)) return { tier: ['gold'] }
  const schema = resolved(given, root)
  const [first] = variantsOf(schema)
  if (Array.isArray(schema.anyOf)) return starterOf(first!, root)
  if ('const' in schema) return schema.const
  if (Array.isArray(schema.enum)) return schema.enum[0]
  if (Array.isArray(schema.examples)) return schema.examples[0]
  if (schema.type === 'integer' || schema.type === 'number')
    return typeof schema.minimum === 'number' ? schema.minimum : 1
  if (schema.type === 'boolean') return true
  if (schema.type === 'array') {
    const items = schema.items as Schema | undefined
    return items && schema.minItems !== undefined ? [starterOf(items, root)] : items ? [starterOf(items, root)] : []
  }
  if (schema.type === 'object') {
    const properties = propertiesOf(schema)
    return Object.fromEntries(requiredOf(schema).map((key) => [key, starterOf(properties[key] ?? {}, root)]))
  }
  return ''
}

/** What a way to write something is called: the key of its word. */
export function variantName(given: Schema, root: Schema): string {
  if (isCondition(given)) return 'condition'
  const schema = resolved(given, root)
  if (Array.isArray(schema.anyOf)) return variantName(variantsOf(schema)[0]!, root)
  if ('const' in schema) return 'const'
  if (Array.isArray(schema.enum)) return schema.enum.includes('complaint.filed') ? 'happening' : 'one'
  if (schema.type === 'array') return 'list'
  if (schema.type === 'object') return requiredOf(schema)[0] ?? Object.keys(propertiesOf(schema))[0] ?? 'text'
  if (schema.type === 'integer' || schema.type === 'number') return 'number'
  return schema.type === 'boolean' ? 'yes' : 'text'
}

/** All that can stand at a path, whichever way it is written. */
export function schemasAt(root: Schema, path: readonly (string | number)[]): Schema[] {
  return path.reduce<Schema[]>(
    (schemas, part) =>
      schemas.flatMap((schema) => {
        if (typeof part === 'number') return isMapping(schema.items) ? expanded(schema.items as Schema, root) : []
        const inner = propertiesOf(schema)[part] ?? othersOf(schema)
        return inner ? expanded(inner, root) : []
      }),
    expanded(root, root),
  )
}

function expanded(schema: Schema, root: Schema): Schema[] {
  const one = resolved(schema, root)
  return Array.isArray(one.anyOf) ? variantsOf(one).flatMap((each) => expanded(each, root)) : [one]
}
