import { short } from '../en/describe.ts'

/** A value of a file in words. */
export function describe(value: unknown): string {
  if (value === undefined || value === null) return '空'
  if (Array.isArray(value)) return '列表'
  if (typeof value === 'object') return '映射'
  if (typeof value === 'string') return `“${short(value)}”`
  return typeof value === 'boolean' ? String(value) : `数字 ${value}`
}
