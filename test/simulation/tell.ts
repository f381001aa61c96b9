import { stringify } from 'yaml'
import type { Played } from './machine/play.ts'
import type { Violation } from './promises/index.ts'

const LINES_AT_MOST = 120

/** What happened, for a person: the rulebook, every event, fault, mail and grant in its order, and what it broke. */
export function tell({ story, witness }: Played, violations: readonly Violation[]): string {
  const rules = story.rulebooks.map((documents, i) =>
    Object.entries(documents)
      .filter(([file]) => file !== 'wingback.yaml' || i === 0)
      .map(([file, document]) => `    # ${file}\n${indented(stringify(document))}`)
      .join('\n'),
  )
  const all = witness.log.map(({ at, what }) => `    ${new Date(at).toISOString()}  ${what}`)
  const left = all.length - LINES_AT_MOST
  const lines = left > 0 ? [...all.slice(0, LINES_AT_MOST), `    … and ${left} lines more`] : all
  return [
    `seed ${story.seed} breaks a promise:`,
    ...violations.map(({ promise, what }) => `  ${promise}: ${what}`),
    `  Again: npm run simulate -- --seed ${story.seed}`,
    '',
    '  What happened, as short as it was found:',
    ...lines,
    '',
    ...rules.flatMap((rulebook, i) => [`  Rulebook ${i}:`, rulebook]),
  ].join('\n')
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')
}
