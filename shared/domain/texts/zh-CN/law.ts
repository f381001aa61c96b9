import { moneySaid } from '../../units.ts'
import type { Text, ValuesOf } from '../about.ts'
import type { Change, law as en } from '../en/law.ts'
import { type ByLaw, type Found, foundIn } from '../findings.ts'

const EXTRAORDINARY = '属特殊情况（不可抗力等），不予补偿'

const law: { [C in keyof typeof en]: Text<ValuesOf<(typeof en)[C]>> } = {
  written: ({ text }) => text,

  outOfScope: ({ from, to, licence }) =>
    `${from} 至 ${to}、承运人许可地为“${LICENCES[licence] ?? licence}”的航班不在适用范围内`,
  noArrivalKnown: '尚不知到达时间，延误部分不补偿',
  lateUnder: ({ late, km, under }) => `${arrived(late, km)}：不足 ${span(under)}`,
  lateExcused: ({ late, km }) => `${arrived(late, km)}：${EXTRAORDINARY}`,
  latePaid: ({ late, km, cause, under }) =>
    `${arrived(late, km)}，${ordinary(cause)}${under === undefined ? '' : `：不足 ${span(under)}，减半`}`,
  careDue: ({ from }) => `应提供食宿等照顾（满 ${span(from)}）`,
  fareBack: ({ from }) => `旅客放弃行程的，可全额退票（满 ${span(from)}）`,
  told: ({ days }) => `航班取消，提前 ${days} 天告知`,
  toldAtMost: ({ days }) => `航班取消，最多提前 ${days} 天告知`,
  reroutedClosely: '改签航班时间相近',
  toldInTime: ({ days }) => `提前 ${days} 天及以上告知，无须补偿`,
  cancelExcused: EXTRAORDINARY,
  cancelPaid: ({ km, cause, rerouted, under }) =>
    `${rerouted === 'no' ? '未提供改签' : '改签航班时间相差过大'}，${distance(km)}，${ordinary(cause)}${halved(under)}`,
  refundOrReroute: '应予退票或改签，等待期间提供食宿等照顾',
  volunteer: '自愿放弃座位：按约定给付，并可退票或改签',
  deniedPaid: ({ km, under }) => `非自愿被拒登机，${distance(km)}${halved(under)}`,
  notLower: '未降低所购舱位等级',
  lowerPaid: ({ km, percent }) => `舱位低于所购等级，${distance(km)}：补偿票价的 ${percent}%`,

  notChina: '始发、到达均不在中国内地，承运人也未在中国内地取得许可',
  noDelay: ({ upTo }) => `${span(upTo)}以内不算延误`,
  cancelled: '航班取消',
  noSubstitute: '承运人公布的标准按延误时长补偿，而替代航班不明',
  noTableNamed: '属承运人原因；金额以承运人公布的标准为准，但未指明所用标准',
  notCarrier: '非承运人原因，不予经济补偿',
  carrierUnder: ({ late, under }) => `承运人原因，延误 ${span(late)}：不足 ${span(under)}`,
  carrierPaid: ({ late, from }) => `承运人原因，延误 ${span(late)}：满 ${span(from)}`,
  careOnTheWay: ({ place }) =>
    `国内航班${place === 'stopover' ? '经停地' : '备降地'}的食宿，无论何种原因均由承运人提供`,
  careByCarrier: '食宿由承运人承担',
  careArranged: '承运人协助安排食宿，费用由旅客自理',
  fareBackFree: '旅客要求退票的，免收退票费',
  onBoard: ({ minutes, departure, water, off }) =>
    [
      `已在机上等待 ${span(minutes)}，起飞时间${departure === 'known' ? '已定' : '未定'}：每 30 分钟通报一次`,
      ...(water === undefined ? [] : [`满 ${span(water)}提供饮用水和食品`]),
      ...(off === undefined ? [] : [`满 ${span(off)}，在安全、安保允许时安排下机`]),
    ].join('，'),
  toldAfter: ({ minutes, within }) => `${span(minutes)}后告知：时限为 ${span(within)}`,
  neverTold: ({ within }) => `始终未告知：时限为 ${span(within)}`,

  notUs: '始发、到达均不在美国',
  alternativeAccepted: '航班取消，旅客接受了替代安排',
  noAlternative: '航班取消，旅客未接受替代安排',
  noChange: ({ under }) => `无重大变更：提前或延后均不足 ${span(under)}，也无其他重大变更`,
  changeAccepted: (change) => `${changed(change)}，但旅客已接受；美国规定无现金补偿`,
  changeNotAccepted: (change) => `${changed(change)}，旅客未接受`,
  bagNotReported: '旅客未申报行李未到',
  bagWithin: ({ hours, within }) => `行李在 ${hours} 小时后到达：未超过 ${within} 小时`,
  bagOver: ({ hours, within }) => `行李在 ${hours} 小时后到达：超过 ${within} 小时`,
  extraProvided: '附加服务已提供',
  extraNotProvided: '已付费的附加服务未提供',
  volunteered: '自愿放弃座位：按约定给付',
  notAtUsAirport: '登机地不在美国',
  reroutedWithin: ({ within }) => `改签后到达时间相差不超过 ${span(within)}`,
  deniedShare: ({ trip, percent, amount, currency }) =>
    `被拒登机（${trip === 'domestic' ? '国内' : '国际'}）：票价的 ${percent}%，最多 ${moneySaid(amount, currency)}`,
  onBoardUs: ({ minutes, water, off }) =>
    `已在机上等待 ${span(minutes)}：${span(water)}内提供饮用水和食品，${span(off)}内安排下机（安全允许时）`,

  noRules: ({ law, event, events }) =>
    `${lawName(law)}在此没有关于“${eventName(event)}”的规则；有：${listed(events, eventName)}`,
  noRuleThen: ({ day, kept }) => `${day} 没有可用的规则；现有 ${listed(kept, period)}`,
  unknownAirport: ({ airport }) => `“${airport}”不是已知的机场`,
  isNeeded: ({ event, law }) => `按${lawName(law)}判断“${eventName(event)}”时必填`,
  orChangeNeeded: ({ event, law }) => `按${lawName(law)}判断“${eventName(event)}”时，须填写此项或其他变更`,
  noTable: ({ table, tables }) => `没有“${table}”的补偿标准；现有：${listed(tables)}`,
  noTableThen: ({ table, day }) => `“${table}”没有适用于 ${day} 的补偿标准`,
  lacks: ({ fact, event, law }) => `按${lawName(law)}判断“${eventName(event)}”，还需知道${FACTS[fact] ?? ` ${fact}`}`,

  noLaw: '不在现有任何法规的适用范围内',
  noLeg: ({ leg }) => `“${leg}”不是航段`,
  notEnrolled: '该卡号尚无人入会',
  deniedAndFlown: '曾被拒登机，却又乘坐了该航班',
  replacementUnknown: '替代航班的计划到达时间不明',
  notConfirmed: '旅客没有已确认的订座（EU261、UK261 第 3 条第 2 款）',
  notOnBoard: '旅客未登机（EU261、UK261 第 3 条第 2 款）',
  operated: '航班已执行',
  onlyComplaint: '除投诉外，对该航班一无所知',
  latenessUnread: '延误时长无法识别',
  causeUnknown: ({ late }) => `延误 ${span(late)}到达，原因不明`,
  unread: ({ questions }) => `所报内容无法识别（${listed(questions, (each) => QUESTIONS[each] ?? each)}）`,
  confirmationUnknown: '尚未告知订座是否已确认',
  insteadUnknown: '尚未告知替代航班晚到多久',
  mayBePutOn: '原定起飞前仍可能恢复',
  arrivalUnknown: '尚未告知晚到多久',
  boardingUnknown: '尚未告知旅客是否登机',

  owes: ({ amount, currency, law }) => `依据${lawName(law)}应补偿 ${moneySaid(amount, currency)}`,
  owesLess: ({ paid, owed, currency }) =>
    `已发放 ${moneySaid(paid, currency)}，按现有信息应为 ${moneySaid(owed, currency)}`,
  owesNothing: ({ paid, currency }) => `已发放 ${moneySaid(paid, currency)}，按现有信息无须补偿`,
  otherCurrency: '此前已用另一币种支付',
  takenBackBefore: '此前发放后又撤回',
}

