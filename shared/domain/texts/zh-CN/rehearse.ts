import type { rehearse as en } from '../en/rehearse.ts'
import { inChinese } from './elsewhere.ts'

export const rehearse: typeof en = {
  title: ({ members, events, seconds, duplicates, setAside }) =>
    `${members} 名会员，${events} 个事件，用时 ${seconds} 秒（重复 ${duplicates}，异常 ${setAside}）`,
  setAside: (where, message) => `异常数据 ${where}：${inChinese(message)}`,
  columns: [
    '活动',
    '进入',
    '发送',
    '升舱优惠',
    '补偿',
    '工单',
    '对照组会员',
    '等待',
    '退出',
    '费用',
    '已发放',
    '跳过原因',
  ],
  dayColumns: ['日期', '进入', '发送', '升舱优惠', '补偿', '对照组', '跳过', '费用'],
  armColumns: ['分组', '进入', '发送', '升舱优惠', '补偿', '对照组', '达成目标'],
  entered: '“进入”按次数计。`wingback results` 每位会员只计一次，且只计通过其他各项检查、已分组的会员。',
  observed: '会员在目标期限内的行为：只是观察，并非活动所致，因为演练中没有人收到任何东西。',
  reached: ({ goals, over }) => `${over} 名中 ${goals} 名达成目标`,
  audience: (id, count) => `人群 ${id}：期末 ${count} 名会员`,
  budget: (id, spent, limit) => `预算 ${id}：已用 ${spent}，总额 ${limit}`,
  example: (campaign, memberId) => `${campaign}，例如 ${memberId}`,
  subject: (subject) => `邮件：${subject}`,
  changed: (count) => `${count} 名会员的结果会不同`,
  changeColumns: ['变化', '之前', '之后'],
  more: (count) => `……另有 ${count} 名，加 --json 查看全部`,
}
