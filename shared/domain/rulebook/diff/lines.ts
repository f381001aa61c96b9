/** Lines that are gone and lines that are new, in order: what is left beside a longest common subsequence. */
export interface LineChange {
  was?: string
  is?: string
}

const LINES_AT_MOST = 1000

/** Lines changed in one place are paired: `was` became `is`. Beyond a thousand lines only that they differ is told. */
export function diffLines(before: readonly string[], after: readonly string[]): LineChange[] {
  if (before.length > LINES_AT_MOST || after.length > LINES_AT_MOST) {
    return before.join('\n') === after.join('\n')
      ? []
      : [{ was: `${before.length} lines`, is: `${after.length} lines` }]
  }
  const common = lengths(before, after)
  const changes: LineChange[] = []
  let gone: string[] = []
  let fresh: string[] = []
  const close = () => {
    for (let n = 0; n < Math.max(gone.length, fresh.length); n++) changes.push({ was: gone[n], is: fresh[n] })
    gone = []
    fresh = []
  }
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      close()
      i++
      j++
    } else if (j >= after.length || (i < before.length && common[i + 1]![j]! >= common[i]![j + 1]!)) {
      gone.push(before[i++]!)
    } else {
      fresh.push(after[j++]!)
    }
  }
  close()
  return changes
}

/** `[i][j]`: how many lines are common from there on. */
function lengths(before: readonly string[], after: readonly string[]): number[][] {
  const common: number[][] = Array.from({ length: before.length + 1 }, () => Array(after.length + 1).fill(0))
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      common[i]![j] =
        before[i] === after[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
    }
  }
  return common
}
