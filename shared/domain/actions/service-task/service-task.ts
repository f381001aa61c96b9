import type { Traits } from '../traits.ts'

/** Something for a person to do. */
export interface ServiceTaskSpec {
  kind: 'serviceTask'
  title: string
  detail: string
}

export type ServiceTaskPlan = ServiceTaskSpec

export const serviceTask: Traits = {
  name: { en: 'service task', 'zh-CN': '客服工单' },
  forPeople: true,
}
