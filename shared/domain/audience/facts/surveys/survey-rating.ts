import { notAnswered } from '../absences.ts'
import { type Fact, inLast } from '../types.ts'
import { latest } from './latest.ts'

export const surveyRating: Fact = {
  name: 'surveyRating',
  family: 'surveys',
  type: { kind: 'number' },
  description: { en: 'the average of the latest ratings, 1 to 5', 'zh-CN': '最近一次各项评分的平均值，1 至 5' },
  absent: notAnswered,
  example: 'surveyRating: { below: 3 }',
  params: { inLast },
  measure: ({ window }) => ({ kind: 'latest', window, find: latest((survey) => survey.rating) }),
}
