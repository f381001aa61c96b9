import type { Help } from '../../en/help/index.ts'

export const test: Help['test'] = {
  summary: '检查规则集的决策是否与示例一致',
  description:
    '运行 campaigns/**/*.examples.yaml 中的示例：给定这位会员，发生这些事，应当有这些决策。用与线上相同的程序，在内存和虚拟时间中运行。' +
    '不发送任何内容，无需运行 Wingback。有决策不一致时退出码为 1。',
  arguments: { dir: 'wingback.yaml 所在的文件夹' },
}
