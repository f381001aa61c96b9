import type { Help } from '../../en/help/index.ts'

export const commander: Help['commander'] = {
  titles: { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' },
  placeholders: {
    options: '选项',
    command: '命令',
    after: '新',
    amount: '金额',
    'arm=amount': '组=金额',
    'arm=share': '组=比例',
    address: '地址',
    audience: '人群',
    before: '旧',
    campaign: '活动',
    code: '代码',
    column: '列',
    columns: '列',
    cursor: '游标',
    date: '日期',
    day: '日期',
    days: '天数',
    dir: '文件夹',
    domain: '域名',
    file: '文件',
    files: '文件',
    flight: '航班',
    folder: '文件夹',
    grant: '补偿',
    how: '方式',
    id: '编号',
    instant: '时刻',
    key: '编号',
    kind: '类型',
    language: '语言',
    leg: '航段',
    mapping: '映射',
    member: '会员号',
    members: '人数',
    message: '报文',
    money: '金额',
    month: '月份',
    months: '月数',
    n: '数量',
    name: '名称',
    'name=category': '名称=类别',
    names: '名称',
    number: '数量',
    outcome: '结果',
    part: '维度',
    path: '路径',
    percent: '百分比',
    piece: '范例',
    place: '航线',
    port: '端口',
    region: '区域',
    size: '大小',
    state: '状态',
    task: '工单',
    team: '团队',
    text: '文字',
    time: '时长',
    value: '值',
    version: '版本',
    what: '内容',
  },
  examples: '示例：',
  help: '显示命令的帮助',
  showHelp: '（用法见 --help）',
  more: (description, { choices, usual }) => {
    const all = [choices && `可选值：${choices}`, usual && `默认：${usual}`].filter(Boolean)
    return all.length > 0 ? `${description}（${all.join('；')}）` : description
  },
  errors: {
    unknownOption: (option) => `错误：没有选项 ${option}`,
    unknownCommand: (command) => `错误：没有命令 ${command}`,
    missingArgument: (name) => `错误：缺少参数 ${name}`,
    optionMissingArgument: (option) => `错误：选项 ${option} 缺少值`,
    missingMandatoryOptionValue: (option) => `错误：必须写明选项 ${option}`,
    conflictingOption: (option, other) => `错误：选项 ${option} 与 ${other} 不能同时使用`,
    excessArguments: (expected, got) => `错误：参数过多：应为 ${expected} 个，实际 ${got} 个`,
    invalidArgument: (option, value, why) => `错误：选项 ${option} 的值“${value}”无效。${why}`,
  },
  meant: (near) => `（您是想写 ${near} 吗？）`,
  choose: (choices) => `可选值：${choices}。`,
  whole: (least, most) => `应为 ${least} 到 ${most} 的整数。`,
  language: (languages) => `应为 ${languages} 之一。`,
}

export const reference: Help['reference'] = {
  title: '命令 `wingback`',
  intro: '在项目文件夹中以 `npx wingback …` 运行。本页即 `--help` 的内容，由 `npm run docs` 生成。',
}

export const common: Help['common'] = {
  description: '操作正在运行的 Wingback：本机上的，或 AWS 中的。',
  after: (url) => `
环境变量：
  WINGBACK_URL  Wingback API 的地址（默认：${url}）。在 AWS 中为部署时打印的地址；
                请求使用您的 AWS 凭证签名。
  WINGBACK_BY   在本机上您的姓名，除非写有 --by。在 AWS 中以登录者为准。
  WINGBACK_LANG 帮助、输出和错误的语言，en 或 zh-CN，除非写有 --lang
                （默认：系统语言，即 LC_ALL、LC_MESSAGES 或 LANG）。

退出码：0 完成，1 被拒绝或无效，2 无法连接 Wingback。`,
  lang: (languages) => `语言：${languages}（默认：WINGBACK_LANG，否则为系统语言）`,
  json: '输出 JSON，供脚本使用',
  yes: '无需确认',
  by: '操作人（默认：WINGBACK_BY，否则为您的用户名；在 AWS 中始终为登录者）',
  code: '只看此原因的事件',
  everybody: '全部',
  look: '预览时最多查看多少名会员',
}
