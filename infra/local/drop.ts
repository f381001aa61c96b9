import { mkdirSync, readdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { RawStore } from '../../shared/ports/index.ts'

export interface Drop {
  /** Files are dropped in `<folder>/<connector>/`. */
  folder: string
  /** Takes the dropped files. Returns how many. */
  look(): Promise<number>
  close(): void
}

const LOOK_EVERY_MS = 1_000
/** Files that were taken are moved here, beside the new ones. */
const TAKEN = 'taken'

/**
 * A folder into which files are dropped, one per connector: it stands for the S3 bucket in AWS. A file is taken once it has
 * stopped growing, under its name and time, so that the same name can be dropped again.
 */
export function openDrop(folder: string, store: () => RawStore, onError: (error: unknown) => void): Drop {
  const sizes = new Map<string, number>()
  let looking = Promise.resolve(0)
  mkdirSync(folder, { recursive: true })
  const timer = setInterval(() => void look().catch(onError), LOOK_EVERY_MS)
  return { folder, look, close: () => clearInterval(timer) }

  function look(): Promise<number> {
    looking = looking.catch(() => 0).then(takeAll)
    return looking
  }

  async function takeAll(): Promise<number> {
    let count = 0
    for (const connector of foldersIn(folder)) {
      for (const name of filesIn(join(folder, connector))) if (await take(connector, name)) count++
    }
    return count
  }

  async function take(connector: string, name: string): Promise<boolean> {
    const path = join(folder, connector, name)
    const { size, mtimeMs } = statSync(path)
    if (sizes.get(path) !== size) {
      sizes.set(path, size)
      return false
    }
    sizes.delete(path)
    const key = `drop/${connector}/${Math.floor(mtimeMs)}-${name.replace(/[^\w.-]/g, '_').slice(0, 150)}`
    await store().put(key, readFileSync(path))
    mkdirSync(join(folder, connector, TAKEN), { recursive: true })
    renameSync(path, join(folder, connector, TAKEN, name))
    return true
  }
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory() && /^[a-z0-9-]{1,64}$/.test(each.name))
    .map(({ name }) => name)
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isFile() && !each.name.startsWith('.'))
    .map(({ name }) => name)
    .sort()
}
