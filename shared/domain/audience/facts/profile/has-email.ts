import { never } from '../absences.ts'
import { profileIn } from '../known.ts'
import { type Fact, fixed } from '../types.ts'

export const hasEmail: Fact = {
  name: 'hasEmail',
  family: 'profile',
  type: { kind: 'boolean' },
  description: { en: 'whether an email address is known', 'zh-CN': '是否有电子邮箱' },
  absent: never,
  example: 'hasEmail: true',
  params: {},
  measure: fixed((subject) => profileIn(subject).email !== undefined),
}
