/** The laws that are kept here. */
export const REGIMES = ['EU261', 'UK261', 'CN', 'US-DOT'] as const
export type Regime = (typeof REGIMES)[number]
