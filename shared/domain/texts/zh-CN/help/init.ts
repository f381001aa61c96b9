import type { Help } from '../../en/help/index.ts'

export const init: Help['init'] = {
  summary: '新建一个规则集',
  description:
    '新建文件夹，内有一个可用的小规则集：设置、一个预算、一个人群、一个活动及其中英文邮件和示例，以及供编辑器边写边检查、自动补全的 schema。不为空的文件夹不作改动。',
  arguments: { dir: '新的或空的文件夹' },
}
