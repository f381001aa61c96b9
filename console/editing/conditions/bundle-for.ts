import { plainOf } from '../../../shared/domain/document/edit.ts'
import { type Bundle, kindOfDocument } from '../../../shared/domain/rulebook/content.ts'

/** What is counted besides the audiences that it may name. Nobody can have one of this name. */
export const COUNTED = 'counted-now'

/** The rules that a count needs: settings, models and audiences. Campaigns and emails have no part in it. */
export function bundleFor(files: Readonly<Record<string, string | null>>, who: unknown): Bundle {
  const needed = Object.entries(files).flatMap(([path, text]) => {
    const kind = kindOfDocument(path)
    if (text === null || !kind || !['settings', 'audience', 'model'].includes(kind)) return []
    return [[path, kind === 'model' ? (JSON.parse(text) as unknown) : plainOf(text)] as const]
  })
  const own = [`audiences/${COUNTED}.yaml`, { audience: COUNTED, who: who ?? {} }] as const
  return { format: 1, documents: Object.fromEntries([...needed, own]), templates: {} }
}
