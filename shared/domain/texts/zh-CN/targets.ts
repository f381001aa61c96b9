import type { targets as en } from '../en/targets.ts'

export const targets: typeof en = {
  figures: {
    responseRate: '响应率',
    reachable: '有邮箱且已同意营销的会员占比',
    spendPerMember: '会员人均消费',
    costPerMail: '每封邮件成本',
    costPerReturn: '每次回流成本',
    nps: 'NPS 净推荐值',
    complaintsAnswered: '24 小时内答复的投诉占比',
  },
  figure: '指标',
  owner: '负责人',
  target: '目标',
  soFar: (month) => `${month}（截至目前）`,
  none: '当前规则集没有设定目标。请写入 targets.yaml，说明见 docs/marketers/README.zh-CN.md。',
  leftOut: ({ figure, currencies }) => `“${figure}”未计入以下币种的金额：${currencies}。`,
  unvalued: ({ figure, cabins }) => `“${figure}”未计入会员接受的升舱（${cabins}）：measure: upgrades 没有写明其价值。`,
  foot: '✓ 达标，✗ 未达标，- 无法计算。各指标的统计口径见 docs/results.zh-CN.md。',
}
