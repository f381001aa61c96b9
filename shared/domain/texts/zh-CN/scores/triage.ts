import type { triage as en } from '../../en/scores/triage.ts'

export const triage: typeof en = {
  names: {
    delay: '延误',
    cancellation: '取消',
    baggage: '行李',
    crew: '机组',
    onboard: '客舱',
    airport: '机场',
    booking: '预订',
    service: '客服',
    other: '其他',
  },
  heads: ['类别', '严重程度', '语言', '置信度', '原文'],
  unsure: (category) => `不确定（${category}？）`,
  noTexts: '没有带类别的文本',
  noCategory: ({ category }) => `没有类别“${category}”`,
  categories: ({ category, meant, all }) =>
    meant ? `是否指“${meant}”？` : `用 --map "${category}=…" 注明对应的类别：${all.join('、')}`,
  map: (given) => `${given} 不是“名称=类别”`,
  tooFew: ({ texts, least }) => `只有 ${texts} 条文本，无法学习：至少需要 ${least} 条`,
  tested: ({ texts, leftOut }) =>
    `${texts} 条文本（另有 ${leftOut} 条缺少文本或类别，未计入）。每条均由未见过它的模型分类。`,
  reportHeads: ['类别', '条数', '精确率', '召回率', 'F1', '词表的 F1'],
  mean: '平均',
  rated: ({ texts, leftOut }) => `${texts} 条带评分的文本（另有 ${leftOut} 条没有评分或文本，未计入）。`,
  ratedHeads: ['严重程度', '条数', '平均评分'],
  severity: '按词判断的严重程度',
  length: '文本长度（基准）',
  goesWith: ({ of, by, range }) => `${of}与较差评分的 Spearman 相关：${by}（95 % 区间 ${range}）。`,
  theModel: '模型',
  theWords: '词表',
  sure: ({ of, right, sure, rightWhereSure }) =>
    `${of}：${right} 正确。对 ${sure} 有把握，其中 ${rightWhereSure} 正确。`,
  noBetter: '模型不比词表更好，请勿使用。',
  written: ({ out, version, groups, bytes }) =>
    `已写入 ${out}，版本 ${version}：${groups} 个字母组合，共 ${bytes} 字节。`,
}