export function found(findings: readonly Found[]): string {
  return foundIn(findings, { words: law, between: '；', under: (regime) => `${lawName(regime).trim()}：` })
}

/** What the law said, as it stands in a reason. */
export function byLaw({ said, findings = [] }: ByLaw): string {
  return said ?? found(findings)
}

const LAWS: Readonly<Record<string, string>> = { CN: '中国民航规定', 'US-DOT': '美国运输部规定' }

/** A law's name within a sentence. EU261 and UK261 are called so in Chinese too. */
export function lawName(law: string): string {
  return LAWS[law] ?? ` ${law} `
}

const LICENCES: Readonly<Record<string, string>> = { EU: '欧盟', UK: '英国', US: '美国', CN: '中国', other: '其他' }

const EVENTS: Readonly<Record<string, string>> = {
  delay: '延误',
  cancellation: '取消',
  denied_boarding: '拒登',
  downgrade: '降舱',
  schedule_change: '时刻变更',
  notification: '信息告知',
  tarmac_delay: '机上延误',
  bag_delay: '行李延误',
  ancillary: '附加服务',
}

function eventName(event: string): string {
  return EVENTS[event] ?? event
}

const FACTS: Readonly<Record<string, string>> = {
  ticketPriceMinor: '票价',
  bagLateHours: '行李晚到多久',
  reported: '旅客是否申报行李未到',
  noticeDays: '何时告知旅客',
  carrierCaused: '原因',
  extraordinary: '原因',
}

