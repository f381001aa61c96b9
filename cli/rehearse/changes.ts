import { what } from '../../shared/app/api/explain-text.ts'
import type { Change } from '../../shared/app/rehearsal/compare.ts'
import { ACTION_KINDS } from '../../shared/domain/actions/index.ts'
import type { ReceiptOutcome } from '../../shared/domain/receipt.ts'
import { textsIn } from '../../shared/domain/texts/index.ts'
import type { Language } from '../../shared/domain/texts/language.ts'
import { stopText } from '../../shared/domain/texts/stop-text.ts'
import { table, thousands } from '../print.ts'

const SHOWN = 20

/** What another rulebook would do differently: in total, and member by member. */
export function changeLines(changes: readonly Change[], language: Language): string[] {
  const words = textsIn(language).rehearse
  const shown = changes.slice(0, SHOWN)
  return [
    '',
    words.changed(thousands(changes.length)),
    ...(changes.length > 0 ? table([words.changeColumns, ...totalsOf(changes, language)]) : []),
    ...shown.flatMap(({ memberId, before, after }) => [
      `${memberId}:`,
      ...before.map((line) => `  - ${decisionText(line, language)}`),
      ...after.map((line) => `  + ${decisionText(line, language)}`),
    ]),
    ...(changes.length > SHOWN ? [words.more(thousands(changes.length - SHOWN))] : []),
  ]
}

/** How often each thing is done by only one of the rulebooks. */
function totalsOf(changes: readonly Change[], language: Language): (string | number)[][] {
  const totals = new Map<string, { before: number; after: number }>()
  const add = (line: string, side: 'before' | 'after') => {
    const { campaign, what } = partsOf(line, language)
    const key = `${campaign}${textsIn(language).explain.colon}${what}`
    const total = totals.get(key) ?? { before: 0, after: 0 }
    totals.set(key, { ...total, [side]: total[side] + 1 })
  }
  for (const { before, after } of changes) {
    for (const line of before) add(line, 'before')
    for (const line of after) add(line, 'after')
  }
  return [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { before, after }]) => [key, before, after])
}

function decisionText(line: string, language: Language): string {
  const { campaign, key, what } = partsOf(line, language)
  const { brackets, colon } = textsIn(language).explain
  return `${campaign}${brackets(key)}${colon}${what}`
}

/** `500-miles`, or minor units and their currency. */
function grantText(worth: string, language: Language): string {
  const [amount, unit = ''] = worth.split('-')
  return textsIn(language).amounts.grant(Number(amount), unit)
}

/** The parts of a decision's line: campaign, entry, step, kind, outcome and gate. */
function partsOf(line: string, language: Language): { campaign: string; key: string; what: string } {
  const [campaign = '', ...rest] = line.split(' ')
  const [last = '', kind, step, ...key] = rest.reverse()
  const [outcome, more] = last.split(':')
  const by = more && (outcome === 'skipped' ? stopText(more, language) : grantText(more, language))
  const done = what({ kind: ACTION_KINDS.find((each) => each === kind), outcome: outcome as ReceiptOutcome }, language)
  return {
    campaign,
    key: [...key.reverse(), step].filter(Boolean).join(' '),
    what: by ? `${done}${textsIn(language).explain.brackets(by)}` : done,
  }
}
