import type { Rulebooks } from '../../ports/index.ts'

/** Rulebooks in memory: a version is written once. */
export function createMemoryRulebooks(): Rulebooks {
  const versions = new Map<string, Uint8Array>()
  const files = new Map<string, Uint8Array>()

  return {
    async read(version) {
      return versions.get(version)?.slice()
    },
    async write(version, bytes) {
      if (!versions.has(version)) versions.set(version, bytes.slice())
    },
    async readFiles(version) {
      return files.get(version)?.slice()
    },
    async writeFiles(version, bytes) {
      files.set(version, bytes.slice())
    },
  }
}
