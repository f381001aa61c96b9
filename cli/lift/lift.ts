import { basename } from 'node:path'
import { type Arm, type Comparison, compareArms } from '../../shared/domain/measure/compare.ts'
import { type SampleRatio, sampleRatio } from '../../shared/domain/measure/sample-ratio.ts'
import { isShare, NO_SUMS, netOf } from '../../shared/domain/measure/sums.ts'
import type { Texts } from '../../shared/domain/texts/index.ts'
import { type Decimal, inUnitsOf } from '../../shared/standards/decimal.ts'
import { nearest } from '../../shared/standards/nearest.ts'
import { Refused } from '../errors.ts'
import type { OutcomeSums } from './columns.ts'
import { type Experiment, readExperiment } from './read.ts'
import type { LiftRequest } from './request.ts'

/** The result of an experiment. */
export interface Lift {
  members: number
  leftOut: number
  takenForZero: number
  control: ArmSize
  /** Arms with their number of members. */
  arms: ArmSize[]
  /** Arms that differ in capitals and spaces alone, together: they may be one, misspelt. */
  alike: string[][]
  sampleRatio: SampleRatio
  /** Whether the planned sizes of the arms were given; otherwise they are assumed to be equal. */
  sharesAreTold: boolean
  /** Whether a value from before the experiment was given. */
  isAdjusted: boolean
  outcomes: OutcomeLift[]
}

export interface OutcomeLift {
  outcome: string
  /** 0 or 1 for everybody: shown as a share. */
  isShare: boolean
  /** For the net: what it is calculated from. */
  netOf?: string
  comparisons: Comparison[]
}

interface ArmSize {
  arm: string
  members: number
}

/** The level of every interval and verdict. */
const ALPHA = 0.05
const NOTHING: Decimal = { digits: 0n, decimals: 0 }
const ONE: Decimal = { digits: 1n, decimals: 0 }
const NET = 'net'

export async function liftOf(request: LiftRequest, texts: Texts['lift']): Promise<Lift> {
  const experiment = await readExperiment(request, texts)
  const treated = experiment.arms.filter((arm) => arm !== request.control).sort(inOrder)
  checkArms(experiment, treated, request, texts)
  const names = [request.control, ...treated]
  const net = netWanted(experiment, request, texts)
  const sizes = names.map((arm) => ({ arm, members: membersOf(experiment, arm) }))
  const shares = sharesOf(names, request, texts)
  return {
    ...{ members: experiment.members, leftOut: experiment.leftOut, takenForZero: experiment.takenForZero },
    control: sizes[0]!,
    arms: sizes,
    alike: alikeIn(names),
    sampleRatio: sampleRatio(
      sizes.map(({ members }) => members),
      shares,
    ),
    sharesAreTold: request.shares !== undefined,
    isAdjusted: request.before !== undefined,
    outcomes: [
      ...[...experiment.outcomes].map(([outcome, sums]) => outcomeLift(outcome, sums, names, request)),
      ...(net ? [netLift(net, names, request)] : []),
    ],
  }
}

function alikeIn(names: readonly string[]): string[][] {
  const spelt = Map.groupBy(names, (name) => name.toLowerCase().replace(/[\s_-]+/g, ''))
  return [...spelt.values()].filter(({ length }) => length > 1)
}

/** The output does not depend on the order of the file. */
function inOrder(a: string, b: string): number {
  return a < b ? -1 : 1
}

function checkArms({ arms }: Experiment, treated: readonly string[], request: LiftRequest, texts: Texts['lift']): void {
  const known = [request.control, ...request.costs.keys(), ...(request.shares?.keys() ?? [])]
  for (const name of known) {
    if (arms.includes(name)) continue
    throw refused(
      request,
      texts.noArm({ name, column: request.arm }),
      texts.arms({ meant: nearest(name, arms), names: arms }),
    )
  }
  if (treated.length === 0) throw refused(request, texts.onlyControl({ control: request.control }))
}

function refused({ path }: LiftRequest, message: string, hint?: string): Refused {
  return new Refused(`${basename(path)}: ${message}`, { code: 'invalid-file', ...(hint && { hint }) })
}

function membersOf({ outcomes }: Experiment, arm: string): number {
  const [first] = outcomes.values()
  return first?.byArm.get(arm)?.members ?? 0
}

/** They add up to 1. */
function sharesOf(arms: readonly string[], request: LiftRequest, texts: Texts['lift']): number[] {
  const told = arms.map((arm) => (request.shares ? request.shares.get(arm) : 1))
  const without = arms.find((_, i) => told[i] === undefined)
  if (without !== undefined) throw refused(request, texts.noShare({ arm: without }))
  const all = told.reduce<number>((sum, share) => sum + share!, 0)
  return told.map((share) => share! / all)
}

function outcomeLift(outcome: string, of: OutcomeSums, names: readonly string[], request: LiftRequest): OutcomeLift {
  const arms: Arm[] = names.map((arm) => ({ arm, sums: of.byArm.get(arm) ?? NO_SUMS }))
  const units = { outcome: 10 ** of.outcomeDecimals, before: 10 ** of.beforeDecimals }
  return {
    outcome,
    isShare: of.outcomeDecimals === 0 && arms.every(({ sums }) => isShare(sums)),
    comparisons: compareArms(arms[0]!, arms.slice(1), { alpha: ALPHA, planned: request.planned }, units),
  }
}

interface Net {
  outcome: string
  sums: OutcomeSums
  value: Decimal
}

/** The outcome with a value and the costs, if given. */
function netWanted({ outcomes }: Experiment, request: LiftRequest, texts: Texts['lift']): Net | undefined {
  const { value, costs } = request
  if (!value && costs.size === 0) return undefined
  const names = [...outcomes.keys()]
  const outcome = value?.outcome ?? names[0]!
  const sums = outcomes.get(outcome)
  if (!sums) throw refused(request, texts.noOutcome({ name: outcome }), texts.outcomes({ names }))
  return { outcome, sums, value: value?.amount ?? ONE }
}

/** What each member brought in minus what was spent on them. Those with the outcome decide whether there is enough data. */
function netLift({ outcome, sums, value }: Net, names: readonly string[], request: LiftRequest): OutcomeLift {
  const costs = names.map((arm) => request.costs.get(arm) ?? NOTHING)
  const decimals = Math.max(value.decimals + sums.outcomeDecimals, ...costs.map((cost) => cost.decimals))
  const worth = inUnitsOf(value, decimals - sums.outcomeDecimals)
  const arms: Arm[] = names.map((arm, i) => {
    const decisive = sums.byArm.get(arm) ?? NO_SUMS
    return { arm, decisive, sums: netOf(decisive, { value: worth, cost: inUnitsOf(costs[i]!, decimals) }) }
  })
  const units = { outcome: 10 ** decimals, before: 10 ** sums.beforeDecimals }
  return {
    outcome: NET,
    isShare: false,
    netOf: outcome,
    comparisons: compareArms(arms[0]!, arms.slice(1), { alpha: ALPHA, planned: request.planned }, units),
  }
}
