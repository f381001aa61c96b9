import type { Help } from '../../en/help/index.ts'

const PATH = '映射文件，或 wingback.yaml 所在的文件夹'

export const connect: Help['connect'] = {
  summary: '试用映射：其他系统的报文如何变成事件',
  description:
    '映射是规则集 connectors/ 中的一个文件，说明某个机场、订座系统或客服系统的报文中各代码的含义。以下命令都无需运行 Wingback。',
  validate: {
    summary: '映射中的错误及其位置',
    arguments: { path: PATH },
  },
  test: {
    summary: '检查报文是否变成示例所写的事件',
    description:
      '翻译 connectors/examples/名称/ 中的报文，并与旁边的文件比较：late.xml 对应 late.xml.json（事件数组）。子文件夹中的报文依次播放。' +
      'known.yaml 写明报文之外已知的信息：航班计划、订座、会员卡。有不一致时退出码为 1。',
    arguments: { path: PATH },
  },
  try: {
    summary: '一条报文会变成什么',
    description:
      '翻译一条报文并输出事件，每行一个 JSON，可直接交给 `wingback replay`；同时说明哪些部分成为异常数据，哪些部分不产生事件。' +
      '不发送、也不保存任何内容。',
    arguments: {
      mapping: '映射文件，例如 campaigns/connectors/my-airport.yaml',
      message: '报文文件，与收到时一致',
    },
    options: { known: '报文之外已知的信息：航班计划、订座、会员卡（默认：报文旁边的 known.yaml）' },
  },
}
