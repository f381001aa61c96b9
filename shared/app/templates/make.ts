import { type Loaded, loadRulebook } from '../../domain/rulebook/load.ts'
import { templateBuilder } from './build.ts'

export { madeOf } from '../../domain/rulebook/load.ts'

/**
 * Checks, compiles and builds a rulebook from its files. It needs large modules: functions load it when they call it.
 */
export function makeRulebook(
  files: Readonly<Record<string, string>>,
  options: { now?: number | undefined } = {},
): Promise<Loaded> {
  return loadRulebook(files, templateBuilder(files), options)
}
