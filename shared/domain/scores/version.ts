/** A version stands in each receipt, and so in members' items. */
const CHARS_AT_MOST = 64

/** What is wrong with the version of a model that was read from a file. */
export function faultOfVersion(version: unknown): string | undefined {
  if (typeof version !== 'string' || version === '') return 'version is missing'
  return version.length > CHARS_AT_MOST ? `version must have at most ${CHARS_AT_MOST} characters` : undefined
}
