/**
 * List prices in us-east-1, US dollars, as read in November 2026. Free tiers and volume discounts are left out.
 */
export const prices = {
  /** On demand, standard class: 1 KB written. https://aws.amazon.com/dynamodb/pricing/on-demand/ */
  writeUnit: 0.625 / 1e6,
  /** 4 KB read consistently; half of it eventually so. The same page. */
  readUnit: 0.125 / 1e6,
  /** Standard queues: a call of up to 64 KB, of up to ten messages; each message another service delivers is one. https://aws.amazon.com/sqs/pricing/ */
  queueRequest: 0.4 / 1e6,
  /** Custom events, up to 64 KB each; delivery to a queue of the same account is free. https://aws.amazon.com/eventbridge/pricing/ */
  busEvent: 1 / 1e6,
  /** What the bus's archive takes in, per GB. The same page. */
  archivedGb: 0.1,
  /** Publishing to a topic; delivery to SQS is free. https://aws.amazon.com/sns/pricing/ */
  notification: 0.5 / 1e6,
  /** Lambda on arm64. https://aws.amazon.com/lambda/pricing/ */
  invocation: 0.2 / 1e6,
  gbSecond: 0.0000133334,
} as const
