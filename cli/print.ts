import stringWidth from 'string-width'

/** Rows as aligned columns, with numbers to the right. */
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

/** JSON for machines, with characters that could manipulate a terminal escaped: the value stays the same. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(TRICKS, (each) => {
    return `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** Control characters, and those that change the direction of text. */
const TRICKS = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu

/** Text from elsewhere, without control characters that could manipulate a terminal. */
export function plain(text: string): string {
  return text.replace(TRICKS, '?')
}

export function thousands(value: number): string {
  return value.toLocaleString('en-US')
}
