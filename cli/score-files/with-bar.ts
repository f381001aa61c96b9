import { SingleBar } from 'cli-progress'
import { sizeOf } from '../replay/lines.ts'
import type { Session } from '../session.ts'
import type { HistoryFiles } from './histories.ts'

/** Reads files of histories while a bar shows how far that is. */
export async function withBar<T>(
  session: Session,
  { members, events }: HistoryFiles,
  work: (read: (bytes: number) => void) => Promise<T>,
): Promise<T> {
  const total = await sizeOf([...members, ...events])
  const bar = session.watched ? new SingleBar({ hideCursor: true, clearOnComplete: true }) : undefined
  bar?.start(total, 0)
  try {
    return await work((bytes) => bar?.increment(bytes))
  } finally {
    bar?.stop()
  }
}
