import type { FactName } from '../audience/facts/index.ts'

/** A short name of each fact, in English as it stands in a sentence. Both languages are here: a new fact is one line. */
const names = {
  tier: ['tier', '会员等级'],
  gender: ['gender', '性别'],
  locale: ['language', '语言'],
  homeAirport: ['home airport', '常用机场'],
  companyId: ['company', '协议企业'],
  timeZone: ['time zone', '时区'],
  preference: ['preference', '偏好'],
  age: ['age', '年龄'],
  memberFor: ['member for', '入会时长'],
  birthday: ['birthday', '距生日'],
  memberAnniversary: ['anniversary of enrolment', '距入会周年日'],
  birthDate: ['date of birth', '出生日期'],
  enrolledOn: ['enrolled', '入会日期'],
  hasEmail: ['email address known', '有邮箱'],
  consent: ['agreed to marketing email', '同意营销邮件'],
  serviceMail: ['takes email about own flights', '接收服务邮件'],
  averageDiscount: ['average discount', '平均折扣'],
  flights: ['flights', '航班数'],
  flightsSinceOpening: ['flights since the opening balance', '期初以来航班数'],
  distanceKm: ['kilometres flown', '飞行里程（公里）'],
  spend: ['spent on tickets', '机票消费'],
  lastFlight: ['last flight', '距上次飞行'],
  mostFlownRoute: ['most flown route', '最常飞航线'],
  mostFlownCabin: ['most flown cabin', '最常乘舱位'],
  bookings: ['bookings', '预订数'],
  booking: ['flights booked', '待飞航班数'],
  lastBooking: ['last booking', '距上次预订'],
  disruptions: ['disrupted flights', '不正常航班数'],
  worstDelayMinutes: ['worst delay in minutes', '最长延误（分钟）'],
  lastDisruption: ['last disrupted flight', '距上次不正常航班'],
  complaints: ['complaints', '投诉数'],
  openComplaint: ['open complaints', '未结投诉数'],
  lastComplaint: ['last complaint', '距上次投诉'],
  lastComplaintOutcome: ['outcome of the last complaint', '上次投诉结果'],
  complaintSatisfaction: ['satisfaction with the answer to a complaint', '投诉处理满意度'],
  nps: ['mark of recommendation (0 to 10)', '推荐意愿'],
  surveyRating: ['rating in surveys', '问卷评分'],
  lowestTopic: ['topic rated lowest', '最不满意的项目'],
  offers: ['upgrade offers', '升舱优惠数'],
  compensations: ['compensations', '补偿次数'],
  lastMail: ['last email', '距上封邮件'],
  lastMessage: ['last message', '距上条消息'],
  churnRisk: ['risk of leaving', '流失风险'],
  alive: ['probability of still flying with us', '活跃概率'],
  expectedFlights: ['flights expected in the next year', '预计未来一年航班数'],
  lifetimeValue: ['spend expected in the next year', '预计未来一年消费'],
  tierScore: ['tier score', '等级得分'],
  earnedTier: ['tier earned by flying', '应得等级'],
  flightsToTier: ['flights missing for a tier', '距某等级尚缺航班数'],
  losesTier: ['loses the tier', '即将失去等级'],
  companyClass: ['class of the company', '协议企业类别'],
  valueGroup: ['value', '会员价值'],
  upgradePropensity: ['likelihood of taking an upgrade', '接受升舱的概率'],
  usualWeekday: ['usual weekday', '常出发的星期'],
  usualLeadDays: ['days usually booked ahead', '通常提前预订天数'],
  usualCompanions: ['usual number of companions', '通常同行人数'],
} as const satisfies Record<FactName, readonly [english: string, chinese: string]>

export const en = namesIn(0)
export const zhCN = namesIn(1)

function namesIn(language: 0 | 1): Record<FactName, string> {
  const entries = Object.entries(names).map(([fact, of]) => [fact, of[language]])
  return Object.fromEntries(entries) as ReturnType<typeof namesIn>
}
