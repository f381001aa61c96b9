/** What a message shows of a file as it is. */
export type Shown = string | number | boolean | null | undefined

/** A value of a file in words. */
export function describe(value: unknown): string {
  if (value === undefined || value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'a mapping'
  return typeof value === 'string' ? `"${short(value)}"` : `${typeof value} ${value}`
}

/** Enough of a text to recognise it in a message. */
export function short(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value
}
