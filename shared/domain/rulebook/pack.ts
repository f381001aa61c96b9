import { gunzipSync, gzipSync } from 'node:zlib'
import type { Bundle } from './bundle.ts'
import { type Compiled, compileBundle } from './compile.ts'
import type { Rulebook } from './rulebook.ts'

/** A bundle unpacked: far more than any rulebook has, and bounded. */
const UNPACKED_AT_MOST = 64 * 1024 * 1024

/** A bundle as it travels and is kept: compressed JSON. */
export function packBundle(bundle: Bundle): Uint8Array {
  return gzipSync(JSON.stringify(bundle), { level: 9 })
}

/** Unpacks, checks and compiles a bundle, whoever sent it. Never throws. */
export function unpackBundle(bytes: Uint8Array): Compiled {
  return compileBundle(jsonOf(bytes))
}

/** A rulebook that was published, and so was valid. Throws where it is not by now. */
export function unpackRulebook(bytes: Uint8Array): Rulebook {
  const compiled = unpackBundle(bytes)
  if (compiled.ok) return compiled.rulebook
  const { path, message } = compiled.problems[0]!
  throw new Error(`a published rulebook is not valid: ${path} ${message}`)
}

/** Undefined where it is not compressed JSON: the check then says that it is no bundle. */
function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(gunzipSync(bytes, { maxOutputLength: UNPACKED_AT_MOST }).toString('utf8'))
  } catch {
    return undefined
  }
}
