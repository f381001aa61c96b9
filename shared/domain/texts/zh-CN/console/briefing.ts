import type { briefing as en } from '../../en/console/briefing.ts'

export const briefing: typeof en = {
  title: '机组简报',
  titleOf: ({ flight, date }) => `机组简报 ${flight}，${date}`,
  begin: '机组应当认出的会员，按舱位列出，并注明最近一次不愉快和已做的补救。',
  flight: '航班号',
  date: '起飞日期（始发地当地）',
  atMost: '每舱人数',
  show: '查看',
  print: '打印',
  noRight: '简报含有姓名，查看需要个人信息权限。',
  counts: ({ highValue, unanswered }) => `高价值 ${highValue} 名，最近一次不愉快尚未补救 ${unanswered} 名`,
}