/** What the airline is asked of a flight, by the questions' names. */
const QUESTIONS: Readonly<Record<string, string>> = {
  departsAt: '计划起飞时间',
  arrivesAt: '计划到达时间',
  expectedDelay: '预计到达延误',
  delay: '到达延误',
  expectedDepartureDelay: '预计起飞延误',
  departureDelay: '起飞延误',
  noticeDays: '提前几天告知',
  toldAt: '告知时间',
  reroute: '改签航班',
  cause: '原因',
  extraordinary: '是否属特殊情况',
  carrierLicence: '承运人许可地',
  pnr: '订座编号',
  cabin: '舱位',
  confirmed: '订座是否已确认',
  boarded: '是否登机',
  reinstated: '是否恢复',
  named: '航班名称',
}

/** `3 小时 55 分钟`. */
function span(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`
}

function arrived(late: number, km: number): string {
  const when = late === 0 ? '正点' : late > 0 ? `延误 ${span(late)}` : `提前 ${span(-late)}`
  return `${when}到达最终目的地，${distance(km)}`
}

function distance(km: number): string {
  return `航程 ${km.toLocaleString('en-US')} 公里`
}

function ordinary(cause: 'none' | 'unproven'): string {
  return cause === 'none' ? '无特殊情况' : '未证明有特殊情况'
}

function halved(under: number | undefined): string {
  return under === undefined ? '' : `：到达相差不超过 ${span(under)}，减半`
}

function changed(change: Change): string {
  switch (change.what) {
    case 'earlier':
      return `提前 ${span(change.minutes)}起飞`
    case 'later':
      return `晚到 ${span(change.minutes)}`
    case 'airport':
      return `改为另一机场 ${change.airport}`
    case 'connections':
      return '增加了中转'
    case 'class':
      return '降低了舱位等级'
  }
}

function period(text: string): string {
  const [from, to] = text.split('..')
  return to ? `${from} 至 ${to}` : `${from} 起`
}

function listed(list: string, named = (each: string) => each): string {
  return list.split(',').map(named).join('、')
}
