import type { Help } from '../../en/help/index.ts'

export const targets: Help['targets'] = {
  summary: '各项指标的月度数字与目标的对比',
  description:
    '响应率、有邮箱且已同意营销的会员、人均消费、每封邮件和每次回流的成本、NPS、24 小时内答复的投诉：' +
    '凡在当前规则集的 targets.yaml 中设有目标的，逐月列出，并注明负责人。',
  options: {
    from: '起始月份，如 2026-04（默认最近六个月）',
    to: '结束月份（默认本月）',
    csv: '写入表格文件',
  },
}
