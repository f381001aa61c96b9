import type { Problem } from '../../shared/domain/problem.ts'
import { packBundle } from '../../shared/domain/rulebook/bundle.ts'
import { inOrder, loadRulebook } from '../../shared/domain/rulebook/load.ts'
import { templateBuilder } from './build.ts'
import { readRulebookFolder } from './read.ts'

export type LoadedFolder =
  | { ok: true; version: string; bundle: Uint8Array; problems: [] }
  | { ok: false; problems: Problem[] }

/** Reads, checks, builds and packs a rulebook's folder, ready to be published. With `now`, a schedule that has passed is a problem. */
export async function loadFolder(folder: string, options: { now?: number | undefined } = {}): Promise<LoadedFolder> {
  const { files, problems } = await readRulebookFolder(folder)
  const loaded = await loadRulebook(files, templateBuilder(files), options)
  if (!loaded.ok) return { ok: false, problems: [...problems, ...loaded.problems].sort(inOrder) }
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, version: loaded.rulebook.version, bundle: packBundle(loaded.bundle), problems: [] }
}
