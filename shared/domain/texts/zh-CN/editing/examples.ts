import type { examples as en } from '../../en/editing/examples.ts'

export const examples: typeof en = {
  title: (passed, all) => `${all} 个示例，${passed} 个符合预期`,
  running: '正在运行……',
  about: '停止输入后自动在独立环境中运行。每行写一项。',
  none: '还没有示例。',
  add: '添加示例',
  newName: (number) => `示例 ${number}`,
  example: '示例',
  given: '前提',
  when: '发生',
  expect: '预期',
  outcome: '结果',
  nameOf: (number) => `示例 ${number} 的名称`,
  cellOf: (column, number) => `${column}，示例 ${number}`,
  givenAll: '所有示例的共同前提',
  givenAllAbout: '起始时间和会员情况。单个示例可以另作说明。',
  notRun: '尚未运行',
  green: '符合预期',
  red: '不符合',
}
