import { CommanderError } from 'commander'
import { textsIn } from '../shared/domain/texts/index.ts'
import { EXIT, Refused, Unreachable } from './errors.ts'
import { languageOf } from './options.ts'
import { jsonText, plain } from './print.ts'
import { makeProgram } from './program.ts'

/** The reader may stop reading: `export | head` is not an error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok)
  throw error
})

const language = languageOf(process.argv.slice(2))
try {
  await makeProgram(language).parseAsync()
} catch (error) {
  process.exitCode = report(error, process.argv.includes('--json'))
}

/** Says what went wrong and what to do, and returns the exit code. */
function report(error: unknown, json: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.refused
  if (!(error instanceof Refused || error instanceof Unreachable)) {
    console.error(plain(error instanceof Error ? (error.stack ?? error.message) : String(error)))
    return EXIT.refused
  }
  const { message, hint } = error.in(language)
  const code = error instanceof Refused ? (error.code ?? 'refused') : 'unreachable'
  if (json) console.error(jsonText({ error: { code, message, hint } }))
  else console.error(plain(textsIn(language).usage.error(message, hint)))
  return error instanceof Refused ? EXIT.refused : EXIT.unreachable
}
