import type { Problem } from '../../shared/domain/problem.ts'
import type { Bundle } from '../../shared/domain/rulebook/content.ts'
import { diffRulebooks, type RulebookChange } from '../../shared/domain/rulebook/diff/index.ts'
import { loadRulebook } from '../../shared/domain/rulebook/load.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { problemIn } from '../../shared/domain/texts/problem-in.ts'
import { asWritten, changedFiles } from './as-written.ts'
import { readingOnce } from './reading.ts'

/** The files of a rulebook, by path. */
export type Files = Readonly<Record<string, string>>

export type ToChecker =
  | { kind: 'live'; files: Files }
  | { kind: 'check'; id: number; changed: Readonly<Record<string, string | null>>; language: Language; now: number }

/** What is wrong with the files as they are now, and, where nothing is, what they would change of what is live. */
export interface FromChecker {
  id: number
  problems: Problem[]
  changes: RulebookChange[]
}

const read = readingOnce()

let live: Files = {}
let liveBundle: Bundle | undefined

async function check({ id, changed, language, now }: Extract<ToChecker, { kind: 'check' }>): Promise<FromChecker> {
  const loaded = await loadRulebook(changedFiles(live, changed), asWritten, { now, read, version: 'draft' })
  if (!loaded.ok) return { id, problems: loaded.problems.map((each) => problemIn(language, each)), changes: [] }
  const changes = liveBundle ? diffRulebooks(liveBundle, loaded.bundle, language) : []
  return { id, problems: [], changes }
}

addEventListener('message', ({ data }: MessageEvent<ToChecker>) => {
  if (data.kind === 'live') {
    live = data.files
    void loadRulebook(live, asWritten, { read, version: 'live' }).then((loaded) => {
      liveBundle = loaded.ok ? loaded.bundle : undefined
    })
  } else void check(data).then((found) => postMessage(found))
})
