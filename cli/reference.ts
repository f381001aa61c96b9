import type { Command } from 'commander'
import { helpIn } from '../shared/domain/texts/help.ts'
import type { Language } from '../shared/domain/texts/language.ts'
import { makeProgram } from './program.ts'

/** The width for which the help is written, whatever the terminal's. */
const WIDTH = 100

/** The reference of the command, made from its `--help` texts. */
export function commandReference(language: Language): string {
  const program = makeProgram(language)
  const { title, intro } = helpIn(language).reference
  return [`# ${title}`, intro, ...sections(program)].join('\n\n').concat('\n')
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
