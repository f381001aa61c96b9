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
}

export const serviceTaskWords = { en, zhCN }
