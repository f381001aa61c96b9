import { registerHooks } from 'node:module'
import { bugs } from './bugs.ts'
import { planted } from './plant.ts'

/** Loaded before anything else (`--import`) in the simulation's own processes: puts the bug that is asked for in. */
const name = process.env.WINGBACK_BUG
const bug = name === undefined ? undefined : bugs[name]
if (!bug) throw new Error(`no planted bug is called "${name}"; there are ${Object.keys(bugs).join(', ')}`)
const url = new URL(`../../../${bug.file}`, import.meta.url).href

registerHooks({
  load(asked, context, next) {
    const loaded = next(asked, context)
    return asked === url ? { ...loaded, source: planted(String(loaded.source), bug) } : loaded
  },
})
