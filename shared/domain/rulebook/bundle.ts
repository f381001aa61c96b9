import { gunzipSync, gzipSync } from 'node:zlib'
import type { Problem } from '../problem.ts'
import { type Compiled, compileBundle } from './compile.ts'
import type { Bundle } from './content.ts'
import type { Rulebook } from './rulebook.ts'

/** What a bundle unpacks to at most: more is no rulebook but an attack. */
const UNPACKED_AT_MOST = 64 * 1024 * 1024

/** A bundle as it travels and is kept: gzip of its JSON. */
export function packBundle(bundle: Bundle): Uint8Array {
  return gzipSync(JSON.stringify(bundle))
}

/** A packed bundle that was checked before, as it is. Throws where it is none. */
export function unpackBundle(bytes: Uint8Array): Bundle {
  return JSON.parse(gunzipSync(bytes, { maxOutputLength: UNPACKED_AT_MOST }).toString('utf8')) as Bundle
}

/** Checks and compiles a packed bundle that may be anything. Never throws. */
export function compilePacked(bytes: Uint8Array): Compiled {
  try {
    return compileBundle(unpackBundle(bytes))
  } catch (error) {
    const message = `not a packed bundle: ${error instanceof Error ? error.message : error}`
    return { ok: false, problems: [{ file: '', line: 0, column: 0, path: '', code: 'not-a-bundle', message }] }
  }
}

/** Compiles a packed bundle that was published. Throws where this version of the software refuses it. */
export function unpackRulebook(bytes: Uint8Array): Rulebook {
  const compiled = compilePacked(bytes)
  if (compiled.ok) return compiled.rulebook
  throw new Error(`the published rulebook is refused: ${compiled.problems.slice(0, 3).map(inShort).join('; ')}`)
}

function inShort({ file, path, code, message }: Problem): string {
  return `${file} ${path}: ${code} ${message}`
}
