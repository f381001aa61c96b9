import type { Help } from '../../en/help/index.ts'

export const replay: Help['replay'] = {
  summary: '把文件中的事件放上总线，并等待处理完毕',
  description:
    '把文件的每一行（每行一个事件）放上总线，等到全部处理完毕。在本机上，时钟随事件前进，每步不超过 15 分钟，等待、免打扰时段和频控与当时一致；--live 不移动时钟。',
  arguments: { files: '.jsonl 或 .jsonl.gz，每行一个 {"Source", "DetailType", "Detail"}' },
  options: { live: '不移动时钟（在 AWS 中只能如此，时间无法移动）' },
}
