import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command, InvalidArgumentError } from 'commander'
import { clientFor } from '../../cli/client.ts'
import { Refused, Unreachable } from '../../cli/errors.ts'
import { usualLanguage } from '../../cli/options.ts'
import { jsonText, plain, thousands } from '../../cli/print.ts'
import { countOfProblems, problemText } from '../../cli/rulebook/place.ts'
import type { Session } from '../../cli/session.ts'
import { trace } from '../../shared/lambda/describe.ts'
import { adviceOn } from './advice.ts'
import { type Run, startRun } from './run.ts'
import { summaryOf } from './summary.ts'

/** `npm start`: the whole pipeline on this machine, with the example rulebook and a small sample. */

interface Options {
  empty?: boolean
  rulebook: string
  port: number
  data?: string
  identity?: string
  json?: boolean
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const SAMPLE = ['members.jsonl', 'events.jsonl'].map((file) => join(root, 'infra/local/sample', file))
const DEFAULT_PORT = 4700
const LOOK_FOR_PARENT_EVERY_MS = 250

// What a run keeps is its owner's alone, whatever else they let others see.
process.umask(0o077)

const program = new Command('npm start --')
  .description('Runs Wingback on this machine: nothing but Node is needed, everything listens on 127.0.0.1.')
  .option('--empty', 'without the sample')
  .option('--rulebook <dir>', 'the rulebook to publish', join(root, 'campaigns'))
  .option(
    '--port <n>',
    'port of the API; the bus and the mail viewer take the next two, 0 takes free ones',
    portOf,
    DEFAULT_PORT,
  )
  .option('--data <dir>', 'keep everything there, and go on with what is there')
  .option(
    '--identity <domain>',
    'refuse a rulebook whose sender lies outside of it, as a stage with this SES identity does',
  )
  .option('--json', 'print one line, {"api", "events", "mail"}, when it is ready')
  .action((options: Options) => main(options))

await program.parseAsync()

async function main(options: Options): Promise<void> {
  const say = (text: string) => options.json || console.log(plain(text))
  const rulebook = await rulebookIn(options.rulebook)
  if (!rulebook) {
    process.exitCode = 1
    return
  }
  let run: Run
  try {
    run = await startRun({
      port: options.port,
      dataDir: options.data,
      mailIdentity: options.identity,
      onError: (error) => complain(trace(error)),
    })
  } catch (error) {
    for (const line of explainStart(error, options)) complain(line)
    process.exitCode = 1
    return
  }
  const ending = endingOf(run, options, say)
  try {
    await begin(run, rulebook, options, say)
  } catch (error) {
    // What was under way when somebody ended it has nobody to answer it.
    if (ending.begun) return
    for (const line of isSaid(error) ? explainStart(error, options) : [trace(error)]) complain(line)
    process.exitCode = 1
    await ending.end()
  }
}

async function begin(run: Run, rulebook: Uint8Array, options: Options, say: (text: string) => unknown): Promise<void> {
  process.env.WINGBACK_URL = run.info.api
  const client = clientFor(run.info.api)
  const session: Session = {
    client,
    json: options.json === true,
    language: usualLanguage(),
    watched: !options.json && process.stderr.isTTY === true,
    show: async () => {},
    line: async () => {},
    note: (text) => say(`  ${text}`),
  }

  if (run.recovered) {
    say('The last run on this data was killed: what was in flight is done again, the counters are counted anew.')
    await client.call('POST', '/v1/drain', { body: {} })
    await client.call('POST', '/v1/recount', { body: {} })
  }
  const { version, waits } = await client.call<{ version: string; waits: boolean }>('PUT', '/v1/rulebooks', {
    query: { by: 'npm start' },
    body: rulebook,
  })
  say(
    waits
      ? `Rulebook ${version} of ${options.rulebook} waits for a second person: npx wingback rulebook pending`
      : `Rulebook ${version} of ${options.rulebook} is live.`,
  )
  if (run.isNew && !options.empty) {
    const { replay } = await import('../../cli/replay/replay.ts')
    say('A made-up month, September 2026, goes through the pipeline:')
    const report = await replay(session, SAMPLE, false)
    say(`  ${thousands(report.sent)} events in ${report.seconds} s`)
  }
  if (options.json) console.log(jsonText({ api: run.info.api, events: run.info.events, mail: run.info.mail }))
  else for (const line of await summaryOf(client, run.info)) say(line)
}

/** The folder as it is published; prints what is wrong with it and gives undefined where something is. */
async function rulebookIn(dir: string): Promise<Uint8Array | undefined> {
  const { loadFolder } = await import('../../cli/rulebook/folder.ts')
  try {
    const loaded = await loadFolder(dir)
    if (loaded.ok) return loaded.bundle
    for (const problem of loaded.problems) complain(problemText(dir, problem))
    complain(`The rulebook in ${dir} has ${countOfProblems(loaded.problems)}.`)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    complain(`No rulebook: ${error.message}`)
  }
  return undefined
}

/** Ends cleanly on Ctrl-C, SIGTERM, and with npm; a second signal does not wait. */
function endingOf(run: Run, options: Options, say: (text: string) => unknown) {
  const ending = { begun: false, end }
  async function end(): Promise<void> {
    if (ending.begun) process.exit()
    ending.begun = true
    say('\nEnding …')
    await run.close()
    process.exit()
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  if (process.env.npm_lifecycle_event === 'start') whenOrphaned(end)
  void run.parts.exited.then((why) => {
    if (ending.begun) return
    complain(`The local parts have ended unexpectedly: ${why ?? 'something has killed them'}.`)
    complain(adviceOn(why, options.port) ?? (options.data === undefined ? IN_MEMORY : ON_DISK))
    process.exit(1)
  })
  return ending
}

const IN_MEMORY = 'What was there is gone with them: start again. With --data DIR everything is kept.'
const ON_DISK = 'Nothing that was taken is lost: start again with the same --data.'

/** A signal to npm ends npm and the shell between; the run would stay, with its ports. */
function whenOrphaned(end: () => unknown): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    end()
  }, LOOK_FOR_PARENT_EVERY_MS)
  watch.unref()
}

function explainStart(error: unknown, { port, data }: Options): string[] {
  const { message } = error as Error
  const torn = `Something in ${data} was changed from outside. Put a copy of it back; or begin anew in another folder.`
  const hint = isSaid(error) ? error.hint : (adviceOn(error, port) ?? (data && torn))
  return [message, ...(hint ? [`  ${hint}`] : [])]
}

/** Whether an error was made to be read: it says what is wrong, and where known what to do. */
function isSaid(error: unknown): error is Refused | Unreachable {
  return error instanceof Refused || error instanceof Unreachable
}

/** What others wrote, such as a file's name, must not play tricks on the terminal. */
function complain(text: string): void {
  console.error(plain(text))
}

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_000)
    throw new InvalidArgumentError('a whole number from 0 to 65000')
  return port
}
