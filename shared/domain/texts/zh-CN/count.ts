import type { count as en } from '../en/count.ts'

export const count: typeof en = {
  looked: (looked, members, at) =>
    looked === members
      ? `共 ${members} 名会员，${at} 的情况：`
      : `已查看 ${members} 名会员中的 ${looked} 名，${at} 的情况：`,
  askedOnce: (fact, audience, times) =>
    times === 0 ? `人群 ${audience} 的条件中没有 ${fact}` : `人群 ${audience} 的条件中有 ${times} 处 ${fact}`,
  askOnce: '所试的事实须在该人群自己的条件中写有一处',
  tooManyVariants: (atMost) => `组合超过 ${atMost} 种`,
  tryFewer: '请一次少试几个值',
  columns: ['人群', '会员数', '占比', '有邮箱且同意营销'],
}
