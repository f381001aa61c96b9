import type { tickets as english } from '../en/tickets.ts'

export const tickets: typeof english = {
  opened: (team, title) => `Wingback 已为${team}创建工单：${title}`,
  closed: (outcome) => `Wingback 工单已办结：${outcome}`,
  teams: { service: '客服', callCentre: '呼叫中心', airport: '机场', care: '会员关怀' },
  outcomes: { done: '已处理', notReached: '未联系上会员', notNeeded: '无需处理' },
}
