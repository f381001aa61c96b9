import { type ActionKind, traitsOf } from '../../actions/kinds.ts'
import { moneyText } from '../../units.ts'
import type { AboutIn } from '../about.ts'
import type { reasons as en } from '../en/reasons.ts'
import { grantText } from './amounts.ts'

export const reasons = {
  trigger: {
    reasons: {
      notOnRecord: ({ event }) => `从未进入：该会员没有触发事件 ${event} 的记录`,
      otherwise: ({ event, times }) => `从未进入：${event} 发生过 ${times} 次，但不符合触发条件，或早于本活动发布`,
      noBirthday: '从未进入：自发布以来生日尚未到来，或生日未知',
      notScheduled: ({ audience }) => `从未进入：自发布以来其时间尚未到来，或届时该会员不在受众“${audience}”中`,
      notIn: ({ audience }) => `从未进入：该会员不在受众“${audience}”中`,
      stillIn: ({ audience, since }) => `从未进入：该会员自 ${since} 起在受众“${audience}”中，尚未离开`,
      wasIn: ({ audience, since }) =>
        `从未进入：该会员自 ${since} 起在受众“${audience}”中：首次查看时已在其中的会员不进入`,
    },
    otherwise: {
      notOnRecord: ({ event }) => `发生事件 ${event}`,
      otherwise: ({ event }) => `活动发布之后发生符合触发条件的 ${event}`,
      noBirthday: '生日已知且已到',
      notScheduled: ({ audience }) => `到时会员在受众“${audience}”中`,
      notIn: ({ audience }) => `会员在受众“${audience}”中`,
      stillIn: ({ audience }) => `会员不再在受众“${audience}”中`,
      wasIn: ({ audience }) => `会员在活动发布之后进入受众“${audience}”`,
    },
  },
  journey: {
    reasons: {
      asked: '为本次说明而现在查询',
      entered: '活动开始',
      arm: ({ split, arm }) => `在 ${split} 中进入分支 ${arm}`,
      moved: ({ step, from }) => `在当前版本的步骤 ${step} 继续；此前在 ${from}`,
      decided: ({ kind }) => `${traitsOf(kind as ActionKind).name['zh-CN']}已发起`,
      done: '所有步骤已完成',
      nothingGranted: '没有发放补偿，因此不作任何承诺',
      goalGivenUp: '不再观察其目标：会员同时在太多活动中',
      goal: ({ event }) => `在活动期限内发生了 ${event}`,
    },
  },
  mail: {
    reasons: {
      taken: 'SES 已接收邮件',
      reported: 'SES 已报告该邮件的情况',
      refused: ({ said }) => `SES 拒收邮件：${said}`,
      unanswered: ({ said }) => `SES 未明确答复：${said}`,
      senderStopped: '发信程序在认领之后、报告结果之前停止',
      noAddress: '没有可写信的对象',
      noTemplate: ({ template, locale }) => `模板 ${template} 没有 ${locale} 文本`,
      unrenderable: ({ said }) => `邮件无法生成：${said}`,
    },
  },
  offer: {
    reasons: {
      issued: ({ cabin }) => `已发出 ${cabin} 舱升舱优惠`,
    },
  },
  task: {
    reasons: {
      opened: '已建立人工任务',
    },
  },
  compensation: {
    reasons: {
      granted: ({ amount, unit }) => `已发放 ${grantText(amount, unit)}`,
      goodwill: ({ amount, unit }) => `已发放 ${grantText(amount, unit)}，为法定补偿之外的心意`,
      owed: ({ amount, unit, regime, source }) => `已发放 ${grantText(amount, unit)}，依据 ${regime}：${source}`,
    },
  },
  approval: {
    reasons: {
      awaited: ({ until }) => `须由第二人在 ${until}（UTC）之前批准`,
      refused: ({ by }) => `未获批准：${by}`,
      lapsed: '逾期无人批准',
      reversed: ({ by }) => `已冲销：${by}`,
    },
    otherwise: {
      awaited: '获第二人批准',
      refused: '获第二人批准',
      lapsed: '第二人及时批准',
      reversed: '没有被冲销',
    },
  },
  ledger: {
    reasons: {
      alreadyCompensated: ({ key }) => `${key} 此前已补偿`,
      owedBefore: ({ amount, currency }) => `该航班此前已发放 ${moneyText(amount, currency)}`,
      yearlyCap: ({ costs, left, limit, currency, year }) =>
        `需 ${moneyText(costs, currency)}，该会员 ${year} 年可从本预算获得的 ${moneyText(limit, currency)}（perMemberPerYear）仅余 ${moneyText(left, currency)}`,
      trancheExhausted: ({ costs, left, limit, currency }) =>
        `需 ${moneyText(costs, currency)}，每小时可支付的 ${moneyText(limit, currency)} 仅余 ${moneyText(left, currency)}`,
      budgetExhausted: ({ costs, left, limit, currency, budget }) =>
        `需 ${moneyText(costs, currency)}，预算 ${budget} 的 ${moneyText(limit, currency)} 仅余 ${moneyText(left, currency)}`,
    },
    otherwise: {
      alreadyCompensated: '此前未因同一事由补偿过',
      owedBefore: '该航班此前未曾发放',
      yearlyCap: ({ costs, left, currency, year }) => `会员 ${year} 年度额度多 ${moneyText(costs - left, currency)}`,
      trancheExhausted: ({ costs, left, currency, budget }) => `${budget} 多余 ${moneyText(costs - left, currency)}`,
      budgetExhausted: ({ costs, left, currency, budget }) =>
        `预算 ${budget} 多余 ${moneyText(costs - left, currency)}`,
    },
  },
} satisfies AboutIn<typeof en>
