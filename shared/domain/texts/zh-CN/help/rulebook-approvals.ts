import type { Help } from '../../en/help/index.ts'

export const rulebook: Help['rulebook'] = {
  summary: '批准或拒绝规则集，或取回其文件',
  description: '提高或取消审批门槛、预算或上限的规则集，须由另一人批准后生效。其他规则集立即生效。',
  pull: {
    summary: '把当前规则集写入文件夹',
    description:
      '按发布时的原样写出全部文件，含注释和邮件模板：控制台里的改动由此回到代码仓库。规则集中没有的文件保持不变。',
    arguments: { dir: '文件夹；不存在则新建' },
  },
  pending: {
    summary: '待审批的规则集，以及放宽了什么',
    description: '显示最近一次申请。`diff live pending` 显示全部改动。',
  },
  approve: {
    summary: '批准并使其生效',
    description: '不能批准自己的申请。请写明版本，因为其间可能又有新的申请。',
    arguments: { version: '版本，见 `rulebook pending`；写前 8 位即可' },
    options: { why: '原因，留作记录' },
  },
  refuse: {
    summary: '拒绝，或撤回自己的申请',
    description: '当前规则集保持生效。',
    arguments: { version: '版本，见 `rulebook pending`；写前 8 位即可' },
    options: { why: '原因，留作记录' },
  },
}
