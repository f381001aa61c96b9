import type { WordsIn } from '../../texts/about.ts'

const en = {
  name: 'statutory compensation',
  reasons: {},
  step: {
    entitlement: 'entitlement: what the law owes, in money',
  },
  events: {},
}

const zhCN: WordsIn<typeof en> = {
  name: '法定补偿',
  reasons: {},
  step: {
    entitlement: '法定补偿 现金',
  },
  events: {},
}

export const entitlementWords = { en, zhCN }
