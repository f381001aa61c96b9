import type { tasks as en } from '../../en/console/tasks.ts'

export const tasks: typeof en = {
  title: '工单',
  about: '规则为人工创建的工单：领取、备注、办结',
  needsRight: '工单涉及会员信息，查看需要个人信息权限。',
  list: '工单',
  none: '该团队在此状态下没有工单。活动步骤 serviceTask 会创建工单，并指定团队。',
  team: '团队',
  teams: { service: '客服', callCentre: '呼叫中心', airport: '机场', care: '会员关怀' },
  state: '状态',
  states: { open: '待领取', taken: '处理中', closed: '已办结' },
  opened: '创建时间',
  task: '工单',
  open: (title, time) => `打开 ${title}，${time}`,
  member: '会员',
  campaign: '活动',
  with: '最近处理人',
  due: '办结时限',
  overdue: '已逾期',
  closedLate: '逾期办结',
  took: '用时',
  duration: (minutes) => {
    if (minutes < 60) return `${minutes} 分钟`
    const hours = Math.round(minutes / 60)
    return hours < 48 ? `${hours} 小时` : `${Math.round(hours / 24)} 天`
  },
  did: { taken: '领取', noted: '备注', closed: '办结' },
  isClosed: '此工单已办结。',
  comment: '备注',
  commentHow: '随工单保存，并显示在会员时间线中。',
  outcome: '处理结果',
  outcomes: { done: '已处理', notReached: '未联系上', notNeeded: '无需处理' },
  take: '领取',
  note: '添加备注',
  close: '办结工单',
}
