import type { Help } from '../../en/help/index.ts'

export const tasks: Help['tasks'] = {
  summary: '规则交给人处理的任务：查看、领取、完成',
  description: '按团队列出等待人工处理的任务，与控制台“任务”页相同。完成任务时须说明结果。',
  list: {
    summary: '某个团队或全部团队的任务',
    description: '最早的在前；已完成的则最新的在前。每条均列出其他命令所需的会员卡号和任务编号。',
    options: {
      team: '只看该团队',
      state: '待处理（open）、已领取（taken）或已完成（closed）',
      limit: '最多显示多少条',
    },
  },
  take: { summary: '领取任务' },
  note: { summary: '为任务添加备注' },
  close: { summary: '完成任务并说明结果', outcome: '结果' },
  comment: '与任务一同保存，并显示在会员时间线中',
  arguments: { member: '列表中的会员卡号', task: '列表中的任务编号' },
}
