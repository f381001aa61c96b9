import type { Help } from '../../en/help/index.ts'

export const lift: Help['lift'] = {
  errors: {
    perArm: '应写作 ARM=AMOUNT。',
    share: '比例应大于 0。',
    number: (found) => `“${found}”不是数字，例如 0.15。`,
  },
  summary: '根据实验数据文件计算效果',
  description:
    '把每个组与对照组比较：差异及其区间（无论看多少次都成立）、结论是否可信，以及首先各组人数是否符合设定。' +
    '任何“每名会员一行”的文件都可以。无需运行 Wingback；各项数字的含义见 docs/results.zh-CN.md。',
  arguments: { file: '.csv 或 .csv.gz，UTF-8，第一行为列名' },
  options: {
    arm: '标明会员所在组的列',
    control: '该列中代表对照组的值',
    outcome: '结果列：数字，或是与否；多列用逗号分隔',
    before: '实验之前已知的数字，例如去年的消费：可以缩小区间',
    cost: '某组每名会员的成本',
    value: '每一单位结果的价值，用于计算净效果；有多列结果时写 COLUMN=AMOUNT',
    share: '某组应有的人数比例，例如 90；每组写一次（默认：各组相同）',
    planned: '会员数达到多少时区间最窄：请在查看结果之前确定',
    missing: '缺失值如何处理（默认：拒绝该文件）',
    summary: '.json：用汇总数代替会员：{"cases": [{id, test, a, b, diff}]}',
  },
}
