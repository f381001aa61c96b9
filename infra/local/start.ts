import { keepCompiled } from '../../shared/keep-compiled.ts'
import { adviceOnMissing } from './missing.ts'

/** `npm start`. All that it needs is looked for from here on, so that whoever lacks a package hears what to do. */
keepCompiled()
try {
  await import('./command.ts')
} catch (error) {
  const advice = adviceOnMissing(error)
  if (advice === undefined) throw error
  console.error(`${(error as Error).message}\n  ${advice}`)
  process.exitCode = 1
}
