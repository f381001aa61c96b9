import { ruleEventTypes } from '../../audience/event-fields.ts'

export type Schema = Record<string, unknown>

/** Parts that are the same everywhere. */
export const TEXT: Schema = { type: 'string' }
export const LOCALE: Schema = { type: 'string', examples: ['zh-CN', 'en'] }
export const DURATION: Schema = { type: 'string', pattern: '^\\d{1,6} ?[mhdw]$', examples: ['30m', '2h', '7d', '2w'] }
export const DATE: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', examples: ['2026-10-01'] }
export const PERCENT: Schema = { type: 'string', pattern: '^\\d{1,3}(\\.\\d{1,4})? ?%$', examples: ['10%'] }
export const MONEY: Schema = { type: 'string', pattern: '^\\d{1,12}(\\.\\d{1,6})? ?[A-Z]{3}$', examples: ['500 CNY'] }
export const CURRENCY: Schema = { type: 'string', pattern: '^[A-Z]{3}$', examples: ['CNY'] }
export const SLUG: Schema = { type: 'string', pattern: '^[a-z0-9-]{1,64}$' }
export const EVENT: Schema = { enum: ruleEventTypes }
export const STEPS: Schema = { type: 'array', minItems: 1, items: { $ref: '#/definitions/step' } }
export const CONDITION: Schema = { $ref: '#/definitions/condition' }

export function object(properties: Schema, required: readonly string[] = []): Schema {
  return { type: 'object', additionalProperties: false, properties, ...(required.length > 0 && { required }) }
}
