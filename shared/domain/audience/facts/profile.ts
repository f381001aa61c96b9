import { AIRPORT } from '../fields/travel.ts'
import { profileIn } from './known.ts'
import { type Fact, fixed, type Words } from './types.ts'

const notSaid: Words = {
  en: 'the airline has not said: satisfies only isNot, notIn and present: false',
  'zh-CN': '航空公司未提供：仅满足 isNot、notIn 与 present: false',
}
const birthdayNotKnown: Words = {
  en: 'the birthday is not known: satisfies only isNot, notIn and present: false',
  'zh-CN': '生日未知：仅满足 isNot、notIn 与 present: false',
}
const enrolmentNotKnown: Words = {
  en: 'the day of enrolment is not known: satisfies only isNot and present: false',
  'zh-CN': '入会日期未知：仅满足 isNot 与 present: false',
}
const never: Words = { en: 'never absent', 'zh-CN': '不会缺失' }
const about = { family: 'profile', params: {} } as const

/** Who the member is, as the airline says. */
export const profileFacts = {
  tier: {
    ...about,
    name: 'tier',
    type: { kind: 'text' },
    description: {
      en: 'the card the member holds, in the airline’s own words',
      'zh-CN': '会员卡级别（以航空公司的命名为准）',
    },
    absent: notSaid,
    example: 'tier: [gold, platinum]',
    measure: fixed((subject) => profileIn(subject).tier),
  },
  gender: {
    ...about,
    name: 'gender',
    type: { kind: 'text' },
    description: { en: 'gender, in the airline’s own words', 'zh-CN': '性别（以航空公司的记录为准）' },
    absent: notSaid,
    example: 'gender: female',
    measure: fixed((subject) => profileIn(subject).gender),
  },
  locale: {
    ...about,
    name: 'locale',
    type: { kind: 'text', pattern: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, like: 'zh-CN' },
    description: { en: 'the language the member reads', 'zh-CN': '会员的语言' },
    absent: notSaid,
    example: 'locale: zh-CN',
    measure: fixed((subject) => profileIn(subject).locale),
  },
  homeAirport: {
    ...about,
    name: 'homeAirport',
    type: AIRPORT,
    description: { en: 'the airport the member usually leaves from', 'zh-CN': '会员的常用出发机场' },
    absent: notSaid,
    example: 'homeAirport: [PEK, PKX]',
    measure: fixed((subject) => profileIn(subject).homeAirport),
  },
  companyId: {
    ...about,
    name: 'companyId',
    type: { kind: 'text' },
    description: { en: 'the company whose contract the member travels on', 'zh-CN': '会员所属的协议企业' },
    absent: {
      en: 'no company: satisfies only isNot, notIn and present: false',
      'zh-CN': '无协议企业：仅满足 isNot、notIn 与 present: false',
    },
    example: 'companyId: { present: true }',
    measure: fixed((subject) => profileIn(subject).companyId),
  },
  timeZone: {
    ...about,
    name: 'timeZone',
    type: { kind: 'text' },
    description: { en: 'the member’s time zone', 'zh-CN': '会员所在时区' },
    absent: notSaid,
    example: 'timeZone: Asia/Shanghai',
    measure: fixed((subject) => profileIn(subject).timeZone),
  },
  age: {
    ...about,
    name: 'age',
    type: { kind: 'number', unit: 'years' },
    description: {
      en: 'completed years, as of today in the airline’s zone (born on 29 February: one year older on 1 March)',
      'zh-CN': '周岁，按航空公司时区的今天计算（2 月 29 日出生者在平年 3 月 1 日增岁）',
    },
    absent: birthdayNotKnown,
    example: 'age: { atLeast: 18, below: 65 }',
    measure: () => ({ kind: 'years', since: (subject) => profileIn(subject).birthDate }),
  },
  memberFor: {
    ...about,
    name: 'memberFor',
    type: { kind: 'duration' },
    description: { en: 'the time since the member enrolled', 'zh-CN': '入会至今的时间' },
    absent: enrolmentNotKnown,
    example: 'memberFor: { atLeast: 365d }',
    measure: () => ({
      kind: 'elapsed',
      since: (subject) => {
        const { enrolledOn } = profileIn(subject)
        return enrolledOn === undefined ? undefined : subject.calendar.startOf(enrolledOn)
      },
    }),
  },
  birthday: {
    ...about,
    name: 'birthday',
    type: { kind: 'anniversary' },
    description: {
      en: 'how many days until the next birthday, in the airline’s zone; 0d on the day (born on 29 February: on the 28th in other years)',
      'zh-CN': '距下一个生日的天数，按航空公司时区；当天为 0d（2 月 29 日出生者在平年为 28 日）',
    },
    absent: birthdayNotKnown,
    example: 'birthday: { within: 7d }',
    measure: () => ({ kind: 'anniversary', date: (subject) => profileIn(subject).birthDate }),
  },
  memberAnniversary: {
    ...about,
    name: 'memberAnniversary',
    type: { kind: 'anniversary' },
    description: {
      en: 'how many days until the member has been enrolled for another year; 0d on the day (the first one a year after enrolment)',
      'zh-CN': '距下一个入会周年日的天数；当天为 0d（首个周年日在入会一年后）',
    },
    absent: enrolmentNotKnown,
    example: 'memberAnniversary: { within: 14d }',
    measure: () => ({ kind: 'anniversary', date: (subject) => profileIn(subject).enrolledOn }),
  },
  birthDate: {
    ...about,
    name: 'birthDate',
    type: { kind: 'date' },
    description: { en: 'the day of birth', 'zh-CN': '出生日期' },
    absent: birthdayNotKnown,
    example: 'birthDate: { before: 1980-01-01 }',
    measure: fixed((subject) => profileIn(subject).birthDate),
  },
  enrolledOn: {
    ...about,
    name: 'enrolledOn',
    type: { kind: 'date' },
    description: { en: 'the day on which the member enrolled', 'zh-CN': '入会日期' },
    absent: enrolmentNotKnown,
    example: 'enrolledOn: { between: [2026-01-01, 2026-06-30] }',
    measure: fixed((subject) => profileIn(subject).enrolledOn),
  },
  hasEmail: {
    ...about,
    name: 'hasEmail',
    type: { kind: 'boolean' },
    description: { en: 'whether there is an address to write to', 'zh-CN': '是否有电子邮箱' },
    absent: never,
    example: 'hasEmail: true',
    measure: fixed((subject) => profileIn(subject).email !== undefined),
  },
  consent: {
    ...about,
    name: 'consent',
    type: { kind: 'boolean' },
    description: { en: 'whether the member agreed to be written to by e-mail', 'zh-CN': '是否同意接收电子邮件' },
    absent: { en: 'never absent: who did not say so has not agreed', 'zh-CN': '不会缺失：未表示同意即为未同意' },
    example: 'consent: true',
    measure: fixed((subject) => profileIn(subject).consentEmail === true),
  },
} as const satisfies Record<string, Fact>
