import type { Help } from '../../en/help/index.ts'

const NAMED = 'wingback.yaml 所在的文件夹、`live`（当前生效）或 `pending`（待审批）'

export const diff: Help['diff'] = {
  summary: '两个规则集之间改了什么',
  description: '列出每个新增、删除或改动的活动、人群、预算、设置和邮件，以及改动内容。文件名、排版和注释不算改动。',
  arguments: { before: NAMED, after: NAMED },
}
