import { calendarOf } from '../../calendar.ts'
import type { Texts as AllTexts } from '../../texts/index.ts'
import { points, range } from './numbers.ts'
import { armName, enoughFor, isTooFew } from './sentences.ts'
import type { ReportView } from './view.ts'

type Texts = AllTexts['results']

/** How a campaign stands, as a list says it: `+2.3 points, enough to decide`. */
export function resultInAWord(report: ReportView, texts: Texts): string {
  const { days, sampleRatio, arms, compared, open, analysis } = report
  const { word } = texts
  if (!days) return texts.nobody
  if (sampleRatio?.verdict === 'alarm') return word.alarm
  // Nobody will ever be compared: there is nothing to wait for.
  if (analysis.arms.length === 1) return word.notCompared
  if (isTooFew(report)) return word.tooFew
  if (arms.length === 0) return word.open(texts.day(calendarOf(analysis.zone).dateOf(open.nextAt ?? 0)))
  const best = Math.max(0, compared?.net.findIndex(({ isBest }) => isBest) ?? 0)
  const [goal, net] = [compared?.goal[best], compared?.net[best]]
  if (!goal || !net) return word.notCompared
  const weeks = report.waits.find(({ outcome, arm }) => outcome === 'goal' && arm === goal.arm)?.weeks
  const said =
    goal.verdict === 'tooSmall' || !goal.cautious
      ? word.tooSmall(weeks)
      : word.compared(
          range(goal.cautious.difference, goal.cautious.interval, points, texts.points).difference,
          word.enough[enoughFor(goal, net, report)],
        )
  return compared!.goal.length > 1 ? texts.ofArm(armName(goal.arm, texts), said) : said
}
