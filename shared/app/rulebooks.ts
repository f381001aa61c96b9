import type { Rulebook } from '../domain/rulebook/rulebook.ts'
import type { Rulebooks } from '../ports/index.ts'

const KEPT = 16

/** Compiled rulebooks by version. A version never changes, so each process compiles it once. */
export interface RulebookCache {
  /** Throws if the version is missing: a publish may be under way, so try again. */
  load(version: string): Promise<Rulebook>
  /** One that was loaded before. */
  get(version: string): Rulebook | undefined
}

export function rulebookCache(port: Rulebooks, compile: (bytes: Uint8Array) => Rulebook): RulebookCache {
  /** The one that was asked for least lately comes first. */
  const loaded = new Map<string, Rulebook>()
  const keep = (version: string, rulebook: Rulebook) => {
    loaded.delete(version)
    loaded.set(version, rulebook)
    return rulebook
  }
  return {
    get: (version) => loaded.get(version),
    async load(version) {
      const known = loaded.get(version)
      if (known) return keep(version, known)
      const bytes = await port.read(version)
      if (!bytes) throw new Error(`rulebook ${version} is not in the table`)
      const rulebook = compile(bytes)
      for (const other of loaded.values()) shareTexts(rulebook, other)
      if (loaded.size >= KEPT) loaded.delete(loaded.keys().next().value!)
      return keep(version, rulebook)
    },
  }
}

/** Emails are most of a rulebook, and nearly all of them are the same from version to version: those are kept once. */
function shareTexts(rulebook: Rulebook, other: Rulebook): void {
  share(rulebook.templates, other.templates, ({ subject, html, text }, kept) => {
    return subject === kept.subject && html === kept.html && text === kept.text
  })
  share(rulebook.messages, other.messages, ({ text }, kept) => text === kept.text)
}

type ByIdAndLocale<T> = Record<string, Record<string, T>>

function share<T>(texts: ByIdAndLocale<T>, known: ByIdAndLocale<T>, isSame: (text: T, kept: T) => boolean): void {
  for (const [id, byLocale] of Object.entries(texts)) {
    for (const [locale, text] of Object.entries(byLocale)) {
      const kept = Object.hasOwn(known, id) ? known[id]![locale] : undefined
      if (kept && isSame(text, kept)) byLocale[locale] = kept
    }
  }
}
