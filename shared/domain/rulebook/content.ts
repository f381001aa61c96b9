import { createHash } from 'node:crypto'
import { canonical } from '../audience/canonical.ts'
import type { Template } from './rulebook.ts'

/**
 * A rulebook as it is published: the source documents as plain JSON by their file, and the templates as built.
 * What it means is compiled from this each time it is loaded, by the same check that let it be published.
 */
export interface Bundle {
  format: 1
  documents: Record<string, unknown>
  /** By id, then by locale. */
  templates: Record<string, Record<string, Template>>
}

/** The content's address: the same for the same content, however its files were laid out or commented. */
export function versionOf(bundle: Bundle): string {
  return createHash('sha256').update(canonical(bundle)).digest('hex').slice(0, 16)
}
