import { gunzipSync, gzipSync } from 'node:zlib'
import { differs } from '../../../domain/sample/differs.ts'
import type { Estimate } from '../../../domain/sample/estimate.ts'
import type { CampaignFigures, Compared, DayFigures } from '../sample/figures.ts'

/** What a budget came to by the draft. Money in minor units. */
export interface BudgetSums {
  currency: string
  limitMinor: number
  spentMinor: number
}

/** What a rehearsal came to with some members, or with all: numbers that were counted, and not estimated. */
export interface EverybodyFigures {
  members: number
  campaigns: CampaignFigures[]
  budgets: Record<string, BudgetSums>
}

/** The figures of several parts as those of one. Campaigns on which the draft makes a difference come first. */
export function addUp(parts: readonly EverybodyFigures[]): EverybodyFigures {
  const campaigns = new Map<string, CampaignFigures>()
  const budgets: Record<string, BudgetSums> = {}
  for (const part of parts) {
    for (const each of part.campaigns) {
      const before = campaigns.get(each.campaign)
      campaigns.set(each.campaign, before ? addCampaigns(before, each) : each)
    }
    for (const [id, budget] of Object.entries(part.budgets)) {
      const spentMinor = (budgets[id]?.spentMinor ?? 0) + budget.spentMinor
      budgets[id] = { ...budget, spentMinor }
    }
  }
  return {
    members: parts.reduce((sum, { members }) => sum + members, 0),
    campaigns: [...campaigns.values()].sort((a, b) => Number(differs(b)) - Number(differs(a))),
    budgets,
  }
}

function addCampaigns(a: CampaignFigures, b: CampaignFigures): CampaignFigures {
  return {
    ...a,
    entered: addCompared(a.entered, b.entered),
    got: addCompared(a.got, b.got),
    heldOut: addCompared(a.heldOut, b.heldOut),
    ...(a.cost && b.cost && { cost: { ...addCompared(a.cost, b.cost), currency: a.cost.currency } }),
    stops: joined(a.stops, b.stops, 'by', (x, y) => ({ by: x.by, ...addCompared(x, y) })).sort(
      (x, y) => y.draft.total - x.draft.total,
    ),
    days: joined(a.days, b.days, 'date', (x, y) => ({
      date: x.date,
      draft: addDays(x.draft, y.draft),
      live: addDays(x.live, y.live),
    })).sort((x, y) => (x.date < y.date ? -1 : 1)),
  }
}

/** Two lists as one: what both have is added. */
function joined<T, K extends keyof T>(a: readonly T[], b: readonly T[], key: K, add: (x: T, y: T) => T): T[] {
  const all = new Map(a.map((each) => [each[key], each]))
  for (const each of b) {
    const before = all.get(each[key])
    all.set(each[key], before ? add(before, each) : each)
  }
  return [...all.values()]
}

function addCompared(a: Compared, b: Compared): Compared {
  return { draft: add(a.draft, b.draft), live: add(a.live, b.live), more: add(a.more, b.more) }
}

function add(a: Estimate, b: Estimate): Estimate {
  return { total: a.total + b.total, low: a.low + b.low, high: a.high + b.high }
}

function addDays(a: DayFigures, b: DayFigures): DayFigures {
  return { entered: a.entered + b.entered, got: a.got + b.got, costMinor: a.costMinor + b.costMinor }
}

export function packFigures(figures: EverybodyFigures): Uint8Array {
  return gzipSync(JSON.stringify(figures))
}

export function unpackFigures(bytes: Uint8Array): EverybodyFigures {
  return JSON.parse(gunzipSync(bytes).toString()) as EverybodyFigures
}
