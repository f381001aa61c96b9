/** What every command says: the titles of its help, and what is wrong with how it was called. */
export const commander = {
  titles: { 'Usage:': 'Usage:', 'Arguments:': 'Arguments:', 'Options:': 'Options:', 'Commands:': 'Commands:' },
  /** What stands for a value, as in `<file>`: without words of its own it is written as it is. */
  placeholders: {} as Readonly<Record<string, string>>,
  examples: 'Examples:',
  help: 'display help for command',
  showHelp: '(--help shows how)',
  more: (description: string, { choices, usual }: { choices?: string | undefined; usual?: string | undefined }) => {
    const all = [choices && `choices: ${choices}`, usual && `default: ${usual}`].filter(Boolean)
    return all.length > 0 ? `${description} (${all.join(', ')})` : description
  },
  errors: {
    unknownOption: (option: string) => `error: unknown option '${option}'`,
    unknownCommand: (command: string) => `error: unknown command '${command}'`,
    missingArgument: (name: string) => `error: missing required argument '${name}'`,
    optionMissingArgument: (option: string) => `error: option '${option}' argument missing`,
    missingMandatoryOptionValue: (option: string) => `error: required option '${option}' not specified`,
    conflictingOption: (option: string, other: string) =>
      `error: option '${option}' cannot be used with option '${other}'`,
    excessArguments: (expected: string, got: string) => `error: too many arguments: expected ${expected}, found ${got}`,
    invalidArgument: (option: string, value: string, why: string) =>
      `error: option '${option}' argument '${value}' is invalid. ${why}`,
  } as Record<
    | 'unknownOption'
    | 'unknownCommand'
    | 'missingArgument'
    | 'optionMissingArgument'
    | 'missingMandatoryOptionValue'
    | 'conflictingOption'
    | 'excessArguments'
    | 'invalidArgument',
    (first: string, second: string, third: string) => string
  >,
  meant: (near: string) => `(Did you mean ${near}?)`,
  choose: (choices: string) => `Allowed choices are ${choices}.`,
  whole: (least: number, most: number) => `It must be a whole number from ${least} to ${most}.`,
  language: (languages: string) => `It must be ${languages}.`,
}

/** The page that shows the help of all commands. */
export const reference = {
  title: 'The command `wingback`',
  intro: 'Run it in the checkout as `npx wingback …`. This page is what `--help` says, made by `npm run docs`.',
}

/** The command itself, and options that several commands have. */
export const common = {
  description: 'Talks to a running Wingback: the one on this machine, or one in AWS.',
  after: (url: string) => `
Environment:
  WINGBACK_URL  the address of Wingback's API (default: ${url}). In AWS, the address that
                the deployment prints; requests are signed with your AWS credentials.
  WINGBACK_BY   who you are, on one machine, unless --by is given. In AWS it is who is signed in.
  WINGBACK_LANG the language of help, output and errors, en or zh-CN, unless --lang is given
                (default: the system's, LC_ALL, LC_MESSAGES or LANG).

Exit codes: 0 done, 1 rejected or invalid, 2 Wingback cannot be reached.`,
  lang: (languages: string) => `${languages} (default: WINGBACK_LANG, else the system's)`,
  json: 'print JSON, for scripts',
  yes: 'do not ask for confirmation',
  by: 'who (default: WINGBACK_BY, else your user name; in AWS whoever is signed in, always)',
  code: 'only events with this reason',
  everybody: 'all',
  look: 'look at no more than this many members for the preview',
}
