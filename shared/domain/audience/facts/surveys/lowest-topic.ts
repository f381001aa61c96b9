import { notAnswered } from '../absences.ts'
import { type Fact, inLast } from '../types.ts'

export const lowestTopic: Fact = {
  name: 'lowestTopic',
  family: 'surveys',
  type: { kind: 'text' },
  description: {
    en: 'what the member was least satisfied with in the latest answer that rates something 1 or 2 of 5: the topic, as your survey names it; of several the first in alphabetical order',
    'zh-CN': '最近一次含 1 或 2 分的问卷中，会员最不满意的项目（以贵公司问卷的命名为准）；并列时取字母序靠前者',
  },
  absent: notAnswered,
  example: 'lowestTopic: { inLast: 90d, in: [food, seat] }',
  params: { inLast },
  measure: ({ window }) => ({
    kind: 'latest',
    window,
    find: ({ member }) => {
      const found = member.surveys.find(({ lowest }) => lowest !== undefined)
      return found && { at: found.at, value: found.lowest! }
    },
  }),
}
