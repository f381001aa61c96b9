import type { fitted as en } from '../en/fitted.ts'

export const fitted: typeof en = {
  churn: (month) => `${month} 流失模型`,
  lifetime: (month) => `${month} 会员生命周期模型`,
}
