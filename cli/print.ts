import stringWidth from 'string-width'

/** Rows as aligned columns; numbers to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, stringWidth(String(cell)))
  }
  return rows.map((row) =>
    row
      .map((cell, index) => pad(cell, widths[index]!))
      .join('  ')
      .trimEnd(),
  )
}

function pad(cell: string | number, to: number): string {
  const text = String(cell)
  const space = ' '.repeat(to - stringWidth(text))
  return typeof cell === 'number' ? space + text : text + space
}

/** What came from elsewhere, without the control characters that could play tricks on a terminal. */
export function plain(text: string): string {
  return text.replace(/(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu, '?')
}

export function thousands(value: number): string {
  return value.toLocaleString('en-US')
}
