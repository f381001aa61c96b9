import { createContext, useContext } from 'react'
import { insertAt, moveItem, plainOf, removeAt, setAt } from '../../shared/domain/document/edit.ts'
import { valueAt } from '../../shared/domain/document/plain.ts'
import type { Path, Problem } from '../../shared/domain/problem.ts'
import { type DocumentKind, kindOfDocument } from '../../shared/domain/rulebook/content.ts'
import { rulebookSchema, type Schema } from '../../shared/domain/rulebook/json-schema.ts'
import type { FileEditing } from './use-file.ts'

/** One file as its form, its diagram and its text edit it: by path. */
export interface EditedDocument {
  value: unknown
  schema: Schema
  /** What a name may be, by the key that it stands under: audiences, budgets, templates. */
  names: Readonly<Record<string, readonly string[]>>
  /** All files of the rulebook as the draft has them; null: it goes. */
  files: Readonly<Record<string, string | null>>
  readOnly: boolean
  at(path: Path): unknown
  set(path: Path, value: unknown): void
  remove(path: Path): void
  insert(list: Path, index: number, item: unknown): void
  move(from: Path, list: Path, to: number): void
  /** Any other edit of the text. */
  edit(what: string, next: (text: string) => string | undefined): void
  /** Of exactly this place, or of anything within it. */
  problems(path: Path, within?: boolean): Problem[]
}

export const DocumentContext = createContext<EditedDocument | undefined>(undefined)

export function useDocument(): EditedDocument {
  return useContext(DocumentContext)!
}

const schemas = rulebookSchema()
const SCHEMA_OF: Partial<Record<DocumentKind, keyof typeof schemas>> = {
  settings: 'wingback',
  budgets: 'budgets',
  targets: 'targets',
  audience: 'audience',
  campaign: 'campaign',
  connector: 'connector',
}

/** What a file may say, as editors know it; undefined: it has no form. */
export function schemaOf(path: string): Schema | undefined {
  const kind = kindOfDocument(path)
  const name = kind && SCHEMA_OF[kind]
  return name && schemas[name]
}

interface Given {
  file: FileEditing
  schema: Schema
  names: EditedDocument['names']
  files: EditedDocument['files']
  problems: readonly Problem[]
  readOnly: boolean
}

/** Undefined: the text has a mistake, and only its text can be edited. */
export function documentOf({ file, schema, names, files, problems, readOnly }: Given): EditedDocument | undefined {
  const value = file.text.trim() === '' ? {} : plainOf(file.text)
  if (value === undefined) return undefined
  const edit = (what: string, next: (text: string) => string | undefined) => {
    const text = readOnly ? undefined : next(file.text)
    if (text !== undefined) file.change(text, what)
  }
  return {
    value,
    schema,
    names,
    files,
    readOnly,
    edit,
    at: (path) => valueAt(value, path),
    set: (path, next) => edit(`set ${path.join('.')}`, (text) => setAt(text, path, next)),
    remove: (path) => edit(`remove ${path.join('.')}`, (text) => removeAt(text, path)),
    insert: (list, index, item) => edit(`insert ${Date.now()}`, (text) => insertAt(text, list, index, item)),
    move: (from, list, to) => edit(`move ${Date.now()}`, (text) => moveItem(text, from, list, to)),
    problems(path, within = false) {
      const here = path.join('.')
      return problems.filter((each) => each.path === here || (within && each.path.startsWith(`${here}.`)))
    },
  }
}
