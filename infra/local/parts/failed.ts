import { trace } from '../../../shared/lambda/describe.ts'

/**
 * Says that a part failed at a request. A full disk does not pass by itself, and what is not written must not be called
 * taken: then the process ends, and who started it says what to do.
 */
export function failed(part: string, error: unknown): void {
  console.error(`${part} on this machine failed:`, trace(error))
  if (isDiskFull(error))
    setImmediate(() => {
      throw error
    })
}

/** As the file system, LevelDB and SQLite say it. */
export function isDiskFull(error: unknown): boolean {
  const text = String(error instanceof Error ? error.message : error)
  return /ENOSPC|EDQUOT|no space left|quota exceeded|disk is full/i.test(text)
}
