import { COMPANY_CLASSES, companyClassOf } from '../../../scores/companies/companies.ts'
import { identityOf } from '../../../scores/identity.ts'
import { profileIn } from '../known.ts'
import type { Fact } from '../types.ts'

export const companyClass: Fact = {
  name: 'companyClass',
  family: 'profile',
  type: { kind: 'text', values: COMPANY_CLASSES },
  description: {
    en: 'what the member’s company is to the airline: keyAccount or smallAndMedium, as `wingback fit --companies` has weighed it',
    'zh-CN':
      '会员所属协议企业的类别：keyAccount（大客户）或 smallAndMedium（中小企业），由 `wingback fit --companies` 评定',
  },
  absent: {
    en: 'no company, or one that models/companies.json does not have: satisfies only isNot, notIn and present: false',
    'zh-CN': '无协议企业，或 models/companies.json 中没有该企业：仅满足 isNot、notIn 与 present: false',
  },
  example: 'companyClass: keyAccount',
  params: {},
  measure: ({ models: { companies } }) => ({
    kind: 'fixed',
    read: (subject) => companyClassOf(companies, profileIn(subject).companyId),
    model: identityOf(companies),
  }),
}
