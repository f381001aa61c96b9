import { keepCompiled } from '../shared/keep-compiled.ts'

/** The `wingback` command. All that it needs is imported from here on, so that what Node compiles of it is kept. */
keepCompiled()
await import('./run.ts')
