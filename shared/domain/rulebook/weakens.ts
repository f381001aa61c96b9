import { traitsOf } from '../actions/kinds.ts'
import { canonical } from '../audience/canonical.ts'
import type { DeclaredChannels } from '../channels/own/declared.ts'
import { moneyText } from '../units.ts'
import { minorOf } from './mile-value.ts'
import type { ApprovalRule, Budget, Campaign, LawSettings, Rulebook } from './rulebook.ts'

/**
 * What a rulebook would loosen of what keeps money together (approvals, budgets, caps, the hour's limit), and of consent. A line each, for
 * the person who has to agree. Whatever cannot be compared counts as loosened.
 */
export function weakenings(before: Rulebook, after: Rulebook): string[] {
  return [
    ...ofSettings(before, after),
    ...Object.values(after.budgets).flatMap((budget) =>
      ofBudget(before.budgets[budget.id], budget).map((line) => `budget ${budget.id}${line}`),
    ),
    ...after.campaigns.filter(paysFromBudget).flatMap((campaign) => {
      const was = before.campaigns.find(({ id }) => id === campaign.id)
      const own = approvalOf(campaign, after)
      const lines = was && paysFromBudget(was) ? ofCampaign(was, campaign, before, own) : ofNew(campaign, after, own)
      return lines.map((line) => `campaign ${campaign.id}${line}`)
    }),
  ]
}

function ofSettings({ settings: was }: Rulebook, { settings: is }: Rulebook): string[] {
  const zone =
    was.zone === is.zone ? [] : [`zone ${is.zone}, was ${was.zone}: days and years of limits begin otherwise`]
  return [...zone, ...ofLaw(was.law, is.law).map((line) => `law: ${line}`), ...ofChannels(was.channels, is.channels)]
}

/** Who agreed to one thing has not agreed to another. */
function ofChannels(was: DeclaredChannels, is: DeclaredChannels): string[] {
  return Object.values(is).flatMap(({ id, consent }) => {
    const before = was[id]?.consent
    return before === undefined || before === consent
      ? []
      : [`channel ${id}: goes by the consent "${consent}", was "${before}"`]
  })
}

function ofLaw(was: LawSettings | undefined, is: LawSettings | undefined): string[] {
  const other = was && is && (was.licence !== is.licence || was.table !== is.table)
  const [before, after] = [was?.automaticPerHour ?? {}, is?.automaticPerHour ?? {}]
  const raised = Object.entries(after).filter(([currency, limit]) => limit > (before[currency] ?? 0))
  // Then nothing is paid by itself any more; by hand there is no limit.
  const gone = Object.entries(before).filter(([currency]) => after[currency] === undefined)
  return [
    ...(other ? ['what is owed is worked out by other rules'] : []),
    ...raised.map(([currency, limit]) => {
      const limitBefore = before[currency]
      const words = limitBefore === undefined ? 'none' : moneyText(limitBefore, currency)
      return `${moneyText(limit, currency)} an hour without a person, was ${words}`
    }),
    ...gone.map(([currency, limit]) => `no limit an hour by hand in ${currency}, was ${moneyText(limit, currency)}`),
  ]
}

function ofBudget(was: Budget | undefined, is: Budget): string[] {
  const money = (minor: number) => moneyText(minor, is.currency)
  if (!was) return [` is new: ${money(is.limitMinor)}`]
  if (was.currency !== is.currency) return [`: in ${is.currency}, was in ${was.currency}`]
  const { perMemberYearMinor: cap = Number.POSITIVE_INFINITY } = is
  const { perMemberYearMinor: capBefore } = was
  return [
    ...(is.limitMinor > was.limitMinor ? [`: limit ${money(is.limitMinor)}, was ${money(was.limitMinor)}`] : []),
    ...(canonical(is.mileValues) === canonical(was.mileValues) ? [] : [': a mile counts for something else']),
    ...(capBefore !== undefined && cap > capBefore
      ? [`: ${cap === Number.POSITIVE_INFINITY ? 'no cap' : money(cap)} a member and year, was ${money(capBefore)}`]
      : []),
    ...ofApproval({ rules: was.approval, budget: was }, { rules: is.approval, budget: is }),
  ]
}

