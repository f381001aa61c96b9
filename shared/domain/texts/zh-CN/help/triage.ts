import type { triage as en } from '../../en/help/triage.ts'

export const triage: typeof en = {
  summary: '投诉属于哪一类、有多严重、是什么语言',
  description:
    '每行一条文本，逐条给出类别、严重程度（1 至 5）、语言，以及类别的置信度（0 至 1）：依据中英文词表，或用自有文本训练的模型' +
    '（`wingback fit --complaints`）。低于 0.5 时应由人判断。无需运行 Wingback；文本不会离开本机。',
  file: 'UTF-8 的 .txt 或 .txt.gz，每行一条文本',
  options: {
    model: '`wingback fit --complaints` 写出的模型（.json）',
    rated: '.csv：用此列（评分，越低越差）检验严重程度',
    text: '与 --rated 同用：文本所在的列',
  },
}
