import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  type Dirent,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Refused } from '../../cli/errors.ts'

/** Where a run stores everything, readable only by its owner: members, emails with signed links, keys. */
export interface DataFolder {
  /** It was empty. */
  isNew: boolean
  /** The path of stored data by name. Undefined if nothing is stored. */
  at(name: string): string | undefined
  /** A key stored with the data. Throws {@link Refused} if its file exists but contains none. */
  key(name: KeyName): string
  /** Marks the run as running. Returns whether the last one still was: then it was killed. */
  begin(): boolean
  end(): void
}

/** What is lost with each key. For a key that nothing works without: what it is needed for. No new one replaces it. */
const keys = {
  'link-key': { lost: 'the links in mails sent so far will do nothing any more' },
  'hash-key': { needed: 'grants and addresses are found by it' },
  'connector-key': { lost: 'what other systems sign with the old one is refused' },
} as const
type Key = { lost: string } | { needed: string }
export type KeyName = keyof typeof keys

const KEY_LENGTH_AT_LEAST = 16
const OURS = ['parts', 'drop', 'running', 'clock.json', ...Object.keys(keys)]

/** @param path without one nothing is stored. Throws {@link Refused} if it cannot be a folder of ours. */
export function openDataFolder(path: string | undefined): DataFolder {
  if (path === undefined) {
    return { isNew: true, at: () => undefined, key: newKey, begin: () => false, end() {} }
  }
  const isNew = prepare(resolve(path))
  const running = join(path, 'running')
  return {
    isNew,
    at: (name) => join(path, name),
    key: (name) => keyIn(path, name, keys[name]),
    begin() {
      const wasKilled = existsSync(running)
      writeFileSync(running, String(process.pid))
      return wasKilled
    },
    end: () => rmSync(running, { force: true }),
  }
}

/** Creates the folder, or takes the existing one. Returns whether it was empty. */
function prepare(path: string): boolean {
  try {
    makeDirectory(path)
    const there = readdirSync(path, { withFileTypes: true })
    const ours = there.filter(({ name }) => OURS.includes(name))
    if (ours.length === 0 && there.some(({ name }) => !name.startsWith('.'))) {
      throw new Refused(`${path} holds other things, and nothing of Wingback's`, {
        hint: 'name a folder for --data that is not there yet, or an empty one',
      })
    }
    chmodSync(path, 0o700)
    for (const entry of ours) closeToOthers(path, entry)
    return ours.length === 0
  } catch (error) {
    if (error instanceof Refused) throw error
    throw new Refused(`${path} cannot hold the data: ${(error as Error).message}`, {
      hint: 'name another folder for --data, one that is yours',
    })
  }
}

function closeToOthers(parent: string, entry: Dirent): void {
  const path = join(parent, entry.name)
  if (entry.isFile()) chmodSync(path, 0o600)
  if (!entry.isDirectory()) return
  chmodSync(path, 0o700)
  for (const inner of readdirSync(path, { withFileTypes: true })) closeToOthers(path, inner)
}

/** With its parents. One by one, because Node's own `recursive` loops for ever where nothing can be created (`/proc`). */
function makeDirectory(path: string): void {
  if (existsSync(path)) {
    if (!lstatSync(path).isFile()) return
    throw new Refused(`${path} is a file`, { hint: 'name a folder for --data' })
  }
  makeDirectory(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

function keyIn(path: string, name: KeyName, what: Key): string {
  const file = join(path, name)
  if (existsSync(file)) {
    const key = readFileSync(file, 'utf8').trim()
    if (key.split('\n').every((line) => line.trim().length >= KEY_LENGTH_AT_LEAST)) return key
    throw new Refused(`${file} holds no key of at least ${KEY_LENGTH_AT_LEAST} characters`, { hint: hintOn(what) })
  }
  if ('needed' in what && existsSync(join(path, 'parts')))
    throw new Refused(`${path} has data and no ${name}`, {
      hint: `${hintOn(what)}. Data of a version that had none is not read any more`,
    })
  const key = newKey()
  // Whole or not at all, even if the process is killed or the disk is full.
  writeFileSync(`${file}.new`, key, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return key
}

function hintOn(key: Key): string {
  const copy = 'put it back from a copy of the data'
  return 'lost' in key
    ? `${copy}; or delete the file, and a new key is made: ${key.lost}`
    : `${copy}: ${key.needed}. Without it, begin anew with another folder for --data`
}

function newKey(): string {
  return randomBytes(32).toString('base64url')
}
