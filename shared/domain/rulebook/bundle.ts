import { gunzipSync, gzipSync } from 'node:zlib'
import { isMapping } from '../cursor.ts'
import type { Problem } from '../problem.ts'
import { problemAt } from '../problem.ts'
import { type Compiled, compileBundle } from './compile.ts'
import type { Bundle } from './content.ts'
import type { Rulebook } from './rulebook.ts'
import { faultOfSchedule } from './schedule-fault.ts'
import type { Checks } from './scope.ts'

/** The largest size of an unpacked bundle: anything larger is not a rulebook but an attack. */
const UNPACKED_AT_MOST = 64 * 1024 * 1024

/** A bundle as it is sent and stored: gzipped JSON. */
export function packBundle(bundle: Bundle): Uint8Array {
  return gzipSync(JSON.stringify(bundle))
}

/** What is handed over to be published: a bundle, and the files that it was made of. */
export function packUpload(bundle: Bundle, files: Readonly<Record<string, string>>): Uint8Array {
  return gzipSync(JSON.stringify({ ...bundle, files }))
}

/** A packed bundle, and its files where they came with it. What is no bundle comes back as it is. */
export function unpackUpload(bytes: Uint8Array): { packed: Uint8Array; files?: Readonly<Record<string, string>> } {
  try {
    const { files, ...bundle } = unpackBundle(bytes) as Bundle & { files?: unknown }
    return isTexts(files) ? { packed: packBundle(bundle), files } : { packed: bytes }
  } catch {
    return { packed: bytes }
  }
}

function isTexts(files: unknown): files is Record<string, string> {
  return isMapping(files) && Object.values(files).every((text) => typeof text === 'string')
}

/** Files as they travel and are kept. */
export function packFiles(files: Readonly<Record<string, string>>): Uint8Array {
  return gzipSync(JSON.stringify(files))
}

export function unpackFiles(bytes: Uint8Array): Readonly<Record<string, string>> {
  const text = gunzipSync(bytes, { maxOutputLength: UNPACKED_AT_MOST }).toString('utf8')
  return JSON.parse(text) as Readonly<Record<string, string>>
}

/** A packed bundle that was checked before. Throws if it is not one. */
export function unpackBundle(bytes: Uint8Array): Bundle {
  return JSON.parse(gunzipSync(bytes, { maxOutputLength: UNPACKED_AT_MOST }).toString('utf8')) as Bundle
}

/** Checks and compiles a packed bundle from an untrusted source. Never throws. */
export function compilePacked(bytes: Uint8Array): Compiled {
  return compiled(bytes, { faultOf: faultOfSchedule })
}

function compiled(bytes: Uint8Array, checks: Checks): Compiled {
  try {
    return compileBundle(unpackBundle(bytes), checks)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const place = { file: '', line: 0, column: 0, path: '', code: 'not-a-bundle' }
    return { ok: false, problems: [problemAt(place, ({ problems }) => problems.notPacked(why))] }
  }
}

/** Compiles a published packed bundle. Throws if this version of the software rejects it. */
export function unpackRulebook(bytes: Uint8Array): Rulebook {
  const read = compiled(bytes, {})
  if (read.ok) return read.rulebook
  throw new Error(`the published rulebook is refused: ${read.problems.slice(0, 3).map(inShort).join('; ')}`)
}

function inShort({ file, path, code, message }: Problem): string {
  return `${file} ${path}: ${code} ${message}`
}
