import { calendarOf, DAY } from '../../shared/domain/calendar.ts'
import { churnHistoryOf } from '../../shared/domain/scores/churn/history.ts'
import type { Looked, Observed } from '../../shared/domain/scores/churn/learn.ts'
import type { ScoreTexts } from '../../shared/domain/texts/scores.ts'
import { type HistoryFiles, type LeftOut, readHistories } from '../score-files/histories.ts'

export interface ReadChurn extends LeftOut {
  observed: Observed[]
  looked: Looked
  /** Members without a known flight before the cut-off. */
  neverFlew: number
}

/** Members as they were known at the cut-off, and whether they flew afterwards. Nothing after the cut-off is folded. */
export async function readChurn(
  files: HistoryFiles,
  texts: ScoreTexts['churn'],
  read: (bytes: number) => void,
): Promise<ReadChurn> {
  const { members, flewAt, horizonDays, leftOut } = await readHistories(files, texts, read)
  const looked = { cutoff: files.cutoff, horizonDays }
  const until = looked.cutoff + looked.horizonDays * DAY
  const calendar = calendarOf('UTC')
  const observed: Observed[] = []
  for (const [memberId, member] of members) {
    const history = churnHistoryOf(member, calendar)
    if (history) observed.push({ memberId, history, lost: !((flewAt.get(memberId) ?? Infinity) <= until) })
  }
  return { observed, looked, neverFlew: members.size - observed.length, ...leftOut }
}
