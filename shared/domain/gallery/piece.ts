import { parse } from 'yaml'
import * as z from 'zod'
import type { Files } from '../drafts/files.ts'
import { LANGUAGES, type Language } from '../texts/language.ts'

/** A campaign to begin from: its rules, emails and examples, and why it works. */
export interface Piece extends About {
  /** Also the campaign's id. Its audience, emails and budget are called so too, with or without more behind it. */
  id: string
  /** By their paths in a rulebook. */
  files: Files
}

const inEach = z.strictObject(Object.fromEntries(LANGUAGES.map((each) => [each, z.string()])) as Each)
type Each = Record<Language, z.ZodString>

const about = z.strictObject({
  title: inEach,
  does: inEach,
  why: inEach,
  /** What its rules call things in English, and how a rulebook in Chinese calls them. */
  words: z.record(z.string(), z.string()),
})
type About = z.infer<typeof about>

const ABOUT = 'about.yaml'

/** The pieces among the files of the gallery's folder, by their paths within it. */
export function piecesOf(gallery: Files): Piece[] {
  const byPiece = Map.groupBy(Object.keys(gallery), (path) => path.slice(0, path.indexOf('/')))
  return [...byPiece].map(([id, paths]) => {
    const own = paths.map((path) => [path.slice(id.length + 1), gallery[path]!] as const)
    const files = Object.fromEntries(own.filter(([path]) => path !== ABOUT))
    return { id, ...about.parse(parse(gallery[`${id}/${ABOUT}`] ?? '')), files }
  })
}
