import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readRulebookFolder } from '../../../cli/rulebook/read.ts'
import { templateBuilder } from '../../../shared/app/templates/build.ts'
import { loadRulebook } from '../../../shared/domain/rulebook/load.ts'
import type { Entry } from './entries.ts'
import { makeSample } from './make.ts'

/** Writes `members.jsonl` and `events.jsonl` anew, for the example rulebook: `node infra/local/sample/generate.ts`. */
const { files } = await readRulebookFolder(fileURLToPath(new URL('../../../campaigns', import.meta.url)))
const loaded = await loadRulebook(files, templateBuilder(files))
if (!loaded.ok) throw new Error('the example rulebook is not valid')
const sample = makeSample(loaded.rulebook)
write('members.jsonl', sample.members)
write('events.jsonl', sample.events)

function write(name: string, entries: readonly Entry[]): void {
  writeFileSync(new URL(name, import.meta.url), entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
}
