import type { Draft } from '../../shared/domain/drafts/draft.ts'
import { type ScoreTexts, scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import type { Fit } from '../../shared/ports/index.ts'
import { table, thousands } from '../print.ts'
import type { Session } from '../session.ts'

/** What the monthly fits came to: whether each model was better, and which drafts of the last month wait. */
export async function showScheduled({ client, show, language }: Session): Promise<void> {
  const { fits } = await client.call<{ fits: Fit[] }>('GET', '/v1/fits')
  const { scheduled: texts } = scoreTextsIn(language).fit
  const proposed = fits.filter(({ month, draft }) => month === fits[0]!.month && draft !== undefined)
  const drafts = await Promise.all(
    proposed.map(({ draft }) => client.call<{ draft: Draft }>('GET', `/v1/drafts/${draft}`)),
  )
  await show({ fits }, () => {
    if (fits.length === 0) return [texts.none]
    const rows = fits.map((fit) => {
      const { month, score, members, lost, verdict } = fit
      return [
        month,
        texts.scores[score],
        thousands(members),
        thousands(lost),
        goodOf(fit, texts),
        texts.verdicts[verdict],
      ]
    })
    const { withoutBalance, cutoff } = fits[0]!
    return [
      ...table([texts.heads, ...rows]),
      ...(withoutBalance ? ['', texts.withoutBalance({ members: thousands(withoutBalance), cutoff })] : []),
      ...drafts.flatMap(({ draft: { name, state } }) => (state === 'open' ? ['', texts.draft({ name })] : [])),
    ]
  })
}

/** In the measure of its score. */
function goodOf(fit: Fit, texts: ScoreTexts['fit']['scheduled']): string {
  if (!fit.report) return '–'
  if (fit.score === 'lifetime') return texts.deviance({ deviance: fit.report.deviance.toFixed(4) })
  const { auc, logLoss } = fit.report
  return texts.aucAndLoss({ auc: auc?.toFixed(3) ?? '–', logLoss: logLoss.toFixed(4) })
}
