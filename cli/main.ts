import { CommanderError } from 'commander'
import { EXIT, Refused, Unreachable } from './errors.ts'
import { makeProgram } from './program.ts'

/** Whoever reads may stop reading: `export | head` is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok)
  throw error
})

try {
  await makeProgram().parseAsync()
} catch (error) {
  process.exitCode = report(error, process.argv.includes('--json'))
}

/** Says what went wrong and what to do, and answers the exit code. */
function report(error: unknown, json: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.refused
  if (!(error instanceof Refused || error instanceof Unreachable)) throw error
  const { message, hint } = error
  const code = error instanceof Refused ? (error.code ?? 'refused') : 'unreachable'
  if (json) console.error(JSON.stringify({ error: { code, message, hint } }))
  else console.error(`wingback: ${message}${hint ? `\n  ${hint}` : ''}`)
  return error instanceof Refused ? EXIT.refused : EXIT.unreachable
}
