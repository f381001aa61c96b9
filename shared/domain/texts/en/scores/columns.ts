/** What is wrong with a CSV file of columns. */
export const columns = {
  empty: 'the file is empty: its first line must name the columns',
  missing: ({ name }: { name: string }) => `there is no column "${name}"`,
  columns: ({ meant, names }: { meant: string | undefined; names: readonly string[] }) =>
    meant ? `did you mean "${meant}"?` : `there are: ${names.slice(0, 20).join(', ')}`,
  notANumber: ({ column, cell }: { column: string; cell: string }) =>
    cell === '' ? `${column} is empty` : `${column} is "${cell}", which is not a number`,
  unevenRow: 'the row has more or fewer cells than the first line',
  badQuotes: 'a quotation mark is not closed, or stands inside a cell',
}
