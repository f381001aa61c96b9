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
  make: {
    title: '用此案例生成示例',
    about:
      '示例包含活动当时掌握的信息和发生的事件，不含姓名、地址、文字内容、订座编号和会员号。示例存入草稿，与其他示例一起运行。',
    campaign: '活动',
    name: '示例名称',
    usualName: (campaign, day) => `${campaign}，${day}`,
    into: '存入',
    newDraft: '新草稿',
    otherwise: '按当时的规则运行，结果与实际不一致',
    otherwiseAbout:
      '实际结果受到示例以外的因素影响：预算已被他人用完、活动暂停、邮件被退回等。仍可添加，再写明您的预期。',
    addAllTheSame: '仍然添加',
    unreadable: (path) => `无法读取该草稿的 ${path}，请先修正。`,
  },
}
