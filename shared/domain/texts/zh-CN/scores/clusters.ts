import type { clusters as en } from '../../en/scores/clusters.ts'

export const clusters: typeof en = {
  tooFew: ({ members, groups }) => `${members} 名会员无法分成 ${groups} 组`,
  members: ({ members, leftOut }) =>
    `${members} 名会员（另有 ${leftOut} 名因单元格为空未计入），按相似程度分组。中心以偏离平均值的标准差表示：`,
  head: '会员数',
  share: '占比',
  mean: '平均值',
  deviation: '标准差',
}
