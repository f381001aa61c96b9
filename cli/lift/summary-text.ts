import type { Texts } from '../../shared/domain/texts/index.ts'
import { pText, signed } from './number-text.ts'
import type { SummaryAnswer } from './summary.ts'

/** For people: one line per case. */
export function summaryLines(answers: readonly SummaryAnswer[], texts: Texts['lift']['summary']): string[] {
  const lines = answers.map((each) => {
    if ('error' in each) return `${each.id}: ${each.error}`
    const [low, high] = each.interval.map((end) => (typeof end === 'number' ? signed(end) : INFINITE[end])) as [
      string,
      string,
    ]
    return texts.line({ id: each.id, difference: signed(each.difference), low, high, p: pText(each.pValue) })
  })
  const answered = answers.filter((each) => !('error' in each)).length
  return [...lines, texts.answered({ answered, all: answers.length })]
}

const INFINITE = { inf: '∞', '-inf': '−∞' }
