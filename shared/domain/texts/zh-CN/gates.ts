import { moneySaid } from '../../units.ts'
import type { AboutIn } from '../about.ts'
import type { gates as en } from '../en/gates.ts'
import { span } from './amounts.ts'
import { byLaw, lawName } from './law.ts'

const measures = { bounces: '退信', complaints: '垃圾邮件投诉' }

export const gates = {
  fresh: {
    title: '事件未过时',
    stop: '事件已过时',
    reasons: {
      late: ({ hours, within }) =>
        `事件已过时：发生在 ${hours} 小时之前，活动只受理 ${within} 小时内的事件（freshFor）`,
    },
    otherwise: {
      late: ({ within }) => `在 ${within} 小时内收到该事件`,
    },
  },
  eligible: {
    title: '符合条件',
    stop: '已不符合条件',
    reasons: {
      yes: '符合活动条件',
      no: '不符合活动条件',
      noLonger: '已不符合活动条件',
      leftAudience: ({ audience }) => `已不在活动的目标人群“${audience}”中`,
      now: '现在符合活动条件',
      notNow: '现在也不符合活动条件',
    },
    otherwise: {
      yes: '会员不符合活动条件',
      no: '会员符合活动条件',
      noLonger: '会员仍符合活动条件',
      leftAudience: '会员仍在目标人群中',
      now: '会员不符合活动条件',
      notNow: '会员符合活动条件',
    },
  },
  oncePer: {
    title: '未重复参加',
    stop: '此前已参加',
    reasons: {
      before: ({ on }) => `已于 ${on} 参加过本活动`,
      tooMany: '同时参加的活动过多',
      onTheWay: '正在参加本活动',
      entries: ({ atMost, window }) => `${span(window)}内已参加 ${atMost} 次`,
    },
    otherwise: {
      before: ({ from }) => (from ? `时间在 ${from} 之后` : '此前未参加过本活动'),
      tooMany: '同时参加的活动较少',
      onTheWay: '当时未在参加本活动',
      entries: ({ from }) => (from ? `时间在 ${from} 之后` : '此前参加本活动的次数较少'),
    },
  },
  exit: {
    title: '仍在活动中',
    stop: '已退出活动',
    reasons: {
      no: '未触发退出条件',
      goal: '目标已达成',
      when: '已满足退出条件（exitWhen）',
      newVersion: '活动有新版本上线，旧版本中的会员退出',
      stopped: '活动已停止',
      campaignGone: '活动已下线',
    },
    otherwise: {
      no: '目标已达成或已满足退出条件',
      goal: '目标尚未达成',
      when: '未满足退出条件（exitWhen）',
      newVersion: '没有新版本使其退出',
      stopped: '活动未停止',
      campaignGone: '活动未下线',
    },
  },
  paused: {
    title: '活动未暂停',
    stop: '活动已暂停',
    reasons: {
      no: '活动未暂停',
      yes: '活动已暂停',
      stopped: '活动已停止，不再有会员进入',
      payments: '法定补偿的自动支付已暂停，待人工恢复',
    },
    otherwise: {
      no: '活动已暂停',
      yes: '活动未暂停',
      stopped: '活动未停止',
      payments: '法定补偿的自动支付没有暂停',
    },
  },
  sender: {
    title: '发信未暂停',
    stop: '发信已暂停',
    reasons: {
      on: '发信未暂停',
      paused: ({ measure }) => `发信已自动暂停：${measures[measure]}过多`,
      notTaken: ({ said }) => `邮件服务暂不受理：${said}`,
      busFull: ({ said }) => `事件总线暂不受理：${said}`,
    },
    otherwise: {
      on: '发信因退信或投诉过多而暂停',
      paused: ({ measure }) => `发信未因${measures[measure]}过多而暂停`,
      notTaken: '邮件服务正常受理',
      busFull: '事件总线正常受理',
    },
  },
  owed: {
    title: '有法定补偿',
    stop: '无法定补偿',
    reasons: {
      noFlight: '事件未指明航班',
      nothing: (law) => `依法无须补偿：${byLaw(law)}`,
      later: (law) => `补偿金额尚未确定：${byLaw(law)}`,
      unclear: (law) => `补偿金额待人工判断：${byLaw(law)}`,
      less: ({ amount, currency, ...law }) =>
        `已发放 ${moneySaid(amount, currency)}，但现已无须补偿这么多：${byLaw(law)}`,
      takenBack: ({ amount, currency }) => `在告知旅客之前已撤回 ${moneySaid(amount, currency)}`,
      before: ({ amount, currency }) => `该航班已发放 ${moneySaid(amount, currency)}`,
      money: ({ amount, currency, regime, ...law }) =>
        `依据${lawName(regime)}应补偿 ${moneySaid(amount, currency)}：${byLaw(law)}`,
    },
    otherwise: {
      noFlight: '事件指明了航班',
      nothing: '依法应予补偿',
      later: '已知航班实际到达时间',
      unclear: '依法无须补偿',
      less: '该航班此前未发放过',
      takenBack: '该航班此前未发放过',
      before: '该航班此前未发放过',
      money: '依法无须补偿',
    },
  },
  stillGranted: {
    title: '补偿未撤回',
    stop: '告知前已撤回补偿',
    reasons: {
      yes: '本活动发放的补偿仍然有效',
      no: '本活动发放的补偿在告知会员之前已撤回',
    },
    otherwise: {
      yes: '本活动发放的补偿已撤回',
      no: '本活动发放的补偿未撤回',
    },
  },
  address: {
    title: '有联系方式',
    stop: '无联系方式',
    reasons: {
      known: ({ channel }) => (channel === undefined ? '有邮箱地址' : `可通过${channel}触达`),
      none: ({ channel }) => (channel === undefined ? '没有邮箱地址' : `没有该会员在${channel}的任何记录`),
    },
    otherwise: {
      known: ({ channel }) => (channel === undefined ? '没有邮箱地址' : `没有${channel}的记录`),
      none: ({ channel }) => (channel === undefined ? '有邮箱地址' : `同意接收${channel}消息`),
    },
  },
  consent: {
    title: '可以联系',
    stop: '未同意或已退订',
    reasons: {
      given: ({ channel }) => `已同意接收${sentOver(channel)}`,
      withheld: ({ channel }) => `不同意接收${sentOver(channel)}`,
      neverAsked: ({ channel }) => `从未征询过是否接收${sentOver(channel)}`,
      notNeeded: ({ channel }) => `服务${channel === undefined ? '邮件' : '消息'}，无需同意`,
      objected: ({ channel }) => `已退订${serviceOver(channel)}`,
    },
    otherwise: {
      given: ({ channel }) => `会员撤回${channel ?? '邮件'}同意`,
      withheld: ({ channel }) => `会员同意接收${sentOver(channel)}`,
      neverAsked: ({ channel }) => `会员同意接收${sentOver(channel)}`,
      notNeeded: ({ channel }) => `会员退订${serviceOver(channel)}`,
      objected: ({ channel }) => `会员未退订${serviceOver(channel)}`,
    },
  },
  suppressed: {
    title: '未被屏蔽',
    stop: '退信或被举报为垃圾邮件',
    reasons: {
      no: '未被屏蔽',
      spam: '曾将我们的邮件举报为垃圾邮件',
      bounced: ({ channel }) =>
        channel === undefined ? '该地址不存在（硬退信）' : `${channel}已无法触达该会员（消息永久发送失败）`,
      reported: '发往该地址的邮件曾被举报为垃圾邮件',
    },
    otherwise: {
      no: ({ channel }) =>
        channel === undefined ? '该地址硬退信，或有邮件被举报为垃圾邮件' : `${channel}消息永久发送失败`,
      spam: '会员未举报过垃圾邮件',
      bounced: ({ channel }) =>
        channel === undefined ? '会员换用其他地址，或该地址未退信' : `会员重新同意接收${channel}消息`,
      reported: '会员换用其他地址，或发往该地址的邮件未被举报',
    },
  },
  openCase: {
    title: '无未结投诉',
    stop: '有未结投诉',
    reasons: {
      none: '没有未结投诉',
      open: ({ complaint }) => `投诉 ${complaint} 尚未结案`,
    },
    otherwise: {
      none: '有未结投诉',
      open: ({ complaint, from }) => `投诉 ${complaint} 已结案${from ? `，或时间在 ${from} 之后` : ''}`,
    },
  },
  disruption: {
    title: '近期航班正常',
    stop: '近期航班不正常',
    reasons: {
      none: '会员近期没有不正常航班',
      recent: '会员近期有不正常航班',
    },
    otherwise: {
      none: '会员近期有不正常航班',
      recent: ({ from }) => (from ? `时间在 ${from} 之后` : '会员近期没有不正常航班'),
    },
  },
  statutoryFirst: {
    title: '法定补偿优先',
    stop: '法定补偿优先',
    reasons: {
      told: '没有待告知的法定补偿',
      telling: ({ campaign }) => `先由 ${campaign} 告知法定补偿`,
    },
    otherwise: {
      told: '有待告知的法定补偿',
      telling: ({ campaign }) => `${campaign} 已告知法定补偿`,
    },
  },
  frequencyCap: {
    title: '未超频控',
    stop: '触发频控',
    reasons: {
      none: '未设频控',
      within: '未超频控',
      reached: ({ atMost, window, months, tag, channel }) =>
        `触发频控：${span(window, months)}内已有 ${atMost} ${channel === undefined ? '封' : '条'}${tag === undefined ? '' : `标签为 ${tag} 的`}${channel === 'any' ? '邮件或消息' : sentOver(channel)}`,
    },
    otherwise: {
      none: null,
      within: ({ more, window, months }) =>
        more === undefined ? '此前收到的邮件更多' : `此前 ${span(window, months)}内多收到 ${more} 封邮件`,
      reached: ({ from }) => (from ? `时间在 ${from} 之后（较早的一封不再计入）` : '此前收到的邮件较少'),
    },
  },
  blackout: {
    title: '非停发日',
    stop: '停发日',
    reasons: {
      none: '不是停发日',
      today: ({ name }) => `当日停发：${name}`,
    },
    otherwise: {
      none: '当天为停发日',
      today: ({ name, from }) => (from ? `时间在 ${from} 之后（“${name}”结束）` : `不在“${name}”期间`),
    },
  },
  quietHours: {
    title: '不在免打扰时段',
    stop: '免打扰时段',
    reasons: {
      none: '未设免打扰时段',
      outside: ({ at }) => `当地时间 ${at}，不在免打扰时段`,
      within: ({ at }) => `当地时间 ${at}，处于免打扰时段`,
    },
    otherwise: {
      none: null,
      outside: ({ quiet }) => `处于免打扰时段${quiet ? `（当地时间 ${quiet}）` : ''}`,
      within: ({ from, quiet }) =>
        from ? `时间在 ${from} 之后` : `不在免打扰时段${quiet ? `（当地时间 ${quiet}）` : ''}`,
    },
  },
  priority: {
    title: '无更高优先级活动',
    stop: '有更高优先级活动',
    reasons: {
      alone: '没有其他邮件正在发送',
      onItsWay: ({ campaign }) => `${campaign} 的邮件正在发送`,
    },
    otherwise: {
      alone: '有其他活动的邮件正在发送',
      onItsWay: ({ campaign }) => `${campaign} 的邮件已发出`,
    },
  },
  outbox: {
    title: '处理中的操作未超上限',
    stop: '处理中的操作过多',
    reasons: {
      full: ({ inProgress }) => `该会员有 ${inProgress} 项操作正在处理`,
    },
    otherwise: {
      full: '处理中的操作较少',
    },
  },
  sendingRate: {
    title: '未达发送速率上限',
    stop: '已达发送速率上限',
    reasons: {
      full: ({ perMinute }) => `本活动一分钟内已发送 ${perMinute} 封邮件`,
    },
    otherwise: {
      full: ({ from }) => (from ? `时间在 ${from} 之后` : '本活动一分钟内发送的邮件较少'),
    },
  },
  inAll: {
    title: '未达活动人数上限',
    stop: '已达活动人数上限',
    reasons: {
      left: '未达活动人数上限',
      reached: ({ limit }) => `已达活动人数上限（${limit} 人）`,
    },
    otherwise: {
      left: '已达活动人数上限',
      reached: ({ limit }) => `此前参加活动的会员不足 ${limit} 人`,
    },
  },
  budget: {
    title: '预算有余额',
    stop: '预算已用完',
    reasons: {
      left: ({ budget }) => `预算 ${budget} 尚有余额`,
      spent: ({ budget }) => `预算 ${budget} 已用完`,
    },
    otherwise: {
      left: ({ budget }) => `预算 ${budget} 已用完`,
      spent: ({ budget }) => `预算 ${budget} 尚有余额`,
    },
  },
  globalHoldout: {
    title: '不在全局对照组',
    stop: '全局对照组',
    reasons: {
      no: '不在全局对照组',
      yes: '在全局对照组：不触达，以衡量所有活动的总体效果',
    },
    otherwise: {
      no: '被随机分入全局对照组',
      yes: '未被分入全局对照组',
    },
  },
  holdout: {
    title: '不在对照组',
    stop: '对照组',
    reasons: {
      no: '不在对照组',
      yes: '在对照组：不触达，以衡量活动效果',
    },
    otherwise: {
      no: '被随机分入对照组',
      yes: '未被分入对照组',
    },
  },
} satisfies AboutIn<typeof en>

function sentOver(channel: string | undefined): string {
  return channel === undefined ? '邮件' : `${channel}消息`
}

function serviceOver(channel: string | undefined): string {
  return channel === undefined ? '服务邮件' : `${channel}服务消息`
}
