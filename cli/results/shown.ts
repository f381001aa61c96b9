import type { ReportView } from '../../shared/domain/results/report/view.ts'

/** What `GET /v1/results…` answers. */
export interface ShownResults {
  /** Of campaigns, by id. */
  names: Record<string, string>
  reports: ReportView[]
}
