import type { today as en } from '../../en/console/today.ts'

export const today: typeof en = {
  title: '今日',
  about: '昨天以来的情况，以及需要处理的事项',
  happened: '情况汇总',
  since: (time) => `自 ${time} 起`,
  inAll: '累计（尚无按日统计）',
  counts: {
    events: '已受理事件',
    members: '新增会员',
    bookings: '新增预订',
    emails: '已发送邮件',
    messages: '已发送消息',
    offers: '已发放升舱优惠',
    accepted: '已接受升舱优惠',
    granted: '已发放关怀补偿',
    owed: '已发放法定补偿',
    tasks: '已创建工单',
    heldOut: '对照组（不触达）',
    skipped: '已跳过',
    setAside: '异常数据',
  },
  why: '跳过原因',
  quiet: '没有需要处理的事项。',
  quietElse: '没有其他需要处理的事项。',
  lookAt: '查看',
  resume: '恢复',
  paused: {
    title: (what) => NAMES[what] ?? `活动“${what}”已暂停`,
    since: (time, by, what) =>
      `${by} 于 ${time} 暂停。${what === 'payments' ? '恢复之前，法定补偿暂缓发放' : '恢复之前，待发内容暂缓发送'}，不会丢失。`,
  },
  stopped: {
    title: (what) => `活动“${what}”已停止`,
    since: (time, by) => `${by} 于 ${time} 停止。恢复之前不再有会员进入。`,
  },
  review: (name) => `草稿“${name}”待审核`,
  reviewHow: (by, time) => `${by} 于 ${time} 提交，须由未参与编辑的人批准或拒绝。`,
  reviewIt: '去审核',
  setAside: (count) => `${count} 条异常数据`,
  setAsideHow: '这些事件未能受理，但没有丢失。请更正后重新提交。',
  unknown: (count) => `${count} 项操作的发送结果未知`,
  unknownHow: '邮件服务没有及时回应。系统不会凭猜测重发，多数会在一天内由回执确认。',
  dead: (queue, count) => `队列 ${queue} 有 ${count} 条消息处理失败`,
  deadHow: '请通知运维：查明原因后可重新处理（docs/operations/alarms.md）。',
  rulebook: (version) => `规则版本 ${version} 待审批`,
  askedBy: (by, time) => `${by} 于 ${time} 提交。审批之前，当前版本继续有效。`,
  loosens: '放宽了以下限制',
}

const NAMES: Record<string, string | undefined> = {
  all: '全部活动已暂停',
  payments: '法定补偿的自动支付已暂停',
  'sender:bounces': '发信已暂停：退信过多',
  'sender:complaints': '发信已暂停：垃圾邮件举报过多',
}
