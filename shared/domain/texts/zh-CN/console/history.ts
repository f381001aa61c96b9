import type { history as en } from '../../en/console/history.ts'

export const history: typeof en = {
  title: '变更记录',
  about: '人员所做的全部变更：规则集、暂停、审批、异常数据更正',
  list: '变更（最新在前）',
  none: '暂无变更。发布规则集即为第一条变更。',
  when: '时间',
  by: '人员',
  what: '变更',
  rulebook: '此后生效的规则版本',
}
