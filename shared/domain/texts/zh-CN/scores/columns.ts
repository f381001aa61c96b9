import type { columns as en } from '../../en/scores/columns.ts'

export const columns: typeof en = {
  empty: '文件为空：首行须为列名',
  missing: ({ name }) => `没有列“${name}”`,
  columns: ({ meant, names }) => (meant ? `是否指“${meant}”？` : `现有列：${names.slice(0, 20).join('、')}`),
  notANumber: ({ column, cell }) => (cell === '' ? `${column} 为空` : `${column} 为“${cell}”，不是数字`),
  unevenRow: '该行的单元格数与首行不一致',
  badQuotes: '引号未闭合，或出现在单元格中间',
}
