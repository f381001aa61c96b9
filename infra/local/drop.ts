import { createHash } from 'node:crypto'
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
/** How programs call a file that they have not finished writing. */
const UNFINISHED = /^\.|\.(part|tmp|partial|filepart|crdownload)$/i
const HASH_CHARS = 12

/**
 * A folder into which files are dropped, one per connector: it stands for the S3 bucket in AWS. A file is taken once it has
 * stopped changing, under its name, its time and a hash of what it says, so that the same name can be dropped again. One that
 * cannot be taken is told of once, and keeps no other from being taken.
 */
export function openDrop(folder: string, store: () => RawStore, onError: (error: unknown) => void): Drop {
  const seen = new Map<string, string>()
  const told = new Set<string>()
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
    for (const path of strayFiles(folder))
      tell(path, new Error(`${path} is in no folder of a connector: put it into ${join(folder, 'NAME')}/`))
    for (const connector of foldersIn(folder)) {
      for (const name of filesIn(join(folder, connector))) {
        const path = join(folder, connector, name)
        try {
          if (await take(connector, name, path)) count++
        } catch (error) {
          tell(path, new Error(`${path} cannot be taken`, { cause: error }))
        }
      }
    }
    return count
  }

  function tell(path: string, error: Error): void {
    if (told.has(path)) return
    told.add(path)
    onError(error)
  }

  async function take(connector: string, name: string, path: string): Promise<boolean> {
    const state = stateOf(path)
    if (seen.get(path) !== state) {
      seen.set(path, state)
      return false
    }
    const bytes = readFileSync(path)
    // Whoever writes it went on meanwhile.
    if (stateOf(path) !== state) return false
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, HASH_CHARS)
    const time = Math.floor(statSync(path).mtimeMs)
    await store().put(`drop/${connector}/${time}-${hash}-${name.replace(/[^\w.-]/g, '_').slice(0, 150)}`, bytes)
    mkdirSync(join(folder, connector, TAKEN), { recursive: true })
    renameSync(path, join(folder, connector, TAKEN, name))
    seen.delete(path)
    told.delete(path)
    return true
  }
}

/** What changes while somebody writes. */
function stateOf(path: string): string {
  const { size, mtimeMs } = statSync(path)
  return `${size} ${mtimeMs}`
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isDirectory() && CONNECTOR.test(each.name))
    .map(({ name }) => name)
}

const CONNECTOR = /^[a-z0-9-]{1,64}$/

/** Files that nobody would ever take: beside the folders, or in one that no connector can be called by. */
function strayFiles(folder: string): string[] {
  const others = readdirSync(folder, { withFileTypes: true }).filter(
    (each) => each.isDirectory() && !CONNECTOR.test(each.name),
  )
  return [folder, ...others.map(({ name }) => join(folder, name))].flatMap((each) =>
    filesIn(each).map((name) => join(each, name)),
  )
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((each) => each.isFile() && !UNFINISHED.test(each.name))
    .map(({ name }) => name)
    .sort()
}
