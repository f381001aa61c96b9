import type { yaml as en } from '../en/yaml.ts'

export const yaml: typeof en = {
  tab: '行首有制表符（Tab）',
  spaces: '请用空格缩进',
  noKey: '既不是“键: 值”，也不是列表中的一项',
  keyAndValue: '写作“键: 值”，列表项以“- ”开头',
  spaceAfterColon: (line) => `冒号后要有空格：${line}`,
  structure: '此处的内容与上文接不上',
  sameColumn: '同一层的各行须左对齐，并比所属的键多缩进两个空格',
  notClosed: '括号或引号没有闭合，或缺少冒号',
  badStart: '文本不能以此字符开头',
  quotes: '请给值加上引号',
  secondDocument: '一个文件中有两份文档（有一行“---”）',
  other: () => '此处不是有效的 YAML',
  fileTooLarge: (bytes) => `文件最多 ${bytes} 字节`,
  tooManyValues: (values) => `文件中最多 ${values} 个值，重复引用的也计入`,
  tooDeep: '嵌套过深',
  empty: '文件为空',
  keyIsText: '键应为文本',
  twice: (key) => `“${key}”重复出现`,
  notANumber: '不是数字，或为无穷大',
  badTag: (tag) => `不能使用 YAML 标签 ${tag}`,
}
