import type { search as en } from '../../en/console/search.ts'

export const search: typeof en = {
  title: '搜索',
  keys: 'Ctrl K',
  label: '搜索页面、活动、人群、会员、工单、版本、异常数据',
  how: '输入名称、会员号、姓氏、邮箱、订座记录编号或其他编号。方向键选择，回车打开，Esc 关闭。',
  none: (text) => `没有找到“${text}”。`,
  found: (count) => `找到 ${count} 项`,
  groups: {
    page: '页面',
    campaign: '活动',
    audience: '人群',
    member: '会员',
    task: '工单',
    version: '版本',
    setAside: '异常数据',
  },
  bounds: '工单：每个团队未结的前 100 条；异常数据和版本：前 100 条。',
  onlyRead: '仅可按会员号查找会员；其他方式需要个人信息权限。',
}
