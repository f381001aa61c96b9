import { makeRulebook } from '../../shared/app/templates/make.ts'
import type { Cabin } from '../../shared/contract/index.ts'
import type { Problem } from '../../shared/domain/problem.ts'
import { packBundle, packUpload } from '../../shared/domain/rulebook/bundle.ts'
import { inOrder } from '../../shared/domain/rulebook/load.ts'
import { unvaluedUpgrades } from '../../shared/domain/rulebook/measure.ts'
import { readRulebookFolder } from './read.ts'

export type LoadedFolder =
  | {
      ok: true
      version: string
      bundle: Uint8Array
      /** The same with the files that it was made of, as it is published. */
      upload: Uint8Array
      problems: []
      unvaluedUpgrades: Cabin[]
    }
  | { ok: false; problems: Problem[] }

/**
 * Reads, checks, builds and packs a rulebook's folder, ready to be published. With `now`, a schedule in the past is a
 * problem.
 */
export async function loadFolder(folder: string, options: { now?: number | undefined } = {}): Promise<LoadedFolder> {
  const { files, problems } = await readRulebookFolder(folder)
  const loaded = await makeRulebook(files, options)
  if (!loaded.ok) return { ok: false, problems: [...problems, ...loaded.problems].sort(inOrder) }
  if (problems.length > 0) return { ok: false, problems }
  const { bundle, rulebook } = loaded
  const unvalued = unvaluedUpgrades(rulebook)
  const packed = { bundle: packBundle(bundle), upload: packUpload(bundle, files) }
  return { ok: true, version: rulebook.version, ...packed, problems: [], unvaluedUpgrades: unvalued }
}
