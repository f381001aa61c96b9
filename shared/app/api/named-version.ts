/** So many first letters name a version, as people copy it. */
const ENOUGH = 8

/** Whether somebody means this version: all of it is written, or its beginning. */
export function namesVersion(said: string, version: string): boolean {
  return said === version || (said.length >= ENOUGH && version.startsWith(said))
}
