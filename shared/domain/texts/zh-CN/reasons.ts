import { zhCN as actions } from '../../actions/words.ts'
import { moneySaid } from '../../units.ts'
import type { AboutIn } from '../about.ts'
import type { reasons as en } from '../en/reasons.ts'
import { causeText } from './causes.ts'
import { happened } from './happenings.ts'
import { found } from './law.ts'

export const reasons = {
  trigger: {
    reasons: {
      notOnRecord: ({ event }) => `未进入活动：没有该会员“${happened(event)}”的记录`,
      otherwise: ({ event, times }) =>
        `未进入活动：有 ${times} 次“${happened(event)}”，但不符合触发条件，或早于本活动发布`,
      noBirthday: '未进入活动：发布以来未逢生日，或生日未知',
      notScheduled: ({ audience }) => `未进入活动：发布以来未到执行时间，或届时会员不在人群“${audience}”中`,
      notIn: ({ audience }) => `未进入活动：会员不在人群“${audience}”中`,
      stillIn: ({ audience, since }) => `未进入活动：会员自 ${since} 起一直在人群“${audience}”中，尚未离开`,
      wasIn: ({ audience, since }) =>
        `未进入活动：首次评估时（${since}）会员已在人群“${audience}”中，此类会员不进入活动`,
    },
    otherwise: {
      notOnRecord: ({ event }) => `发生“${happened(event)}”`,
      otherwise: ({ event }) => `活动发布后发生符合触发条件的“${happened(event)}”`,
      noBirthday: '生日已知且已到',
      notScheduled: ({ audience }) => `执行时会员在人群“${audience}”中`,
      notIn: ({ audience }) => `会员在人群“${audience}”中`,
      stillIn: ({ audience }) => `会员离开人群“${audience}”`,
      wasIn: ({ audience }) => `会员在活动发布后进入人群“${audience}”`,
    },
  },
  journey: {
    reasons: {
      asked: '查询时判断',
      entered: '符合触发条件和活动条件',
      arm: ({ split, arm }) => `在 ${split} 中分入 ${arm} 组`,
      moved: ({ step, from }) => `在新版本的步骤 ${step} 继续，原版本 ${from}`,
      decided: '各项检查均已通过',
      done: '所有步骤已完成',
      nothingGranted: '未发放补偿，流程结束',
      goalGivenUp: '不再跟踪目标：会员同时参加的活动过多',
      goal: ({ event }) => `在目标期限内${happened(event)}`,
    },
  },
  ...actions.reasons,
  approval: {
    reasons: {
      awaited: ({ until, local }) => `待主管审批（截止 ${local ? dayAndTime(local) : `${dayAndTime(until)} UTC`}）`,
      refused: ({ by }) => `审批未通过：${by}`,
      lapsed: '逾期未审批',
      reversed: ({ by, findings }) => `已冲销：${by}${findings ? `：${found(findings)}` : ''}`,
    },
    otherwise: {
      awaited: '主管已审批通过',
      refused: '审批通过',
      lapsed: '主管按时审批通过',
      reversed: '未被冲销',
    },
  },
  ledger: {
    reasons: {
      alreadyCompensated: ({ key }) => `${causeText(key)}此前已补偿`,
      owedBefore: ({ amount, currency }) => `该航班此前已发放 ${moneySaid(amount, currency)}`,
      yearlyCap: ({ costs, left, limit, currency, year }) =>
        `需 ${moneySaid(costs, currency)}，该会员 ${year} 年在本预算中的上限 ${moneySaid(limit, currency)}（perMemberPerYear）仅余 ${moneySaid(left, currency)}`,
      trancheExhausted: ({ costs, left, limit, currency }) =>
        `需 ${moneySaid(costs, currency)}，每小时支付上限 ${moneySaid(limit, currency)} 仅余 ${moneySaid(left, currency)}`,
      budgetExhausted: ({ costs, left, limit, currency, budget }) =>
        `预算不足，未发放：需 ${moneySaid(costs, currency)}，预算 ${budget} 的 ${moneySaid(limit, currency)} 仅余 ${moneySaid(left, currency)}`,
    },
    otherwise: {
      alreadyCompensated: '此前未因同一事由补偿过',
      owedBefore: '该航班此前未发放过',
      yearlyCap: ({ costs, left, currency, year }) =>
        `该会员 ${year} 年的上限多出 ${moneySaid(costs - left, currency)}`,
      trancheExhausted: ({ costs, left, currency, budget }) =>
        `${budget} 的余额多出 ${moneySaid(costs - left, currency)}`,
      budgetExhausted: ({ costs, left, currency, budget }) =>
        `预算 ${budget} 的余额多出 ${moneySaid(costs - left, currency)}`,
    },
  },
} satisfies AboutIn<typeof en>

/** `2026-09-30 02:05` as `9月30日 02:05`. */
function dayAndTime(text: string): string {
  return text.replace(/^\d+-0?(\d+)-0?(\d+) /, '$1月$2日 ')
}
