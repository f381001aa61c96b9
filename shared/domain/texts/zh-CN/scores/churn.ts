import type { churn as en } from '../../en/scores/churn.ts'
import { explain } from '../explain.ts'

export const churn: typeof en = {
  nothingAfter: '截止日之后没有事件，看不出谁回来了',
  nothingAfterHint: '请用更早的 --cutoff，或加入其后的事件',
  nobody: '截止日之前没有任何会员的飞行记录',
  tooFew: ({ lost, stayed, least }) => `${lost} 名会员未再飞行，${stayed} 名再次飞行：两者各至少需 ${least} 名`,
  looked: ({ members, cutoff, days, lost }) =>
    `${members} 名会员在 ${cutoff} 之前飞过，其中 ${lost} 名在其后 ${days} 天内未飞。`,
  neverFlew: ({ members }) => `${members} 名会员此前未飞，未计入。`,
  objected: ({ members }) => `${members} 名会员反对评分，未计入。`,
  balances: ({ balances }) => `${balances} 条期初余额的日期晚于截止日，会泄露结果，未采用。`,
  bad: ({ lines }) => `${lines} 行不是有效事件，未计入。`,
  heads: ['均在未参与学习的会员上评估', 'AUC', '对数损失'],
  score: '评分',
  baselines: { recency: '仅用距上次飞行的时间', alive: '仅用活跃概率', constant: '所有人相同' },
  within: ({ auc, logLoss }) => `评分的 95 % 区间：AUC ${auc}，对数损失 ${logLoss}`,
  betterBy: ({ name, range, isBetter, isWorse }) =>
    `与“${name}”相比：${isBetter ? '更好' : isWorse ? '更差' : '差异未超出偶然'}（对数损失低 ${range}）。`,
  beatsAll: '评分优于全部三个基准。',
  beatsNotAll: '评分未能优于全部三个基准：请改用其中最好的一个。',
  calibrationHeads: ['预测', '实际', '会员数'],
  weights: '权重（每一个标准差对应的对数几率）：',
  intercept: '截距',
  written: ({ out, version }) => `已写入 ${out}，版本 ${version}。`,
  features: explain.features,
}
