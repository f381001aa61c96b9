import { createHash } from 'node:crypto'
import { canonical } from '../audience/canonical.ts'
import type { MessageTemplate, Template } from './rulebook.ts'

/**
 * A rulebook as it is published: the source documents as plain JSON by their file, and the templates as built.
 * What it means is compiled from this each time it is loaded, by the same check that let it be published.
 */
export interface Bundle {
  format: 1
  documents: Record<string, unknown>
  /** By id, then by locale. */
  templates: Record<string, Record<string, Template>>
  /** Absent where there are none, as it was before there could be any: a rulebook keeps its version. */
  messages?: Record<string, Record<string, MessageTemplate>>
}

/** The kinds of documents, by where they stand. */
const KINDS = {
  settings: /^wingback\.ya?ml$/,
  budgets: /^budgets\.ya?ml$/,
  audience: /^audiences\/.+\.ya?ml$/,
  campaign: /^campaigns\/.+\.ya?ml$/,
} as const

export type DocumentKind = keyof typeof KINDS

/** What a document is by its file; undefined: not one of a rulebook. */
export function kindOfDocument(file: string): DocumentKind | undefined {
  return (Object.keys(KINDS) as DocumentKind[]).find((kind) => KINDS[kind].test(file))
}

/** The content's address: the same for the same content, however its files were laid out or commented. */
export function versionOf(bundle: Bundle): string {
  return createHash('sha256').update(canonical(bundle)).digest('hex').slice(0, 16)
}
