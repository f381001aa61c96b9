import { chinesePunctuation } from '../slips.ts'
import type { Wording } from '../texts/problem-texts.ts'

/** What is wrong with a file that is not YAML, in words of somebody who is no programmer, and what to write instead. */
export function faultOfYaml(code: string, message: string, line: string): { message: Wording; hint?: Wording } {
  const hint = chinesePunctuation(line) ?? hintOf(code, line)
  return {
    message: ({ problems }) => saidOf(code, problems.yaml) ?? problems.yaml.other(message),
    ...(hint && { hint }),
  }
}

type Words = Parameters<Exclude<Wording, string>>[0]['problems']['yaml']

function saidOf(code: string, words: Words): string | undefined {
  switch (code) {
    case 'TAB_AS_INDENT':
      return words.tab
    case 'MULTILINE_IMPLICIT_KEY':
      return words.noKey
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BAD_INDENT':
    case 'BLOCK_IN_FLOW':
      return words.structure
    case 'MISSING_CHAR':
      return words.notClosed
    case 'BAD_SCALAR_START':
      return words.badStart
    case 'MULTIPLE_DOCS':
      return words.secondDocument
    default:
      return undefined
  }
}

function hintOf(code: string, line: string): Wording | undefined {
  if (code === 'TAB_AS_INDENT') return ({ problems }) => problems.yaml.spaces
  const [, key, value] = /^\s*(?:- )?([\w.-]+):([^\s:].*)$/.exec(line) ?? []
  if (key && value) return ({ problems }) => problems.yaml.spaceAfterColon(`${key}: ${value.trim()}`)
  if (code === 'MULTILINE_IMPLICIT_KEY') return ({ problems }) => problems.yaml.keyAndValue
  if (code === 'BAD_SCALAR_START' || /: .*: /.test(line)) return ({ problems }) => problems.yaml.quotes
  if (code === 'MISSING_CHAR') return undefined
  return code === 'BLOCK_AS_IMPLICIT_KEY' || code === 'BAD_INDENT'
    ? ({ problems }) => problems.yaml.sameColumn
    : undefined
}
