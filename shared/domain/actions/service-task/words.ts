import { happening, type WordsIn } from '../../texts/about.ts'
import { spelled } from '../../texts/en/amounts.ts'
import { spelled as spelledZh } from '../../texts/zh-CN/amounts.ts'

const en = {
  name: 'service task',
  reasons: {
    task: happening({
      opened: 'a service task was opened',
    }),
  },
  step: {
    task: (title: string) => `task for staff: ${title}`,
    within: (time: string) => `within ${spelled(time)}`,
  },
  events: {
    'task.opened': 'Task opened',
    'task.taken': 'Task taken',
    'task.noted': 'Note on a task',
    'task.closed': 'Task closed',
    'task.overdue': 'Task overdue',
  },
}

const zhCN: WordsIn<typeof en> = {
  name: '客服工单',
  reasons: {
    task: {
      reasons: {
        opened: '已转人工（客服工单）',
      },
    },
  },
  step: {
    task: (title) => `工单 ${title}`,
    within: (time) => `${spelledZh(time)}内办结`,
  },
  events: {
    'task.opened': '工单已创建',
    'task.taken': '工单已领取',
    'task.noted': '工单备注',
    'task.closed': '工单已办结',
    'task.overdue': '工单逾期',
  },
}

export const serviceTaskWords = { en, zhCN }
