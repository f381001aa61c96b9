import { type Dated, inForce } from '../dated.ts'
import type { Incident, Problem, Ruling } from '../incident.ts'

/** How one event is judged under one regime: the answer, or which fact it lacks. */
export type Rule = (incident: Incident) => Ruling | Problem

/** A rule over an effective-dated table: it is asked with the row that was in force. */
export function ruleOf<T extends Dated>(
  rows: readonly T[],
  judge: (incident: Incident, row: T) => Ruling | Problem,
): Rule {
  return (incident) => {
    const row = inForce(rows, incident.day)
    return row
      ? judge(incident, row)
      : { field: 'day', message: `no rule is kept for ${incident.day}; ${spanOf(rows)}` }
  }
}

function spanOf(rows: readonly Dated[]): string {
  return `the table has ${rows.map(({ from, to }) => (to ? `${from} to ${to}` : `${from} on`)).join(', ')}`
}

/** The first of these fields that is absent, as a problem. */
export function lacking(incident: Incident, ...fields: (keyof Incident)[]): Problem | undefined {
  const field = fields.find((each) => incident[each] === undefined)
  return field && { field, message: `is needed for ${incident.event} under ${incident.regime}` }
}

export function isProblem(outcome: object): outcome is Problem {
  return 'field' in outcome
}
