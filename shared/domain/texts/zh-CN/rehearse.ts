import type { rehearse as en } from '../en/rehearse.ts'

export const rehearse: typeof en = {
  title: ({ members, events, seconds, duplicates, setAside }) =>
    `${members} 名会员，${events} 个事件，用时 ${seconds} 秒（重复 ${duplicates}，搁置 ${setAside}）`,
  setAside: (where, message) => `搁置 ${where}：${message}`,
  columns: ['活动', '进入', '邮件', '邀约', '补偿', '任务', '对照组会员', '等待', '离开', '费用', '承诺', '跳过原因'],
  dayColumns: ['日期', '进入', '邮件', '邀约', '补偿', '对照组', '跳过', '费用'],
  armColumns: ['分支', '进入', '邮件', '邀约', '补偿', '对照组', '达成目标'],
  audience: (id, count) => `受众 ${id}：结束时 ${count} 名会员`,
  budget: (id, spent, limit) => `预算 ${id}：已用 ${spent}，总额 ${limit}`,
  example: (campaign, memberId) => `${campaign}，例如 ${memberId}`,
  subject: '邮件',
  noMail: '没有邮件',
  changed: (count) => `${count} 名会员的待遇会不同`,
  changeColumns: ['会有何不同', '之前', '之后'],
  more: (count) => `……另有 ${count} 名，全部见 --json`,
}
