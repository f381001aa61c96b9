import { shortHash } from '../../standards/hash.ts'
import { isExample, kindOfDocument } from '../rulebook/content.ts'
import type { Draft } from './draft.ts'

/** The files of a rulebook as text, by their paths. */
export type Files = Readonly<Record<string, string>>

const NAME_CHARS = 22

/** A text's name: the same text has the same name wherever it is. Null: there is none. */
export function nameOfText(text: string): string
export function nameOfText(text: string | undefined | null): string | null
export function nameOfText(text: string | undefined | null): string | null {
  return text === undefined || text === null ? null : shortHash(text, NAME_CHARS)
}

/** As a folder may have it: nothing hidden, nothing outside of it. */
const PATH = /^[a-z][a-z-]*(\/[\w][\w.-]{0,80}){0,4}$|^[a-z]+\.yaml$/
const PATH_AT_MOST = 200

/** Whether a rulebook has files of this path: rules, examples, templates and what they include. */
export function isRulebookPath(path: string): boolean {
  if (path.length > PATH_AT_MOST || !PATH.test(path)) return false
  return kindOfDocument(path) !== undefined || isExample(path) || /^(templates|look)\/.+\.(mjml|txt)$/.test(path)
}

/** Files that were published anew since the draft's text rests on them: there are two texts, and one is to be chosen. */
export function behind({ files }: Pick<Draft, 'files'>, published: Files): string[] {
  return Object.keys(files).filter((path) => files[path]!.base !== nameOfText(published[path]))
}

/** The published files with a draft's in their place. */
export function laidOver(published: Files, { files }: Pick<Draft, 'files'>, texts: ReadonlyMap<string, string>): Files {
  const changed = Object.entries(files)
  const gone = new Set(changed.filter(([, { text }]) => text === null).map(([path]) => path))
  const kept = Object.entries(published).filter(([path]) => !gone.has(path))
  const put = changed.flatMap(([path, { text }]) => (text === null ? [] : [[path, texts.get(text)!] as const]))
  return Object.fromEntries([...kept, ...put])
}
