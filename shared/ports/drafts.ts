import type { Draft, DraftLine } from '../domain/drafts/draft.ts'

/** Drafts are either under way or done. */
export type DraftList = 'underWay' | 'done'

/** Changes of a rulebook that are not live yet. */
export interface Drafts {
  read(id: string): Promise<Draft | undefined>
  /**
   * Writes a draft and the line that says what changed it: both or neither. `conflict` unless `before` is what is stored, or
   * nothing is where there is no `before`.
   */
  write(before: Draft | undefined, after: Draft, line: DraftLine): Promise<'written' | 'conflict'>
  /** What was done with it, the newest first. */
  lines(
    id: string,
    page: { cursor?: string | undefined; limit: number },
  ): Promise<{ lines: DraftLine[]; cursor?: string | undefined }>
  /** Keeps a text under its name. */
  putText(id: string, name: string, text: string): Promise<void>
  /** Those that are kept, by name. */
  texts(id: string, names: readonly string[]): Promise<Map<string, string>>
  /** The newest first. */
  list(
    which: DraftList,
    page: { cursor?: string | undefined; limit: number },
  ): Promise<{ drafts: Draft[]; cursor?: string | undefined }>
  /** Scheduled to go live by then, the earliest first: at most a hundred. */
  due(at: number): Promise<string[]>
}
