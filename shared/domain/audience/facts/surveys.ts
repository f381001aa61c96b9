import type { Survey } from '../../member/member.ts'
import type { Subject } from '../condition.ts'
import { type Fact, inLast, type Words } from './types.ts'

const notAnswered: Words = {
  en: 'no answer (in the window): satisfies only isNot, notIn and present: false',
  'zh-CN': '（窗口内）没有回答：仅满足 isNot、notIn 与 present: false',
}

/** The latest answer; surveys are kept newest first. */
function latest(read: (survey: Survey) => number | undefined) {
  return ({ member }: Subject) => {
    const survey = member.surveys.find((each) => read(each) !== undefined)
    return survey && { at: survey.at, value: read(survey)! }
  }
}

/** What the member said when asked. */
export const surveyFacts = {
  nps: {
    name: 'nps',
    family: 'surveys',
    type: { kind: 'number' },
    description: {
      en: 'how likely they would recommend the airline, 0 to 10, as answered last',
      'zh-CN': '最近一次回答的推荐意愿，0 至 10',
    },
    absent: notAnswered,
    example: 'nps: { atMost: 6, inLast: 180d }',
    params: { inLast },
    measure: ({ window }) => ({ kind: 'latest', window, find: latest((survey) => survey.nps) }),
  },
  surveyRating: {
    name: 'surveyRating',
    family: 'surveys',
    type: { kind: 'number' },
    description: { en: 'the mean of the ratings given last, 1 to 5', 'zh-CN': '最近一次各项评分的平均值，1 至 5' },
    absent: notAnswered,
    example: 'surveyRating: { below: 3 }',
    params: { inLast },
    measure: ({ window }) => ({ kind: 'latest', window, find: latest((survey) => survey.rating) }),
  },
} as const satisfies Record<string, Fact>
