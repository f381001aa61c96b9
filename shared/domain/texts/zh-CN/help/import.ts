import type { Help } from '../../en/help/index.ts'

export const importFiles: Help['importFiles'] = {
  summary: '从文件导入会员、航班和其他表格',
  description: '按 connectors/ 中的映射，每一行变成一个事件。',
  csv: {
    summary: '导入任意大小的 CSV 文件',
    description:
      '逐行读取文件，把新增和与上次文件相比有变化的内容发送到总线。读不出的行各自成为异常数据。中断后重新运行即可继续。' +
      '能处理表格软件的各种写法：BOM、分号、GBK 与 UTF-16、数字外的公式。',
    arguments: {
      mapping: 'csv 类型的映射文件，例如 campaigns/connectors/members.yaml',
      file: '文件，.csv 或 .csv.gz',
    },
    options: {
      dryRun: '不发送：只显示前十行会变成什么',
      state: '保存以往文件内容摘要的文件夹',
    },
  },
}
