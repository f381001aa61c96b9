import { createHash } from 'node:crypto'
import { canonical } from '../audience/canonical.ts'
import type { MessageTemplate, Template } from './rulebook.ts'

/**
 * A rulebook as published: the source documents as plain JSON by file, and the built templates. It is compiled from this
 * each time it is loaded, with the same check that allowed it to be published.
 */
export interface Bundle {
  format: 1
  documents: Record<string, unknown>
  /** By id, then by locale. */
  templates: Record<string, Record<string, Template>>
  /** Absent if there are none, so that rulebooks from before keep their version. */
  messages?: Record<string, Record<string, MessageTemplate>>
}

/** The kinds of documents, by their place. */
const KINDS = {
  settings: /^wingback\.ya?ml$/,
  budgets: /^budgets\.ya?ml$/,
  targets: /^targets\.ya?ml$/,
  audience: /^audiences\/.+\.ya?ml$/,
  campaign: /^campaigns\/.+\.ya?ml$/,
  model: /^models\/[^/]+\.json$/,
  connector: /^connectors\/[^/]+\.ya?ml$/,
} as const

export type DocumentKind = keyof typeof KINDS

/** The kind of a document by its file. Undefined: not part of a rulebook. */
export function kindOfDocument(file: string): DocumentKind | undefined {
  return (Object.keys(KINDS) as DocumentKind[]).find((kind) => KINDS[kind].test(file))
}

/** Files beside the rules that are not rules: examples of campaigns and mappings. */
export function isExample(file: string): boolean {
  return /\.examples\.ya?ml$/.test(file) || file.startsWith('connectors/examples/')
}

/** The content's address: the same for the same content, whatever the layout and comments of its files. */
export function versionOf(bundle: Bundle): string {
  return createHash('sha256').update(canonical(bundle)).digest('hex').slice(0, 16)
}
