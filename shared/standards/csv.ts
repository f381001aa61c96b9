/** At the beginning of a file, makes Excel read it as UTF-8. */
export const BOM = '\uFEFF'

/** A line for spreadsheets: cells are quoted where necessary, and none can be taken for a formula. */
export function csvLine(cells: readonly unknown[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

/** With a space it is not taken for a sum. */
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
