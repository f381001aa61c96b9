import { isMapping } from '../cursor.ts'
import type { Finding, Path } from '../problem.ts'
import type { Wording } from '../texts/problem-texts.ts'
import { moneySaid, parseMoney } from '../units.ts'
import { costOfMiles, mileValueOn } from './mile-value.ts'
import type { Budget, Campaign, Rulebook } from './rulebook.ts'

/**
 * Compensations that no cap ever allows, because the member's yearly limit or the whole budget is smaller. The steps after
 * them are never reached. Checked for a new rulebook, never for the live one: lowering a cap must not stop everything.
 */
export function neverGranted(
  { campaigns, budgets }: Pick<Rulebook, 'campaigns' | 'budgets'>,
  documents: Readonly<Record<string, unknown>>,
  day: string,
): Finding[] {
  const written = new Map<unknown, Written>()
  for (const [file, document] of Object.entries(documents))
    if (isMapping(document) && document.campaign !== undefined) written.set(document.campaign, [file, document])
  return campaigns.flatMap((campaign) => {
    const budget = campaign.budget === undefined ? undefined : budgets[campaign.budget]
    return budget ? ofCampaign(campaign, budget, written.get(campaign.id), day) : []
  })
}

type Written = [file: string, document: Readonly<Record<string, unknown>>]

function ofCampaign(campaign: Campaign, budget: Budget, written: Written | undefined, day: string) {
  const { currency, limitMinor, perMemberYearMinor = Number.POSITIVE_INFINITY } = budget
  const value = mileValueOn(budget, day)
  const most = Math.min(limitMinor, perMemberYearMinor)
  const [file, document] = written ?? [`campaigns/${campaign.id}`, undefined]
  return campaign.program.flatMap((each): Finding[] => {
    if (each.op !== 'action' || each.action.kind !== 'compensation') return []
    const { pays, amount: rules } = each.action
    return rules.flatMap(({ amount }): Finding[] => {
      const costs = pays === 'miles' ? (value ? costOfMiles(amount, value) : 0) : amount
      if (costs <= most) return []
      const cap = most === perMemberYearMinor ? 'perMemberPerYear' : 'limit'
      const message: Wording = ({ problems }) =>
        problems.neverGranted(moneySaid(costs, currency), cap, budget.id, moneySaid(most, currency))
      const path = placeOf(document?.steps, pays, amount, ['steps']) ?? ['steps']
      return [{ file, path, on: 'value', code: 'never-granted', message, hint: ({ problems }) => problems.raiseCap }]
    })
  })
}

/** The place of an amount among steps. */
function placeOf(value: unknown, pays: string, amount: number, path: Path): Path | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key]
    const isIt = key === pays && (inner === amount || parseMoney(inner)?.minor === amount)
    const found = isIt ? at : placeOf(inner, pays, amount, at)
    if (found) return found
  }
  return undefined
}
