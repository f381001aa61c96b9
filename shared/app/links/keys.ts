const REREAD_AFTER_MS = 10 * 60_000
/** Whoever makes links up must not make us ask for the keys each time. */
const ANEW_AT_MOST_EVERY_MS = 10_000

/** The keys that sign links, one a line of a text that is kept elsewhere: the first one signs, all are accepted. */
export interface LinkKeys {
  /** As they were within the last ten minutes. */
  known(): Promise<readonly string[]>
  /** As they are now, but for the last ten seconds: a link that none of the known ones signed may be signed with a new one. */
  anew(): Promise<readonly string[]>
}

/** @param clock epoch ms */
export function linkKeys(read: () => Promise<string>, clock: () => number = Date.now): LinkKeys {
  let kept: { keys: readonly string[]; at: number } | undefined

  async function noOlderThan(ms: number): Promise<readonly string[]> {
    if (kept && clock() - kept.at < ms) return kept.keys
    kept = { keys: keysIn(await read()), at: clock() }
    return kept.keys
  }
  return { known: () => noOlderThan(REREAD_AFTER_MS), anew: () => noOlderThan(ANEW_AT_MOST_EVERY_MS) }
}

export function keysIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
