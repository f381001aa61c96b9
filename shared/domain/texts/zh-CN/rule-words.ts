import { cabins } from './cabins.ts'

type Words = Readonly<Record<string, string>>

/** Fields of events, and of what is counted. One without a word is told by its own name. */
export const fieldNames: Words = {
  arrivalDelayMinutes: '到达延误（分钟）',
  departureDelayMinutes: '起飞延误（分钟）',
  delayMinutes: '延误（分钟）',
  noticeDays: '提前告知天数',
  certainty: '信息确定程度',
  cause: '原因',
  extraordinary: '非承运人原因',
  carrier: '承运人',
  flightNumber: '航班号',
  from: '出发地',
  to: '目的地',
  bookingClass: '订座舱位代码',
  fare: '票价',
  travellers: '同行人数',
  channel: '渠道',
  granted: '是否同意',
  purpose: '用途',
  source: '来源',
  satisfaction: '满意度',
  outcome: '结果',
  permanent: '永久',
  amount: '数额',
  reason: '原因',
  direction: '升降',
  team: '团队',
  language: '语言',
  text: '正文',
  comment: '意见',
  of: '对象',
}

export const soOrNot: Readonly<Record<string, { so: string; not: string }>> = {
  booking: { so: '有待飞航班', not: '没有待飞航班' },
  openComplaint: { so: '有未结投诉', not: '没有未结投诉' },
  losesTier: { so: '即将失去等级', not: '不会失去等级' },
  consent: { so: '同意营销邮件', not: '未同意营销邮件' },
  serviceMail: { so: '接收航班通知邮件', not: '不接收航班通知邮件' },
  hasEmail: { so: '有邮箱', not: '没有邮箱' },
}

const categories: Words = {
  delay: '延误',
  cancellation: '取消',
  baggage: '行李',
  crew: '机组服务',
  onboard: '客舱',
  airport: '机场服务',
  booking: '订票',
  service: '客服',
  other: '其他',
  unsure: '无法判断',
}

const troubles: Words = {
  delay: '延误',
  cancellation: '取消',
  diversion: '备降',
  deniedBoarding: '拒载',
  downgrade: '降舱',
  baggageDelay: '行李延误',
  miles: '里程',
  voucher: '代金券',
  cash: '现金',
}

/** Usual words of airlines; others are shown as they are. */
const tiers: Words = { silver: '银卡', gold: '金卡', platinum: '白金卡', diamond: '钻石卡' }

const outcomes: Words = { upheld: '投诉成立', goodwill: '关怀处理', rejected: '投诉不成立' }

const groups: Words = { high: '高价值', potential: '潜力', ordinary: '普通' }

export const valueNames: Readonly<Record<string, Words>> = {
  cabin: cabins,
  mostFlownCabin: cabins,
  category: categories,
  kind: troubles,
  valueGroup: groups,
  tier: tiers,
  earnedTier: tiers,
  lastComplaintOutcome: outcomes,
  cause: { technical: '机械故障', weather: '天气' },
  outcome: { ...outcomes, done: '已处理', notReached: '未联系上', notNeeded: '无需处理' },
  team: { service: '客服', callCentre: '呼叫中心', airport: '机场', care: '会员关怀' },
  oncePer: {
    event: '每个事件一次',
    complaint: '每起投诉一次',
    flight: '每个航班一次',
    flightNews: '每条航班动态一次',
    booking: '每个订座一次',
    year: '每年一次',
    ever: '仅一次',
  },
}
