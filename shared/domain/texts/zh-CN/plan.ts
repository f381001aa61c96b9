import type { plan as en } from '../en/plan.ts'

export const plan: typeof en = {
  title: ({ perMonth, rate, power }) =>
    `每月 ${perMonth} 名会员，其中 ${rate} 本来就会达成目标。“能看出”指 ${power} 的同类活动会发现该效果。`,
  holdout: '对照组',
  enough: '可判断起始',
  smallest: ({ months }) => `${months} 个月能看出的最小效果`,
  seen: (effect) => `看出 ${effect} 需到`,
  points: (value) => `${value} 个百分点`,
  month: ({ month, members }) => `第 ${month} 个月（${members} 名会员）`,
  never: '无法看出',
  notEnough: '样本量不足',
  choose: ({ holdout, months }) => `建议选择 ${holdout}：能在 ${months} 个月内看出该效果的最小对照组。`,
  noChoice: ({ months }) => `以上对照组都无法在 ${months} 个月内看出该效果：请延长时间、扩大人群，或只关注更大的效果。`,
}
