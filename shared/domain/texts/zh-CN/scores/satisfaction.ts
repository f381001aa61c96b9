import type { satisfaction as en } from '../../en/scores/satisfaction.ts'

export const satisfaction: typeof en = {
  everywhere: '全部航线',
  head: ({ answers, place, month }) => `${month}，${place}，共 ${answers} 份答卷。最该先改进的排在最前：`,
  heads: ['项目', '答卷数', '评分，5 分制（95 %）', '与推荐意愿的相关（95 %）', '优先度'],
  tooFew: '答卷太少',
  places: (places) => `答卷最多：${places}。可用 --place 查看其一。`,
  hotSpots: ({ week }) => `${week} 起的一周，以下各项比此前十二周差，且超出偶然：`,
  noHotSpots: ({ week }) => `${week} 起的一周，没有哪项比此前十二周差到超出偶然。`,
  hotSpot: ({ place, topic, mean, before, answers, answersBefore }) =>
    `  ${place}，${topic}：${mean.toFixed(2)}（${answers} 份），此前 ${before.toFixed(2)}（${answersBefore} 份）`,
  foot: '相关并非因果，见 docs/scores.zh-CN.md。',
}
