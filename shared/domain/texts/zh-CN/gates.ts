import { moneyText } from '../../units.ts'
import type { AboutIn } from '../about.ts'
import type { gates as en } from '../en/gates.ts'
import { span } from './amounts.ts'

const measures = { bounces: '退信', complaints: '垃圾邮件投诉' }

export const gates = {
  fresh: {
    title: '足够新近',
    stop: '太晚',
    reasons: {
      late: ({ hours, within }) => `太晚：事情发生在 ${hours} 小时之前（${within} 小时内有效）`,
    },
    otherwise: {
      late: ({ within }) => `在 ${within} 小时之内得知`,
    },
  },
  eligible: {
    title: '属于对象',
    stop: '不再属于对象',
    reasons: {
      yes: '属于活动对象',
      no: '不属于活动对象',
      noLonger: '不属于（或不再属于）活动对象',
      leftAudience: ({ audience }) => `已不在活动所面向的受众“${audience}”中`,
      now: '现在符合活动对象条件',
      notNow: '现在也不符合活动对象条件',
    },
    otherwise: {
      yes: '会员不再属于活动对象',
      no: '会员属于活动对象',
      noLonger: '会员仍属于活动对象',
      leftAudience: '会员仍在受众中',
      now: '会员不属于活动对象',
      notNow: '会员属于活动对象',
    },
  },
  oncePer: {
    title: '此前未有',
    stop: '此前已有',
    reasons: {
      before: ({ on }) => `之前已参加过本活动（${on}）`,
      tooMany: '同时参加的活动过多',
      onTheWay: '已经在该活动中',
      entries: ({ atMost, window }) => `${span(window)}内已经开始过 ${atMost} 次`,
    },
    otherwise: {
      before: ({ from }) => (from ? `自 ${from} 起` : '此前未参加过本活动'),
      tooMany: '同时参加的活动较少',
      onTheWay: '没有正在进行的本活动旅程',
      entries: ({ from }) => (from ? `自 ${from} 起` : '此前进入本活动的次数较少'),
    },
  },
  exit: {
    title: '仍在途中',
    stop: '已不在途中',
    reasons: {
      no: '没有发生使其结束的事',
      goal: '目标已达成',
      when: '结束条件已满足（exitWhen）',
      newVersion: '活动的另一版本已生效，在途的会员离开',
      stopped: '活动已被停止',
      campaignGone: '活动已不存在',
    },
    otherwise: {
      no: '发生了使旅程结束的事',
      goal: '目标尚未达成',
      when: '结束条件（exitWhen）未满足',
      newVersion: '没有使旅程结束的新版本',
      stopped: '活动未被停止',
      campaignGone: '活动仍在规则册中',
    },
  },
  paused: {
    title: '未暂停',
    stop: '已暂停',
    reasons: {
      no: '活动未暂停',
      yes: '活动已暂停',
      stopped: '活动已停止，不再有会员进入',
      payments: '自动支付已停止，须由人工恢复',
    },
    otherwise: {
      no: '活动被暂停',
      yes: '活动未暂停',
      stopped: '活动未停止',
      payments: '付款未暂停',
    },
  },
  sender: {
    title: '发信正常',
    stop: '发信已暂停',
    reasons: {
      on: '发信未暂停',
      paused: ({ measure }) => `发信已自动暂停：${measures[measure]}过多`,
      notTaken: ({ said }) => `邮件服务暂不接收：${said}`,
    },
    otherwise: {
      on: '发信因退信或投诉过多而暂停',
      paused: ({ measure }) => `发信未因${measures[measure]}过多而暂停`,
      notTaken: '邮件服务接收邮件',
    },
  },
  owed: {
    title: '依法应付',
    stop: '依法无应付',
    reasons: {
      noFlight: '没有指明航班',
      nothing: ({ said }) => `依法无须支付现金：${said}`,
      unclear: ({ said }) => `应付多少须由人工判断：${said}`,
      before: ({ amount, currency }) => `本航班此前已发放 ${moneyText(amount, currency)}`,
      money: ({ amount, currency, regime, said }) => `依据 ${regime} 应付 ${moneyText(amount, currency)}：${said}`,
    },
    otherwise: {
      noFlight: '触发旅程的事件指明了航班',
      nothing: '法律规定应付款项',
      unclear: '依法没有应付款项',
      before: '该航班此前未曾发放',
      money: '依法没有应付款项',
    },
  },
  address: {
    title: '有地址',
    stop: '无地址',
    reasons: {
      known: '有邮箱地址',
      none: '没有邮箱地址',
    },
    otherwise: {
      known: '没有邮箱地址',
      none: '有邮箱地址',
    },
  },
  consent: {
    title: '可以发信',
    stop: '未同意或已拒收',
    reasons: {
      given: '已同意接收邮件',
      withheld: '不同意接收邮件',
      neverAsked: '从未询问过是否接收邮件',
      notNeeded: '服务邮件，无需同意',
      objected: '已拒收服务邮件',
    },
    otherwise: {
      given: '撤回邮件同意',
      withheld: '同意接收邮件',
      neverAsked: '同意接收邮件',
      notNeeded: '拒收服务邮件',
      objected: '未拒收服务邮件',
    },
  },
  suppressed: {
    title: '地址有效',
    stop: '退信或被举报为垃圾邮件',
    reasons: {
      no: '未被屏蔽',
      spam: '曾将我们的邮件举报为垃圾邮件',
      bounced: '该地址不存在（硬退信）',
      reported: '发往该地址的邮件曾被举报为垃圾邮件',
    },
    otherwise: {
      no: '该地址硬退信，或曾将我们的邮件举报为垃圾邮件',
      spam: '未曾将我们的邮件举报为垃圾邮件',
      bounced: '换一个地址，或该地址没有硬退信',
      reported: '换一个地址，或发往该地址的邮件未被举报',
    },
  },
  openCase: {
    title: '无未结投诉',
    stop: '有未结投诉',
    reasons: {
      none: '没有未结投诉',
      open: ({ complaint }) => `投诉 ${complaint} 尚未了结`,
    },
    otherwise: {
      none: '有未结投诉',
      open: ({ complaint, from }) => `投诉 ${complaint} 已了结${from ? `，或自 ${from} 起` : ''}`,
    },
  },
  disruption: {
    title: '当前无航班异常',
    stop: '航班刚有异常',
    reasons: {
      none: '近期没有航班受影响',
      recent: '其航班不久前受到影响',
    },
    otherwise: {
      none: '不久前有航班异常',
      recent: ({ from }) => (from ? `自 ${from} 起` : '不久前没有航班异常'),
    },
  },
  statutoryFirst: {
    title: '法定权利优先',
    stop: '法定权利优先',
    reasons: {
      told: '没有待告知的法定权利',
      telling: ({ campaign }) => `先由 ${campaign} 告知会员的法定权利`,
    },
    otherwise: {
      told: '尚有法定权利待告知',
      telling: ({ campaign }) => `${campaign} 已告知会员的法定权利`,
    },
  },
  frequencyCap: {
    title: '不过于频繁',
    stop: '邮件已够多',
    reasons: {
      none: '未设频次上限',
      within: '未达频次上限',
      reached: ({ atMost, window, months, tag }) =>
        `${span(window, months)}内已有 ${atMost} 封${tag === undefined ? '' : `标签为 ${tag} 的`}邮件`,
    },
    otherwise: {
      none: null,
      within: ({ more, window, months }) =>
        more === undefined ? '此前邮件更多' : `此前${span(window, months)}内多 ${more} 封邮件`,
      reached: ({ from }) => (from ? `自 ${from} 起（较早的一封不再计入）` : '此前邮件较少'),
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
      today: ({ name, from }) => (from ? `自 ${from} 起（“${name}”结束）` : `不在“${name}”期间`),
    },
  },
  quietHours: {
    title: '非夜间',
    stop: '夜间',
    reasons: {
      none: '没有免打扰时段',
      outside: ({ at }) => `当地时间 ${at}，不在免打扰时段`,
      within: ({ at }) => `当地时间 ${at}，处于免打扰时段`,
    },
    otherwise: {
      none: null,
      outside: ({ quiet }) => `处于免打扰时段${quiet ? `（当地 ${quiet}）` : ''}`,
      within: ({ from, quiet }) => (from ? `自 ${from} 起` : `不在免打扰时段${quiet ? `（当地 ${quiet}）` : ''}`),
    },
  },
  priority: {
    title: '无更优先者',
    stop: '有更优先者',
    reasons: {
      alone: '没有其他邮件正在发送',
      onItsWay: ({ campaign }) => `${campaign} 的邮件正在发送途中`,
      outboxFull: '待执行的动作过多',
    },
    otherwise: {
      alone: '另一活动的邮件正在发送途中',
      onItsWay: ({ campaign }) => `${campaign} 的邮件已发出`,
      outboxFull: '待执行的动作较少',
    },
  },
  sendingRate: {
    title: '本分钟有余量',
    stop: '本分钟已满',
    reasons: {
      full: ({ perMinute }) => `该活动在这一分钟内已发送 ${perMinute} 封邮件`,
    },
    otherwise: {
      full: ({ from }) => (from ? `自 ${from} 起` : '本分钟内该活动的邮件较少'),
    },
  },
  inAll: {
    title: '总量有余',
    stop: '总量已尽',
    reasons: {
      left: '该活动的总名额尚有剩余',
      reached: ({ limit }) => `该活动的 ${limit} 个总名额已满`,
    },
    otherwise: {
      left: '活动总名额已满',
      reached: ({ limit }) => `此前惠及的会员不足 ${limit} 人`,
    },
  },
  budget: {
    title: '预算有余',
    stop: '预算已尽',
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
    title: '不在总对照组',
    stop: '在总对照组',
    reasons: {
      no: '不在全局对照组',
      yes: '在全局对照组：本应得到，为衡量所有活动的效果而特意不给',
    },
    otherwise: {
      no: '抽签进入全部活动的对照组',
      yes: '抽签未进入全部活动的对照组',
    },
  },
  holdout: {
    title: '不在对照组',
    stop: '在对照组',
    reasons: {
      no: '不在对照组',
      yes: '在对照组：本应得到，为衡量效果而特意不给',
    },
    otherwise: {
      no: '抽签进入对照组',
      yes: '抽签未进入对照组',
    },
  },
} satisfies AboutIn<typeof en>
