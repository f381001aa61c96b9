import { short } from '../../cursor.ts'
import type { MessageTemplate, Template } from '../rulebook.ts'
import { diffLines } from './lines.ts'
import type { Say } from './words.ts'

const LINES_AT_MOST = 30

/** What changed in an email, by language: its subject, its text, or only its looks. */
export function diffTemplates(
  before: Readonly<Record<string, Template>>,
  after: Readonly<Record<string, Template>>,
  say: Say,
): string[] {
  return diffByLocale(before, after, say, (was, is) => diffTemplate(was, is, say))
}

/** What changed in a message, by language. */
export function diffMessages(
  before: Readonly<Record<string, MessageTemplate>>,
  after: Readonly<Record<string, MessageTemplate>>,
  say: Say,
): string[] {
  return diffByLocale(before, after, say, (was, is) => diffText(was.text, is.text, say))
}

function diffByLocale<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  { line, change }: Say,
  diff: (was: T, is: T) => string[],
): string[] {
  const locales = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  const lines = locales.flatMap((locale) => {
    const [was, is] = [before[locale], after[locale]]
    if (!is) return [line.plain(locale, change.removed)]
    return was ? diff(was, is).map((each) => `${locale} ${each}`) : [line.plain(locale, change.added)]
  })
  const more = lines.length - LINES_AT_MOST
  return more > 0 ? [...lines.slice(0, LINES_AT_MOST), line.more(more)] : lines
}

function diffTemplate(before: Template, after: Template, say: Say): string[] {
  const { line } = say
  const subject =
    before.subject === after.subject
      ? []
      : [line.plain(line.subject, line.changed(`"${after.subject}"`, `"${before.subject}"`))]
  const said = [...subject, ...diffText(before.text, after.text, say)]
  return said.length === 0 && before.html !== after.html ? [line.looks] : said
}

function diffText(before: string, after: string, { line }: Say): string[] {
  const { also, noLonger } = line
  return diffLines(linesOf(before), linesOf(after)).map(({ was, is }) => {
    if (was === undefined) return line.plain(line.text, `${also} "${short(is!)}"`)
    if (is === undefined) return line.plain(line.text, `${noLonger} "${short(was)}"`)
    const [from, to] = aroundChange(was, is)
    return line.plain(line.text, line.changed(`"${to}"`, `"${from}"`))
  })
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

const BESIDE = 20

/** Two lines without their common beginning and end, except a little of it. */
function aroundChange(was: string, is: string): [string, string] {
  const least = Math.min(was.length, is.length)
  let begin = 0
  while (begin < least && was[begin] === is[begin]) begin++
  let end = 0
  while (end < least - begin && was.at(-1 - end) === is.at(-1 - end)) end++
  const [from, to] = [Math.max(0, begin - BESIDE), Math.max(0, end - BESIDE)]
  const cut = (line: string) => {
    const middle = line.slice(from, line.length - to)
    return `${from > 0 ? '…' : ''}${middle.length > 200 ? `${middle.slice(0, 200)}…` : middle}${to > 0 ? '…' : ''}`
  }
  return [cut(was), cut(is)]
}
