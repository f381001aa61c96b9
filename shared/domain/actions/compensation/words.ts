import { happening, type WordsIn } from '../../texts/about.ts'
import { grantText, spelled } from '../../texts/en/amounts.ts'
import { grantText as grantTextZh, measured, spelled as spelledZh } from '../../texts/zh-CN/amounts.ts'

const en = {
  name: 'compensation',
  reasons: {
    compensation: happening({
      /** `unit`: miles, voucher or cash, or the currency whose minor units the amount is in. */
      granted: ({ amount, unit }: { amount: number; unit: string }) => `${grantText(amount, unit)} granted`,
      goodwill: ({ amount, unit }: { amount: number; unit: string }) =>
        `${grantText(amount, unit)} granted as goodwill, on top of what the law owes`,
      /** With the law and its paragraph. */
      owed: ({ amount, unit, regime, source }: { amount: number; unit: string; regime: string; source: string }) =>
        `${grantText(amount, unit)} granted, owed under ${regime}: ${source}`,
    }),
  },
  step: {
    compensation: (x: string) => `compensation ${x}`,
    reason: (reason: string) => ` (reason ${reason})`,
    case: (amount: string, x: string | undefined) => (x === undefined ? `otherwise ${amount}` : `${amount} if ${x}`),
    miles: (count: string) => `${Number(count).toLocaleString('en-US')} miles`,
    voucher: (money: string) => `voucher of ${spelled(money)}`,
    cash: (money: string) => `${spelled(money)} in cash`,
  },
  events: {
    'compensation.pending': 'Compensation waits for approval',
    'compensation.granted': 'Compensation granted',
    'compensation.refused': 'Compensation refused',
    'compensation.reversed': 'Compensation reversed',
  },
}

const zhCN: WordsIn<typeof en> = {
  name: '关怀补偿',
  reasons: {
    compensation: {
      reasons: {
        granted: ({ amount, unit }) => `已发放 ${grantTextZh(amount, unit)}`,
        goodwill: ({ amount, unit }) => `已赠送 ${grantTextZh(amount, unit)}（关怀补偿）`,
        owed: ({ amount, unit, regime, source }) =>
          `已发放 ${grantTextZh(amount, unit)}（法定补偿，依据 ${regime}：${source}）`,
      },
    },
  },
  step: {
    compensation: (x) => `补偿 ${x}`,
    reason: (reason) => `（原因 ${reason}）`,
    case: (amount, x) => (x === undefined ? `其他情况 ${amount}` : `${amount}，如果 ${x}`),
    miles: (count) => `${measured(count)} 里程`,
    voucher: (money) => `代金券 ${spelledZh(money)}`,
    cash: (money) => `现金 ${spelledZh(money)}`,
  },
  events: {
    'compensation.pending': '补偿待审批',
    'compensation.granted': '补偿已发放',
    'compensation.refused': '补偿未发放',
    'compensation.reversed': '补偿已冲销',
  },
}

export const compensationWords = { en, zhCN }
