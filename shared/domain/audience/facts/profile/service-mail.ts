import { profileIn } from '../known.ts'
import { type Fact, fixed } from '../types.ts'

export const serviceMail: Fact = {
  name: 'serviceMail',
  family: 'profile',
  type: { kind: 'boolean' },
  description: {
    en: 'whether service email is allowed: yes, unless the member opted out',
    'zh-CN': '是否可发送服务邮件：会员未拒收即可',
  },
  absent: { en: 'always known: without an opt-out, it is allowed', 'zh-CN': '不会缺失：未拒收即为可发送' },
  example: 'serviceMail: false',
  params: {},
  measure: fixed((subject) => profileIn(subject).serviceEmail !== false),
}
