import { profileIn } from '../known.ts'
import { type Fact, fixed } from '../types.ts'

export const companyId: Fact = {
  name: 'companyId',
  family: 'profile',
  type: { kind: 'text' },
  description: { en: 'the company under whose contract the member travels', 'zh-CN': '会员所属的协议企业' },
  absent: {
    en: 'no company: satisfies only isNot, notIn and present: false',
    'zh-CN': '无协议企业：仅满足 isNot、notIn 与 present: false',
  },
  example: 'companyId: { present: true }',
  params: {},
  measure: fixed((subject) => profileIn(subject).companyId),
}
