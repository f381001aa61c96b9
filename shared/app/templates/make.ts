import { type Loaded, loadRulebook } from '../../domain/rulebook/load.ts'
import { templateBuilder } from './build.ts'
import { type BuiltBefore, reusing } from './reuse.ts'

export { madeOf } from '../../domain/rulebook/load.ts'

/**
 * Checks, compiles and builds a rulebook from its files; emails that are as they were `before` are not built anew. It needs large modules: functions load it when they call it.
 */
export function makeRulebook(
  files: Readonly<Record<string, string>>,
  { before, ...options }: { now?: number | undefined; before?: BuiltBefore | undefined } = {},
): Promise<Loaded> {
  const build = templateBuilder(files)
  return loadRulebook(files, before ? reusing(build, files, before) : build, options)
}
