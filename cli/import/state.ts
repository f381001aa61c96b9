import { createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** A row: what it is about, and what it says. */
export interface StatedRow {
  key: string
  says: string
}

/** What earlier files said, row by row: what is the same is not sent again, and an import that broke off goes on. */
export interface ImportState {
  isKnown(row: StatedRow): boolean
  /** Remembers rows that the bus has taken. */
  remember(rows: readonly StatedRow[]): void
  close(): void
}

const KEY_BYTES = 32
const CHARS = 22

/**
 * Kept in a folder of the user's own. Rows are cards and what is known of people, so only hashes are kept, under a key that lies
 * apart from them: cards are few enough to be counted through.
 * @param to where the rows go: what one Wingback was told, another was not
 */
export function openState(folder: string, connector: string, to: string): ImportState {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const secret = keyIn(join(folder, 'key'))
  const database = new DatabaseSync(join(folder, `${connector}.sqlite`))
  // A kill in the middle costs the rows of one batch: they are sent again, under the same ids.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  database.exec('CREATE TABLE IF NOT EXISTS told (row TEXT PRIMARY KEY, says TEXT NOT NULL) WITHOUT ROWID')
  const find = database.prepare('SELECT 1 FROM told WHERE row = ? AND says = ?')
  const put = database.prepare('INSERT INTO told VALUES (?, ?) ON CONFLICT DO UPDATE SET says = excluded.says')
  return {
    isKnown: (row) => find.get(...hashed(row)) !== undefined,
    remember(rows) {
      database.exec('BEGIN')
      for (const row of rows) put.run(...hashed(row))
      database.exec('COMMIT')
    },
    close: () => database.close(),
  }

  function hashed({ key, says }: StatedRow): [string, string] {
    return [hash(['row', to, key]), hash(['says', to, key, says])]
  }

  function hash(parts: readonly string[]): string {
    return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url').slice(0, CHARS)
  }
}

/** Without it, what was kept is as good as not there: all rows are sent once more. */
function keyIn(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    const key = randomBytes(KEY_BYTES)
    writeFileSync(path, key, { mode: 0o600, flag: 'wx' })
    return key
  }
}
