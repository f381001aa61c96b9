import { trace } from '../../../shared/lambda/describe.ts'

/**
 * Reports that a part failed at a request. A full disk does not pass by itself, and an unwritten message must not be called
 * accepted: then the process ends, and its parent says what to do.
 */
export function failed(part: string, error: unknown): void {
  console.error(`${part} on this machine failed:`, trace(error))
  if (isDiskFull(error))
    setImmediate(() => {
      throw error
    })
}

/** In the words of the file system, LevelDB and SQLite. */
export function isDiskFull(error: unknown): boolean {
  const text = String(error instanceof Error ? error.message : error)
  return /ENOSPC|EDQUOT|no space left|quota exceeded|disk is full/i.test(text)
}
