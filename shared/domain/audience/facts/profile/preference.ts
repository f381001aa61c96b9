import { notSaid } from '../absences.ts'
import { profileIn } from '../known.ts'
import type { Fact } from '../types.ts'

export const preference: Fact = {
  name: 'preference',
  family: 'profile',
  type: { kind: 'text' },
  description: {
    en: 'a preference of the member, in the airline’s own words: the first one with the name `of`',
    'zh-CN': '会员的偏好（以航空公司的记录为准）：名称符合 `of` 的第一项',
  },
  absent: notSaid,
  example: 'preference: { of: seat, is: window }',
  params: {
    of: {
      kind: 'filter',
      type: { kind: 'text' },
      required: true,
      description: { en: 'of this name, such as seat, meal', 'zh-CN': '偏好的名称，例如 seat、meal' },
    },
  },
  measure: ({ filters: { of } }) => ({
    kind: 'fixed',
    read: (subject) => Object.entries(profileIn(subject).preferences ?? {}).find(([name]) => of?.holds(name))?.[1],
  }),
}
