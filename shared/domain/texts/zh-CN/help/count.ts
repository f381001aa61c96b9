import type { Help } from '../../en/help/index.ts'

export const count: Help['count'] = {
  summary: '不发布，先数一数人群有多少人',
  description:
    '统计正在运行的 Wingback 的现有会员；写 --members 则统计文件中的会员，无需运行 Wingback。' +
    '同时统计其中有多少人有邮箱且同意营销邮件。--try 用其他取值统计一个人群，例如更长或更短的未飞行时间。',
  arguments: { dir: 'wingback.yaml 所在的文件夹' },
  options: {
    audience: '只统计此人群',
    try: 'fact.operator=取值,取值：逐一代替文件中的值',
    members: '.jsonl 或 .jsonl.gz：`export` 的结果，或事件',
    at: '与 --members 同用：按此时刻统计（默认：现在）',
    look: '最多查看多少名会员',
  },
}
