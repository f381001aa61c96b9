import { hash32, shortHash } from '../../../standards/hash.ts'
import { betterBy, type Foreseen, type Interval, qualityOf } from '../measure/ranking.ts'
import { fitBetaBinomial } from './fit.ts'
import { type Offered, type UpgradeModel, upgradePropensity } from './propensity.ts'

/** A member's answers to offers, oldest first: whether each was taken. */
export interface Answers {
  memberId: string
  taken: readonly boolean[]
}

export interface UpgradeReport {
  /** Last offers of members who had others before, each foreseen by what other members taught and by the member's earlier answers. */
  foreseen: number
  logLoss: number
  /** The same chance for everybody: and by how much the model's log-loss is lower, within 95 %. */
  constant: number
  betterBy: Interval
  beatsConstant: boolean
}

/** Learns from all, and says how good that way of learning is on offers apart. */
export function learnUpgrade(all: readonly Answers[]): { model: UpgradeModel; report: UpgradeReport } {
  const offered = all.map(({ taken }) => countOf(taken))
  const prior = priorOf(offered)
  const accepted = offered.reduce((sum, each) => sum + each.accepted, 0)
  const offers = offered.reduce((sum, each) => sum + each.offers, 0)
  const trainedOn = { members: all.length, offers, accepted }
  const version = shortHash(JSON.stringify([prior, trainedOn]), 8)
  return { model: { kind: 'upgrade', version, trainedOn, prior }, report: reportOf(all) }
}

const HALVES = 2

function reportOf(all: readonly Answers[]): UpgradeReport {
  const byModel: Foreseen[] = []
  const byConstant: Foreseen[] = []
  for (let half = 0; half < HALVES; half++) {
    const isHere = ({ memberId }: Answers) => hash32(memberId) % HALVES === half
    const others = all.filter((each) => !isHere(each)).map(({ taken }) => countOf(taken))
    if (others.length === 0) continue
    const prior = priorOf(others)
    const rate = upgradePropensity(prior, { offers: 0, accepted: 0 })
    for (const { taken } of all.filter((each) => isHere(each) && each.taken.length > 1)) {
      const happened = taken.at(-1)!
      byModel.push({ predicted: upgradePropensity(prior, countOf(taken.slice(0, -1))), happened })
      byConstant.push({ predicted: rate, happened })
    }
  }
  const { logLoss } = betterBy(byModel, byConstant)
  return {
    foreseen: byModel.length,
    logLoss: qualityOf(byModel).logLoss,
    constant: qualityOf(byConstant).logLoss,
    betterBy: logLoss,
    beatsConstant: logLoss[0] > 0,
  }
}

function priorOf(offered: readonly Offered[]) {
  const { a, b } = fitBetaBinomial(offered).model
  return { accepted: a, declined: b }
}

function countOf(taken: readonly boolean[]): Offered {
  return { offers: taken.length, accepted: taken.filter(Boolean).length }
}
