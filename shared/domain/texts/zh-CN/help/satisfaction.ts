import type { satisfaction as en } from '../../en/help/satisfaction.ts'

export const satisfaction: typeof en = {
  summary: '哪些项目拉低满意度（按月份与航线），以及哪里的满意度下降',
  description:
    '逐项列出问卷的平均评分、与推荐意愿的相关程度，以及应先改进哪项；再列出上周评分比此前十二周差且超出偶然的航线和航站。',
  options: {
    month: '月份，例如 2026-09（默认：本月）',
    place: '航线（如 PEK-SHA）或航站（如 PEK）（默认：全部）',
  },
}
