import type { BusRule } from './bus-rule.ts'

/** How messages come into a queue of the pipeline, and how often each is tried. */
export interface Queue {
  /** From the bus, where a rule is given; else only from functions that list the queue under `sends`. */
  rule?: BusRule
  /** Fed by an SNS topic with the events of the SES configuration set. */
  fromSes?: boolean
  /** Told of each message that was kept in the store of raw messages. */
  fromStore?: boolean
  /** Takes these announcements, as far as they are about a complaint. */
  announced?: readonly string[]
  /** Other systems send to it themselves, as far as the stage allows their accounts. */
  fromOthers?: boolean
  /** How often a message is tried before it goes to the dead-letter queue. */
  receives: number
  /** How long a message stays with one worker, seconds: six times its function's time-out, as AWS advises. */
  visibilitySeconds: number
}
