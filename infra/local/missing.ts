/** What to do if a package is missing. Undefined for any other error. Needs no package itself. */
export function adviceOnMissing(error: unknown): string | undefined {
  const text = String(error instanceof Error ? error.message : error)
  const isMissing = /^Cannot find (?:package|module) /.test(text)
  return isMissing ? 'Run `npm install`: it brings every package that Wingback needs.' : undefined
}
