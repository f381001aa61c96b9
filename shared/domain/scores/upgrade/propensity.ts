import { faultOfVersion } from '../version.ts'
/**
 * How likely a member is to take an upgrade offer. Everybody has a chance of their own, and the chances vary over members by a beta
 * distribution: who was never asked has the mean of all, and whoever was asked often their own share (beta-binomial).
 */
export interface UpgradeModel {
  kind: 'upgrade'
  version: string
  trainedOn: { members: number; offers: number; accepted: number }
  /** As if so many offers had been accepted, and not, before the first. Null: nobody has taught the model, and it says nothing. */
  prior: BetaPrior | null
}

export interface BetaPrior {
  accepted: number
  declined: number
}

/** What was offered to somebody. */
export interface Offered {
  offers: number
  accepted: number
}

/** No data of a real airline are at hand: this one knows nothing, and says so. */
export const SHIPPED_UPGRADE: UpgradeModel = {
  kind: 'upgrade',
  version: 'shipped-1',
  trainedOn: { members: 0, offers: 0, accepted: 0 },
  prior: null,
}

export function upgradePropensity({ accepted: a, declined: b }: BetaPrior, { offers, accepted }: Offered): number {
  return (a + accepted) / (a + b + offers)
}

/** Whether data from a file are such a model; else what is wrong. */
export function faultOfUpgradeModel(value: unknown): string | undefined {
  const { kind, version, prior } = Object(value) as Record<string, unknown>
  if (kind !== 'upgrade') return 'kind must be "upgrade"'
  const ofVersion = faultOfVersion(version)
  if (ofVersion) return ofVersion
  if (prior === null) return undefined
  const { accepted, declined } = Object(prior) as Record<string, unknown>
  const isRight = [accepted, declined].every((each) => typeof each === 'number' && Number.isFinite(each) && each > 0)
  return isRight ? undefined : 'prior must be null, or have accepted and declined, each above 0'
}
