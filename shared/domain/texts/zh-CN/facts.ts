import type { FactName } from '../../audience/facts/index.ts'
import type { facts as en } from '../en/facts.ts'

/** A short name of each fact. */
const labels = {
  tier: '会员等级',
  gender: '性别',
  locale: '语言',
  homeAirport: '常用机场',
  companyId: '协议企业',
  timeZone: '时区',
  preference: '偏好',
  age: '年龄',
  memberFor: '入会时长',
  birthday: '距生日',
  memberAnniversary: '距入会周年日',
  birthDate: '出生日期',
  enrolledOn: '入会日期',
  hasEmail: '有邮箱',
  consent: '同意营销邮件',
  serviceMail: '接收服务邮件',
  averageDiscount: '平均折扣',
  flights: '航班数',
  flightsSinceOpening: '期初以来航班数',
  distanceKm: '飞行里程（公里）',
  spend: '机票消费',
  lastFlight: '距上次飞行',
  mostFlownRoute: '最常飞航线',
  mostFlownCabin: '最常乘舱位',
  bookings: '预订数',
  booking: '待飞航班数',
  lastBooking: '距上次预订',
  disruptions: '不正常航班数',
  worstDelayMinutes: '最长延误（分钟）',
  lastDisruption: '距上次不正常航班',
  complaints: '投诉数',
  openComplaint: '未结投诉数',
  lastComplaint: '距上次投诉',
  lastComplaintOutcome: '上次投诉结果',
  complaintSatisfaction: '投诉处理满意度',
  nps: '推荐意愿',
  surveyRating: '问卷评分',
  offers: '升舱优惠数',
  compensations: '补偿次数',
  lastMail: '距上封邮件',
  lastMessage: '距上条消息',
} as const satisfies Record<FactName, string>

/** Words of a rule, and how they are read. */
const words: Readonly<Record<string, string>> = {
  ...labels,
  audience: '人群',
  cabin: '舱位',
  route: '航线',
  severity: '严重程度',
  category: '类别',
  kind: '类型',
  event: '事件',
  happened: '发生',
  chance: '随机比例',
  where: '其中',
  inLast: '最近',
  within: '未来',
  between: '介于',
  during: '期间',
  currency: '币种',
  atLeast: '至少',
  atMost: '至多',
  above: '高于',
  below: '低于',
  before: '早于',
  after: '晚于',
  is: '为',
  isNot: '不为',
  not: '不是',
  in: '属于',
  notIn: '不属于',
  and: '且',
  or: '或',
  present: '有',
  absent: '无',
}

const values: Readonly<Record<string, string>> = { true: '是', false: '否' }
const durations: Readonly<Record<string, string>> = { d: '天', h: '小时', m: '分钟' }

/** `180d` is 180 天, 12000 is 12,000. */
function word(text: string): string {
  if (Object.hasOwn(words, text)) return words[text]!
  const [, count, unit] = /^(\d+)([dhm]?)$/.exec(text) ?? []
  if (count === undefined) return text
  return unit ? `${count} ${durations[unit]}` : Number(count).toLocaleString('en-US')
}

export const facts: typeof en = {
  rule: (text) => text.replace('not present', 'absent').split(' ').map(word).join(' '),
  value: (value) => values[value] ?? word(value),
  none: '无',
  and: '，且',
  or: ' 或 ',
  oneOf: (values) => values,
  noneOf: (values) => `不是 ${values}`,
  present: '有',
  absent: '无',
  atLeast: (value) => `至少 ${value}`,
  above: (value) => `高于 ${value}`,
  atMost: (value) => `至多 ${value}`,
  below: (value) => `低于 ${value}`,
  between: (from, to) => `${from} 至 ${to}`,
  exactly: (value) => value,
  change: ({ fact, to, was, by }) => `${fact} ${to}（当时为 ${was}${by === undefined ? '' : `，相差 ${by}`}）`,
}
