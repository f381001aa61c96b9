import type { Help } from '../../en/help/index.ts'

export const tasks: Help['tasks'] = {
  summary: '规则转人工的工单：查看、领取、办结',
  description: '按团队列出等待处理的工单，与控制台“工单”页相同。办结时须说明结果。',
  list: {
    summary: '某个团队或全部团队的工单',
    description: '最早的在前；已办结的则最新的在前。每条均列出其他命令所需的会员卡号和工单编号。',
    options: {
      team: '只看该团队',
      state: '待处理（open）、已领取（taken）或已办结（closed）',
      limit: '最多显示多少条',
    },
  },
  take: { summary: '领取工单' },
  note: { summary: '为工单添加备注' },
  close: { summary: '办结工单并说明结果', outcome: '结果' },
  comment: '与工单一同保存，并显示在会员时间线中',
  arguments: { member: '列表中的会员卡号', task: '列表中的工单编号' },
}
