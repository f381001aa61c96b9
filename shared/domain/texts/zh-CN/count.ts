import type { count as en } from '../en/count.ts'

export const count: typeof en = {
  looked: (looked, members) =>
    looked === members ? `共 ${members} 名会员：` : `已查看 ${members} 名会员中的 ${looked} 名：`,
  columns: ['人群', '会员数', '占比', '有邮箱且同意营销'],
}
