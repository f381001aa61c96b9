import type { Help } from '../../en/help/index.ts'

export const status: Help['status'] = {
  summary: 'Wingback 的现状与所做的事',
  description:
    '显示会员、事件、各操作的结果、队列、待处理操作和暂停。计数随事件处理更新；--recount 重新统计全部数据并更正计数（本机）。',
  options: { recount: '先重新统计全部数据，并更正计数' },
}
