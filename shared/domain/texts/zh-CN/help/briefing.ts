import type { briefing as en } from '../../en/help/briefing.ts'

export const briefing: typeof en = {
  summary: '某航班上机组应当认识的会员',
  description:
    '按航段和舱位列出：姓名、等级、流失风险、偏好、一年内最近一次不愉快，以及此后的补偿。先列出尚未得到处理的会员，再按飞行多少排列。' +
    '内容含个人数据。按会员预订时的航班号查找。',
  arguments: { flight: '航空公司代码和航班号，例如 CA123', date: '始发地的计划日期，例如 2026-10-20' },
  options: { atMost: '每个舱位列出的人数' },
}
