import type { Help } from '../../en/help/index.ts'

export const entitlement: Help['entitlement'] = {
  summary: '依法应付旅客什么，依据哪一条',
  description:
    '按 EU261、UK261、US DOT 或中国的规定评估文件中的每个案例：每位旅客应得什么、为什么、依据哪一条。' +
    '无需运行 Wingback。不构成法律意见：适用范围见 docs/law.md。',
  arguments: { file: 'JSON 文件：{"cases": [{id, regime, event, from, to, carrier_licence, given}]}' },
  options: { on: '案例没有日期时，按哪一天的法律（默认：今天）' },
}
