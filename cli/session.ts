import { once } from 'node:events'
import { userInfo } from 'node:os'
import type { Command } from 'commander'
import type { Language } from '../shared/domain/texts/language.ts'
import { type Client, clientFor, DEFAULT_URL } from './client.ts'
import { languageOption, usualLanguage } from './options.ts'
import { jsonText, plain } from './print.ts'

/** What a command is given: the API, and where its words go. */
export interface Session {
  client: Client
  json: boolean
  /** Of what people read. */
  language: Language
  /** A person watches: progress may be shown. */
  watched: boolean
  /** One JSON value for machines, or lines for people. */
  show(value: unknown, lines: () => readonly string[]): Promise<void>
  line(text: string): Promise<void>
  /** Beside the result: to the error stream, and only for people. */
  note(text: string): void
}

export function sessionFor(json: boolean, language: Language = usualLanguage()): Session {
  const { stdout, stderr } = process
  const line = async (text: string) => {
    if (!stdout.write(`${text}\n`)) await once(stdout, 'drain')
  }
  return {
    get client() {
      return clientFor(process.env.WINGBACK_URL || DEFAULT_URL)
    },
    json,
    language,
    watched: !json && stderr.isTTY === true,
    async show(value, lines) {
      if (json) return line(jsonText(value))
      for (const each of lines()) await line(plain(each))
    },
    line,
    note(text) {
      if (!json) stderr.write(`${plain(text)}\n`)
    },
  }
}

/** A command's action with its session; every command can answer in JSON, and in the reader's language. */
export function act<A extends unknown[]>(
  command: Command,
  action: (session: Session, options: Record<string, string | boolean | undefined>, ...args: A) => Promise<void>,
): Command {
  const answering = command.addOption(languageOption()).option('--json', 'print JSON, for scripts')
  return answering.action(async (...given: unknown[]) => {
    const args = given.slice(0, -2) as A
    const options = given.at(-2) as Record<string, string | boolean | undefined>
    await action(sessionFor(options.json === true, options.lang as Language | undefined), options, ...args)
  })
}

export function examples(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ npx wingback ${line}`).join('\n')}\n`
}

/** Who is at the keyboard, where nothing but their word says so: on one machine. */
export function userName(): string {
  if (process.env.WINGBACK_BY) return process.env.WINGBACK_BY
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}
