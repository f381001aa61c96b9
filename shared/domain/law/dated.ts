/** A row of a table of law: what held from one day to another, both included, as `YYYY-MM-DD`. */
export interface Dated {
  from: string
  /** Absent while it is in force. */
  to?: string
  /** The act, the regulation or the airline's conditions it comes from. */
  source: string
}

/** The row in force on a day, or undefined. Tables have at most one a day. */
export function inForce<T extends Omit<Dated, 'source'>>(rows: readonly T[], day: string): T | undefined {
  return rows.find(({ from, to }) => from <= day && (to === undefined || day <= to))
}
