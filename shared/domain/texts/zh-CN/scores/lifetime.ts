import type { lifetime as en } from '../../en/scores/lifetime.ts'

export const lifetime: typeof en = {
  tooFew: ({ least }) => `会员太少，无法学习：截止日之前飞过两次以上、其后飞过、其后未飞的会员，各至少需 ${least} 名`,
  notConverged: '参数搜索未收敛：会员太少或过于相似。未写出模型',
  looked: ({ members, cutoff, days, returned }) =>
    `${members} 名会员在 ${cutoff} 之前飞过，其中 ${returned} 名在其后 ${days} 天内飞行。仅用截止日之前的信息学习。`,
  heads: ['未来时段内每名会员的航班数', '偏差（0 为完全准确）'],
  model: 'BG/NBD',
  baselines: { pace: '所有人按各自原有频率继续飞行（NBD）', constant: '所有人频率相同' },
  within: ({ range }) => `模型的 95 % 区间：${range}`,
  betterBy: ({ name, range, isBetter, isWorse }) =>
    `与“${name}”相比：${isBetter ? '更好' : isWorse ? '更差' : '差异未超出偶然'}（偏差低 ${range}）。`,
  beatsBoth: '模型优于两个基准。',
  beatsNotBoth: '模型未能优于两个基准：请勿使用。',
  check: ({ members, bgNbd, paretoNbd }) =>
    `以 Pareto/NBD 核对其中 ${members} 名：预计每人 ${paretoNbd} 个航班，BG/NBD 预计 ${bgNbd} 个。`,
  calibrationHeads: ['会员数', '预计航班', '实际航班'],
  moneyHeads: (currency) => [`预计 ${currency}`, '实付'],
  all: '全部',
  noMoney: '票款记录太少或差异过大，未估计消费。',
  visits: (parameters) => `航班（BG/NBD，以天计）：${parameters}`,
  spend: (parameters) => `票款（Gamma-Gamma）：${parameters}`,
}
