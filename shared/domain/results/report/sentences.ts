import { calendarOf } from '../../calendar.ts'
import type { Comparison, Verdict } from '../../measure/compare.ts'
import { ENOUGH_WITH_OUTCOME } from '../../measure/enough.ts'
import type { Texts as AllTexts } from '../../texts/index.ts'
import { HELD_OUT } from '../assignment.ts'
import type { Compared } from './compared.ts'
import { amount, percent, points, pText, range, whole } from './numbers.ts'
import type { ArmsRatio } from './ratio.ts'
import type { ArmView, ReportView, SplitView } from './view.ts'

type Texts = AllTexts['results']

/**
 * What a person can say of a campaign: how many, what came of it against the holdout, what it earned, and whether that is enough to
 * decide. On an alarm of the sample ratio nothing but the alarm.
 */
export function sentencesOf(report: ReportView, texts: Texts): string[] {
  const { days, sampleRatio, arms, compared, open, analysis } = report
  if (!days) return [texts.nobodyThen]
  const opening = openingOf(days.from, report, texts)
  if (sampleRatio?.verdict === 'alarm') {
    const said = texts.alarm({ sizes: sizesText(sampleRatio, texts), p: pText(sampleRatio.p) })
    return [opening, said, ...texts.alarmCauses]
  }
  const harms = [...lossSentences(report, texts), ...harmSentences(report, texts)]
  if (arms.length === 0) {
    const day = texts.day(calendarOf(analysis.zone).dateOf(open.nextAt ?? 0))
    return [opening, texts.allOpen({ day }), ...fewSentences(report, texts), ...harms]
  }
  if (!compared) return [opening, ...uncompared(report, texts), ...harms]
  const basis = compared.control === HELD_OUT ? [] : [texts.withoutHoldout(armName(compared.control, texts))]
  const first = analysis.splits?.[0]?.split
  if (compared.goal.length === 1 && first === undefined) {
    const said = armSentences(compared.goal[0]!, compared.net[0]!, report, texts)
    return [texts.sentences([opening, ...basis, ...said]), ...harms]
  }
  return [
    opening,
    ...basis,
    ...(analysis.splits ? [texts.splits({ count: analysis.splits.length })] : []),
    ...comparedSentences(compared, report, texts, first),
    ...report.splits.flatMap((split) => splitSentences(split, report, texts)),
    ...harms,
  ]
}

/** What a comparison is of, and how long it takes until what is too small tells something. */
type Measured = Pick<ReportView, 'analysis' | 'waits'>

/** One of each arm. */
function comparedSentences(compared: Compared, of: Measured, texts: Texts, split: string | undefined): string[] {
  return compared.goal.map((goal, i) => {
    const said = texts.sentences(armSentences(goal, compared.net[i]!, of, texts))
    const arm = armName(goal.arm, texts)
    return texts.ofArm(split === undefined ? arm : texts.armOfSplit({ split, arm }), said)
  })
}

function splitSentences(
  { split, compared, sampleRatio, waits }: SplitView,
  { analysis }: ReportView,
  texts: Texts,
): string[] {
  if (compared) return comparedSentences(compared, { analysis, waits }, texts, split)
  if (sampleRatio?.verdict !== 'alarm') return []
  const said = texts.alarm({ sizes: sizesText(sampleRatio, texts), p: pText(sampleRatio.p) })
  return [texts.ofArm(split, said), ...texts.alarmCauses]
}

function openingOf(from: string, { analysis, assigned }: ReportView, texts: Texts): string {
  const day = texts.day(from)
  const members = whole(assigned.reduce((sum, arm) => sum + arm.members, 0))
  if (analysis.class === 'service') return texts.sinceService({ day, members })
  return texts.since({ day, members, heldOut: whole(assigned.find(({ arm }) => arm === HELD_OUT)?.members ?? 0) })
}

/** The two arms that every campaign has, by their names; those of a split as the rule calls them. */
export function armName(arm: string, texts: Texts): string {
  return texts.arms[arm] ?? arm
}

export function sizesText({ arms }: ArmsRatio, texts: Texts): string {
  return texts.sizes(
    arms.map(({ arm, members, expected }) => {
      return { arm: armName(arm, texts), members: whole(members), expected: whole(expected) }
    }),
  )
}

/** Before anything is counted it can be said that it will not be enough: nobody has an outcome who is not there. */
export function isTooFew(report: ReportView): boolean {
  return report.analysis.class === 'marketing' && leastAssigned(report) < ENOUGH_WITH_OUTCOME
}

function fewSentences(report: ReportView, texts: Texts): string[] {
  if (!isTooFew(report)) return []
  return [texts.tooFew({ least: whole(leastAssigned(report)), enough: ENOUGH_WITH_OUTCOME })]
}

