import type { Help } from '../../en/help/index.ts'

export const rehearse: Help['rehearse'] = {
  summary: '用历史事件检验规则集会做什么；不发送任何内容',
  description:
    '用与线上相同的程序，在虚拟时间和内存中对事件文件运行规则集：谁会进入、得到什么、等待、被哪项检查跳过或在对照组，以及花费多少。不发送任何内容，无需运行 Wingback。',
  arguments: { dir: 'wingback.yaml 所在的文件夹' },
  options: {
    members: '.jsonl 或 .jsonl.gz：起始会员，事件或 `export` 的结果',
    events: '.jsonl 或 .jsonl.gz：历史事件',
    from: '从此时刻开始决策；更早的事件只作为历史（2026-10-01 或 ISO 8601）',
    to: '在此时刻结束',
    campaign: '只报告此活动；其他活动照常运行',
    against: '另一个规则集，或 `live`：逐个会员列出变化',
  },
}
