import type { plan as en } from '../en/plan.ts'

export const plan: typeof en = {
  title: ({ perMonth, rate, power }) =>
    `每月 ${perMonth} 名会员，其中 ${rate} 本来就会达成目标。“能看出”指 ${power} 的同类活动会发现该效果。`,
  rehearsed: ({ members, days, over, goals }) =>
    `演练 ${days} 天：将有 ${members} 名会员进入。${
      over === 0
        ? '到最后一个事件为止，尚无人已过目标期限。'
        : `其中 ${over} 名已过目标期限，${goals} 名达成目标（仅为观察，并非活动所致）。`
    }`,
  nobody: ({ campaign }) => `没有会员会进入“${campaign}”，无从规划`,
  noRate: ({ over, goals, days, window }) =>
    over === 0
      ? `无法得知会员本来的达成率：目标期限为 ${window} 天，而演练的事件只有 ${days} 天`
      : `无法得知会员本来的达成率：已过目标期限的 ${over} 名会员中有 ${goals} 名达成`,
  noRateHint: '请演练更长时间的事件，或注明没有活动时的达成率，例如 --rate 8%',
  own: (holdout) => `${holdout}（现行）`,
  holdout: '对照组',
  enough: '可判断起始',
  smallest: ({ months }) => `${months} 个月能看出的最小效果`,
  seen: (effect) => `看出 ${effect} 需到`,
  points: (value) => `${value} 个百分点`,
  month: ({ month, members }) => `第 ${month} 个月（${members} 名会员）`,
  never: '无法看出',
  notInTime: ({ years, members }) => `${years} 年内看不出（${members} 名会员）`,
  notEnough: '样本量不足',
  choose: ({ holdout, months }) => `建议选择 ${holdout}：能在 ${months} 个月内看出该效果的最小对照组。`,
  noChoice: ({ months }) => `以上对照组都无法在 ${months} 个月内看出该效果：请延长时间、扩大人群，或只关注更大的效果。`,
  wouldTake: ({ holdout, perMonth }) => `对照组为 ${holdout} 时，每月约需 ${perMonth} 名会员。`,
}
