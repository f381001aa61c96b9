import { once } from 'node:events'
import { userInfo } from 'node:os'
import type { AddHelpTextContext } from 'commander'
import { helpIn } from '../shared/domain/texts/help.ts'
import type { Language } from '../shared/domain/texts/language.ts'
import { type Client, clientFor, DEFAULT_URL } from './client.ts'
import type { Command } from './command.ts'
import { languageOption, usualLanguage } from './options.ts'
import { jsonText, plain } from './print.ts'

/** What a command gets: the API, and where its output goes. */
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
  /** Beside the result: to stderr, and only for people. */
  note(text: string): void
}

export function sessionFor(json: boolean, language: Language = usualLanguage()): Session {
  const { stdout, stderr } = process
  const line = async (text: string) => {
    if (!stdout.write(`${text}\n`)) await once(stdout, 'drain')
  }
  return {
    get client() {
      return clientFor(process.env.WINGBACK_URL || DEFAULT_URL, language)
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

/** Runs a command's action with its session. Every command can answer in JSON, and in the reader's language. */
export function act<A extends unknown[]>(
  command: Command,
  action: (session: Session, options: Record<string, string | boolean | undefined>, ...args: A) => Promise<void>,
): Command {
  const help = helpIn(command.language)
  const answering = command.addOption(languageOption(help)).option('--json', help.common.json)
  return answering.action(async (...given: unknown[]) => {
    const args = given.slice(0, -2) as A
    const options = given.at(-2) as Record<string, string | boolean | undefined>
    await action(sessionFor(options.json === true, command.language), options, ...args)
  })
}

/** Examples after a command's help. */
export function examples(...lines: string[]): (context: AddHelpTextContext) => string {
  return ({ command }) => {
    const { commander } = helpIn((command as Command).language)
    return `\n${commander.examples}\n${lines.map((line) => `  $ npx wingback ${line}`).join('\n')}\n`
  }
}

/** The user's own name for themselves, if there is no other identity: on one machine. */
export function userName(): string {
  if (process.env.WINGBACK_BY) return process.env.WINGBACK_BY
  try {
    return userInfo().username
  } catch {
    return 'unknown'
  }
}
