import type { AirlineEventType } from '../../../contract/index.ts'
import type { ExpectedWords } from '../../../domain/actions/definition.ts'
import type { ActionSpec } from '../../../domain/actions/kinds.ts'
import type { FactUse } from '../../../domain/audience/condition.ts'
import type { Reason } from '../../../domain/reason.ts'
import type { Receipt } from '../../../domain/receipt.ts'
import type { OutgoingMail } from '../../../ports/index.ts'

/** What somebody expects of one campaign: given this member, when this happens, then these decisions. Times epoch ms. */
export interface Example {
  name: string
  campaign: string
  /** Where it stands. */
  file: string
  line: number
  column: number
  /** Chosen so that chance holds nobody out who is not meant to be. */
  memberId: string
  /** In their order. The first one enrols the member. */
  steps: ExampleStep[]
  /** `nothing`: the campaign does nothing for the member, whatever the reason. */
  expect: 'nothing' | Expectation[]
}

/** Time goes on to `at`, and then this happens, if anything. */
export interface ExampleStep {
  at: number
  event?: { type: AirlineEventType; detail: Record<string, unknown> }
}

/** One thing the campaign is expected to do, or not to do. */
export interface Expectation {
  words: ExpectedWords
  line: number
  isMet(happening: Happening): boolean
}

/** One thing that a campaign did, or did not do and why. */
export interface Happening {
  at: number
  campaign: string
  outcome: Receipt['outcome']
  gate?: string | undefined
  /** The arm that its journey takes at a split. */
  arm?: string | undefined
  reason: Reason
  /** What the campaign says is to be done, where it is about an action. */
  action?: ActionSpec | undefined
  mail?: OutgoingMail | undefined
  /** What a channel of the airline's own was given to send. */
  message?: { channel: string; text: string } | undefined
  /** What was granted: miles, or minor units. */
  grant?: { kind: string; amount: number; currency?: string } | undefined
  /** What the decision rested on. */
  facts?: readonly FactUse[] | undefined
}

/** Stands in an event for the message that the member was sent last. */
export const LAST_MESSAGE = 'the-last-message'

/** Stands in an event for the offer that the member was made last: its id is not known beforehand. */
export const LAST_OFFER = 'the-last-offer'
