import type { ReasonWords } from '../../contract/reason.ts'
import { isCurrency } from '../../standards/currency.ts'
import { type ActionKind, traitsOf } from '../actions/kinds.ts'
import { DAY, HOUR, MINUTE } from '../calendar.ts'
import { moneyText } from '../units.ts'

const measures = { bounces: '退信', complaints: '垃圾邮件投诉' }
const units: Record<string, string> = { miles: '里程', voucher: '代金券', cash: '现金' }

export const zhCN = {
  'fresh.late': ({ hours, within }) => `太晚：事情发生在 ${hours} 小时之前（${within} 小时内有效）`,
  'oncePer.before': ({ on }) => `之前已参加过本活动（${on}）`,
  'oncePer.tooMany': '同时参加的活动过多',
  'oncePer.onTheWay': '已经在该活动中',
  'oncePer.entries': ({ atMost, window }) => `${span(window)}内已经开始过 ${atMost} 次`,
  'exit.no': '没有发生使其结束的事',
  'exit.goal': '目标已达成',
  'exit.when': '结束条件已满足（exitWhen）',
  'exit.newVersion': '活动的另一版本已生效，在途的会员离开',
  'exit.campaignGone': '活动已不存在',
  'eligible.yes': '属于活动对象',
  'eligible.no': '不属于活动对象',
  'eligible.noLonger': '不属于（或不再属于）活动对象',
  'eligible.leftAudience': ({ audience }) => `已不在活动所面向的受众“${audience}”中`,
  'paused.no': '活动未暂停',
  'paused.yes': '活动已暂停',
  'paused.payments': '自动支付已停止，须由人工恢复',
  'owed.noFlight': '没有指明航班',
  'owed.nothing': ({ said }) => `依法无须支付现金：${said}`,
  'owed.unclear': ({ said }) => `应付多少须由人工判断：${said}`,
  'owed.before': ({ amount, currency }) => `本航班此前已发放 ${moneyText(amount, currency)}`,
  'owed.money': ({ amount, currency, regime, said }) => `依据 ${regime} 应付 ${moneyText(amount, currency)}：${said}`,
  'sender.on': '发信未暂停',
  'sender.paused': ({ measure }) => `发信已自动暂停：${measures[measure]}过多`,
  'sender.notTaken': ({ said }) => `邮件服务暂不接收：${said}`,
  'address.known': '有邮箱地址',
  'address.none': '没有邮箱地址',
  'consent.given': '已同意接收邮件',
  'consent.withheld': '不同意接收邮件',
  'consent.neverAsked': '从未询问过是否接收邮件',
  'consent.notNeeded': '服务邮件，无需同意',
  'consent.objected': '已拒收服务邮件',
  'suppressed.no': '未被屏蔽',
  'suppressed.spam': '曾将我们的邮件举报为垃圾邮件',
  'suppressed.bounced': '该地址不存在（硬退信）',
  'suppressed.reported': '发往该地址的邮件曾被举报为垃圾邮件',
  'openCase.none': '没有未结投诉',
  'openCase.open': ({ complaint }) => `投诉 ${complaint} 尚未了结`,
  'disruption.none': '近期没有航班受影响',
  'disruption.recent': '其航班不久前受到影响',
  'statutoryFirst.told': '没有待告知的法定权利',
  'statutoryFirst.telling': ({ campaign }) => `先由 ${campaign} 告知会员的法定权利`,
  'frequencyCap.none': '未设频次上限',
  'frequencyCap.within': '未达频次上限',
  'frequencyCap.reached': ({ atMost, window, months, tag }) =>
    `${span(window, months)}内已有 ${atMost} 封${tag === undefined ? '' : `标签为 ${tag} 的`}邮件`,
  'blackout.none': '不是停发日',
  'blackout.today': ({ name }) => `当日停发：${name}`,
  'quietHours.none': '没有免打扰时段',
  'quietHours.outside': ({ at }) => `当地时间 ${at}，不在免打扰时段`,
  'quietHours.within': ({ at }) => `当地时间 ${at}，处于免打扰时段`,
  'priority.alone': '没有其他邮件正在发送',
  'priority.onItsWay': ({ campaign }) => `${campaign} 的邮件正在发送途中`,
  'priority.outboxFull': '待执行的动作过多',
  'sendingRate.full': ({ perMinute }) => `该活动在这一分钟内已发送 ${perMinute} 封邮件`,
  'inAll.left': '该活动的总名额尚有剩余',
  'inAll.reached': ({ limit }) => `该活动的 ${limit} 个总名额已满`,
  'budget.left': ({ budget }) => `预算 ${budget} 尚有余额`,
  'budget.spent': ({ budget }) => `预算 ${budget} 已用完`,
  'globalHoldout.no': '不在全局对照组',
  'globalHoldout.yes': '在全局对照组：本应得到，为衡量所有活动的效果而特意不给',
  'holdout.no': '不在对照组',
  'holdout.yes': '在对照组：本应得到，为衡量效果而特意不给',

  'trigger.notOnRecord': ({ event }) => `从未进入：该会员没有触发事件 ${event} 的记录`,
  'trigger.otherwise': ({ event, times }) =>
    `从未进入：${event} 发生过 ${times} 次，但不符合触发条件，或早于本活动发布`,
  'trigger.noBirthday': '从未进入：自发布以来生日尚未到来，或生日未知',
  'trigger.notScheduled': ({ audience }) => `从未进入：自发布以来其时间尚未到来，或届时该会员不在受众“${audience}”中`,
  'trigger.notIn': ({ audience }) => `从未进入：该会员不在受众“${audience}”中`,
  'trigger.stillIn': ({ audience, since }) => `从未进入：该会员自 ${since} 起在受众“${audience}”中，尚未离开`,
  'trigger.wasIn': ({ audience, since }) =>
    `从未进入：该会员自 ${since} 起在受众“${audience}”中：首次查看时已在其中的会员不进入`,
  'eligible.now': '现在符合活动对象条件',
  'eligible.notNow': '现在也不符合活动对象条件',
  'journey.asked': '为本次说明而现在查询',

  'journey.entered': '活动开始',
  'journey.arm': ({ split, arm }) => `在 ${split} 中进入分支 ${arm}`,
  'journey.moved': ({ step, from }) => `在当前版本的步骤 ${step} 继续；此前在 ${from}`,
  'journey.decided': ({ kind }) => `${traitsOf(kind as ActionKind).name['zh-CN']}已发起`,
  'journey.done': '所有步骤已完成',
  'journey.nothingGranted': '没有发放补偿，因此不作任何承诺',
  'journey.goalGivenUp': '不再观察其目标：会员同时在太多活动中',
  'journey.goal': ({ event }) => `在活动期限内发生了 ${event}`,

  'mail.taken': 'SES 已接收邮件',
  'mail.reported': 'SES 已报告该邮件的情况',
  'mail.refused': ({ said }) => `SES 拒收邮件：${said}`,
  'mail.unanswered': ({ said }) => `SES 未明确答复：${said}`,
  'mail.senderStopped': '发信程序在认领之后、报告结果之前停止',
  'mail.noAddress': '没有可写信的对象',
  'mail.noTemplate': ({ template, locale }) => `模板 ${template} 没有 ${locale} 文本`,
  'mail.unrenderable': ({ said }) => `邮件无法生成：${said}`,
  'offer.issued': ({ cabin }) => `已发出 ${cabin} 舱升舱优惠`,
  'task.opened': '已建立人工任务',
  'compensation.granted': ({ amount, unit }) => `已发放 ${grantText(amount, unit)}`,
  'compensation.goodwill': ({ amount, unit }) => `已发放 ${grantText(amount, unit)}，为法定补偿之外的心意`,
  'compensation.owed': ({ amount, unit, regime, source }) =>
    `已发放 ${grantText(amount, unit)}，依据 ${regime}：${source}`,
  'approval.awaited': ({ until }) => `须由第二人在 ${until}（UTC）之前批准`,
  'approval.refused': ({ by }) => `未获批准：${by}`,
  'approval.lapsed': '逾期无人批准',
  'approval.reversed': ({ by }) => `已冲销：${by}`,
  'ledger.alreadyCompensated': ({ key }) => `${key} 此前已补偿`,
  'ledger.owedBefore': ({ amount, currency }) => `该航班此前已发放 ${moneyText(amount, currency)}`,
  'ledger.yearlyCap': ({ costs, left, limit, currency, year }) =>
    `需 ${moneyText(costs, currency)}，该会员 ${year} 年可从本预算获得的 ${moneyText(limit, currency)}（perMemberPerYear）仅余 ${moneyText(left, currency)}`,
  'ledger.trancheExhausted': ({ costs, left, limit, currency }) =>
    `需 ${moneyText(costs, currency)}，每小时可支付的 ${moneyText(limit, currency)} 仅余 ${moneyText(left, currency)}`,
  'ledger.budgetExhausted': ({ costs, left, limit, currency, budget }) =>
    `需 ${moneyText(costs, currency)}，预算 ${budget} 的 ${moneyText(limit, currency)} 仅余 ${moneyText(left, currency)}`,
} satisfies ReasonWords

export function span(ms = 0, months?: number): string {
  if (months !== undefined) return `${months} 个月`
  if (ms % DAY === 0) return `${ms / DAY} 天`
  return ms % HOUR === 0 ? `${ms / HOUR} 小时` : `${ms / MINUTE} 分钟`
}

function grantText(amount: number, unit: string): string {
  return isCurrency(unit) ? moneyText(amount, unit) : `${amount} ${units[unit] ?? unit}`
}