/** Who must approve what a campaign grants. */
interface Approval {
  rules: readonly ApprovalRule[] | undefined
  /** The currency of the budget, and the value of miles in it. */
  budget: Pick<Budget, 'currency' | 'mileValues'>
}

function approvalOf(campaign: Campaign, { budgets }: Rulebook): Approval {
  const budget = budgets[campaign.budget!]!
  return { rules: campaign.approval ?? budget.approval, budget }
}

function ofCampaign(was: Campaign, is: Campaign, before: Rulebook, own: Approval): string[] {
  // Where the budget says it for both, it is told of the budget.
  const ofBudgetAlone = !was.approval && !is.approval && was.budget === is.budget
  const { entries, oncePer } = is.guardrails
  const { entries: entriesBefore, oncePer: oncePerBefore } = was.guardrails
  const [places = Number.POSITIVE_INFINITY, placesBefore] = [is.limits?.inAll, was.limits?.inAll]
  const oftener =
    entriesBefore && (!entries || entries.atMost > entriesBefore.atMost || entries.window < entriesBefore.window)
  return [
    ...(ofBudgetAlone ? [] : ofApproval(approvalOf(was, before), own)),
    ...(placesBefore !== undefined && places > placesBefore
      ? [`: for ${places === Number.POSITIVE_INFINITY ? 'any number of' : places} members in all, was ${placesBefore}`]
      : []),
    ...(oftener ? [': a member may enter more often'] : []),
    ...(oncePer === oncePerBefore || oncePer === 'ever'
      ? []
      : [`: once per ${oncePer}, was once per ${oncePerBefore}`]),
  ]
}

function ofNew(campaign: Campaign, after: Rulebook, own: Approval): string[] {
  if (!own.rules) return [" is new and pays without anybody's approval"]
  const budget = after.budgets[campaign.budget!]!
  return ofApproval({ rules: budget.approval, budget }, own).map((line) => ` is new${line} for others`)
}

function ofApproval(was: Approval, is: Approval): string[] {
  if (!was.rules) return []
  if (!is.rules) return [`: nobody has to approve, was ${aboveWords(was)}`]
  return isLooser(was, is) ? [`: a second person approves ${aboveWords(is)}, was ${aboveWords(was)}`] : []
}

function isLooser(was: Approval, is: Approval): boolean {
  if (was.budget.currency !== is.budget.currency) return true
  const [before, after] = [was.rules!, is.rules!]
  const sameCases = before.length === after.length && before.every(({ when }, i) => when?.hash === after[i]!.when?.hash)
  const [highest, lowest] = [after.map((rule) => amountOf(rule, is)), before.map((rule) => amountOf(rule, was))]
  if (sameCases) return highest.some((amount, i) => amount > lowest[i]!)
  return Math.max(...highest) > Math.min(...lowest)
}

/** Miles at what they are worth in the end: that a mile counts for something else is told of by itself. */
function amountOf({ above }: ApprovalRule, { budget }: Approval): number {
  return minorOf(above, budget, LAST_DAY)
}

const LAST_DAY = '9999-12-31'

function aboveWords({ rules = [], budget }: Approval): string {
  const amounts = rules.map(({ above }) =>
    'miles' in above ? `${above.miles} miles` : moneyText(above.minor, budget.currency),
  )
  return `above ${amounts.join(' or ')}${rules.length > 1 ? ', by case' : ''}`
}

function paysFromBudget({ program }: Campaign): boolean {
  return program.some((each) => each.op === 'action' && traitsOf(each.action.kind).paysFromBudget)
}
