import type { briefing as en } from '../../en/scores/briefing.ts'
import { cabins } from '../cabins.ts'

export const briefing: typeof en = {
  nobody: ({ flight, date }) => `${date} 的 ${flight} 上没有会员预订。`,
  leg: ({ flight, route, departs }) => `${flight} ${route}，${departs} 起飞`,
  cabins,
  cabin: ({ cabin, members, shown }) =>
    shown < members ? `${cabin}：${members} 名会员，列出前 ${shown} 名` : `${cabin}：${members} 名会员`,
  heads: ['姓名', '卡号', '等级', '价值', '流失风险', '偏好', '最近一次不愉快', '此后已补偿'],
  values: { high: '高价值', potential: '潜力', ordinary: '普通' },
  troubles: {
    delay: '航班延误',
    cancellation: '航班取消',
    diversion: '航班备降',
    deniedBoarding: '被拒绝登机',
    downgrade: '被降舱',
    baggageDelay: '行李延误',
    complaint: '投诉',
  },
  complaint: ({ category, isOpen }) => `投诉（${category}${isOpen ? '，未结案' : ''}）`,
  trouble: ({ what, minutes, on, flight }) =>
    [on, flight, minutes ? `${what} ${minutes} 分钟` : what].filter(Boolean).join(' '),
  nothing: '无',
  foot: ({ asOf, zone, churn }) => `数据截至 ${asOf}（${zone}）；流失模型 ${churn}。仅供本航班机组使用，航后销毁。`,
}
