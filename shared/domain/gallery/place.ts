import { isMapping } from '../cursor.ts'
import { plainOf, setAt } from '../document/edit.ts'
import { valueAt } from '../document/plain.ts'
import type { Files } from '../drafts/files.ts'
import type { Path } from '../problem.ts'
import type { Language } from '../texts/language.ts'
import type { Piece } from './piece.ts'

/** Where a piece is put. */
interface Place {
  /** The rulebook's files as they are. */
  files: Files
  /** What emails include where the rulebook has no look of its own: by path, `look/…`. */
  look: Files
  language: Language
  /** What the campaign is to be called; a number is put behind it where that is taken. */
  name?: string | undefined
}

export interface Placed {
  /** The campaign's id. */
  id: string
  /** The files to be written, by path: new ones, and `budgets.yaml` with one budget more. */
  changed: Record<string, string>
  /** Words of the airline that the emails use and the settings do not have. Until they do, nothing can be published. */
  missing: string[]
}

const BUDGETS = 'budgets.yaml'

/** What stands under these keys is the name of something in the rulebook. */
const NAMING = new Set(['campaign', 'audience', 'budget', 'email', 'message', 'template'])

/** Puts a piece into a rulebook, under names that are free there. Undefined: its `budgets.yaml` cannot be read. */
export function placePiece(piece: Piece, { files, look, language, name = piece.id }: Place): Placed | undefined {
  const own = namesOf(piece)
  const id = freeName(piece, own, files, name)
  const rename = (each: string) => (own.has(each) ? id + each.slice(piece.id.length) : each)
  const { [BUDGETS]: budgets, ...others } = piece.files
  const placed = Object.entries(others).map(([path, text]) => {
    return [renamedPath(path, piece.id, id), isYaml(path) ? reworded(text, piece, language, rename) : text] as const
  })
  const merged = budgets === undefined ? {} : withBudgets(files[BUDGETS], budgets, rename)
  if (!merged) return undefined
  const changed = { ...Object.fromEntries(placed), ...merged }
  const included = includedBy(changed)
  const lacking = Object.entries(look).filter(([path]) => included.has(path) && !(path in files))
  const whole = { ...changed, ...Object.fromEntries(lacking) }
  return { id, changed: whole, missing: missingWords(whole, { ...files, ...whole }, included) }
}

/** The campaign, its audience, its emails, its budget. */
function namesOf({ id, files }: Piece): Set<string> {
  const emails = Object.keys(files).flatMap((path) => /^templates\/([^/]+)\//.exec(path)?.[1] ?? [])
  return new Set([id, ...emails])
}

function freeName(piece: Piece, own: ReadonlySet<string>, files: Files, wanted: string): string {
  const budgets = valueAt(plainOf(files[BUDGETS] ?? ''), ['budgets'])
  const taken = new Set([
    ...(isMapping(budgets) ? Object.keys(budgets) : []),
    ...Object.keys(files).flatMap((path) => /^(?:campaigns|audiences|templates)\/([a-z0-9-]+)/.exec(path)?.[1] ?? []),
  ])
  const isFree = (id: string) => [...own].every((each) => !taken.has(id + each.slice(piece.id.length)))
  for (let n = 1; ; n++) {
    const id = n === 1 ? wanted : `${wanted}-${n}`
    if (isFree(id)) return id
  }
}

/** The piece's names stand in the second part of a path. */
function renamedPath(path: string, from: string, to: string): string {
  return path.replace(new RegExp(`^(campaigns|audiences|templates)/${from}`), `$1/${to}`)
}

function isYaml(path: string): boolean {
  return path.endsWith('.yaml')
}

/** Its own names as they are called now, and what people read in their language. Comments and order stay. */
function reworded(text: string, { words }: Piece, language: Language, rename: (name: string) => string): string {
  return stringsIn(plainOf(text)).reduce((done, { path, value }) => {
    const next = NAMING.has(keyOf(path))
      ? rename(value)
      : language === 'en' || !Object.hasOwn(words, value)
        ? value
        : words[value]!
    return next === value ? done : (setAt(done, path, next) ?? done)
  }, text)
}

function keyOf(path: Path): string {
  return String(path.findLast((part) => typeof part === 'string') ?? '')
}

function stringsIn(value: unknown, path: Path = []): { path: Path; value: string }[] {
  if (typeof value === 'string') return [{ path, value }]
  if (Array.isArray(value)) return value.flatMap((each, index) => stringsIn(each, [...path, index]))
  if (!isMapping(value)) return []
  return Object.entries(value).flatMap(([key, each]) => stringsIn(each, [...path, key]))
}

function withBudgets(
  text = 'budgets: {}\n',
  more: string,
  rename: (name: string) => string,
): Record<string, string> | undefined {
  const budgets = valueAt(plainOf(more), ['budgets']) as Record<string, unknown>
  const merged = Object.entries(budgets).reduce<string | undefined>(
    (done, [name, budget]) => (done === undefined ? done : setAt(done, ['budgets', rename(name)], budget)),
    text,
  )
  return merged === undefined ? undefined : { [BUDGETS]: merged }
}

function emailsIn(files: Files): string[] {
  return Object.keys(files).filter((path) => path.startsWith('templates/'))
}

function includedBy(files: Files): Set<string> {
  const texts = emailsIn(files).map((path) => files[path]!)
  const found = texts.flatMap((text) => [...text.matchAll(/<mj-include path="\.\.\/\.\.\/([^"]+)"/g)])
  return new Set(found.map(([, path]) => path!))
}

function missingWords(placed: Files, all: Files, included: ReadonlySet<string>): string[] {
  const airline = valueAt(plainOf(all['wingback.yaml'] ?? ''), ['airline'])
  const known = isMapping(airline) ? airline : {}
  const texts = [...emailsIn(placed), ...included].map((path) => all[path] ?? '')
  const used = texts.flatMap((text) => [...text.matchAll(/\bairline\.(\w+)/g)].map(([, word]) => word!))
  return [...new Set(used)].filter((word) => !Object.hasOwn(known, word)).sort()
}
