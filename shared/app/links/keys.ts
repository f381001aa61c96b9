const REREAD_AFTER_MS = 10 * 60_000
/** Made-up links must not make us read the keys each time. */
const ANEW_AT_MOST_EVERY_MS = 10_000

/** The keys that sign links, one a line in a secret text. The first one signs, all are accepted. */
export interface LinkKeys {
  /** At most ten minutes old. */
  known(): Promise<readonly string[]>
  /** At most ten seconds old: a link that no known key signed may be signed with a new one. */
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
