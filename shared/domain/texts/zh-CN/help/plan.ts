import type { Help } from '../../en/help/index.ts'

export const plan: Help['plan'] = {
  errors: { share: '应为大于 0、小于 100 % 的比例，例如 8.9%。', amount: '应为大于 0 的金额。' },
  summary: '对照组要多大、多久才能看出效果',
  description:
    '活动开始之前：何时数据足以下结论，能发现的最小效果，以及应选多大的对照组。可以使用您自己的数字，或来自活动的演练。' +
    '“能发现”指五次这样的活动中有四次会发现，所用 95 % 区间在每次查看时都成立。无需运行 Wingback；计算方法见 docs/results.zh-CN.md。',
  arguments: {
    campaign: '规则集中的活动：通过演练得出进入人数，以及不做活动时的达成率',
    dir: 'wingback.yaml 所在的文件夹',
  },
  options: {
    members: '用于演练，.jsonl 或 .jsonl.gz：起始会员',
    events: '用于演练，.jsonl 或 .jsonl.gz：历史事件',
    perMonth: '每月进入的人数，包括对照组',
    rate: '不做活动时达成目标的比例，例如 8.9%',
    months: '活动持续几个月',
    holdout: '只看这一种对照组比例（默认：5、10、20、30、50 %）',
    effect: '值得发现的最小效果：2%，即百分点；与 --deviation 同用时为金额（默认：规则中的 minimumEffect）',
    deviation: '金额类结果：每名会员收入的标准差，包括没有收入的会员',
  },
}
