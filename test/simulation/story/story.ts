import type { Envelope } from '../../../shared/contract/index.ts'

/**
 * A story: everything that is put into the pipeline from outside, as plain data made of a seed. What comes of it is
 * the pipeline's doing. A story can be cut: without some of its moments, members, campaigns or faults it is still one.
 */
export interface Story {
  seed: number
  /** Which adapters it is played on: those in memory, or those for AWS over a DynamoDB within the process. */
  on: 'memory' | 'aws'
  /** Epoch ms. */
  begins: number
  /** From here on no fault strikes. */
  calmAt: number
  /** Everything must have come to rest by then. */
  endsAt: number
  /** Rulebooks as their documents; moments publish them by their place here. */
  rulebooks: Documents[]
  /** In the order of their instants. */
  moments: Moment[]
  faults: FaultPlan
}

/** Documents of a rulebook by file, as they would be in YAML. */
export type Documents = Record<string, Record<string, unknown>>

export type Moment = { at: number } & Happening

export type Happening =
  /** An airline's system puts an event on the bus. `fault` names what is wrong about it, where something is. */
  | { is: 'event'; envelope: Envelope; fault?: AirlineFault }
  /** A message of another system is in the store, under this key. */
  | { is: 'message'; key: string; text: string; fault?: AirlineFault }
  /** Somebody sends what is set aside once more. */
  | { is: 'replay' }
  | { is: 'publish'; rulebook: number }
  | { is: 'rollback' }
  | { is: 'pause' | 'stop' | 'resume'; campaign: string }
  /** What the member was granted last is taken back, if anything was. */
  | { is: 'reverse'; memberId: string }
  /** Nothing at all runs for so long: the clock jumps. */
  | { is: 'outage'; ms: number }

export type AirlineFault =
  | 'poison event'
  | 'redelivered event'
  | 'late event'
  | 'clock ahead'
  | 'redelivered message'
  | 'late message'
  | 'cut-off message'

export interface FaultPlan {
  /** The share of calls that a fault strikes. */
  rate: number
  /** How often each kind strikes among the others. A kind that is missing does not. */
  weights: Record<string, number>
  /** Single strikes that are left out, by the call they would have struck. */
  spared: string[]
}

export const iso = (instant: number): string => new Date(instant).toISOString()
