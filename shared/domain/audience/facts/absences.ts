import type { Words } from './types.ts'

/** What an absent value means, for facts that are absent in the same way. */

/** Counting nothing gives 0, not "unknown". */
export const noneIsZero: Words = { en: 'always known: none is 0', 'zh-CN': '不会缺失：没有即为 0' }

export const never: Words = { en: 'always known', 'zh-CN': '不会缺失' }

export const notSaid: Words = {
  en: 'not provided by the airline: satisfies only isNot, notIn and present: false',
  'zh-CN': '航空公司未提供：仅满足 isNot、notIn 与 present: false',
}

export const birthdayNotKnown: Words = {
  en: 'the birthday is not known: satisfies only isNot, notIn and present: false',
  'zh-CN': '生日未知：仅满足 isNot、notIn 与 present: false',
}

export const enrolmentNotKnown: Words = {
  en: 'the day of enrolment is not known: satisfies only isNot and present: false',
  'zh-CN': '入会日期未知：仅满足 isNot 与 present: false',
}

export const neverFlown: Words = {
  en: 'no flight is known (in the window): satisfies only isNot, notIn and present: false',
  'zh-CN': '（窗口内）没有已知航班：仅满足 isNot、notIn 与 present: false',
}

export const noneResolved: Words = {
  en: 'none was resolved (in the window): satisfies only isNot, notIn and present: false',
  'zh-CN': '（窗口内）没有已处理的投诉：仅满足 isNot、notIn 与 present: false',
}

export const notAnswered: Words = {
  en: 'no answer (in the window): satisfies only isNot, notIn and present: false',
  'zh-CN': '（窗口内）没有回答：仅满足 isNot、notIn 与 present: false',
}
