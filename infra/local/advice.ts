import { adviceOnMissing } from './missing.ts'
import { isDiskFull } from './parts/failed.ts'

/** What to do about a run that does not start or cannot continue. Undefined if only the error itself helps. */
export function adviceOn(error: unknown, port: number): string | undefined {
  const text = String(error instanceof Error ? error.message : error)
  if (isDiskFull(error))
    return 'The disk is full. Make room and start again with the same --data: nothing that was taken is lost.'
  if (text.includes('EADDRINUSE') || /^Port \d+ .*taken/.test(text))
    return `Port ${port}, or one of the next two, is taken: by another Wingback? \`npm start -- --port N\` takes another, --port 0 free ones.`
  if (text.includes('is in use by another process'))
    return 'Another Wingback runs on this data: end it first, or name another folder for --data.'
  if (/EACCES|EPERM|EROFS/.test(text)) return 'Name a folder for --data that you may write to.'
  return adviceOnMissing(error)
}
