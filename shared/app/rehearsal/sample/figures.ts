import { calendarOf } from '../../../domain/calendar.ts'
import type { Campaign } from '../../../domain/rulebook/rulebook.ts'
import { differs } from '../../../domain/sample/differs.ts'
import {
  type Estimate,
  estimateDifference,
  estimateTotal,
  type Looked,
  type SampleSums,
  sumsOf,
} from '../../../domain/sample/estimate.ts'
import type { Sample } from '../../../domain/sample/sample.ts'
import { ofEachStratum, type Stratum } from '../../../domain/sample/strata.ts'
import { present } from '../../../standards/present.ts'
import type { Ran, Rules } from './run.ts'
import { type CampaignTally, emptyTally } from './tally.ts'

/** A number of the draft beside that of the live rulebook, for all members. */
export interface Compared {
  draft: Estimate
  live: Estimate
  /** How much more the draft comes to. */
  more: Estimate
}

export interface CampaignFigures {
  campaign: string
  name: string
  nameZh?: string
  isNew: boolean
  entered: Compared
  got: Compared
  heldOut: Compared
  /** Absent where no budget pays for it. Minor units. */
  cost?: Compared & { currency: string }
  /** What kept members from it, by gate, the most first. */
  stops: ({ by: string } & Compared)[]
  /** Of each day: what it came to by draft and live. */
  days: { date: string; draft: DayFigures; live: DayFigures }[]
}

export interface DayFigures {
  entered: number
  got: number
  costMinor: number
}

export interface Figures {
  /** Members looked at, and those they stand for. */
  looked: number
  members: number
  /** Campaigns on which the draft makes a difference, or that it changes; then the others. */
  campaigns: CampaignFigures[]
}

/** What a draft would have done with everybody, against what is live, by what both did with the same sample. */
export function figuresOf(sample: Sample, draft: Ran, live: Ran, rules: { draft: Rules; live: Rules }): Figures {
  const of = new Map(draft.members.map(({ memberId, stratum }) => [memberId, stratum]))
  const looked = ofEachStratum((name) => draft.members.filter(({ stratum }) => stratum === name).length)
  const scale = scaleOf({ all: sample.all, looked }, of)
  const before = new Map(rules.live.rulebook.campaigns.map((campaign) => [campaign.id, campaign]))
  const campaigns = rules.draft.rulebook.campaigns.map((campaign) => {
    const tallies = [draft, live].map((ran) => ran.campaigns.get(campaign.id) ?? emptyTally())
    return campaignFigures(campaign, tallies as [CampaignTally, CampaignTally], !before.has(campaign.id), scale, rules)
  })
  return {
    looked: draft.members.length,
    members: Object.values(sample.all).reduce((sum, each) => sum + each, 0),
    campaigns: campaigns.sort((a, b) => Number(differs(b)) - Number(differs(a))),
  }
}

interface Counted {
  memberId: string
  by: number
}

/** Makes totals for everybody of what happened to members of the sample. */
function scaleOf(looked: Looked, of: ReadonlyMap<string, Stratum>) {
  const sums = (counted: readonly Counted[]): SampleSums => {
    const perMember = new Map<string, number>()
    for (const { memberId, by } of counted) perMember.set(memberId, (perMember.get(memberId) ?? 0) + by)
    return sumsOf([...perMember].map(([memberId, value]) => [of.get(memberId) ?? 'nothing', value] as const))
  }
  return {
    total: (counted: readonly Counted[]) => estimateTotal(sums(counted), looked).total,
    compared(draft: readonly Counted[], live: readonly Counted[], one = 1): Compared {
      const less = live.map(({ memberId, by }) => ({ memberId, by: -by }))
      return {
        draft: estimateTotal(sums(draft), looked, one),
        live: estimateTotal(sums(live), looked, one),
        more: estimateDifference(sums([...draft, ...less]), looked),
      }
    },
  }
}

const once = ({ memberId }: { memberId: string }): Counted => ({ memberId, by: 1 })
const worth = ({ memberId, costMinor }: CampaignTally['costs'][number]): Counted => ({ memberId, by: costMinor })

function campaignFigures(
  campaign: Campaign,
  [draft, live]: [CampaignTally, CampaignTally],
  isNew: boolean,
  scale: ReturnType<typeof scaleOf>,
  rules: { draft: Rules },
): CampaignFigures {
  const { budgets, settings } = rules.draft.rulebook
  const of = (what: 'entered' | 'got' | 'heldOut') => scale.compared(draft[what].map(once), live[what].map(once))
  const budget = campaign.budget === undefined ? undefined : budgets[campaign.budget]
  const gates = new Set([...draft.stopped, ...live.stopped].map(({ by }) => by))
  const stops = [...gates].map((gate) => {
    const at = ({ stopped }: CampaignTally) => stopped.filter(({ by }) => by === gate).map(once)
    return { by: gate, ...scale.compared(at(draft), at(live)) }
  })
  return {
    campaign: campaign.id,
    name: campaign.name ?? campaign.id,
    ...present({ nameZh: campaign.nameZh }),
    isNew,
    entered: of('entered'),
    got: of('got'),
    heldOut: of('heldOut'),
    ...(budget && {
      cost: { ...scale.compared(draft.costs.map(worth), live.costs.map(worth), 0), currency: budget.currency },
    }),
    stops: stops.sort((a, b) => b.draft.total - a.draft.total),
    days: daysOf(draft, live, settings.zone, scale),
  }
}

function daysOf(draft: CampaignTally, live: CampaignTally, zone: string, scale: ReturnType<typeof scaleOf>) {
  const calendar = calendarOf(zone)
  const byDay = <T extends { at: number }>(all: readonly T[]) => Map.groupBy(all, ({ at }) => calendar.dateOf(at))
  const sides = [draft, live].map(({ entered, got, costs }) => ({
    entered: byDay(entered),
    got: byDay(got),
    costs: byDay(costs),
  }))
  const dates = new Set(sides.flatMap(({ entered, got, costs }) => [...entered.keys(), ...got.keys(), ...costs.keys()]))
  const figures = ({ entered, got, costs }: (typeof sides)[number], date: string): DayFigures => ({
    entered: scale.total((entered.get(date) ?? []).map(once)),
    got: scale.total((got.get(date) ?? []).map(once)),
    costMinor: scale.total((costs.get(date) ?? []).map(worth)),
  })
  return [...dates].sort().map((date) => ({ date, draft: figures(sides[0]!, date), live: figures(sides[1]!, date) }))
}
