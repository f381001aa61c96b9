/**
 * The keys by which other systems sign: a line each, `operations=the key`. A line without a name holds for every connector.
 * Several lines of one name all hold, so that a key can be changed without a message lost.
 */
export function keysFor(connector: string, lines: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const [, name, key] = /^([a-z0-9-]{1,64})=(.+)$/.exec(line) ?? []
    if (key === undefined) return [line]
    return name === connector ? [key] : []
  })
}
