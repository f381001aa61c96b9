/** What may be logged of an error. */
export function describe(error: unknown): { name: string; message: string } {
  if (!(error instanceof Error)) return { name: 'unknown', message: 'not an error' }
  return { name: error.name, message: error instanceof SyntaxError ? 'a text could not be read' : error.message }
}

/** What a developer's terminal may show of an error: that, and where it happened. */
export function trace(error: unknown): string {
  const { name, message } = describe(error)
  const frames = (error instanceof Error ? (error.stack ?? '') : '').split('\n').filter((line) => /^ +at /.test(line))
  return [`${name}: ${message}`, ...frames].join('\n')
}
