/** What the commands about messages of other systems say. */
export const connect = {
  valid: (names: string) => `valid: ${names}`,
  setAside: (place: string, code: string, message: string, hint?: string) =>
    `set aside  ${place}: ${code} ${message}${hint ? ` (${hint})` : ''}`,
  silent: (place: string, why: string) => `no event   ${place}: ${why}`,
  noEvents: 'no events',
  noExamples: (name: string) => `${name}: no examples in connectors/examples/${name}`,
  passed: (name: string, file: string) => `ok      ${name}: ${file}`,
  failed: (name: string, file: string) => `FAILED  ${name}: ${file}`,
  missing: (what: string) => `  - expected, but did not come: ${what}`,
  unexpected: (what: string) => `  + came, but was not expected: ${what}`,
  isAbsent: (path: string) => `there is no ${path}`,
  noMapping: (path: string) => `${path} is not a mapping`,
  noMappings: (dir: string) => `${dir} has no mappings`,
  hint: 'name a mapping such as campaigns/connectors/my-airport.yaml, or the folder with wingback.yaml',
  notCsv: (path: string) => `${path} is not a mapping of the kind csv`,
  imported: (rows: string, sent: string, unchanged: string, setAside: string) =>
    `${rows} rows: ${sent} sent, ${unchanged} as in an earlier file, ${setAside} set aside`,
  hasProblems: (path: string) => `${path} has problems`,
  listProblems: (path: string) => `\`npx wingback connect validate ${path}\` lists them`,
  unreadable: (path: string, why: string) => `cannot read ${path}: ${why}`,
  badKnown: (path: string, why: string) => `${path}: ${why}`,
  notAnArray: (path: string) => `${path} is not a JSON array`,
  arrayHint: 'such as [{ "Source": "airline.ops", "DetailType": "flight.disrupted", "Detail": { … } }]',
}
