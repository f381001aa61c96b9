/** Hints that many messages share. */
export const hints = {
  meant: (name: string) => `did you mean "${name}"?`,
  write: (text: string) => `write ${text}`,
  thereAre: (names: string) => `there are: ${names || 'none yet'}`,
}
