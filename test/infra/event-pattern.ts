type Matcher = string | { prefix: string } | { 'anything-but': string[] | { prefix: string } }

/** What EventBridge does with the parts of its pattern language that the rules use; any other part is refused. */
export function matchesPattern(pattern: Record<string, Matcher[]>, from: string, type: string): boolean {
  const values: Record<string, string> = { source: from, 'detail-type': type }
  return Object.entries(pattern).every(([field, matchers]) => {
    const value = values[field]
    if (value === undefined) throw new Error(`a pattern on ${field}`)
    return matchers.some((matcher) => matchesOne(matcher, value))
  })
}

function matchesOne(matcher: Matcher, value: string): boolean {
  if (typeof matcher === 'string') return value === matcher
  if (Object.keys(matcher).length !== 1) throw new Error(`a pattern with ${Object.keys(matcher)}`)
  if ('prefix' in matcher) return value.startsWith(matcher.prefix)
  if ('anything-but' in matcher) {
    const { 'anything-but': none } = matcher
    return Array.isArray(none) ? !none.includes(value) : !matchesOne(none, value)
  }
  throw new Error(`a pattern with ${Object.keys(matcher)}`)
}
