import { CommanderError } from 'commander'
import { EXIT, Refused, Unreachable } from './errors.ts'
import { jsonText, plain } from './print.ts'
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
  if (!(error instanceof Refused || error instanceof Unreachable)) {
    console.error(plain(error instanceof Error ? (error.stack ?? error.message) : String(error)))
    return EXIT.refused
  }
  const { message, hint } = error
  const code = error instanceof Refused ? (error.code ?? 'refused') : 'unreachable'
  if (json) console.error(jsonText({ error: { code, message, hint } }))
  else console.error(plain(`wingback: ${message}${hint ? `\n  ${hint}` : ''}`))
  return error instanceof Refused ? EXIT.refused : EXIT.unreachable
}
