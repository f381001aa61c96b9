import { type Argument, Command as Base, type ErrorOptions, Help, type Option } from 'commander'
import stringWidth from 'string-width'
import { helpIn } from '../shared/domain/texts/help.ts'
import type { Language } from '../shared/domain/texts/language.ts'

/** A command whose help and errors, including commander's own, are in the reader's language. */
export class Command extends Base {
  readonly language: Language

  constructor(name: string, language: Language) {
    super(name)
    this.language = language
  }

  /** Subcommands use the same language. */
  override createCommand(name: string): Command {
    return new Command(name, this.language)
  }

  override createHelp(): Help {
    return Object.assign(new HelpIn(this.language), this.configureHelp())
  }

  override createArgument(name: string, description?: string): Argument {
    return super.createArgument(this.#placed(name), description)
  }

  override addOption(option: Option): this {
    option.flags = this.#placed(option.flags)
    return super.addOption(option)
  }

  /** `<file>` is <文件>. */
  #placed(flags: string): string {
    return placedIn(helpIn(this.language).commander.placeholders, flags)
  }

  override error(message: string, options?: ErrorOptions): never {
    return super.error(errorIn(this.language, message, options?.code), options)
  }
}

class HelpIn extends Help {
  readonly #words: ReturnType<typeof helpIn>['commander']

  constructor(language: Language) {
    super()
    this.#words = helpIn(language).commander
  }

  /** The parser's own `[options]` and `[command]`. */
  override commandUsage(command: Base): string {
    return placedIn(this.#words.placeholders, super.commandUsage(command))
  }

  override subcommandTerm(command: Base): string {
    return placedIn(this.#words.placeholders, super.subcommandTerm(command))
  }

  /** In columns of a terminal: a Chinese character takes two. */
  override displayWidth(text: string): number {
    return stringWidth(text)
  }

  override styleTitle(title: string): string {
    return (this.#words.titles as Record<string, string>)[title] ?? title
  }

  /** Chinese has no spaces to break lines at. */
  override boxWrap(text: string, width: number): string {
    if (!HAN.test(text)) return super.boxWrap(text, width)
    return text
      .split('\n')
      .map((line) => wrapped(line, width))
      .join('\n')
  }

  override optionDescription(option: Option): string {
    const { description, argChoices, defaultValue } = option
    const { more } = this.#words
    const shown = defaultValue !== undefined && (option.required || option.optional)
    return more(description, {
      choices: argChoices?.join(', '),
      usual: shown ? (option.defaultValueDescription ?? String(defaultValue)) : undefined,
    })
  }
}

/** Flags and arguments, with what stands for a value in the reader's words. */
function placedIn(words: Readonly<Record<string, string>>, text: string): string {
  return text.replace(/([<[])([^<>[\]]+?)((?:\.\.\.)?[>\]])/g, (_, before, name, after) => {
    return `${before}${Object.hasOwn(words, name) ? words[name] : name}${after}`
  })
}

const HAN = /\p{Script=Han}/u
/** A line may break between any two of these: a Latin word, or any other character. */
const PARTS = /[!-~]+|./gsu
/** No line begins with these. */
const CLOSING = /^[，。；：！？、）”》…]/

function wrapped(line: string, width: number): string {
  const lines = ['']
  for (const part of line.match(PARTS) ?? []) {
    const last = lines.at(-1)!
    if (stringWidth(last + part) <= width || CLOSING.test(part)) lines[lines.length - 1] = last + part
    else lines.push(part.trimStart())
  }
  return lines.map((each) => each.trimEnd()).join('\n')
}

/** The parser's errors, by code: the words around the value. */
const SAID = {
  unknownOption: /^error: unknown option '(.*)'$/s,
  unknownCommand: /^error: unknown command '(.*)'$/s,
  missingArgument: /^error: missing required argument '(.*)'$/s,
  optionMissingArgument: /^error: option '(.*)' argument missing$/s,
  missingMandatoryOptionValue: /^error: required option '(.*)' not specified$/s,
  conflictingOption: /^error: option '(.*)' cannot be used with option '(.*)'$/s,
  excessArguments: /^error: too many arguments.*Expected (\d+) arguments? but got (\d+)\.$/s,
  invalidArgument: /^error: option '(.*?)' argument '(.*)' is invalid\. (.*)$/s,
} as const

/** An error of the parser in the reader's language. An unknown one stays as it is. */
function errorIn(language: Language, message: string, code = ''): string {
  const { errors, meant, choose } = helpIn(language).commander
  const [, body = message, near] = /^(.*?)(?:\n\(Did you mean (?:one of )?(.*)\?\))?$/s.exec(message) ?? []
  const name = code.replace('commander.', '') as keyof typeof SAID
  const [, first = '', second = '', third = ''] = SAID[name]?.exec(body) ?? []
  if (first === '') return message
  const allowed = /^Allowed choices are (.*)\.$/s.exec(third)?.[1]
  const said = errors[name](first, second, allowed === undefined ? third : choose(allowed))
  return near === undefined ? said : `${said}\n${meant(near)}`
}
