/**
 * The candidate that a misspelt word probably meant, or undefined where none is near.
 * Letters changed, left out, put in or swapped: at most a third of the word's length.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = editDistance(short(word), short(candidate))
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** Either may be anything, such as a file of megabytes that was taken for the header of a table. */
function short(word: string): string {
  return word.slice(0, CHARS_AT_MOST).toLowerCase()
}

const CHARS_AT_MOST = 60

/** Levenshtein's distance, where swapping two neighbours counts as one change. */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : changed
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, changed, swapped)
    }
    before = row
    row = next
  }
  return row[b.length]!
}
