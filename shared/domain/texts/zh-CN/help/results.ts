import type { Help } from '../../en/help/index.ts'

export const results: Help['results'] = {
  summary: '活动带来了多少收益（与对照组相比）',
  description:
    '每个或某个活动的目标达成与净收益（扣除成本）：与对照组的差异及其区间（无论查看多少次都成立）、是否足以下结论；' +
    '并首先检查对照组人数是否正常。会员在其目标统计期结束后计入。各数字的含义见 docs/results.zh-CN.md。',
  campaign: '单个活动的全部数字；“all”为全部营销的对照组',
  options: {
    from: '只看自该日起进入的会员，如 2026-09-01',
    to: '只看截至该日进入的会员',
    by: '分部分查看，各部分分摊显著性水平',
    csv: '写入表格文件',
    recount: '从会员数据重新计数，精确比对到分，并纠正不一致之处',
    demo: '虚构的一年、四个活动；无需运行 Wingback',
  },
}
