import type { Help } from '../../en/help/index.ts'

export const newCampaign: Help['newCampaign'] = {
  summary: '从范例库新建活动',
  description:
    '列出可以作为起点的活动及其有效的原因，或把其中一个放入规则集：规则、中英文邮件、示例，以及需要支出时的预算。名称已被占用时自动加序号，不改动其他文件。',
  arguments: { dir: '规则集所在文件夹' },
  options: { from: '选用哪一个，例如 went-quiet', as: '在您的文件中的名称' },
}
