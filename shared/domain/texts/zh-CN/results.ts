import type { results as en } from '../en/results.ts'
import { happened } from './happenings.ts'

const GOALS: Record<string, string> = {
  'booking.created': '再次预订',
  'flight.completed': '再次乘机',
  'offer.accepted': '接受了优惠',
}

export const results: typeof en = {
  day: (date) => `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`,
  month: (month) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
  did: (event) => GOALS[event] ?? `达成目标（${event}）`,
  sentences: (all) => all.join(''),
  nobody: '尚无会员进入。',
  nobodyThen: '该时间段内没有会员进入。',
  demoNames: {
    birthday: '生日祝福',
    'first-class': '头等舱体验',
    'miles-after-a-flight': '航后赠里程',
    'we-miss-you': '好久不见',
  },
  recount: {
    difference: ({ cohort, notNoted, sums }) =>
      `${cohort}：${[...(sums ? ['合计与会员数据不一致'] : []), ...(notNoted > 0 ? [`索引缺少 ${notNoted} 位会员`] : [])].join('；')}`,
    counted: ({ members, assignments, erased, differences, complete }) =>
      complete
        ? `${differences.length} 处不一致。共 ${members} 位会员、${assignments} 次分组，另有 ${erased} 次分组的会员已删除，只留合计。`
        : `时间不足：只查看了 ${members} 位会员，未作比对。`,
  },
  since: ({ day, members, heldOut }) => `${day}起共 ${members} 名会员进入，其中 ${heldOut} 名为对照组。`,
  sinceService: ({ day, members }) => `${day}起共 ${members} 名会员进入。`,
  ofArm: (arm, sentence) => `${arm}：${sentence}`,
  armOfSplit: ({ split, arm }) => `${split}／${arm}`,
  splits: ({ count }) =>
    `活动有 ${count} 处分组（split），逐一比较，不论会员在其他各处属于哪一组；每处按水平的 1/${count} 判断。`,
  goal: ({ share, did, against, difference, low, high }) =>
    `${share} ${did}，对照组为 ${against}：${difference}（区间 ${low} 至 ${high}）。`,
  goalTooSmall: ({ share, did, against }) => `${share} ${did}，对照组为 ${against}。`,
  goalOnly: ({ share, did }) => `${share} ${did}。`,
  points: (value) => `${value} 个百分点`,
  belowMinimum: (minimum) => `可以排除达到 ${minimum}（值得发现的最小效果）的提升。`,
  net: ({ difference, low, high }) => `净收益 ${difference}（区间 ${low} 至 ${high}）。`,
  netTooSmall: '收益方面样本量不足，暂无法判断。',
  tooSmall: ({ enough, members, weeks }) =>
    members === undefined
      ? `样本量不足，暂无法判断：两侧各需 ${enough} 名有该结果的会员，其中一侧目前一名也没有。`
      : `样本量不足，暂无法判断：两侧各需 ${enough} 名有该结果的会员。${
          members === '0' ? '已进入的会员应当足够' : `约还需 ${members} 名会员`
        }${weeks === undefined ? '；目前已无新会员进入。' : `，约 ${weeks > 104 ? `${Math.round(weeks / 52)} 年` : `${weeks} 周`}。`}`,
  enough: {
    yes: '是否足以下结论：是。',
    goalOnly: '是否足以下结论：目标达成方面是，收益方面尚不足。',
    no: '是否足以下结论：否，差异可能出于偶然。',
    notYet: '是否足以下结论：否。',
  },
  word: {
    alarm: '各组人数与设定比例不符，请查看效果',
    notCompared: '仅统计，无对比',
    tooFew: '样本量不足',
    open: (day) => `尚早，${day}起有首批数据`,
    tooSmall: (weeks) =>
      weeks === undefined
        ? '样本量不足'
        : `样本量不足，约还需 ${weeks > 104 ? `${Math.round(weeks / 52)} 年` : `${weeks} 周`}`,
    compared: (difference, enough) => `${difference}，${enough}`,
    enough: {
      yes: '足以下结论',
      goalOnly: '目标达成足以下结论，收益尚不足',
      no: '可能出于偶然',
      notYet: '样本量不足',
    },
  },
  losesThoughMore: '回来的会员更多，但活动亏损。',
  best: '并且优于其他各组。',
  withoutHoldout: (control) => `未设对照组：与“${control}”组相比。`,
  noComparison: {
    service: '无对比：服务类活动不设对照组。',
    nobodyHeldOut: '无对比：没有会员进入对照组。',
    onlyHeldOut: '无对比：所有会员都在对照组。',
  },
  allOpen: ({ day }) => `目前尚无结论：最早一批会员的统计期于 ${day}结束。`,
  tooFew: ({ least, enough }) =>
    `目前样本量不足，暂无法判断：两侧各需 ${enough} 名有该结果的会员，而人数较少的一侧总共只有 ${least} 名。`,
  sizes: (arms) => arms.map(({ arm, members, expected }) => `${arm} ${members} 名（预期 ${expected} 名）`).join('、'),
  alarm: ({ sizes, p }) =>
    `警报：各组人数与设定比例不符：${sizes}；p ${p}。分组或统计有误，任何提升都不可信，因此不予显示。`,
  alarmCauses: [
    '常见原因：某一组的会员被删除或合并得更多；导入时人为指定了分组；',
    '活动的条件用到了活动本身会改变的数据；各组比例有过改动，而此处为另一版本的数据。',
    '`wingback results --recount` 可全部重新统计。',
  ],
  open: ({ members, day }) => `尚未计入：${members} 名会员的统计期未结束；下一批于 ${day}计入。`,
  harm: { unsubscribed: '退订', spam: '举报垃圾邮件', complained: '投诉' },
  harmful: ({ count, members, atLeast, harm, limit }) =>
    `不良影响：${members} 名触达会员中 ${count} 名${harm}，比例至少为 ${atLeast}，超过可接受的 ${limit}。请暂停或调整活动。`,
  loses: ({ arm }) =>
    `亏损：${arm === undefined ? '活动' : `“${arm}”`}的成本高于其带来的收入，并非偶然。请暂停或调整活动。`,
  title: ({ name, id }) => `${name}（${id}）`,
  allMarketing: '全部营销，与不接收任何营销的会员相比',
  measuredBy: ({ event, days, planned, level }) =>
    `以 ${days} 天内的“${happened(event)}”衡量；区间为 ${level}，无论查看多少次都成立，在 ${planned} 名会员时最窄。`,
  ratioFine: ({ sizes }) => `各组人数与设定比例相符：${sizes}。`,
  relative: ({ arm, ...of }) => `相对变化，仅供参考${arm}：${of.difference}（区间 ${of.low} 至 ${of.high}）。`,
  narrowed: ({ outcome, percent }) => `按此前消费校正后，${outcome}的区间收窄 ${percent} %。`,
  outcomes: { goal: '目标达成', net: '净收益' },
  arms: { holdout: '对照组', treated: '触达组' },
  inArm: (arm) => `（${arm}）`,
  rows: {
    members: '已计入会员',
    goal: '达成目标',
    bookings: '预订',
    flights: '航班',
    revenue: (currency) => `收入（${currency}）`,
    mails: '  减：邮件和消息',
    compensation: '  减：补偿',
    offers: '  减：升舱',
    net: '扣除成本后余额',
    netEach: '  人均',
    sent: '已发送的邮件和消息',
    delivered: '已送达',
    bounced: '退信',
    opened: '打开（证据较弱）',
    clicked: '点击',
    unsubscribed: '退订的会员',
    spam: '举报垃圾邮件的会员',
    complaints: '投诉',
    nps: 'NPS',
    leftOut: '没有汇率或价值的金额',
  },
  slices: {
    tier: ({ count }) =>
      `按等级分为 ${count} 部分：看得越多，越容易碰巧看到“效果”，因此各部分按水平的 1/${count} 判断。`,
    month: ({ count }) =>
      `按进入月份分为 ${count} 部分：看得越多，越容易碰巧看到“效果”，因此各部分按水平的 1/${count} 判断。`,
    noTier: '无等级',
  },
  verdicts: {
    better: '高于对照组，并非偶然',
    worse: '低于对照组，并非偶然',
    noDifferenceSeen: '未见差异',
    tooSmall: '样本量不足',
  },
  list: {
    campaign: '活动',
    since: '自',
    assigned: '进入',
    heldOut: '对照组',
    goal: '目标达成',
    net: '净收益',
    counts: '仅计数',
    open: '统计中',
    alarm: '警报',
    harm: '不良影响',
    loss: '亏损',
  },
  more: 'npx wingback results 活动ID 可查看单个活动。各数字的计算方法及何时不可信：docs/results.zh-CN.md。',
  none: '还没有活动有会员进入。',
  foot: '每位会员只计一次，从通过其他各项检查、首次分组时计起；`rehearse` 与 `status` 的“进入”则每次进入都计。各数字的计算方法及何时不可信：docs/results.zh-CN.md。',
  earlier: ({ ids }) => `此前以其他方式衡量，未与此合并：${ids}。`,
}
