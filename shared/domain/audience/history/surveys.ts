import { LIMITS, type Survey } from '../../member/member.ts'
import { itemTest } from '../fields/field.ts'
import { surveyFields } from '../fields/survey.ts'
import { historyOf, isOfEvent } from './history.ts'

/** What the member said when asked. */
export const surveyHistory = {
  'survey.answered': historyOf<Survey>({
    event: 'survey.answered',
    family: 'surveys',
    description: { en: 'a survey was answered', 'zh-CN': '填写了问卷' },
    atMost: LIMITS.surveys,
    days: 90,
    items: (member) => member.surveys,
    at: (survey) => survey.at,
    isOf: isOfEvent,
    fields: surveyFields,
    passes: (where) => itemTest(where, surveyFields),
  }),
}
