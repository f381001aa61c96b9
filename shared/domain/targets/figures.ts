import type { Cabin } from '../../contract/index.ts'

/** What is counted of a month, or over all members at its end: the parts that every figure of a target is made of. */
export type Count =
  /** Members, and those of them with an e-mail address and consent to marketing: as they stand at the end of the month. */
  | 'members'
  | 'reachable'
  /** Marketing mails and messages sent, and those of them that somebody clicked in or replied to since. */
  | 'sent'
  | 'responses'
  /** Goals that marketing campaigns reached, of members who were not held out. */
  | 'returns'
  /** Upgrades that marketing campaigns offered and somebody accepted. */
  | `upgrade.${Cabin}`
  /** What marketing campaigns granted, at its cost to their budget: minor units of the currency. */
  | `granted.${string}`
  /** Fares of the legs flown: minor units of the currency. */
  | `spend.${string}`
  | 'npsAnswers'
  | 'npsPromoters'
  | 'npsDetractors'
  | 'complaints'
  | 'answeredIn24h'

/** Additive: those of two turns, of two shards. */
export type Counts = Readonly<Partial<Record<Count, number>>>

/** What stands at a level over all members, of which each month keeps the change. */
export const LEVELS = ['members', 'reachable'] as const satisfies readonly Count[]

/** What a figure is told as. A share is of one, money in minor units of the target's currency. */
export type FigureUnit = 'share' | 'money' | 'number'

interface FigureForm {
  unit: FigureUnit
  /** On which side of its target it should be. */
  side: 'atLeast' | 'atMost'
  /** Which amounts it is made of. */
  amounts?: Amounts
  /** Of the counts of its month, levels included, and its amounts. Undefined: there is nothing to divide by. */
  of(counts: Counts, amountMinor: number): number | undefined
}

/** Amounts that a figure is made of: fares, or all that marketing campaigns cost. */
export type Amounts = 'spend' | 'cost'

/** The figures that can have a target. */
export const FIGURES = {
  responseRate: { unit: 'share', side: 'atLeast', of: ({ responses, sent }) => per(responses, sent) },
  reachable: { unit: 'share', side: 'atLeast', of: ({ reachable, members }) => per(reachable, members) },
  spendPerMember: {
    unit: 'money',
    side: 'atLeast',
    amounts: 'spend',
    of: ({ members }, spend) => per(spend, members),
  },
  costPerMail: {
    unit: 'money',
    side: 'atMost',
    amounts: 'cost',
    of: ({ sent }, cost) => per(cost, sent),
  },
  costPerReturn: {
    unit: 'money',
    side: 'atMost',
    amounts: 'cost',
    of: ({ returns }, cost) => per(cost, returns),
  },
  nps: {
    unit: 'number',
    side: 'atLeast',
    of: ({ npsPromoters = 0, npsDetractors = 0, npsAnswers }) => per(100 * (npsPromoters - npsDetractors), npsAnswers),
  },
  complaintsAnswered: {
    unit: 'share',
    side: 'atLeast',
    of: ({ answeredIn24h, complaints }) => per(answeredIn24h, complaints),
  },
} as const satisfies Record<string, FigureForm>

export type FigureName = keyof typeof FIGURES
export const FIGURE_NAMES = Object.keys(FIGURES) as FigureName[]

export function figureOf(name: FigureName): FigureForm {
  return FIGURES[name]
}

function per(some = 0, all = 0): number | undefined {
  return all > 0 ? some / all : undefined
}
