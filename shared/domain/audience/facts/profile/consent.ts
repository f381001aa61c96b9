import { profileIn } from '../known.ts'
import type { Fact } from '../types.ts'

export const consent: Fact = {
  name: 'consent',
  family: 'profile',
  type: { kind: 'boolean' },
  description: {
    en: 'whether the member consented to marketing by email; with `to`, by one of the channels of that name',
    'zh-CN': '是否同意接收营销邮件；注明 `to` 时为该渠道的营销消息',
  },
  absent: { en: 'always known: without a statement, there is no consent', 'zh-CN': '不会缺失：未表示同意即为未同意' },
  example: 'consent: true',
  params: {
    to: {
      kind: 'filter',
      type: { kind: 'text' },
      description: {
        en: 'to these, by the name of the consent: email, wechat',
        'zh-CN': '同意的名称，例如 email、wechat',
      },
    },
  },
  measure: ({ filters: { to } }) => ({
    kind: 'fixed',
    read: (subject) => {
      const { consentEmail, consents = {} } = profileIn(subject)
      if (!to) return consentEmail === true
      return (
        (consentEmail === true && to.holds('email')) ||
        Object.entries(consents).some(([name, { marketing }]) => marketing === true && to.holds(name))
      )
    },
  }),
}
