/** Begins a file that Excel is to read as UTF-8. */
export const BOM = '\uFEFF'

/** A line as spreadsheets read it: each cell in quotes where it must be, and none that they would take for a formula. */
export function csvLine(cells: readonly unknown[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

/** In parts, it is no sum. */
const PHONE = /^\+\d+ \d+$/

function cellOf(value: unknown): string {
  const text = textOf(value)
  const isFormula = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) && !PHONE.test(text)
  const harmless = isFormula ? `'${text}` : text
  return /[",\r\n']|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
