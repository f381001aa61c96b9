/** What is wrong with a file that is not YAML. */
export const yaml = {
  tab: 'a tab at the beginning of a line',
  spaces: 'indent with spaces',
  noKey: 'neither a key with its value nor an item of a list',
  keyAndValue: 'write "key: value", or "- " before an item',
  spaceAfterColon: (line: string) => `a space belongs after the colon: ${line}`,
  structure: 'this does not fit where it stands',
  sameColumn: 'what belongs together begins in the same column, two spaces further than its key',
  notClosed: 'a bracket, a brace or a quote is open, or a colon is missing',
  badStart: 'a text cannot begin with this character',
  quotes: 'put the value in quotes',
  secondDocument: 'a second document in one file',
  /** `message` is of the parser. */
  other: (message: string) => message,
  /** What holds for a file as a whole, whatever it says. */
  fileTooLarge: (bytes: number) => `a file has at most ${bytes} bytes`,
  tooManyValues: (values: number) => `a file has at most ${values} values, repeated ones counted`,
  tooDeep: 'values are nested too deep',
  empty: 'the file holds nothing',
  keyIsText: 'a key is a text',
  twice: (key: string) => `"${key}" is there twice`,
  notANumber: 'a number that is none, or without end',
  badTag: (tag: string) => `Unresolved tag: ${tag}`,
}
