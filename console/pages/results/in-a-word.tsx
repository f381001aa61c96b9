import { resultInAWord } from '../../../shared/domain/results/report/in-a-word.ts'
import { textsIn } from '../../../shared/domain/texts/index.ts'
import { useAnswer } from '../../api/use.ts'
import { useLanguage, useWords } from '../../shell/words.tsx'

/** What a campaign came to. All campaigns together are one question. */
export function ResultInAWord({ campaign }: { campaign: string }) {
  const { campaigns: words } = useWords()
  const texts = textsIn(useLanguage()).results
  const { data } = useAnswer('GET /v1/results', {})
  const report = data?.reports.find(({ analysis }) => analysis.campaign === campaign)
  if (!data) return '…'
  return report?.days ? resultInAWord(report, texts) : words.noResult
}
