export const importFiles = {
  summary: 'import members, flights and other tables from files',
  description: 'Each row becomes an event, as a mapping in connectors/ says.',
  csv: {
    summary: 'import a CSV file of any size',
    description:
      'Reads the file row by row and puts what is new or changed since the last file on the bus. Rows that cannot be read are set aside, each by itself. If it breaks off, start it again: it goes on where it was. Knows what spreadsheets do: byte order marks, semicolons, GBK and UTF-16, formulas around numbers.',
    arguments: {
      mapping: 'a mapping of the kind csv, such as campaigns/connectors/members.yaml',
      file: 'the file, .csv or .csv.gz',
    },
    options: {
      dryRun: 'send nothing: show what the first ten rows become',
      state: 'the folder that remembers what earlier files said',
    },
  },
}
