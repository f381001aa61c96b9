import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

/**
 * Keeps what Node compiles from here on in the project's own folder, for this process and those that it starts: a command
 * then starts in half the time. Whoever sets `NODE_COMPILE_CACHE` has chosen another folder. Where nothing can be written,
 * all works as it does without.
 */
export function keepCompiled(): void {
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url))
  enableCompileCache(process.env.NODE_COMPILE_CACHE)
}
