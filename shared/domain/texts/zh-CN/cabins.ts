import type { cabins as en } from '../en/cabins.ts'

export const cabins: typeof en = { F: '头等舱', C: '公务舱', W: '超级经济舱', Y: '经济舱' }
