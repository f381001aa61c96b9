import type { Rulebook } from '../domain/rulebook/rulebook.ts'
import type { Rulebooks } from '../ports/index.ts'

const KEPT = 16

/** Compiled rulebooks by version. A version never changes, so each process compiles it once. */
export interface RulebookCache {
  /** Throws if the version is missing: a publish may be under way, so try again. */
  load(version: string): Promise<Rulebook>
  /** One that was loaded before. */
  get(version: string): Rulebook | undefined
}

export function rulebookCache(port: Rulebooks, compile: (bytes: Uint8Array) => Rulebook): RulebookCache {
  const loaded = new Map<string, Rulebook>()
  return {
    get: (version) => loaded.get(version),
    async load(version) {
      const known = loaded.get(version)
      if (known) return known
      const bytes = await port.read(version)
      if (!bytes) throw new Error(`rulebook ${version} is not in the table`)
      const rulebook = compile(bytes)
      if (loaded.size >= KEPT) loaded.delete(loaded.keys().next().value!)
      loaded.set(version, rulebook)
      return rulebook
    },
  }
}
