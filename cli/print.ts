/** Rows as aligned columns; numbers to the right. */
export function table(rows: readonly (readonly (string | number)[])[]): string[] {
  const widths: number[] = []
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, width(String(cell)))
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
  const space = ' '.repeat(to - width(text))
  return typeof cell === 'number' ? space + text : text + space
}

/** Columns on a terminal: Chinese characters take two. */
function width(text: string): number {
  let columns = 0
  for (const character of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(character)
      ? 2
      : 1
  return columns
}

/** What came from elsewhere, without the control characters that could play tricks on a terminal. */
export function plain(text: string): string {
  return text.replace(/(?![\t\n])[\p{Cc}\p{Bidi_Control}]/gu, '?')
}

export function thousands(value: number): string {
  return value.toLocaleString('en-US')
}
