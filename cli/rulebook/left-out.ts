import type { Wording } from '../../shared/domain/texts/problem-texts.ts'
import { nearest } from '../../shared/standards/nearest.ts'

/** Files of a rulebook's folder that are not read: mentioned if somebody probably meant them to be. */

export type Kind = 'file' | 'folder' | 'other'

export interface LeftOut {
  message: Wording
  hint: Wording
}

/** The depth of folders that is read. */
export const DEPTH_AT_MOST = 6

const READ = /\.(yaml|yml|mjml|txt)$/
/** A name with the ending of a rule or template, in any case and with anything after it, as in `sorry.yaml.txt`. */
const MEANT = /^(.*\.(?:yaml|yml|mjml))(\..*)?$/i
/** A fitted model. */
const MODEL = /^models\/[^/]+\.json$/
const FOLDERS = ['audiences', 'campaigns', 'templates', 'models']
/** Files that editors and systems leave behind, and explanations for people. */
const NO_RULE = /~$|\.md$|^(thumbs\.db|desktop\.ini)$/i

/** Whether a file of this name is read. */
export function isRead(path: string): boolean {
  return (
    MODEL.test(path) || (READ.test(path) && !MEANT.exec(path)?.[2] && !(path.endsWith('.txt') && isRulesOnly(path)))
  )
}

/** Why a file is not read. Undefined if it is read, or nobody would miss it. */
export function leftOut(path: string, kind: Kind, depth: number): LeftOut | undefined {
  if (kind === 'other') return { message: ({ problems }) => problems.link, hint: ({ problems }) => problems.putFile }
  if (kind === 'folder') return leftOutFolder(path, depth)
  if (NO_RULE.test(nameOf(path))) return undefined
  if (isRead(path)) return templateElsewhere(path)
  const meant = MEANT.exec(nameOf(path))?.[1] ?? (/\.txt$/i.test(path) && !isRulesOnly(path) ? nameOf(path) : undefined)
  if (meant !== undefined)
    return {
      message: ({ problems }) => problems.nameNotRead,
      hint: ({ problems }) => problems.callIt(lowerEnding(meant)),
    }
  if (!FOLDERS.includes(firstOf(path))) return undefined
  return { message: ({ problems }) => problems.kindNotRead, hint: ({ problems }) => problems.endings }
}

function leftOutFolder(path: string, depth: number): LeftOut | undefined {
  if (depth >= DEPTH_AT_MOST)
    return {
      message: ({ problems }) => problems.folderTooDeep,
      hint: ({ problems }) => problems.foldersAtMost(DEPTH_AT_MOST),
    }
  return MEANT.test(nameOf(path))
    ? { message: ({ problems }) => problems.folderNamedAsFile, hint: ({ problems }) => problems.renameIt }
    : undefined
}

/** A template outside the folder of templates is assumed to be included by others, so nobody would miss it. */
function templateElsewhere(path: string): LeftOut | undefined {
  const [first = '', ...rest] = path.split('/')
  const isTemplate = rest.length === 2 && path.endsWith('.mjml')
  if (!isTemplate || first === 'templates' || nearest(first, ['templates']) === undefined) return undefined
  return { message: ({ problems }) => problems.templateElsewhere, hint: ({ problems }) => problems.callFolderTemplates }
}

/** In these two folders a text file has no meaning: it was a rule that lost its ending. */
function isRulesOnly(path: string): boolean {
  return ['audiences', 'campaigns'].includes(firstOf(path))
}

function lowerEnding(name: string): string {
  return name.replace(/\.[^.]*$/, (ending) => ending.toLowerCase())
}

function firstOf(path: string): string {
  return path.split('/')[0]!
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
