import type { Help } from '../../en/help/index.ts'

export const setAside: Help['setAside'] = {
  summary: '未被接受的异常数据，以及原因',
  description: '无效的事件连同原因完整保存。修正之后可以重试。',
  list: {
    summary: '异常数据及其原因',
    description: '先按原因统计，再逐条列出。写 --json 则每行一条，包括完整事件。',
    options: { limit: '最多显示多少条' },
  },
  replay: {
    summary: '重试异常数据',
    description:
      '把每个事件重新送入队列。被接受的从列表中移除，其余不变。文件中不是事件的行无法重发：请修正文件后重新回放。',
  },
}
