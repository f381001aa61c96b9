import { notAnswered } from '../absences.ts'
import { type Fact, inLast } from '../types.ts'
import { latest } from './latest.ts'

export const nps: Fact = {
  name: 'nps',
  family: 'surveys',
  type: { kind: 'number' },
  description: {
    en: 'how likely the member is to recommend the airline, 0 to 10, in the latest answer',
    'zh-CN': '最近一次回答的推荐意愿，0 至 10',
  },
  absent: notAnswered,
  example: 'nps: { atMost: 6, inLast: 180d }',
  params: { inLast },
  measure: ({ window }) => ({ kind: 'latest', window, find: latest((survey) => survey.nps) }),
}
