const DELIMITERS = [',', ';', '\t', '|'] as const
const HEAD_CHARS = 10_000

/** What separates the cells of a table, by its first line: spreadsheets write `;` where the decimal mark is a comma. */
export function delimiterOf(text: string): string {
  const head = text.slice(0, HEAD_CHARS).split('\n', 1)[0]!
  return DELIMITERS.reduce((best, each) => (head.split(each).length > head.split(best).length ? each : best))
}
