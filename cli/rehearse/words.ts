import type { Language } from '../../shared/domain/words/index.ts'

/** What a rehearsal's report says beside its figures. */
export interface ReportWords {
  title(of: { members: string; events: string; seconds: number; duplicates: string; setAside: string }): string
  setAside(where: string, message: string): string
  columns: readonly string[]
  dayColumns: readonly string[]
  armColumns: readonly string[]
  audience(id: string, count: string): string
  budget(id: string, spent: string, limit: string): string
  example(campaign: string, memberId: string): string
  subject: string
  noMail: string
  changed(count: string): string
  changeColumns: readonly string[]
  more(count: string): string
}

const en: ReportWords = {
  title: ({ members, events, seconds, duplicates, setAside }) =>
    `${members} members, ${events} events in ${seconds} s (${duplicates} duplicates, ${setAside} set aside)`,
  setAside: (where, message) => `set aside ${where}: ${message}`,
  columns: [
    'campaign',
    'entered',
    'mails',
    'offers',
    'grants',
    'tasks',
    'members held out',
    'wait',
    'exited',
    'cost',
    'promised',
    'skipped by',
  ],
  dayColumns: ['day', 'entered', 'mails', 'offers', 'grants', 'held out', 'skipped', 'cost'],
  armColumns: ['arm', 'took it', 'mails', 'offers', 'grants', 'held out', 'goals'],
  audience: (id, count) => `audience ${id}: ${count} members at the end`,
  budget: (id, spent, limit) => `budget ${id}: ${spent} of ${limit}`,
  example: (campaign, memberId) => `${campaign}, for example ${memberId}`,
  subject: 'the mail',
  noMail: 'no mail',
  changed: (count) => `${count} members would be treated otherwise`,
  changeColumns: ['what would change', 'before', 'after'],
  more: (count) => `… and ${count} more, all with --json`,
}

const zhCN: ReportWords = {
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

export const reportWords: Record<Language, ReportWords> = { en, 'zh-CN': zhCN }
