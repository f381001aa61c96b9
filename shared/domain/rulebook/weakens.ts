import { traitsOf } from '../actions/index.ts'
import { canonical } from '../audience/canonical.ts'
import type { DeclaredChannels } from '../channels/own/declared.ts'
import type { Texts } from '../texts/index.ts'
import { moneySaid } from '../units.ts'
import { campaignById } from './campaign-by-id.ts'
import { minorOf } from './mile-value.ts'
import type { ApprovalRule, Budget, Campaign, LawSettings, Rulebook } from './rulebook.ts'

type Words = Texts['loosens']

/**
 * What a rulebook weakens of the rules about money (approvals, budgets, caps, the hourly limit) and consent. One line each,
 * for the person who has to approve it. Anything that cannot be compared counts as weakened.
 */
export function weakenings(before: Rulebook, after: Rulebook, words: Words): string[] {
  return [
    ...ofSettings(before, after, words),
    ...Object.values(after.budgets).flatMap((budget) =>
      ofBudget(before.budgets[budget.id], budget, words).map((line) => words.budget(budget.id, line)),
    ),
    ...after.campaigns.filter(paysFromBudget).flatMap((campaign) => {
      const was = campaignById(before, campaign.id)
      const own = approvalOf(campaign, after)
      const lines =
        was && paysFromBudget(was)
          ? ofCampaign(was, campaign, { before, own, words })
          : ofNew(campaign, after, own, words)
      return lines.map((line) => words.campaign(campaign.id, line))
    }),
  ]
}

function ofSettings({ settings: was }: Rulebook, { settings: is }: Rulebook, words: Words): string[] {
  const zone = was.zone === is.zone ? [] : [words.zone(is.zone, was.zone)]
  return [...zone, ...ofLaw(was.law, is.law, words).map(words.law), ...ofChannels(was.channels, is.channels, words)]
}

/** Consent to one thing is not consent to another. */
function ofChannels(was: DeclaredChannels, is: DeclaredChannels, words: Words): string[] {
  return Object.values(is).flatMap(({ id, consent }) => {
    const before = was[id]?.consent
    return before === undefined || before === consent ? [] : [words.consent(id, consent, before)]
  })
}

function ofLaw(was: LawSettings | undefined, is: LawSettings | undefined, words: Words): string[] {
  const other = was && is && (was.licence !== is.licence || was.table !== is.table)
  const [before, after] = [was?.automaticPerHour ?? {}, is?.automaticPerHour ?? {}]
  const raised = Object.entries(after).filter(([currency, limit]) => limit > (before[currency] ?? 0))
  // Then nothing is paid automatically any more, but by hand there is no limit.
  const gone = Object.entries(before).filter(([currency]) => after[currency] === undefined)
  return [
    ...(other ? [words.otherRules] : []),
    ...raised.map(([currency, limit]) => {
      const limitBefore = before[currency]
      const earlier = limitBefore === undefined ? words.none : moneySaid(limitBefore, currency)
      return words.perHour(moneySaid(limit, currency), earlier)
    }),
    ...gone.map(([currency, limit]) => words.noHour(currency, moneySaid(limit, currency))),
  ]
}

function ofBudget(was: Budget | undefined, is: Budget, words: Words): string[] {
  const money = (minor: number) => moneySaid(minor, is.currency)
  if (!was) return [words.isNew(money(is.limitMinor))]
  if (was.currency !== is.currency) return [words.currency(is.currency, was.currency)]
  const { perMemberYearMinor: cap = Number.POSITIVE_INFINITY } = is
  const { perMemberYearMinor: capBefore } = was
  return [
    ...(is.limitMinor > was.limitMinor ? [words.limit(money(is.limitMinor), money(was.limitMinor))] : []),
    ...(canonical(is.mileValues) === canonical(was.mileValues) ? [] : [words.mileValue]),
    ...(capBefore !== undefined && cap > capBefore
      ? [words.cap(cap === Number.POSITIVE_INFINITY ? words.noCap : money(cap), money(capBefore))]
      : []),
    ...ofApproval({ rules: was.approval, budget: was }, { rules: is.approval, budget: is }, words),
  ]
}

/** Who must approve what a campaign grants. */
interface Approval {
  rules: readonly ApprovalRule[] | undefined
  /** The budget's currency, and its value of miles. */
  budget: Pick<Budget, 'currency' | 'mileValues'>
}

function approvalOf(campaign: Campaign, { budgets }: Rulebook): Approval {
  const budget = budgets[campaign.budget!]!
  return { rules: campaign.approval ?? budget.approval, budget }
}

function ofCampaign(
  was: Campaign,
  is: Campaign,
  { before, own, words }: { before: Rulebook; own: Approval; words: Words },
): string[] {
  // If both take it from the budget, it is reported for the budget.
  const ofBudgetAlone = !was.approval && !is.approval && was.budget === is.budget
  const { entries, oncePer } = is.guardrails
  const { entries: entriesBefore, oncePer: oncePerBefore } = was.guardrails
  const [places = Number.POSITIVE_INFINITY, placesBefore] = [is.limits?.inAll, was.limits?.inAll]
  const oftener =
    entriesBefore && (!entries || entries.atMost > entriesBefore.atMost || entries.window < entriesBefore.window)
  return [
    ...(ofBudgetAlone ? [] : ofApproval(approvalOf(was, before), own, words)),
    ...(placesBefore !== undefined && places > placesBefore ? [words.places(is.limits?.inAll, placesBefore)] : []),
    ...(oftener ? [words.oftener] : []),
    ...(oncePer === oncePerBefore || oncePer === 'ever' ? [] : [words.oncePer(String(oncePer), String(oncePerBefore))]),
  ]
}

function ofNew(campaign: Campaign, after: Rulebook, own: Approval, words: Words): string[] {
  if (!own.rules) return [words.paysWithoutApproval]
  const budget = after.budgets[campaign.budget!]!
  return ofApproval({ rules: budget.approval, budget }, own, words).map(words.newFor)
}

function ofApproval(was: Approval, is: Approval, words: Words): string[] {
  if (!was.rules) return []
  if (!is.rules) return [words.nobody(aboveText(was, words))]
  return isLooser(was, is) ? [words.threshold(aboveText(is, words), aboveText(was, words))] : []
}

function isLooser(was: Approval, is: Approval): boolean {
  if (was.budget.currency !== is.budget.currency) return true
  const [before, after] = [was.rules!, is.rules!]
  const sameCases = before.length === after.length && before.every(({ when }, i) => when?.hash === after[i]!.when?.hash)
  const [highest, lowest] = [after.map((rule) => amountOf(rule, is)), before.map((rule) => amountOf(rule, was))]
  if (sameCases) return highest.some((amount, i) => amount > lowest[i]!)
  return Math.max(...highest) > Math.min(...lowest)
}

/** Miles at their latest value: that their value changes is reported separately. */
function amountOf({ above }: ApprovalRule, { budget }: Approval): number {
  return minorOf(above, budget, LAST_DAY)
}

const LAST_DAY = '9999-12-31'

function aboveText({ rules = [], budget }: Approval, words: Words): string {
  const amounts = rules.map(({ above }) =>
    'miles' in above ? words.miles(above.miles) : moneySaid(above.minor, budget.currency),
  )
  return words.above(amounts)
}

function paysFromBudget({ program }: Campaign): boolean {
  return program.some((each) => each.op === 'action' && traitsOf(each.action.kind).paysFromBudget)
}
