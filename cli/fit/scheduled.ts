import { scoreTextsIn } from '../../shared/domain/texts/scores.ts'
import type { Fit } from '../../shared/ports/index.ts'
import { table, thousands } from '../print.ts'
import type { Session } from '../session.ts'

/** What the monthly fits came to: whether the model was better, and where its draft is. */
export async function showScheduled({ client, show, language }: Session): Promise<void> {
  const { fits } = await client.call<{ fits: Fit[] }>('GET', '/v1/fits')
  const { scheduled: texts } = scoreTextsIn(language).fit
  await show({ fits }, () => {
    if (fits.length === 0) return [texts.none]
    const rows = fits.map(({ month, members, lost, report, verdict }) => [
      ...[month, thousands(members), thousands(lost)],
      ...[report?.auc?.toFixed(3) ?? '–', report?.logLoss.toFixed(4) ?? '–', texts.verdicts[verdict]],
    ])
    const [{ draft, month }] = fits as [Fit, ...Fit[]]
    return [...table([texts.heads, ...rows]), ...(draft === undefined ? [] : ['', texts.draft({ month })])]
  })
}
