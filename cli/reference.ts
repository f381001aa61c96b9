import type { Command } from 'commander'
import { makeProgram } from './program.ts'

/** Columns the help is written for, whatever the terminal has. */
const WIDTH = 100

/** The reference of the command, made of what `--help` says. */
export function commandReference(): string {
  const program = makeProgram()
  return [
    '# The command `wingback`',
    'Run it in the checkout as `npx wingback …`. This page is what `--help` says, made by `npm run docs`.',
    ...sections(program),
  ]
    .join('\n\n')
    .concat('\n')
}

function sections(command: Command): string[] {
  command.configureHelp({ helpWidth: WIDTH })
  return [`## ${fullName(command)}`, `\`\`\`text\n${helpOf(command)}\n\`\`\``, ...command.commands.flatMap(sections)]
}

function fullName(command: Command): string {
  return command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name()
}

/** As a person sees it, with the examples. */
function helpOf(command: Command): string {
  let text = ''
  command.configureOutput({
    writeOut: (part) => {
      text += part
    },
    getOutHelpWidth: () => WIDTH,
    getOutHasColors: () => false,
  })
  command.outputHelp()
  return text.trimEnd()
}
