import { notSaid } from '../absences.ts'
import { profileIn } from '../known.ts'
import { type Fact, fixed } from '../types.ts'

export const tier: Fact = {
  name: 'tier',
  family: 'profile',
  type: { kind: 'text' },
  description: {
    en: 'the card the member holds, in the airline’s own words',
    'zh-CN': '会员卡级别（以航空公司的命名为准）',
  },
  absent: notSaid,
  example: 'tier: [gold, platinum]',
  params: {},
  measure: fixed((subject) => profileIn(subject).tier),
}
