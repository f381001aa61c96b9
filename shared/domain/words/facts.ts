import type { FactName } from '../audience/facts/index.ts'
import type { Scalar } from '../audience/matcher.ts'
import type { Target } from '../audience/options.ts'
import type { Change } from '../audience/turn.ts'
import type { Language } from './language.ts'

/** A short name of each fact in Chinese. In English it is called as the rules call it. */
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
  flightsSinceOpening: '期初后航班数',
  distanceKm: '飞行公里数',
  spend: '票款',
  lastFlight: '距上次飞行',
  mostFlownRoute: '最常飞航线',
  mostFlownCabin: '最常乘舱位',
  bookings: '预订数',
  booking: '待飞航班数',
  lastBooking: '距上次预订',
  disruptions: '不正常航班数',
  worstDelayMinutes: '最长延误分钟',
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
} as const satisfies Record<FactName, string>

interface FactWords {
  /** Words of a rule, and how they are read. */
  rule: Readonly<Record<string, string>>
  values: Readonly<Record<string, string>>
  none: string
  /** Between the last two of a list. */
  or: string
  oneOf(values: string): string
  noneOf(values: string): string
  present: string
  absent: string
  atLeast(value: string): string
  above(value: string): string
  atMost(value: string): string
  below(value: string): string
  between(from: string, to: string): string
  exactly(value: string): string
  was(value: string): string
  by(value: string): string
}

const english: FactWords = {
  /** As the rules say it. */
  rule: {},
  values: {},
  none: 'not known',
  or: ' or ',
  oneOf: (values) => values,
  noneOf: (values) => `anything but ${values}`,
  present: 'known',
  absent: 'not known',
  atLeast: (value) => `at least ${value}`,
  above: (value) => `above ${value}`,
  atMost: (value) => `at most ${value}`,
  below: (value) => `below ${value}`,
  between: (from, to) => `${from} to ${to}`,
  exactly: (value) => value,
  was: (value) => `it was ${value}`,
  by: (value) => `${value} away`,
}

const chinese: FactWords = {
  rule: {
    ...labels,
    audience: '受众',
    event: '事件',
    happened: '发生',
    chance: '抽签',
    where: '其中',
    inLast: '最近',
    within: '之内',
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
    not: '并非',
    in: '属于',
    notIn: '不属于',
    and: '且',
    or: '或',
    present: '已知',
    absent: '未知',
  },
  values: { true: '是', false: '否' },
  none: '未知',
  or: '或',
  oneOf: (values) => values,
  noneOf: (values) => `${values}以外`,
  present: '已知',
  absent: '未知',
  atLeast: (value) => `至少 ${value}`,
  above: (value) => `高于 ${value}`,
  atMost: (value) => `至多 ${value}`,
  below: (value) => `低于 ${value}`,
  between: (from, to) => `${from} 至 ${to}`,
  exactly: (value) => value,
  was: (value) => `当时为 ${value}`,
  by: (value) => `相差 ${value}`,
}

const tables: Record<Language, FactWords> = { en: english, 'zh-CN': chinese }

/** A fact, or what is asked of it, as it stands in a rule: in words. */
export function ruleText(text: string, language: Language): string {
  const { rule } = tables[language]
  return text
    .split(' ')
    .map((word) => (Object.hasOwn(rule, word) ? rule[word] : word))
    .join(' ')
}

export function valueText(value: Scalar | null, language: Language): string {
  const { values, none } = tables[language]
  return value === null ? none : (values[String(value)] ?? String(value))
}

/** `tier gold or platinum (it was silver)`. */
export function changeText({ fact, was, to, by }: Change, language: Language): string {
  const words = tables[language]
  const before = words.was(valueText(was, language))
  const far = by === undefined || by === 0 ? '' : `, ${words.by(String(by))}`
  return `${ruleText(fact, language)} ${targetText(to, language)} (${before}${far})`
}

function targetText(to: Target, language: Language): string {
  const words = tables[language]
  const list = (values: readonly Scalar[]) => values.map((value) => valueText(value, language)).join(words.or)
  if ('oneOf' in to) return words.oneOf(list(to.oneOf))
  if ('noneOf' in to) return words.noneOf(list(to.noneOf))
  if ('present' in to) return to.present ? words.present : words.absent
  const { atLeast, above, atMost, below } = to
  if (atLeast !== undefined && atMost !== undefined)
    return atLeast === atMost ? words.exactly(String(atLeast)) : words.between(String(atLeast), String(atMost))
  const bounds = [
    atLeast !== undefined && words.atLeast(String(atLeast)),
    above !== undefined && words.above(String(above)),
    atMost !== undefined && words.atMost(String(atMost)),
    below !== undefined && words.below(String(below)),
  ]
  return bounds.filter((bound) => bound !== false).join(', ') || words.present
}
