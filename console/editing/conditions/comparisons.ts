import { type Operator, operators, operatorsOf, type ValueType } from '../../../shared/domain/audience/matcher.ts'
import { isTimes } from '../../../shared/domain/audience/read-window.ts'
import { isMapping } from '../../../shared/domain/cursor.ts'

/** What a condition asks of a value, as controls show it: its comparisons, and what narrows it down. */
export interface AskedOf {
  comparisons: [Operator, unknown][]
  narrowed: Record<string, unknown>
}

export function askedIn(value: unknown, type: ValueType): AskedOf {
  if (Array.isArray(value)) return { comparisons: [['in', value]], narrowed: {} }
  if (!isMapping(value)) {
    const isPresence = typeof value === 'boolean' && type.kind !== 'boolean'
    return { comparisons: [[isPresence ? 'present' : 'is', value]], narrowed: {} }
  }
  const entries = Object.entries(value)
  const isComparison = ([key, inner]: [string, unknown]) =>
    operators.includes(key as Operator) &&
    operatorsOf(type).includes(key as Operator) &&
    !(key === 'between' && isTimes(inner))
  return {
    comparisons: entries.filter(isComparison) as [Operator, unknown][],
    narrowed: Object.fromEntries(entries.filter((entry) => !isComparison(entry))),
  }
}

/** As short as it can be written. */
export function written({ comparisons, narrowed }: AskedOf, type: ValueType): unknown {
  const [first] = comparisons
  if (comparisons.length === 1 && Object.keys(narrowed).length === 0) {
    const [operator, operand] = first!
    const isShort = operator === 'is' || operator === 'in' || (operator === 'present' && type.kind !== 'boolean')
    if (isShort) return operand
  }
  return { ...narrowed, ...Object.fromEntries(comparisons) }
}

/** An operand to begin with, from the one that was there where it fits. */
export function operandFor(operator: Operator, type: ValueType, before: unknown): unknown {
  const one = Array.isArray(before) ? before[0] : before
  const single = one === undefined || typeof one === 'boolean' ? usualOf(type) : one
  if (operator === 'present') return true
  if (operator === 'in' || operator === 'notIn') return Array.isArray(before) ? before : [single]
  return operator === 'between' ? [single, single] : single
}

const DAY = '2026-01-01'

function usualOf(type: ValueType): unknown {
  switch (type.kind) {
    case 'text':
      return type.values?.[0] ?? type.like?.split(', ')[0] ?? ''
    case 'number':
      return 1
    case 'boolean':
    case 'time':
      return true
    case 'duration':
    case 'anniversary':
      return '30d'
    case 'date':
      return DAY
    case 'money':
      return '100 CNY'
  }
}
