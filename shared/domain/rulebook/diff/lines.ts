import { diffArrays } from 'diff'

/** A removed line, an added line, or both. */
export interface LineChange {
  was?: string | undefined
  is?: string | undefined
}

const LINES_AT_MOST = 1000

/** Lines changed in one place are paired: `was` became `is`. Beyond a thousand lines it only says that they differ. */
export function diffLines(before: readonly string[], after: readonly string[]): LineChange[] {
  if (before.length > LINES_AT_MOST || after.length > LINES_AT_MOST) {
    return before.join('\n') === after.join('\n')
      ? []
      : [{ was: `${before.length} lines`, is: `${after.length} lines` }]
  }
  const changes: LineChange[] = []
  const parts = diffArrays([...before], [...after])
  for (const [n, { value, removed, added }] of parts.entries()) {
    const next = parts[n + 1]
    if (removed) changes.push(...paired(value, next?.added ? next.value : []))
    else if (added && !parts[n - 1]?.removed) changes.push(...paired([], value))
  }
  return changes
}

function paired(gone: readonly string[], fresh: readonly string[]): LineChange[] {
  return Array.from({ length: Math.max(gone.length, fresh.length) }, (_, n) => ({ was: gone[n], is: fresh[n] }))
}
