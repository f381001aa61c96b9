import type { Survey } from '../../member/member.ts'
import type { Fields } from './field.ts'

/** What is kept of an answer to a survey. */
export const surveyFields = {
  nps: {
    type: { kind: 'number' },
    description: { en: 'how likely the member is to recommend the airline, 0 to 10', 'zh-CN': '推荐意愿，0 至 10' },
    of: (survey) => survey.nps,
  },
  rating: {
    type: { kind: 'number' },
    description: { en: 'the average of the ratings, 1 to 5', 'zh-CN': '各项评分的平均值，1 至 5' },
    of: (survey) => survey.rating,
  },
} as const satisfies Fields<Survey>
