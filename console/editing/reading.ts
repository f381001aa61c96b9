import { readSource } from '../../shared/domain/rulebook/source.ts'

/** Reads a file, and does not read it again as long as its text is the same: of a thousand, one changes from check to check. */
export function readingOnce(): typeof readSource {
  const last = new Map<string, { text: string; source: ReturnType<typeof readSource> }>()
  return (file, text) => {
    const known = last.get(file)
    if (known?.text === text) return known.source
    const source = readSource(file, text)
    last.set(file, { text, source })
    return source
  }
}
