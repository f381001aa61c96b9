import type { evaluate as en } from '../../en/help/evaluate.ts'

export const evaluate: typeof en = {
  summary: '评分在自有会员上有多准，并与简单基准对比',
  description:
    '按某一日期时的已知情况看会员，再看其后的行为。每名会员的评分都从其他会员学得，因此是在未见过的人身上评估；用 --model 则按原样' +
    '评估该模型。该日期之后的信息只用于判断结果。无需运行 Wingback；各数值含义见 docs/scores.zh-CN.md。',
  options: {
    score: '评估哪个评分',
    members: '.jsonl 或 .jsonl.gz：会员（事件）',
    events: '.jsonl 或 .jsonl.gz：该日期之前和之后发生的事件',
    cutoff: '截止日：会员情况截至此日，结果在其后（2026-07-01，或 ISO 8601）',
    within: '其后多少天算数，例如 180（默认：到最后一个事件）',
    model: '.json：评估此模型，而不另行学习',
  },
  notDays: '须为天数，例如 180。',
}