function leastAssigned({ analysis, assigned }: ReportView): number {
  return Math.min(...analysis.arms.map((arm) => assigned.find((each) => each.arm === arm)?.members ?? 0))
}

function armSentences(goal: Comparison, net: Comparison, report: Measured, texts: Texts): string[] {
  const verdicts = { goal: goal.verdict, net: net.verdict }
  const isRuledOut = isBelowMinimum(goal, report)
  const goalSaid = goalSentence(goal, report, texts)
  if (goal.verdict === 'tooSmall') return [goalSaid, waitSentence('goal', goal.arm, report, texts), texts.enough.notYet]
  return [
    goalSaid,
    net.verdict === 'tooSmall' ? texts.netTooSmall : netSentence(net, report, texts),
    ...(net.verdict === 'tooSmall' ? [waitSentence('net', net.arm, report, texts)] : []),
    ...(isRuledOut ? [texts.belowMinimum(texts.points(points(report.analysis.minimumEffect!)))] : []),
    ...(verdicts.goal === 'better' && verdicts.net === 'worse' ? [texts.losesThoughMore] : []),
    ...(net.isBest ? [texts.best] : []),
    texts.enough[enoughOf(verdicts, isRuledOut)],
  ]
}

/** Where nothing is seen it can still be clear that there is less than would be worth seeing. */
function isBelowMinimum({ verdict, cautious }: Comparison, { analysis: { minimumEffect } }: Measured): boolean {
  if (verdict !== 'noDifferenceSeen' || minimumEffect === undefined || !cautious) return false
  return cautious.interval[1] < minimumEffect
}

/** Whether it is enough to decide on an arm: on its goal and on money. */
export function enoughFor(goal: Comparison, net: Comparison, of: Measured): keyof Texts['enough'] {
  return enoughOf({ goal: goal.verdict, net: net.verdict }, isBelowMinimum(goal, of))
}

/** Money is what is decided by; that more came back alone is half of it. */
function enoughOf({ goal, net }: { goal: Verdict; net: Verdict }, isRuledOut: boolean): keyof Texts['enough'] {
  if (isDecided(net)) return 'yes'
  if (isDecided(goal) || isRuledOut) return 'goalOnly'
  return net === 'tooSmall' ? 'notYet' : 'no'
}

function isDecided(verdict: Verdict): boolean {
  return verdict === 'better' || verdict === 'worse'
}

function goalSentence({ means, cautious, verdict }: Comparison, { analysis }: Measured, texts: Texts): string {
  const said = {
    share: percent(means.treated ?? 0),
    did: texts.did(analysis.goalEvent),
    against: percent(means.control ?? 0),
  }
  if (verdict === 'tooSmall' || !cautious) return texts.goalTooSmall(said)
  return texts.goal({ ...said, ...range(cautious.difference, cautious.interval, points, texts.points) })
}

/** Over all who were treated: what the campaign earned. */
function netSentence({ cautious, members }: Comparison, { analysis }: Measured, texts: Texts): string {
  const all = (value: number) => amount(value * members.treated)
  const { difference, interval } = cautious!
  return texts.net(range(difference, interval, all, (text) => `${text} ${analysis.currency}`))
}

function waitSentence(outcome: 'goal' | 'net', arm: string, { waits }: Measured, texts: Texts): string {
  const wait = waits.find((each) => each.outcome === outcome && each.arm === arm)
  const members = wait?.members === undefined ? undefined : whole(wait.members)
  return texts.tooSmall({ enough: ENOUGH_WITH_OUTCOME, members, weeks: wait?.weeks })
}

function uncompared({ analysis, arms }: ReportView, texts: Texts): string[] {
  const treated = arms.filter(({ arm }) => arm !== HELD_OUT)
  if (treated.length === 0) return [texts.noComparison.onlyHeldOut]
  const did = texts.did(analysis.goalEvent)
  const shares = treated.map((arm) => texts.goalOnly({ share: percent(goalShare(arm)), did }))
  return [...shares, texts.noComparison[analysis.class === 'service' ? 'service' : 'nobodyHeldOut']]
}

export function goalShare({ members, counts }: ArmView): number {
  return members === 0 ? 0 : counts.goal / members
}

/** The sentences before have the figures; a loss is said once more by itself, so that nobody misses it. */
function lossSentences({ losses, compared }: ReportView, texts: Texts): string[] {
  const isOne = compared?.net.length === 1
  return losses.map(({ arm }) => texts.loses({ arm: isOne ? undefined : armName(arm, texts) }))
}

function harmSentences({ harms }: ReportView, texts: Texts): string[] {
  return harms
    .filter(({ isHarmful }) => isHarmful)
    .map(({ harm, count, members, atLeast, limit }) =>
      texts.harmful({
        count: whole(count),
        members: whole(members),
        harm: texts.harm[harm],
        atLeast: percent(atLeast),
        limit: percent(limit),
      }),
    )
}
