import type { Param } from '../types.ts'

/** Until when something of a tier is asked about. */
export const aheadUntil = {
  inNext: {
    kind: 'within',
    description: { en: 'within this time from now, such as 90d', 'zh-CN': '从现在起这段时间内，例如 90d' },
  },
  during: {
    kind: 'duringAhead',
    description: {
      en: 'in this week, month, quarter, half-year or year, or the next one: this year, next quarter',
      'zh-CN': '在本（this）或下一（next）周、月、季度、半年、年内，例如 this year、next quarter',
    },
  },
} as const satisfies Record<string, Param>
