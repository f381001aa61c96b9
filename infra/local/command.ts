import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { InvalidArgumentError } from 'commander'
import { clientFor } from '../../cli/client.ts'
import { Command } from '../../cli/command.ts'
import { Refused, Unreachable } from '../../cli/errors.ts'
import { usualLanguage } from '../../cli/options.ts'
import { jsonText, plain, thousands } from '../../cli/print.ts'
import { problemText } from '../../cli/rulebook/place.ts'
import type { Session } from '../../cli/session.ts'
import { helpIn } from '../../shared/domain/texts/help.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
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

const language = usualLanguage()

const root = fileURLToPath(new URL('../../', import.meta.url))
/** So long after a request failed it is told that the parts have ended, where that is why. */
const PARTS_END_WITHIN_MS = 1_000
/** When the sample's members are enrolled. */
const SAMPLE_BEGINS = Date.parse('2026-08-31T16:00:00Z')
const SAMPLE = ['members.jsonl', 'events.jsonl'].map((file) => join(root, 'infra/local/sample', file))
const DEFAULT_PORT = 4700
const LOOK_FOR_PARENT_EVERY_MS = 250
const IN_MEMORY = 'What was there is gone with them: start again. With --data DIR everything is kept.'
const ON_DISK = 'Nothing that was taken is lost: start again with the same --data.'

// The data of a run is readable only by its owner, whatever their umask.
process.umask(0o077)

const { start: help, commander } = helpIn(language)
const program = new Command('npm start --', language)
  .description(help.description)
  .helpOption('-h, --help', commander.help)
  .option('--empty', help.options.empty)
  .option('--rulebook <dir>', help.options.rulebook, join(root, 'campaigns'))
  .option('--port <port>', help.options.port, portOf, DEFAULT_PORT)
  .option('--data <dir>', help.options.data)
  .option('--identity <domain>', help.options.identity)
  .option('--json', help.options.json)
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
  // A build that is stopped on the way has not failed.
  run.buildConsole().catch((error) => ending.begun || complain(`The console could not be built: ${error.message}`))
  try {
    await begin(run, rulebook, options, say)
  } catch (error) {
    // Where the parts have died, a request fails before their end is told, and whoever waits for that says what to do.
    await Promise.race([run.parts.exited, after(PARTS_END_WITHIN_MS)])
    // Requests in progress when the run was stopped have nobody to answer them.
    if (ending.begun) return
    for (const line of isSaid(error) ? explainStart(error, options) : [trace(error)]) complain(line)
    process.exitCode = 1
    await ending.end()
  }
}

async function begin(run: Run, rulebook: Uint8Array, options: Options, say: (text: string) => unknown): Promise<void> {
  process.env.WINGBACK_URL = run.info.api
  const words = textsIn(language).outputs.start
  const client = clientFor(run.info.api, language)
  const session: Session = {
    client,
    json: options.json === true,
    language,
    watched: !options.json && process.stderr.isTTY === true,
    show: async () => {},
    line: async () => {},
    note: (text) => say(`  ${text}`),
  }

  if (run.recovered) {
    say(words.recovered)
    await run.catchUp()
    await client.call('POST', '/v1/recount', { body: {} })
  }
  const showsSample = run.isNew && !options.empty
  // The rules are live before anything of the sample happens, by the sample's own time.
  if (showsSample) await client.call('POST', '/v1/clock', { body: { begin: SAMPLE_BEGINS } })
  const { version, waits } = await client.call<{ version: string; waits: boolean }>('PUT', '/v1/rulebooks', {
    query: { by: 'npm start' },
    body: rulebook,
  })
  say(waits ? words.waits(version, options.rulebook) : words.live(version, options.rulebook))
  if (showsSample) {
    const { replay } = await import('../../cli/replay/replay.ts')
    say(words.month)
    const report = await replay(session, SAMPLE, false)
    say(`  ${words.events(thousands(report.sent), report.seconds)}`)
    const { playFlight, readsFlight } = await import('./sample/flight.ts')
    if (readsFlight(options.rulebook)) {
      say(words.flight)
      say(`  ${words.messagesRead(await playFlight(client, run.drop))}`)
    }
    const { leaveWork } = await import('./sample/evening.ts')
    await leaveWork(client, (file) => replay(session, [file], false))
  }
  const { console: page, api, events, mail } = run.info
  if (options.json) console.log(jsonText({ console: page, api, events, mail }))
  else for (const line of await summaryOf(client, run.info, language)) say(line)
  // After the addresses: whoever waits for them reads the first line, and this may log some of its own.
  await run.goThroughNight()
}

/** The folder as published. If it has problems, prints them and returns undefined. */
async function rulebookIn(dir: string): Promise<Uint8Array | undefined> {
  const { loadFolder } = await import('../../cli/rulebook/folder.ts')
  try {
    const loaded = await loadFolder(dir)
    if (loaded.ok) return loaded.upload
    for (const problem of loaded.problems) complain(problemText(dir, problem, language))
    const { outputs, commands } = textsIn(language)
    complain(outputs.start.hasProblems(dir, commands.rulebook.problems(loaded.problems.length)))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    complain(textsIn(language).outputs.start.noRulebook(error.in(language).message))
  }
  return undefined
}

/** Ends cleanly on Ctrl-C, SIGTERM, and together with npm. A second signal does not wait. */
function endingOf(run: Run, options: Options, say: (text: string) => unknown) {
  const ending = { begun: false, end }
  async function end(): Promise<void> {
    if (ending.begun) process.exit()
    ending.begun = true
    say(`\n${textsIn(language).outputs.start.stopping}`)
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
  const { message } = isSaid(error) ? error.in(language) : (error as Error)
  const torn = `Something in ${data} was changed from outside. Put a copy of it back; or begin anew in another folder.`
  const hint = isSaid(error) ? error.in(language).hint : (adviceOn(error, port) ?? (data && torn))
  return [message, ...(hint ? [`  ${hint}`] : [])]
}

/** Whether an error is meant for people: it says what is wrong and, if known, what to do. */
function isSaid(error: unknown): error is Refused | Unreachable {
  return error instanceof Refused || error instanceof Unreachable
}

/** Text from elsewhere, such as a file's name, must not manipulate the terminal. */
function complain(text: string): void {
  console.error(plain(text))
}

function portOf(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_000) throw new InvalidArgumentError(commander.whole(0, 65_000))
  return port
}
