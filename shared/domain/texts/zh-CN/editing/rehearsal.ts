import type { rehearsal as en } from '../../en/editing/rehearsal.ts'

export const rehearsal: typeof en = {
  title: '如果当时已生效',
  about: (days, looked, members) =>
    looked === members
      ? `最近 ${days} 天，全部 ${members} 名会员。`
      : `最近 ${days} 天，由 ${members} 名会员中的 ${looked} 名推算。括号内为 95% 置信区间。`,
  counting: '正在预演……',
  first: '初步结果（十分之一样本）……',
  done: '预演完成',
  problems: '问题解决后即可预演。',
  noSample: '还没有历史样本。样本每晚抽取。',
  campaign: '活动',
  isNew: '新增',
  differs: '与当前版本不同',
  same: '与当前版本相同',
  noCampaign: '没有受影响的活动。',
  figure: '推算至全体会员',
  draft: '本草稿',
  live: '当前版本',
  more: '差异',
  entered: '进入',
  got: '触达',
  heldOut: '对照组',
  cost: '成本',
  stops: '未触达的原因',
  stop: '规则',
  noStops: '没有会员被拦下。',
  days: '每日进入人数',
  daysTable: '每日数据',
  day: '日期',
  inside: '进入的会员',
  outside: '差一点进入的会员及原因',
  nobodyInside: '样本中无人进入。',
  nobodyOutside: '样本中没有接近条件的会员。',
  otherwise: (what) => `满足以下条件即可进入：${what}`,
}
