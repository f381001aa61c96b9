import { writeFileSync } from 'node:fs'
import { playYear } from './play.ts'
import { yearToText } from './stored.ts'

/** Plays the year anew and writes what it came to, as sums: `node infra/local/year/generate.ts` (some minutes). */
writeFileSync(new URL('year.jsonl', import.meta.url), yearToText(await playYear()))
