import { coreTextsIn } from '../texts/core.ts'
import type { Language } from '../texts/language.ts'
import type { Entry, Grant, OwedBy } from './grant.ts'

/** A grant with its reasons in the reader's language, where they are the law's: people's own words stay. */
export function grantIn(grant: Grant, language?: Language): Grant {
  const { law, settled } = grant
  return {
    ...grant,
    ...(law && { reason: owedBy(law, language) }),
    ...(settled?.because && { settled: { ...settled, why: coreTextsIn(language).found(settled.because) } }),
  }
}

/** An entry, likewise. */
export function entryIn(entry: Entry, language?: Language): Entry {
  const { law, because, what } = entry
  if (because) return { ...entry, why: coreTextsIn(language).found(because) }
  return law && (what === 'granted' || what === 'reserved') ? { ...entry, why: owedBy(law, language) } : entry
}

function owedBy({ regime, source, findings: [first, ...rest] }: OwedBy, language?: Language): string {
  const said = first ? coreTextsIn(language).found([{ ...first, regime }, ...rest]) : regime
  return `${said} (${source})`
}
