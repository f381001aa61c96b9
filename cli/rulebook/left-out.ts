import { nearest } from '../../shared/standards/nearest.ts'

/** What lies in a rulebook's folder and is not read: said where somebody probably meant it to be. */

export type Kind = 'file' | 'folder' | 'other'

export interface LeftOut {
  message: string
  hint: string
}

/** So many folders within one another are read. */
export const DEPTH_AT_MOST = 6

const READ = /\.(yaml|yml|mjml|txt)$/
/** A name with the ending of a rule or template, whatever its case and whatever follows, as in `sorry.yaml.txt`. */
const MEANT = /^(.*\.(?:yaml|yml|mjml))(\..*)?$/i
const FOLDERS = ['audiences', 'campaigns', 'templates']
/** What editors and systems leave behind, and what explains the rules to people. */
const NO_RULE = /~$|\.md$|^(thumbs\.db|desktop\.ini)$/i

/** Whether a file of this name is read. */
export function isRead(path: string): boolean {
  return READ.test(path) && !MEANT.exec(path)?.[2] && !(path.endsWith('.txt') && isRulesOnly(path))
}

/** Why what lies there is left out; undefined where it is not, or where nobody would miss it. */
export function leftOut(path: string, kind: Kind, depth: number): LeftOut | undefined {
  if (kind === 'other') return { message: 'a link; links are not followed', hint: 'put the file itself there' }
  if (kind === 'folder') return leftOutFolder(path, depth)
  if (NO_RULE.test(nameOf(path))) return undefined
  if (isRead(path)) return templateElsewhere(path)
  const meant = MEANT.exec(nameOf(path))?.[1] ?? (/\.txt$/i.test(path) && !isRulesOnly(path) ? nameOf(path) : undefined)
  if (meant !== undefined) return { message: 'a file by this name is not read', hint: `call it ${lowerEnding(meant)}` }
  if (!FOLDERS.includes(firstOf(path))) return undefined
  return { message: 'a file of this kind is not read', hint: 'rules end in .yaml, templates in .mjml' }
}

function leftOutFolder(path: string, depth: number): LeftOut | undefined {
  if (depth >= DEPTH_AT_MOST)
    return {
      message: 'files in this folder are not read',
      hint: `at most ${DEPTH_AT_MOST} folders within one another are`,
    }
  return MEANT.test(nameOf(path))
    ? { message: 'a folder with the name of a file', hint: 'call it otherwise' }
    : undefined
}

/** A template beside the folder of templates is taken for a part that others include, so nobody would miss it. */
function templateElsewhere(path: string): LeftOut | undefined {
  const [first = '', ...rest] = path.split('/')
  const isTemplate = rest.length === 2 && path.endsWith('.mjml')
  if (!isTemplate || first === 'templates' || nearest(first, ['templates']) === undefined) return undefined
  return { message: 'not a template: templates/<id>/<locale>.mjml', hint: 'call the folder templates' }
}

/** In these two folders a text means nothing: it was a rule, and lost its ending. */
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
