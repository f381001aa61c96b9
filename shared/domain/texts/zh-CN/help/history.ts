import type { Help } from '../../en/help/index.ts'

export const history: Help['history'] = {
  summary: '谁在何时改了什么，最新的在前',
  description:
    '列出每次发布、回滚、暂停和恢复，包括 Wingback 的自动暂停：何时（航空公司时区）、谁（在 AWS 中为登录者）、做了什么、之后哪个规则集生效。记录从不删除。',
  options: { limit: '最多列出多少条，不超过 500', cursor: '接着上一页继续' },
}
